//! A subnet has fewer addresses than what stands in it needs.

use std::collections::HashMap;

use crate::cidr;
use crate::lower::survey::{AutoScalingGroup, BalancerKind, Fact, Interface, Standing};
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::LogicalId;

pub(super) static RULE: Rule = Rule {
    id: "subnet-few-addresses",
    severity: Severity::Error,
    title: "Not enough addresses",
    why: "AWS keeps five addresses of each subnet. Every network interface in it takes one of the \
          others: those of instances, NAT gateways, endpoints, mount targets and transit gateway \
          attachments. Most load balancers need eight that are free. What finds no address is \
          not built.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/28 # error subnet-few-addresses: a has 11 addresses for use; what stands in it needs 14.
    eni cardA
    instance one
    instance two
    instance three
    instance four
    lb front Type=network
  endpoint shell ServiceName=com.amazonaws.us-east-1.ssm VpcEndpointType=Interface SubnetIds=[@a]
  subnet c CidrBlock=10.0.3.0/28 AvailabilityZone=us-east-1a
  subnet d CidrBlock=10.0.4.0/28 AvailabilityZone=us-east-1b
AWS::AutoScaling::AutoScalingGroup fleet MinSize=23 MaxSize=30 VPCZoneIdentifier=[@c, @d] LaunchTemplate={LaunchTemplateId=lt-1, Version=1} # error subnet-few-addresses: fleet is to have 23 instances; its subnets have 22 addresses left for them.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/28
    instance one
    instance two
    instance three
    lb front Type=network
  subnet b CidrBlock=10.0.2.0/28
    instance many NetworkInterfaces=[{DeviceIndex=0, NetworkInterfaceId=@card}]
    eni card
  subnet c CidrBlock=10.0.3.0/28 AvailabilityZone=us-east-1a
  subnet d CidrBlock=10.0.4.0/28 AvailabilityZone=us-east-1b
AWS::AutoScaling::AutoScalingGroup fleet MinSize=22 MaxSize=30 VPCZoneIdentifier=[@c, @d] LaunchTemplate={LaunchTemplateId=lt-1, Version=1}
",
    check,
    fixes,
}
.told();

/// What a load balancer needs to be free in each of its subnets: an internal
/// Network Load Balancer needs one address only.
const LOAD_BALANCER: u64 = 8;

/// How many addresses each subnet must have for what is certain to stand in it.
/// What AWS may put elsewhere, such as a database of a subnet group, is not
/// counted.
fn needs(context: &Context<'_>) -> HashMap<LogicalId, u64> {
    let mut needs: HashMap<LogicalId, u64> = HashMap::new();
    let mut take = |subnet: &Fact<LogicalId>, count: u64| {
        if let Some(subnet) = subnet.known() {
            let need = needs.entry(subnet.clone()).or_default();
            *need = need.saturating_add(count);
        }
    };
    let survey = context.survey;
    let one = |interface: &Interface| {
        let further = interface.secondary_ips.len();
        u64::try_from(further).map_or(u64::MAX, |it| it.saturating_add(1))
    };
    for instance in survey.instances.values() {
        // An interface that is a resource takes its address by itself.
        for interface in instance.interfaces().filter(|it| it.resource.is_none()) {
            take(&interface.subnet.id, one(interface));
        }
    }
    for it in survey.interfaces.values() {
        take(&it.interface.subnet.id, one(&it.interface));
    }
    for nat in survey.nat_gateways.values() {
        take(&nat.subnet, 1);
    }
    for balancer in survey.load_balancers.values() {
        let is_large =
            balancer.is_internet_facing || balancer.kind == Fact::Known(BalancerKind::Application);
        for used in &balancer.subnets {
            take(&used.id, if is_large { LOAD_BALANCER } else { 1 });
        }
    }
    for balancer in survey.classic_balancers.values() {
        for used in &balancer.subnets {
            take(&used.id, LOAD_BALANCER);
        }
    }
    for host in survey.hosts.values() {
        if host.standing == Standing::Each || host.subnets.len() == 1 {
            for used in &host.subnets {
                take(&used.id, 1);
            }
        }
    }
    for attachment in survey.transit_attachments.values() {
        for used in &attachment.subnets {
            take(&used.id, 1);
        }
    }
    for fleet in survey.fleets.values() {
        let count = fleet.desired.known().and_then(|it| u64::try_from(*it).ok());
        if let ([subnet], Some(count)) = (fleet.subnets.as_slice(), count) {
            take(&subnet.id, count);
        }
    }
    needs
}

/// Fleets over several subnets: how many instances there are to be, and how
/// many addresses their subnets have left for them, if it is too few.
fn crowded_fleets<'a>(
    context: &Context<'a>,
    needs: &HashMap<LogicalId, u64>,
) -> Vec<(&'a AutoScalingGroup, u64, u64)> {
    let survey = context.survey;
    let fleets = survey.fleets.values().filter(|it| it.subnets.len() > 1);
    let crowded = fleets.filter_map(|fleet| {
        let wanted = fleet.desired.known().or(fleet.min_size.known())?;
        let wanted = u64::try_from(*wanted).ok()?;
        let mut room = 0_u64;
        for used in &fleet.subnets {
            let subnet = survey.subnets.get(used.id.known()?)?;
            let usable = cidr::usable_count(subnet.cidr.known()?.block());
            let taken = needs.get(&subnet.id).copied().unwrap_or_default();
            room = room.saturating_add(usable.saturating_sub(taken));
        }
        (wanted > room).then_some((fleet, wanted, room))
    });
    crowded.collect()
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    let needs = needs(context);
    for (fleet, wanted, room) in crowded_fleets(context, &needs) {
        let message = Message::new(
            "{fleet} is to have {wanted} instances; its subnets have {room} addresses left for them.",
        )
        .resource("fleet", &fleet.id)
        .text("wanted", wanted)
        .text("room", room);
        findings.add(&fleet.id, "VPCZoneIdentifier", message);
    }
    for subnet in context.survey.subnets.values() {
        let Some(block) = subnet.cidr.known().map(|it| it.block()) else {
            continue;
        };
        let usable = cidr::usable_count(block);
        let need = needs.get(&subnet.id).copied().unwrap_or_default();
        if need > usable && cidr::is_subnet_size(block) {
            let message = Message::new(
                "{subnet} has {usable} addresses for use; what stands in it needs {need}.",
            )
            .resource("subnet", &subnet.id)
            .text("usable", usable)
            .text("need", need);
            findings.add(&subnet.id, "CidrBlock", message);
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let id = &finding.resource;
    // More room for a fleet may be in larger subnets, or in more of them.
    if !context.survey.subnets.contains_key(id) {
        return Vec::new();
    }
    let need = needs(context).get(id).copied().unwrap_or_default();
    let prefix = (16..=28)
        .rev()
        .find(|prefix| (1_u64 << (32 - prefix)) >= need.saturating_add(5))
        .unwrap_or(16);
    let block = context.survey.subnets.get(id).and_then(|subnet| {
        let vpc = subnet.vpc.known()?;
        cidr::next_free(&context.blocks_of(vpc), &context.taken_in(vpc, id), prefix)
    });
    mend::move_subnet_to(context, id, block)
}
