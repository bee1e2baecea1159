//! A load balancer for the Internet stands in a subnet without a way there.

use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, WayOut, mend, mend_ways};

pub(super) static RULE: Rule = Rule {
    id: "load-balancer-private-subnet",
    severity: Severity::Error,
    title: "Load balancer without a way to the Internet",
    why: "The nodes of an internet-facing load balancer answer by the route tables of their \
          subnets. Without a default route to an Internet gateway the answers are lost, and \
          clients of that zone wait in vain.",
    guide: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#load-balancer-scheme",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
  subnet b CidrBlock=10.0.2.0/24 AvailabilityZone=us-east-1b
  routetable public
    route out DestinationCidrBlock=0.0.0.0/0 GatewayId=@igw
igw igw
  attachment joins VpcId=@main
tableassociation aPublic SubnetId=@a RouteTableId=@public
lb front Subnets=[@a, @b] Scheme=internet-facing # error load-balancer-private-subnet: front is for the Internet, but b has no route to an Internet gateway.
AWS::ElasticLoadBalancing::LoadBalancer old Subnets=[@b] Listeners=[{LoadBalancerPort=80, InstancePort=80, Protocol=HTTP}] # error load-balancer-private-subnet: old is for the Internet, but b has no route to an Internet gateway.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
  subnet b CidrBlock=10.0.2.0/24 AvailabilityZone=us-east-1b
lb front Subnets=[@a, @b] Scheme=internal
lb either Subnets=[@a, @b] Scheme=@PublicOrNot
lb inspection Subnets=[@a] Type=gateway
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    let balancers = context.survey.load_balancers.values();
    let balancers = balancers
        .filter(|it| it.is_internet_facing)
        .map(|it| (&it.id, &it.subnets));
    let classic = context.survey.classic_balancers.values();
    let classic = classic
        .filter(|it| it.is_internet_facing.known() == Some(&true))
        .map(|it| (&it.id, &it.subnets));
    for (id, subnets) in balancers.chain(classic) {
        for used in subnets {
            let subnet = used.id.known();
            let Some(subnet) = subnet.and_then(|id| context.survey.subnets.get(id)) else {
                continue;
            };
            if matches!(context.way_out(subnet), WayOut::Nowhere | WayOut::Elsewhere) {
                let message = Message::new(
                    "{balancer} is for the Internet, but {subnet} has no route to an Internet gateway.",
                )
                .resource("balancer", id)
                .resource("subnet", &subnet.id);
                findings
                    .add(id, used.path.clone(), message)
                    .with([&subnet.id]);
            }
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let Some(subnet) = finding.others.first() else {
        return Vec::new();
    };
    let mut ways = mend_ways::make_public(context, subnet);
    let title = Message::new("Make {balancer} internal").resource("balancer", &finding.resource);
    ways.extend(Fix::review(context, title, |draft| {
        mend::set(draft, &finding.resource, "Scheme", "internal")
    }));
    ways
}
