//! A block of addresses is written in a way that nothing can read.

use ipnet::IpNet;

use crate::cidr::Parsed;
use crate::lower::survey::{Fact, Peer};
use crate::message::Message;
use crate::rules::{Context, Findings, Rule, Severity, no_fix};
use crate::template::{LogicalId, PropertyPath, Step};

pub(super) static RULE: Rule = Rule {
    id: "cidr-malformed",
    severity: Severity::Error,
    title: "Unreadable CIDR block",
    why: "A block is an address, a slash and the number of its leading bits that all its \
          addresses share: 10.0.1.0/24 is 10.0.1.0 to 10.0.1.255. AWS refuses everything else.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html",
    bad: "\
vpc main CidrBlock=10.0.0/16 # error cidr-malformed: main: 10.0.0 is not an IPv4 address: it has 3 of 4 parts.
vpc other CidrBlock=10.1.0.0/16
  routetable table
    route out DestinationCidrBlock=\"::/0\" GatewayId=igw-1 # error cidr-malformed: out: ::/0 is an IPv6 block, and DestinationCidrBlock takes an IPv4 one.
  vpccidrblock more CidrBlock=10.2.0.0/99 # error cidr-malformed: more: /99 is too long: a prefix length of IPv4 goes from 0 to 32.
prefixlist list AddressFamily=IPv4 MaxEntries=1 PrefixListName=l Entries=[{Cidr=10.0.0.0}] # error cidr-malformed: list: 10.0.0.0 has no prefix length. Write 10.0.0.0/32 for this one address, or a block such as 10.0.0.0/16.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  sg web GroupDescription=w SecurityGroupIngress=[{IpProtocol=tcp, FromPort=80, ToPort=80, CidrIp=0.0.0.0/0}]
",
    check,
    fixes: no_fix,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    let survey = context.survey;
    let parsed = |fact: &Fact<Parsed>| fact.known().map(|it| it.block());
    for vpc in survey.vpcs.values() {
        report(findings, &vpc.id, "CidrBlock", &vpc.cidr);
        report_family(findings, &vpc.id, "CidrBlock".into(), parsed(&vpc.cidr));
    }
    for subnet in survey.subnets.values() {
        report(findings, &subnet.id, "CidrBlock", &subnet.cidr);
        report(findings, &subnet.id, "Ipv6CidrBlock", &subnet.ipv6_cidr);
        for (path, fact) in [
            ("CidrBlock", &subnet.cidr),
            ("Ipv6CidrBlock", &subnet.ipv6_cidr),
        ] {
            report_family(findings, &subnet.id, path.into(), parsed(fact));
        }
    }
    for route in survey.routes.values() {
        let path = route.destination_path.clone().unwrap_or_default();
        report(findings, &route.id, path.clone(), &route.destination);
        report_family(findings, &route.id, path, parsed(&route.destination));
    }
    for (id, block) in survey.vpcs.values().flat_map(|vpc| &vpc.open_blocks) {
        report(findings, id, "CidrBlock", block);
    }
    for site in &survey.site_blocks {
        report(findings, &site.id, "DestinationCidrBlock", &site.block);
    }
    for route in survey.transit_routes.values() {
        report(
            findings,
            &route.id,
            "DestinationCidrBlock",
            &route.destination,
        );
    }
    for list in survey.prefix_lists.values() {
        for (path, block) in &list.entries {
            report(findings, &list.id, path.clone(), block);
        }
    }
    for group in survey.security_groups.values() {
        for permission in group.ingress.iter().chain(&group.egress) {
            if let Peer::Block(path, block) = &permission.peer {
                report(findings, &permission.resource, path.clone(), block);
                let block = block.known().copied();
                report_family(findings, &permission.resource, path.clone(), block);
            }
        }
    }
    for entry in survey.network_acls.values().flat_map(|acl| &acl.entries) {
        report(findings, &entry.id, "CidrBlock", &entry.block);
    }
}

fn report<T>(
    findings: &mut Findings,
    id: &LogicalId,
    path: impl Into<PropertyPath>,
    fact: &Fact<T>,
) {
    if let Fact::Malformed(why) = fact {
        let message = Message::new("{resource}: {why}")
            .resource("resource", id)
            .message("why", why.clone());
        findings.add(id, path, message);
    }
}

/// Reports a block of the family that its property is not for.
fn report_family(
    findings: &mut Findings,
    id: &LogicalId,
    path: PropertyPath,
    block: Option<IpNet>,
) {
    let Some(Step::Key(property)) = path.steps().last() else {
        return;
    };
    let sentence = match (block, property.contains("v6")) {
        (Some(IpNet::V6(_)), false) => {
            "{resource}: {block} is an IPv6 block, and {property} takes an IPv4 one."
        }
        (Some(IpNet::V4(_)), true) => {
            "{resource}: {block} is an IPv4 block, and {property} takes an IPv6 one."
        }
        _ => return,
    };
    let message = Message::new(sentence)
        .resource("resource", id)
        .text("block", block.map(|it| it.to_string()).unwrap_or_default())
        .text("property", property);
    findings.add(id, path, message);
}
