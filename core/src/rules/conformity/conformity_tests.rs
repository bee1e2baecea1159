//! Templates with their functions, and what the walk says of them.

use super::*;
use crate::document::open;
use crate::lower::survey::Survey;
use crate::schema::everything;

/// Everything that is found in a template: resource, path and in what.
fn found(text: &str) -> Vec<String> {
    let document = open(text).unwrap().document;
    let survey = Survey::of(&document);
    let setting = document.setting();
    let context = Context::new(&document, &setting, &survey, everything());
    let lines = context.deviations().iter().map(|it| {
        let wrong = format!("{:?}", it.wrong);
        let word = wrong.split(['(', ' ']).next().unwrap_or_default();
        format!("{} {} {word}", it.resource, it.path)
    });
    lines.collect()
}

/// What is found in a queue with these properties, as YAML in one line.
fn of_queue(properties: &str) -> Vec<String> {
    found(&format!(
        "Parameters:
  Seconds: {{Type: Number, Default: 901}}
  Right: {{Type: Number, Default: 10}}
  Open: {{Type: Number}}
  Empty: {{Type: String, Default: ''}}
Conditions:
  Always: !Equals [a, a]
  Never: !Equals [a, b]
  Perhaps: !Equals [!Ref Open, 1]
Resources:
  Other: {{Type: AWS::SQS::Queue}}
  Q:
    Type: AWS::SQS::Queue
    Properties: {properties}
"
    ))
}

#[test]
fn numbers_and_truths_may_be_written_as_text_and_the_other_way_round() {
    let right = "{DelaySeconds: '10', FifoQueue: 'true', ContentBasedDeduplication: True, QueueName: 5, DeduplicationScope: true}";
    assert_eq!(of_queue(right), [""; 0]);
    let wrong = "{DelaySeconds: ten, FifoQueue: maybe, VisibilityTimeout: 1.5, MaximumMessageSize: true, QueueName: [a], Tags: x, RedrivePolicy: 5}";
    assert_eq!(
        of_queue(wrong),
        [
            "Q DelaySeconds Type",
            "Q FifoQueue Type",
            "Q VisibilityTimeout Type",
            "Q MaximumMessageSize Type",
            "Q QueueName Type",
            "Q Tags Type",
        ]
    );
}

#[test]
fn what_only_a_deployment_knows_is_in_order() {
    for right in [
        "{DelaySeconds: !Ref Open}",
        "{DelaySeconds: !Ref Right}",
        "{DelaySeconds: !ImportValue x}",
        "{DelaySeconds: '{{resolve:ssm:delay}}'}",
        "{DelaySeconds: !GetAtt Other.QueueName}",
        "{DelaySeconds: !Ref Empty}",
        "{DelaySeconds: {'Fn::Custom': 1}}",
        "{'Fn::Transform': {Name: AWS::Include}, Whatever: 1}",
        "{DelaySeconds: !Ref AWS::NoValue}",
        "{Tags: !Split [',', !Ref Empty]}",
        "!If [Always, {}, {}]",
    ] {
        assert_eq!(of_queue(right), [""; 0], "{right}");
    }
}

#[test]
fn what_a_function_comes_to_is_looked_at_where_it_stands() {
    assert_eq!(
        of_queue("{DelaySeconds: !Ref Seconds}"),
        ["Q DelaySeconds Range"]
    );
    assert_eq!(
        of_queue("{DelaySeconds: !Select [1, [1, 901]]}"),
        ["Q DelaySeconds Range"]
    );
    assert_eq!(of_queue("{Tags: !Ref Other}"), ["Q Tags Type"]);
}

#[test]
fn both_branches_are_looked_at_but_nothing_is_carried_out_where_nobody_goes() {
    assert_eq!(
        of_queue("{DelaySeconds: !If [Perhaps, 901, !If [Always, 5, 902]]}"),
        [
            "Q DelaySeconds.Fn::If.1 Range",
            "Q DelaySeconds.Fn::If.2.Fn::If.2 Range",
        ]
    );
    assert_eq!(
        of_queue("{DelaySeconds: !If [Never, !Ref Seconds, 5]}"),
        [""; 0]
    );
    assert_eq!(
        of_queue("{DelaySeconds: !If [Perhaps, !Ref Seconds, !Ref AWS::NoValue]}"),
        ["Q DelaySeconds.Fn::If.1 Range"]
    );
}

/// What is found in a subnet with these properties beside its VPC.
fn of_subnet(properties: &str) -> Vec<String> {
    found(&format!(
        "Parameters: {{Open: {{Type: String}}}}
Conditions: {{Perhaps: !Equals [!Ref Open, '1']}}
Resources:
  V: {{Type: AWS::EC2::VPC, Properties: {{CidrBlock: 10.0.0.0/16}}}}
  S: {{Type: AWS::EC2::Subnet, Properties: {{VpcId: !Ref V, {properties}}}}}
"
    ))
}

#[test]
fn what_a_condition_may_take_away_is_neither_missing_nor_too_much() {
    assert_eq!(of_subnet(""), ["S  NoneOf"]);
    let perhaps = "CidrBlock: !If [Perhaps, 10.0.0.0/24, !Ref AWS::NoValue]";
    assert_eq!(of_subnet(perhaps), [""; 0]);
    let zones = "CidrBlock: 10.0.0.0/24, AvailabilityZone: a, AvailabilityZoneId";
    assert_eq!(
        of_subnet(&format!("{zones}: b")),
        ["S AvailabilityZoneId ExcludedBy"]
    );
    let record = found(
        "Resources:
  R: {Type: AWS::Route53::RecordSet, Properties: {Name: a, Type: A, HostedZoneId: Z, HostedZoneName: a.}}
  N: {Type: AWS::Route53::RecordSet, Properties: {Name: a, Type: A}}
  B: {Type: AWS::EC2::ClientVpnRoute, Properties: {ClientVpnEndpointId: a, TargetVpcSubnetId: b, DestinationCidrBlock: 10.0.0.0}}
",
    );
    assert_eq!(
        record,
        [
            "R HostedZoneName ExcludedBy",
            "N  NoneOf",
            "B DestinationCidrBlock Block"
        ]
    );
    assert_eq!(
        of_subnet(&format!("{zones}: !If [Perhaps, b, !Ref AWS::NoValue]")),
        [""; 0]
    );
}

#[test]
fn names_are_held_to_the_type_where_it_says_all_of_them() {
    let text = "Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument: {Statement: [{Effect: Allow, Anything: 1}]}
      Polices: []
      Policies: [{PolicyName: p, PolicyDocument: {Any: 1}, Nme: x}]
  Alias: {Type: AWS::KMS::Alias, Properties: {AliasName: alias/a}}
  Any: {Type: AWS::CloudFormation::CustomResource, Properties: {ServiceToken: x, Own: 1}}
";
    assert_eq!(
        found(text),
        [
            "Role Polices Unknown",
            "Role Policies.0.Nme Unknown",
            "Alias TargetKeyId Missing",
        ]
    );
}

#[test]
fn nothing_is_said_of_what_a_macro_may_rewrite() {
    let text = |transform: &str| {
        format!(
            "Transform: {transform}\nResources:\n  Q: {{Type: AWS::SQS::Queue, Properties: {{X: 1}}}}\n"
        )
    };
    for macros in [
        "Ours",
        "[AWS::Serverless-2016-10-31, Ours]",
        "{Name: AWS::Include}",
    ] {
        assert_eq!(found(&text(macros)), [""; 0], "{macros}");
    }
    assert_eq!(found(&text("AWS::Serverless-2016-10-31")), ["Q X Unknown"]);
}

#[test]
fn a_hundred_deviations_of_a_resource_are_enough() {
    let many: Vec<String> = (0..5000).map(|it| format!("DelaySecond{it}: 1")).collect();
    assert_eq!(of_queue(&format!("{{{}}}", many.join(", "))).len(), 100);
}

#[test]
fn a_list_of_unknown_length_has_no_count() {
    let group = |subnets: &str| {
        found(&format!(
            "Parameters: {{Open: {{Type: CommaDelimitedList}}}}
Resources:
  F: {{Type: AWS::Lambda::Function, Properties: {{Role: 'arn:aws:iam::123456789012:role/r', Code: {{ZipFile: x}}, Layers: {subnets}, FileSystemConfigs: [1, 2]}}}}
"
        ))
    };
    let of_two = "F FileSystemConfigs Count".to_owned();
    assert!(group("!Ref Open").contains(&of_two));
    assert_eq!(
        group("[!Ref Open]")
            .iter()
            .filter(|it| it.contains("Layers"))
            .count(),
        0
    );
}
