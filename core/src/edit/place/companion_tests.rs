//! What comes along with what is dropped, and how the two name each other.

use super::*;

#[test]
fn companions_name_each_other_and_what_they_come_along_with() {
    let (document, id) = dropped("vpc main", "AWS::CodePipeline::Pipeline", &on(""));
    assert_eq!(
        text(&document, id.as_str(), "ArtifactStore.Location"),
        r#"{ "Ref": "PipelineBucket" }"#
    );
    let project = "Stages.1.Actions.0.Configuration.ProjectName";
    assert_eq!(
        text(&document, id.as_str(), project),
        r#"{ "Ref": "PipelineBuildProject" }"#
    );
    // The project takes the role that came before it, not one of its own.
    assert_eq!(
        text(&document, "PipelineBuildProject", "ServiceRole"),
        r#"{ "Fn::GetAtt": ["PipelineRole", "Arn"] }"#
    );
    let roles = document.template.of_kind("AWS::IAM::Role").count();
    assert_eq!(roles, 2);
    let policy = text(&document, "PipelineRole", "Policies");
    assert!(policy.contains("${PipelineBucket.Arn}/*"), "{policy}");
}

#[test]
fn what_must_be_there_before_is_waited_for_and_is_there_once() {
    let kind = "AWS::Config::ConfigRule";
    let (document, id) = dropped("vpc main", kind, &on(""));
    let waits = |id: &LogicalId, document: &Document| {
        let resource = document.template.resource(id).unwrap();
        resource.attribute("DependsOn").cloned()
    };
    assert_eq!(waits(&id, &document), Some("ConfigRecorder".into()));
    let mut session = Session::new(document);
    let (change, second) = place(session.document(), kind, &on("")).unwrap();
    session.commit(change).unwrap();
    let document = session.document();
    assert_eq!(waits(&second, document), Some("ConfigRecorder".into()));
    for kind in ["ConfigurationRecorder", "DeliveryChannel"] {
        let kind = format!("AWS::Config::{kind}");
        assert_eq!(document.template.of_kind(&kind).count(), 1);
    }
}

#[test]
fn a_companion_in_a_vpc_is_another_one_and_brings_the_network_along() {
    let kind = "AWS::Lambda::Function";
    let (outside, id) = dropped(TIERS, kind, &on(""));
    assert_eq!(text(&outside, id.as_str(), "VpcConfig"), "");
    let policies = |document: &Document| text(document, "FunctionRole", "ManagedPolicyArns");
    assert!(policies(&outside).contains("Basic"));
    let (inside, id) = dropped(TIERS, kind, &on("dataA"));
    assert!(policies(&inside).contains("VPCAccess"));
    assert_eq!(inside.template.of_kind("AWS::IAM::Role").count(), 1);
    assert_eq!(
        text(&inside, id.as_str(), "VpcConfig.SecurityGroupIds"),
        r#"[{ "Fn::GetAtt": ["FunctionSecurityGroup", "GroupId"] }]"#
    );
}

#[test]
fn what_needs_subnets_is_placed_in_a_vpc_only_and_names_attributes_along() {
    let kind = "AWS::AutoScaling::AutoScalingGroup";
    assert_eq!(
        refused("vpc main", kind, ""),
        "An Auto Scaling group lives in a VPC: drop it on one."
    );
    let (document, id) = dropped(TIERS, kind, &on("main"));
    assert_eq!(
        text(&document, id.as_str(), "LaunchTemplate.Version"),
        r#"{ "Fn::GetAtt": ["LaunchTemplate", "LatestVersionNumber"] }"#
    );
}

#[test]
fn a_trail_waits_for_the_policy_by_which_it_may_write() {
    let (document, id) = dropped("bucket other", "AWS::CloudTrail::Trail", &on(""));
    let trail = document.template.resource(&id).unwrap();
    assert_eq!(
        trail.attribute("DependsOn"),
        Some(&"TrailBucketPolicy".into())
    );
    assert_eq!(
        text(&document, "TrailBucketPolicy", "Bucket"),
        r#"{ "Ref": "TrailBucket" }"#
    );
    let policy = text(&document, "TrailBucketPolicy", "PolicyDocument");
    assert!(policy.contains("cloudtrail.amazonaws.com"), "{policy}");
    assert!(policy.contains("${TrailBucket.Arn}/AWSLogs/"), "{policy}");
}

#[test]
fn a_directory_spans_two_zones_and_its_password_is_in_no_template() {
    let kind = "AWS::DirectoryService::MicrosoftAD";
    let (document, id) = dropped(TIERS, kind, &on("main"));
    assert_eq!(
        text(&document, id.as_str(), "VpcSettings"),
        r#"{ "VpcId": { "Ref": "main" }, "SubnetIds": [{ "Ref": "dataA" }, { "Ref": "dataB" }] }"#
    );
    assert_eq!(
        text(&document, id.as_str(), "Password"),
        r#"{ "Fn::Sub": "{{resolve:secretsmanager:${MicrosoftAdSecret}:SecretString:password}}" }"#
    );
    let secret = text(&document, "MicrosoftAdSecret", "GenerateSecretString");
    assert!(secret.contains("PasswordLength"), "{secret}");
    assert_eq!(
        refused("vpc main", kind, ""),
        "An AWS Managed Microsoft AD lives in a VPC: drop it on one."
    );
}
