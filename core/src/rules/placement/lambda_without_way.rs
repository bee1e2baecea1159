//! A function stands where it reaches nothing but its VPC.

use crate::lower::survey::HostKind;
use crate::message::Message;
use crate::rules::{Context, Findings, Rule, Severity, WayOut, no_fix};
use crate::template::{LogicalId, references};

pub(super) static RULE: Rule = Rule {
    id: "lambda-without-way",
    severity: Severity::Warning,
    title: "Function that reaches its VPC only",
    why: "A Lambda function in a VPC has no other way out than the routes of its subnets. Without \
          a NAT gateway or endpoints it cannot call AWS: not for a bucket, a table, a queue or a \
          secret. Its calls time out.",
    guide: "https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc-internet.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet inner CidrBlock=10.0.1.0/24
AWS::SQS::Queue orders
AWS::Lambda::Function job VpcConfig={SubnetIds=[@inner], SecurityGroupIds=[sg-1]} Environment={Variables={QUEUE=@orders}} # warning lambda-without-way: job uses orders, but reaches nothing outside of main: no NAT gateway, no endpoint.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet inner CidrBlock=10.0.1.0/24
AWS::EC2::VPCEndpoint s3 VpcId=@main ServiceName=com.amazonaws.us-east-1.s3
AWS::S3::Bucket files
AWS::Lambda::Function job VpcConfig={SubnetIds=[@inner], SecurityGroupIds=[sg-1]} Environment={Variables={FILES=@files}}
AWS::Lambda::Function outside Environment={Variables={FILES=@files}}
vpc closed CidrBlock=10.1.0.0/16
  subnet own CidrBlock=10.1.1.0/24
AWS::Lambda::Function content VpcConfig={SubnetIds=[@own], SecurityGroupIds=[sg-1]}
",
    check,
    fixes: no_fix,
}
.told();

/// What is called at AWS, outside of every VPC.
const OUTSIDE: [&str; 9] = [
    "AWS::DynamoDB::Table",
    "AWS::Events::EventBus",
    "AWS::Kinesis::Stream",
    "AWS::S3::Bucket",
    "AWS::SNS::Topic",
    "AWS::SQS::Queue",
    "AWS::SSM::Parameter",
    "AWS::SecretsManager::Secret",
    "AWS::StepFunctions::StateMachine",
];

fn check(context: &Context<'_>, findings: &mut Findings) {
    let survey = context.survey;
    let hosts = survey.hosts.values();
    for function in hosts.filter(|it| it.kind == HostKind::Function) {
        let subnets = function.subnets.iter();
        let subnets = subnets.map(|used| survey.subnets.get(used.id.known()?));
        let Some(subnets) = subnets.collect::<Option<Vec<_>>>() else {
            continue;
        };
        let Some(vpc) = subnets.first().and_then(|it| it.vpc.known()) else {
            continue;
        };
        let is_closed = subnets
            .iter()
            .all(|it| context.way_out(it) == WayOut::Nowhere);
        let has_endpoint = context
            .users_of(vpc)
            .any(|(_, user)| user.kind() == "AWS::EC2::VPCEndpoint");
        if !is_closed || has_endpoint {
            continue;
        }
        if let Some(used) = uses(context, &function.id) {
            let message = Message::new(
                "{function} uses {used}, but reaches nothing outside of {vpc}: no NAT gateway, no endpoint.",
            )
            .resource("function", &function.id)
            .resource("used", &used)
            .resource("vpc", vpc);
            findings.add(&function.id, "VpcConfig", message).with([vpc]);
        }
    }
}

/// What a function is told of that is outside of every VPC.
fn uses(context: &Context<'_>, function: &LogicalId) -> Option<LogicalId> {
    let told = context.resource(function)?.property("Environment")?;
    let names = references(told).into_iter();
    let mut names = names.map(|it| LogicalId::new(it.name));
    names.find(|id| {
        let kind = context.resource(id).map(|it| it.kind().as_str());
        kind.is_some_and(|kind| OUTSIDE.contains(&kind))
    })
}
