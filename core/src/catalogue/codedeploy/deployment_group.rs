//! `AWS::CodeDeploy::DeploymentGroup`.
//!
//! AWS's policy of its role is for instances; the platforms Lambda and ECS have
//! policies of their own:
//! <https://docs.aws.amazon.com/codedeploy/latest/userguide/getting-started-create-service-role.html>

use crate::catalogue::{Category, Companion, Entry, Field, Format, Link, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::CodeDeploy::DeploymentGroup",
    word: "deploymentgroup",
    label: "CodeDeploy deployment group",
    stem: "DeploymentGroup",
    summary: "Where CodeDeploy releases a program to, how many at a time, and when it goes back.",
    category: Category::Management,
    icon: include_str!("../icons/codedeploy-deployment-group.svg"),
    links: &[Link::new("ApplicationName", "AWS::CodeDeploy::Application", "releases"), Link::new("AutoScalingGroups.*", "AWS::AutoScaling::AutoScalingGroup", "releases to"), Link::new("LoadBalancerInfo.TargetGroupInfoList.*.Name", "AWS::ElasticLoadBalancingV2::TargetGroup", "holds back").by("TargetGroupName"), Link::new("AlarmConfiguration.Alarms.*.Name", "AWS::CloudWatch::Alarm", "is stopped by").with(&[("AlarmConfiguration.Enabled", "true")]), Link::new("TriggerConfigurations.*.TriggerTargetArn", "AWS::SNS::Topic", "notifies").with(&[("TriggerConfigurations.*.TriggerName", "Trigger{n}"), ("TriggerConfigurations.*.TriggerEvents.0", "DeploymentFailure")]), Link::new("ServiceRoleArn", "AWS::IAM::Role", "acts as").by("Arn").overlay()],
    fields: &[Field::new("ApplicationName", "Application", Format::Reference("AWS::CodeDeploy::Application", None), "The program that is released.").required(), Field::new("AutoScalingGroups", "Auto Scaling groups", Format::References("AWS::AutoScaling::AutoScalingGroup", None), "The groups whose instances get it, those that start later too."), Field::new("Ec2TagFilters", "Instances by tag", Format::Json, "Tags of further instances that get it."), Field::new("ECSServices", "ECS services", Format::Json, "The service and cluster that get it, on the platform ECS."), Field::new("DeploymentConfigName", "Pace", Format::Text, "How many at a time, such as CodeDeployDefault.OneAtATime."), Field::new("LoadBalancerInfo", "Load balancers", Format::Json, "What stops sending requests to an instance while it is changed."), Field::new("AutoRollbackConfiguration", "Going back", Format::Json, "When it goes back to the last release by itself."), Field::new("AlarmConfiguration", "Alarms", Format::Json, "The alarms that stop a release."), Field::new("ServiceRoleArn", "Role", Format::Reference("AWS::IAM::Role", Some("Arn")), "What CodeDeploy may do to release.").required(), field::TAGS],
    defaults: r#"{"DeploymentConfigName":"CodeDeployDefault.OneAtATime","AutoRollbackConfiguration":{"Enabled":true,"Events":["DEPLOYMENT_FAILURE"]}}"#,
    companions: &[Companion::shared("ApplicationName", "AWS::CodeDeploy::Application"), Companion::own("ServiceRoleArn", "AWS::IAM::Role", r#"{"AssumeRolePolicyDocument":{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"Service":"codedeploy.amazonaws.com"},"Action":"sts:AssumeRole"}]},"ManagedPolicyArns":[{"Fn::Sub":"arn:${AWS::Partition}:iam::aws:policy/service-role/AWSCodeDeployRole"}]}"#).by("Arn")],
    ..Entry::BOX
};
