//! The groups of an interface endpoint let nobody in.

use crate::catalogue::ec2;
use crate::lower::survey::{Endpoint, EndpointKind, Fact, SecurityGroup, Service};
use crate::message::Message;
use crate::rules::filters::covering::is_about;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::Value;

pub(super) static RULE: Rule = Rule {
    id: "endpoint-port-closed",
    severity: Severity::Error,
    title: "Endpoint that lets nobody in",
    why: "Services of AWS are asked at port 443. The security groups of an interface endpoint \
          must let that in from what uses the service, or requests wait and fail, those that the \
          service's own name would have brought elsewhere too.",
    guide: "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
  sg closed GroupDescription=c
AWS::EC2::VPCEndpoint logs VpcId=@main VpcEndpointType=Interface ServiceName=com.amazonaws.us-east-1.logs SubnetIds=[@a] SecurityGroupIds=[@closed] # error endpoint-port-closed: logs lets nobody in: closed does not open port 443.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
  sg open GroupDescription=o SecurityGroupIngress=[{IpProtocol=tcp, FromPort=443, ToPort=443, CidrIp=10.0.0.0/16}]
AWS::EC2::VPCEndpoint logs VpcId=@main VpcEndpointType=Interface ServiceName=com.amazonaws.us-east-1.logs SubnetIds=[@a] SecurityGroupIds=[@open]
AWS::EC2::VPCEndpoint mine VpcId=@main VpcEndpointType=Interface ServiceName=com.amazonaws.vpce.us-east-1.vpce-svc-1 SubnetIds=[@a] SecurityGroupIds=[@other]
sg other VpcId=@main GroupDescription=c
",
    check,
    fixes,
}
.told();

/// The port at which services of AWS are asked.
const HTTPS: i64 = 443;

fn check(context: &Context<'_>, findings: &mut Findings) {
    for endpoint in context.survey.endpoints.values() {
        let is_interface = endpoint.kind == Fact::Known(EndpointKind::Interface);
        if !is_interface || !is_asked_by_https(endpoint) {
            continue;
        }
        let groups = endpoint.groups.iter();
        let groups = groups.map(|used| context.survey.security_groups.get(used.id.known()?));
        let Some(groups) = groups.collect::<Option<Vec<_>>>() else {
            continue;
        };
        let Some(first) = groups.first() else {
            continue;
        };
        if groups.iter().all(|group| is_closed(group)) {
            let message =
                Message::new("{endpoint} lets nobody in: {group} does not open port 443.")
                    .resource("endpoint", &endpoint.id)
                    .resource("group", &first.id);
            findings
                .add(&endpoint.id, "SecurityGroupIds", message)
                .with([&first.id]);
        }
    }
}

/// Services of others, and a few of AWS, are asked at ports of their own.
fn is_asked_by_https(endpoint: &Endpoint) -> bool {
    match &endpoint.service {
        Fact::Known(Service::S3 | Service::DynamoDb) => true,
        Fact::Known(Service::Named(name)) => {
            name.starts_with("com.amazonaws.")
                && !name.starts_with("com.amazonaws.vpce.")
                && !name.ends_with("-smtp")
        }
        _ => false,
    }
}

fn is_closed(group: &SecurityGroup) -> bool {
    group.ingress.iter().all(|rule| {
        let is_known = rule.protocol.known().is_some() && !matches!(rule.ports, Fact::Unknown(_));
        is_known && !is_about(rule, HTTPS)
    })
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let endpoint = context.survey.endpoints.get(&finding.resource);
    let vpc = endpoint.and_then(|it| it.vpc.known());
    let Some((vpc, group)) = vpc.zip(finding.others.first()) else {
        return Vec::new();
    };
    let title = Message::new("Let {vpc} in to port 443 of {group}")
        .resource("vpc", vpc)
        .resource("group", group);
    Fix::review(context, title, |draft| {
        let properties = [
            ("GroupId", Value::attribute(group.as_str(), "GroupId")),
            ("IpProtocol", "tcp".into()),
            ("FromPort", HTTPS.into()),
            ("ToPort", HTTPS.into()),
            ("CidrIp", Value::attribute(vpc.as_str(), "CidrBlock")),
        ];
        let stem = format!("{group}Https");
        mend::add(draft, &stem, ec2::SecurityGroupIngress::KIND, properties);
        Some(())
    })
}
