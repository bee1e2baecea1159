//! A route leads to addresses at which AWS's own services answer.

use ipnet::{IpNet, Ipv4Net, Ipv6Net};

use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};

pub(super) static RULE: Rule = Rule {
    id: "route-reserved-destination",
    severity: Severity::Error,
    title: "Route to addresses that AWS keeps",
    why: "At 169.254.168.0/22 and fd00:ec2::/32 AWS answers every machine itself: instance \
          metadata, time and DNS. AWS refuses a route to one of these ranges or to a part of \
          them. A route to more than the range is allowed and changes nothing for it.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/RouteTables.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  routetable table
    route meta DestinationCidrBlock=169.254.169.0/24 GatewayId=igw-1 # error route-reserved-destination: meta leads to 169.254.169.0/24, which AWS keeps for its own services.
    route six DestinationIpv6CidrBlock=\"fd00:ec2::/64\" GatewayId=igw-1 # error route-reserved-destination: six leads to fd00:ec2::/64, which AWS keeps for its own services.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  routetable table
    route site DestinationCidrBlock=169.254.0.0/16 GatewayId=vgw-1
    route six DestinationIpv6CidrBlock=\"fd00::/8\" GatewayId=vgw-1
",
    check,
    fixes,
}
.told();

fn is_kept(block: IpNet) -> bool {
    match block {
        IpNet::V4(block) => {
            let kept = Ipv4Net::new([169, 254, 168, 0].into(), 22);
            kept.is_ok_and(|kept| kept.contains(&block))
        }
        IpNet::V6(block) => {
            let kept = Ipv6Net::new([0xfd00, 0xec2, 0, 0, 0, 0, 0, 0].into(), 32);
            kept.is_ok_and(|kept| kept.contains(&block))
        }
    }
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    for route in context.survey.routes.values() {
        let block = route.destination.known().map(|it| it.block());
        if let Some(block) = block.filter(|block| is_kept(*block)) {
            let message =
                Message::new("{route} leads to {block}, which AWS keeps for its own services.")
                    .resource("route", &route.id)
                    .text("block", block);
            let path = route.destination_path.clone().unwrap_or_default();
            findings.add(&route.id, path, message);
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    mend::remove_resource(context, &finding.resource)
}
