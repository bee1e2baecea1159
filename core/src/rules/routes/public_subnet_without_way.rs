//! A subnet gives out public addresses and has no way to the Internet.

use crate::lower::survey::Fact;
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, WayOut, mend, mend_ways};

use super::tables::{Called, called};

pub(super) static RULE: Rule = Rule {
    id: "public-subnet-without-way",
    severity: Severity::Warning,
    title: "Public addresses without a way out",
    why: "A subnet is public by its route table: a default route to an Internet gateway. Without \
          it the public addresses that the subnet gives to its instances, and that AWS charges \
          for, reach nothing and are reached by nobody. A subnet that is only called public is \
          pointed out too.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html#subnet-types",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet public CidrBlock=10.0.1.0/24 MapPublicIpOnLaunch=true # warning public-subnet-without-way: public gives out public addresses but has no route to an Internet gateway.
  subnet publicB CidrBlock=10.0.2.0/24 # hint public-subnet-without-way: publicB is called public but has no route to an Internet gateway.
  routetable open
    route out DestinationCidrBlock=0.0.0.0/0 GatewayId=@igw
igw igw
  attachment joins VpcId=@main
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet public CidrBlock=10.0.1.0/24 MapPublicIpOnLaunch=true
  routetable open
    route out DestinationCidrBlock=0.0.0.0/0 GatewayId=@igw
tableassociation publicOpen SubnetId=@public RouteTableId=@open
igw igw
  attachment joins VpcId=@main
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    for subnet in context.survey.subnets.values() {
        let is_lost = matches!(context.way_out(subnet), WayOut::Nowhere | WayOut::Elsewhere);
        if !is_lost {
            continue;
        }
        if subnet.maps_public_ip == Fact::Known(true) {
            let message = Message::new(
                "{subnet} gives out public addresses but has no route to an Internet gateway.",
            )
            .resource("subnet", &subnet.id);
            findings.add(&subnet.id, "MapPublicIpOnLaunch", message);
        } else if called(context, &subnet.id) == Some(Called::Public) {
            let message =
                Message::new("{subnet} is called public but has no route to an Internet gateway.")
                    .resource("subnet", &subnet.id);
            findings.add(&subnet.id, "", message).severity = Severity::Hint;
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let id = &finding.resource;
    let mut ways = mend_ways::make_public(context, id);
    if finding.severity == Severity::Hint {
        return ways;
    }
    let title = Message::new("Give out no public addresses in {subnet}").resource("subnet", id);
    ways.extend(Fix::review(context, title, |draft| {
        mend::set(draft, id, "MapPublicIpOnLaunch", false)
    }));
    ways
}
