//! A NAT gateway's own subnet sends what it has for the Internet to it.

use crate::lower::survey::{NatGateway, Subnet};
use crate::message::Message;
use crate::rules::context::everywhere;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, WayOut, mend_ways};
use crate::template::LogicalId;

pub(super) static RULE: Rule = Rule {
    id: "nat-gateway-serves-its-own-subnet",
    severity: Severity::Error,
    title: "NAT gateway that leads to itself",
    why: "What a NAT gateway sends follows the route table of the subnet that it stands in. If \
          the default route there leads back to it, packets go round and nothing ever gets out. A \
          NAT gateway stands in a public subnet, and the private subnets have the route to it.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet public CidrBlock=10.0.0.0/24
  subnet app CidrBlock=10.0.1.0/24
    nat nat AllocationId=@address.AllocationId # error nat-gateway-serves-its-own-subnet: nat stands in app, whose default route leads back to it.
  routetable private
    route out DestinationCidrBlock=0.0.0.0/0 NatGatewayId=@nat
  routetable open
    route outside DestinationCidrBlock=0.0.0.0/0 GatewayId=@igw
tableassociation appPrivate SubnetId=@app RouteTableId=@private
tableassociation publicOpen SubnetId=@public RouteTableId=@open
eip address Domain=vpc
igw igw
  attachment joins VpcId=@main
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet public CidrBlock=10.0.0.0/24
    nat nat AllocationId=@address.AllocationId
  subnet app CidrBlock=10.0.1.0/24
  routetable private
    route out DestinationCidrBlock=0.0.0.0/0 NatGatewayId=@nat
  routetable open
    route outside DestinationCidrBlock=0.0.0.0/0 GatewayId=@igw
tableassociation appPrivate SubnetId=@app RouteTableId=@private
tableassociation publicOpen SubnetId=@public RouteTableId=@open
eip address Domain=vpc
igw igw
  attachment joins VpcId=@main
",
    check,
    fixes,
}
.told();

/// The subnet of a NAT gateway, if its default route leads back to it.
pub(super) fn own_subnet<'a>(
    context: &Context<'a>,
    nat: &NatGateway,
) -> Option<(&'a Subnet, &'a LogicalId)> {
    let survey = context.survey;
    let subnet = survey.subnets.get(nat.subnet.known()?)?;
    let table = survey.tables.get(subnet.table.as_ref()?)?;
    let mut routes = table.routes.iter().filter_map(|id| survey.routes.get(id));
    // The first one counts: what else has its destination is another rule's.
    let back = routes
        .find(|route| route.destination.known().map(|it| it.block()) == Some(everywhere()))
        .filter(|route| {
            let [target] = route.targets.as_slice() else {
                return false;
            };
            target.path == "NatGatewayId".into() && target.target.known() == Some(&nat.id)
        })?;
    if context.way_out(subnet) == WayOut::Unknown {
        return None;
    }
    Some((subnet, &back.id))
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    for nat in context.survey.nat_gateways.values() {
        if let Some((subnet, route)) = own_subnet(context, nat) {
            let message =
                Message::new("{nat} stands in {subnet}, whose default route leads back to it.")
                    .resource("nat", &nat.id)
                    .resource("subnet", &subnet.id);
            findings
                .add(&nat.id, "SubnetId", message)
                .with([&subnet.id, route]);
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    mend_ways::move_to_public(context, &finding.resource)
}
