//! A NAT gateway stands in a subnet that has no way to the Internet.

use crate::lower::survey::Connectivity;
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, WayOut, mend_ways};

use super::nat_gateway_serves_its_own_subnet::own_subnet;

pub(super) static RULE: Rule = Rule {
    id: "nat-gateway-in-private-subnet",
    severity: Severity::Error,
    title: "NAT gateway without a way out",
    why: "A public NAT gateway sends what it translates by the route table of its own subnet. \
          Without a default route to an Internet gateway there, nothing gets out. Put it into a \
          public subnet.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet public CidrBlock=10.0.0.0/24
  subnet app CidrBlock=10.0.1.0/24
    nat nat AllocationId=@address.AllocationId # error nat-gateway-in-private-subnet: nat stands in app, which has no route to an Internet gateway.
  routetable open
    route outside DestinationCidrBlock=0.0.0.0/0 GatewayId=@igw
tableassociation publicOpen SubnetId=@public RouteTableId=@open
eip address Domain=vpc
igw igw
  attachment joins VpcId=@main
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet app CidrBlock=10.0.1.0/24
    nat inner ConnectivityType=private
  subnet inspected CidrBlock=10.0.2.0/24
    nat outer AllocationId=eipalloc-1
  routetable through
    route firewall DestinationCidrBlock=0.0.0.0/0 VpcEndpointId=@wall
AWS::EC2::VPCEndpoint wall VpcId=@main VpcEndpointType=GatewayLoadBalancer
tableassociation uses SubnetId=@inspected RouteTableId=@through
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    for nat in context.survey.nat_gateways.values() {
        if nat.connectivity == Connectivity::Private || own_subnet(context, nat).is_some() {
            continue;
        }
        let subnet = nat.subnet.known();
        let Some(subnet) = subnet.and_then(|id| context.survey.subnets.get(id)) else {
            continue;
        };
        if matches!(context.way_out(subnet), WayOut::Nowhere | WayOut::Elsewhere) {
            let message = Message::new(
                "{nat} stands in {subnet}, which has no route to an Internet gateway.",
            )
            .resource("nat", &nat.id)
            .resource("subnet", &subnet.id);
            findings
                .add(&nat.id, "SubnetId", message)
                .with([&subnet.id]);
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    mend_ways::move_to_public(context, &finding.resource)
}
