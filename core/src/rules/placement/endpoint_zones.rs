//! An interface endpoint has two subnets in one zone.

use super::zones::Listed;
use crate::lower::survey::{EndpointKind, Fact};
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};

pub(super) static RULE: Rule = Rule {
    id: "endpoint-zones",
    severity: Severity::Error,
    title: "Endpoint twice in a zone",
    why: "An endpoint has one interface in each zone that it is enabled in. AWS refuses a second \
          subnet of the same zone. One zone alone works, until that zone is lost.",
    guide: "https://docs.aws.amazon.com/vpc/latest/privatelink/create-interface-endpoint.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
  subnet b CidrBlock=10.0.2.0/24 AvailabilityZone=us-east-1a
AWS::EC2::VPCEndpoint logs VpcId=@main VpcEndpointType=Interface ServiceName=com.amazonaws.us-east-1.logs SubnetIds=[@a, @b] # error endpoint-zones: logs has b in us-east-1a, where it is already.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
  subnet b CidrBlock=10.0.2.0/24 AvailabilityZone=us-east-1b
AWS::EC2::VPCEndpoint logs VpcId=@main VpcEndpointType=Interface ServiceName=com.amazonaws.us-east-1.logs SubnetIds=[@a, @b]
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    for endpoint in context.survey.endpoints.values() {
        let has_zones = matches!(
            endpoint.kind,
            Fact::Known(EndpointKind::Interface | EndpointKind::GatewayLoadBalancer)
        );
        let listed = Listed::new(context, &endpoint.id, &endpoint.subnets);
        let Some(listed) = listed.filter(|_| has_zones) else {
            continue;
        };
        let found = listed.repeated().and_then(|place| {
            let used = listed.used.get(place)?;
            Some((used, listed.subnets.get(place)?, listed.zones.get(place)?))
        });
        if let Some((used, subnet, zone)) = found {
            let message = Message::new("{endpoint} has {subnet} in {zone}, where it is already.")
                .resource("endpoint", &endpoint.id)
                .resource("subnet", &subnet.id)
                .text("zone", zone);
            findings
                .add(&endpoint.id, used.path.clone(), message)
                .with([&subnet.id]);
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let Some(subnet) = finding.others.first() else {
        return Vec::new();
    };
    let title = Message::new("Leave {subnet} out").resource("subnet", subnet);
    Fix::review(context, title, |draft| {
        mend::unset(draft, &finding.resource, finding.path.clone())
    })
}
