//! A design asks for more than AWS grants without being asked to.

use indexmap::IndexMap;

use crate::catalogue::ec2;
use crate::message::Message;
use crate::rules::{Context, Findings, Rule, Severity, no_fix};
use crate::template::{LogicalId, Resource};

pub(super) static RULE: Rule = Rule {
    id: "default-quota",
    severity: Severity::Warning,
    title: "More than the default quota",
    why: "AWS grants every account a number of resources, for a Region, a zone or a VPC. What is \
          beyond the default quota is refused until AWS raises it, which is asked for under \
          Service Quotas and may take days. What the account has beside this design counts too.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html",
    bad: "\
eip a
eip b
eip c
eip d
eip e
eip f # warning default-quota: 6 Elastic IP addresses: the default quota is 5 in a Region.
",
    good: "\
eip a
eip b
eip c
eip d
eip e
",
    check,
    fixes: no_fix,
}
.told();

/// What is granted: how many, and the sentence on what is more.
struct Quota {
    granted: usize,
    sentence: &'static str,
}

const fn quota(granted: usize, sentence: &'static str) -> Quota {
    Quota { granted, sentence }
}

/// The quotas, in the order in which they are told.
static QUOTAS: [Quota; 10] = [
    quota(5, "{count} VPCs: the default quota is {quota} in a Region."),
    quota(
        5,
        "{of} has {count} IPv4 blocks: the default quota is {quota}.",
    ),
    quota(
        5,
        "{of} has {count} IPv6 blocks: the default quota is {quota}.",
    ),
    quota(
        200,
        "{of} has {count} subnets: the default quota is {quota}.",
    ),
    quota(
        200,
        "{of} has {count} route tables: the default quota is {quota}.",
    ),
    quota(
        50,
        "{of} has {count} IPv4 routes: the default quota is {quota}.",
    ),
    quota(
        50,
        "{of} has {count} IPv6 routes: the default quota is {quota}.",
    ),
    quota(
        5,
        "{count} Elastic IP addresses: the default quota is {quota} in a Region.",
    ),
    quota(
        5,
        "{count} NAT gateways in {of}: the default quota is {quota} in a zone.",
    ),
    quota(
        50,
        "{of} has {count} peering connections: the default quota is {quota}.",
    ),
];

/// What is counted: by the quota's place, and by what it is a quota of.
type Counted<'a> = IndexMap<(usize, &'a str), Vec<&'a LogicalId>>;

/// Counts everything that a quota is about.
fn count<'a>(context: &Context<'a>) -> Counted<'a> {
    let survey = context.survey;
    let mut counted: Counted<'a> = IndexMap::new();
    let mut add = |place: usize, of: &'a str, id: &'a LogicalId| {
        counted.entry((place, of)).or_default().push(id);
    };
    for vpc in survey.vpcs.values() {
        add(0, "", &vpc.id);
        add(1, vpc.id.as_str(), &vpc.id);
    }
    for (id, resource) in &context.template().resources {
        if resource.kind() == ec2::VpcCidrBlock::KIND
            && let Some(vpc) = named(context, resource, "VpcId")
        {
            add(if is_ipv6(resource) { 2 } else { 1 }, vpc, id);
        }
        if resource.kind() == ec2::vpc_peering_connection::ENTRY.kind {
            for path in ["VpcId", "PeerVpcId"] {
                if let Some(vpc) = named(context, resource, path) {
                    add(9, vpc, id);
                }
            }
        }
    }
    for subnet in survey.subnets.values() {
        if let Some(vpc) = subnet.vpc.known() {
            add(3, vpc.as_str(), &subnet.id);
        }
    }
    for table in survey.tables.values() {
        if let Some(vpc) = table.vpc.known() {
            add(4, vpc.as_str(), &table.id);
        }
    }
    for route in survey.routes.values() {
        let path = route.destination_path.as_ref().map(ToString::to_string);
        let place = match path.as_deref() {
            Some("DestinationCidrBlock") => 5,
            Some("DestinationIpv6CidrBlock") => 6,
            _ => continue,
        };
        if let Some(table) = route.table.known() {
            add(place, table.as_str(), &route.id);
        }
    }
    for address in survey.elastic_ips.keys() {
        add(7, "", address);
    }
    for nat in survey.nat_gateways.values() {
        let subnet = nat.subnet.known().and_then(|id| survey.subnets.get(id));
        if let Some(zone) = subnet.and_then(|subnet| subnet.zone.known()) {
            add(8, zone, &nat.id);
        }
    }
    counted
}

/// The resource of this template that a property names.
fn named<'a>(context: &Context<'a>, resource: &'a Resource, path: &str) -> Option<&'a str> {
    let named = context.evaluator.property(resource, &path.into());
    let crate::template::Evaluated::Resource { id, .. } = named else {
        return None;
    };
    let (known, _) = context.survey.vpcs.get_key_value(&id)?;
    Some(known.as_str())
}

fn is_ipv6(resource: &Resource) -> bool {
    let mut keys = resource.properties().into_iter().flat_map(|it| it.keys());
    keys.any(|key| key.contains("pv6"))
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    for ((place, of), all) in count(context) {
        let Some(quota) = QUOTAS.get(place).filter(|it| all.len() > it.granted) else {
            continue;
        };
        // What stands under a condition may not be made.
        let made: Vec<_> = all.iter().filter(|id| context.is_certain(id)).collect();
        let Some(first) = made.get(quota.granted) else {
            continue;
        };
        let message = Message::new(quota.sentence)
            .text("count", made.len())
            .text("quota", quota.granted)
            .text("of", of);
        findings.add(first, "", message);
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;

    use super::*;
    use crate::fixture::design;
    use crate::lower::survey::Survey;
    use crate::schema::Schemas;

    fn found(text: &str) -> Vec<String> {
        let document = design(text);
        let survey = Survey::of(&document);
        let setting = document.setting();
        let schemas = Schemas::default();
        let context = Context::new(&document, &setting, &survey, &schemas);
        let mut findings = Findings::of(&RULE);
        check(&context, &mut findings);
        let list = findings.into_list().into_iter();
        list.map(|it| it.message.to_string()).collect()
    }

    /// A VPC with so many of something, one a line.
    fn many(count: usize, line: impl Fn(usize) -> String) -> String {
        let mut text = "vpc main CidrBlock=10.0.0.0/16\n  routetable table\n".to_owned();
        for index in 0..count {
            let _ = writeln!(text, "{}", line(index));
        }
        text
    }

    #[test]
    fn each_quota_is_told_once_and_only_when_it_is_passed() {
        let route =
            |i| format!("    route r{i} DestinationCidrBlock=10.{i}.0.0/24 GatewayId=igw-1");
        assert_eq!(found(&many(50, route)), [""; 0]);
        assert_eq!(
            found(&many(51, route)),
            ["table has 51 IPv4 routes: the default quota is 50."]
        );
        let subnet = |i| format!("  subnet s{i} CidrBlock=10.0.{i}.0/24");
        assert_eq!(
            found(&many(201, subnet)),
            ["main has 201 subnets: the default quota is 200."]
        );
        let block = |i| format!("  vpccidrblock b{i} CidrBlock=10.{}.0.0/16", i + 1);
        assert_eq!(found(&many(4, block)), [""; 0]);
        assert_eq!(
            found(&many(5, block)),
            ["main has 6 IPv4 blocks: the default quota is 5."]
        );
        let peering = |i| format!("peering p{i} VpcId=@main PeerVpcId=vpc-{i}");
        assert_eq!(
            found(&many(51, peering)),
            ["main has 51 peering connections: the default quota is 50."]
        );
        let vpc = |i| format!("vpc v{i} CidrBlock=10.{}.0.0/16", i + 1);
        assert_eq!(
            found(&many(5, vpc)),
            ["6 VPCs: the default quota is 5 in a Region."]
        );
    }
}
