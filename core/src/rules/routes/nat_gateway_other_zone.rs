//! A subnet goes out through a NAT gateway in another zone.

use crate::message::Message;
use crate::rules::context::everywhere;
use crate::rules::{Context, Findings, Rule, Severity, no_fix};

pub(super) static RULE: Rule = Rule {
    id: "nat-gateway-other-zone",
    severity: Severity::Warning,
    title: "Way out through another zone",
    why: "When the zone of the NAT gateway fails, this subnet is cut off though its own zone is \
          well, and AWS charges for every byte between zones. Build a NAT gateway in each zone, \
          and a route table for each.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet public CidrBlock=10.0.0.0/24 AvailabilityZone=us-east-1a
    nat nat AllocationId=@address.AllocationId
  subnet app CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1b # warning nat-gateway-other-zone: app is in us-east-1b and goes out through nat in us-east-1a.
  routetable private
    route out DestinationCidrBlock=0.0.0.0/0 NatGatewayId=@nat
tableassociation appPrivate SubnetId=@app RouteTableId=@private
eip address Domain=vpc
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet public CidrBlock=10.0.0.0/24 AvailabilityZone=us-east-1a
    nat nat AllocationId=@address.AllocationId
  subnet app CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
  routetable private
    route out DestinationCidrBlock=0.0.0.0/0 NatGatewayId=@nat
tableassociation appPrivate SubnetId=@app RouteTableId=@private
eip address Domain=vpc
",
    check,
    fixes: no_fix,
};

fn check(context: &Context<'_>, findings: &mut Findings) {
    let survey = context.survey;
    for subnet in survey.subnets.values() {
        let table = subnet.table.as_ref().and_then(|id| survey.tables.get(id));
        let (Some(table), Some(zone)) = (table, subnet.zone.known()) else {
            continue;
        };
        for route in table.routes.iter().filter_map(|id| survey.routes.get(id)) {
            if route.destination.known().map(|it| it.block()) != Some(everywhere()) {
                continue;
            }
            let nat = route.targets.iter().find_map(|target| {
                let nat = survey.nat_gateways.get(target.target.known()?)?;
                let zone = survey.subnets.get(nat.subnet.known()?)?.zone.known()?;
                Some((nat, zone))
            });
            if let Some((nat, other)) = nat.filter(|(_, other)| *other != zone) {
                let message =
                    Message::new("{subnet} is in {zone} and goes out through {nat} in {other}.")
                        .resource("subnet", &subnet.id)
                        .text("zone", zone)
                        .resource("nat", &nat.id)
                        .text("other", other);
                findings
                    .add(&subnet.id, "AvailabilityZone", message)
                    .with([&nat.id]);
            }
        }
    }
}
