//! An endpoint is to answer to a service's own name in a VPC without names.

use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};

pub(super) static RULE: Rule = Rule {
    id: "endpoint-dns",
    severity: Severity::Error,
    title: "Private DNS in a VPC without DNS",
    why: "An endpoint with private DNS answers to the service's own name, which takes DNS support \
          and DNS host names of the VPC. AWS refuses the endpoint without them.",
    guide: "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
AWS::EC2::VPCEndpoint logs VpcId=@main VpcEndpointType=Interface ServiceName=com.amazonaws.us-east-1.logs SubnetIds=[@a] PrivateDnsEnabled=true # error endpoint-dns: logs is to have private DNS, but main has no EnableDnsHostnames.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16 EnableDnsHostnames=true
  subnet a CidrBlock=10.0.1.0/24
AWS::EC2::VPCEndpoint logs VpcId=@main VpcEndpointType=Interface ServiceName=com.amazonaws.us-east-1.logs SubnetIds=[@a] PrivateDnsEnabled=true
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    let survey = context.survey;
    for endpoint in survey.endpoints.values() {
        let Some(vpc) = endpoint.vpc.known().and_then(|id| survey.vpcs.get(id)) else {
            continue;
        };
        if endpoint.private_dns.known() != Some(&true) {
            continue;
        }
        let written = |property: &str| {
            let resource = context.resource(&vpc.id);
            resource.map(|it| context.evaluator.property(it, &property.into()))
        };
        let says_no = |property: &str, absent: bool| match written(property) {
            Some(crate::template::Evaluated::Absent) => absent,
            Some(other) => other.truth() == Some(false),
            None => false,
        };
        let lacks = if says_no("EnableDnsSupport", false) {
            "EnableDnsSupport"
        } else if says_no("EnableDnsHostnames", true) {
            "EnableDnsHostnames"
        } else {
            continue;
        };
        let message = Message::new("{endpoint} is to have private DNS, but {vpc} has no {lacks}.")
            .resource("endpoint", &endpoint.id)
            .resource("vpc", &vpc.id)
            .text("lacks", lacks);
        findings
            .add(&endpoint.id, "PrivateDnsEnabled", message)
            .with([&vpc.id]);
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let Some(vpc) = finding.others.first() else {
        return Vec::new();
    };
    let title = Message::new("Turn DNS on in {vpc}").resource("vpc", vpc);
    let mut ways = Fix::review(context, title, |draft| {
        mend::set(draft, vpc, "EnableDnsSupport", true)?;
        mend::set(draft, vpc, "EnableDnsHostnames", true)
    });
    let title = Message::new("Do without private DNS");
    ways.extend(Fix::review(context, title, |draft| {
        mend::set(draft, &finding.resource, "PrivateDnsEnabled", false)
    }));
    ways
}
