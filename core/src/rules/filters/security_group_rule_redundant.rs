//! A rule permits nothing that the other rules of its group do not.

use std::collections::{BTreeMap, HashMap};

use crate::lower::permits::{Side, of_permission};
use crate::lower::survey::{Listed, Peer, Permission};
use crate::message::Message;
use crate::network::Direction;
use crate::packet::PacketSet;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::{LogicalId, PropertyPath};

use super::covering::{listed, taken_from};

pub(super) static RULE: Rule = Rule {
    id: "security-group-rule-redundant",
    severity: Severity::Hint,
    title: "Rule that permits nothing new",
    why: "A security group permits what any of its rules permits. A rule that others cover, one \
          or several together, changes nothing, and whoever removes it later thinks that something was closed.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  sg web GroupDescription=w SecurityGroupIngress=[{IpProtocol=tcp, FromPort=80, ToPort=80, CidrIp=0.0.0.0/0}, {IpProtocol=tcp, FromPort=80, ToPort=80, CidrIp=10.0.0.0/16}] # hint security-group-rule-redundant: Rule SecurityGroupIngress.1 of web permits nothing that SecurityGroupIngress.0 does not.
  sg parts GroupDescription=p SecurityGroupIngress=[{IpProtocol=tcp, FromPort=1, ToPort=90, CidrIp=10.0.0.0/16}, {IpProtocol=tcp, FromPort=80, ToPort=100, CidrIp=10.0.0.0/24}, {IpProtocol=tcp, FromPort=91, ToPort=200, CidrIp=10.0.0.0/16}] # hint security-group-rule-redundant: Rule SecurityGroupIngress.1 of parts permits nothing that SecurityGroupIngress.0 and SecurityGroupIngress.2 together do not.
  sg all GroupDescription=a SecurityGroupIngress=[{IpProtocol=-1, CidrIp=0.0.0.0/0, CidrIpv6=\"::/0\"}, {IpProtocol=tcp, FromPort=80, ToPort=80, SourceSecurityGroupId=@web.GroupId}] # hint security-group-rule-redundant: Rule SecurityGroupIngress.1 of all permits nothing that SecurityGroupIngress.0 does not.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  sg web GroupDescription=w SecurityGroupIngress=[{IpProtocol=tcp, FromPort=80, ToPort=80, CidrIp=0.0.0.0/0}, {IpProtocol=tcp, FromPort=443, ToPort=443, CidrIp=10.0.0.0/16}]
  sg parts GroupDescription=p SecurityGroupIngress=[{IpProtocol=tcp, FromPort=1, ToPort=90, CidrIp=10.0.0.0/16}, {IpProtocol=tcp, FromPort=80, ToPort=100, CidrIp=10.0.0.0/24}, {IpProtocol=tcp, FromPort=92, ToPort=200, CidrIp=10.0.0.0/16}, {IpProtocol=tcp, FromPort=80, ToPort=80, SourceSecurityGroupId=@web.GroupId}]
  sg maybe GroupDescription=m SecurityGroupIngress=[{IpProtocol=tcp, FromPort=80, ToPort=80, CidrIp=10.0.0.0/16}]
    ingress wide IpProtocol=tcp FromPort=80 ToPort=80 CidrIp=10.0.0.0/8 :Condition=Open
  sg list GroupDescription=l SecurityGroupIngress=[{IpProtocol=tcp, FromPort=80, ToPort=80, CidrIp=10.0.0.0/8}, {IpProtocol=tcp, FromPort=80, ToPort=80, SourcePrefixListId=@offices}]
AWS::EC2::PrefixList offices PrefixListName=offices AddressFamily=IPv4 MaxEntries=1 Entries=[{Cidr=10.0.0.0/24}]
",
    check,
    fixes,
}
.told();

/// AWS allows 1,000 rules of all groups of an interface: no group has more.
const MAX_RULES: usize = 1_000;

fn check(context: &Context<'_>, findings: &mut Findings) {
    for group in context.survey.security_groups.values() {
        for (rules, direction) in [
            (&group.ingress, Direction::Inbound),
            (&group.egress, Direction::Outbound),
        ] {
            if rules.len() > MAX_RULES {
                continue;
            }
            let lines = lines(context, rules, direction);
            for (rule, wider) in redundant(&lines) {
                let mut names: Vec<String> = wider.into_iter().map(name).collect();
                names.dedup();
                let sentence = if names.len() == 1 {
                    "Rule {rule} of {group} permits nothing that {wider} does not."
                } else {
                    "Rule {rule} of {group} permits nothing that {wider} together do not."
                };
                let message = Message::new(sentence)
                    .text("rule", name(rule))
                    .resource("group", &group.id)
                    .text("wider", listed(&names));
                findings
                    .add(&rule.resource, rule.path.clone(), message)
                    .with([&group.id]);
            }
        }
    }
}

/// A rule of which everything is known, and that permits something.
struct Line<'a> {
    rule: &'a Permission,
    side: Side,
    /// The prefix list that it names: what the list holds may change, so that
    /// only rules on the same one are compared.
    list: Option<&'a Listed>,
    packets: PacketSet,
    /// A rule with two peers goes only as a whole: it is left alone.
    is_alone: bool,
    /// Whether it is sure to be there.
    is_sure: bool,
}

impl Line<'_> {
    /// Whether this line could take packets of another: of the same peers, or
    /// of addresses, which are all that members of a group can have.
    fn may_cover(&self, other: &Self) -> bool {
        let same_side = self.side == other.side || self.side == Side::Addresses;
        same_side
            && self.list == other.list
            && (self.is_sure || self.rule.resource == other.rule.resource)
    }

    fn covers(&self, other: &Self) -> bool {
        self.may_cover(other) && matches!(other.packets.is_subset_of(&self.packets), Ok(true))
    }
}

fn lines<'a>(
    context: &Context<'_>,
    rules: &'a [Permission],
    direction: Direction,
) -> Vec<Line<'a>> {
    let mut parts: HashMap<(&LogicalId, &PropertyPath), usize> = HashMap::new();
    for rule in rules {
        *parts.entry((&rule.resource, &rule.path)).or_default() += 1;
    }
    let line = |rule: &'a Permission| {
        let (side, meant) = of_permission(rule, direction);
        let is_known = meant.open.is_none() && !meant.packets.is_empty();
        is_known.then(|| Line {
            rule,
            side,
            list: match &rule.peer {
                Peer::PrefixList(_, listed) => listed.known(),
                _ => None,
            },
            packets: meant.packets,
            is_alone: parts.get(&(&rule.resource, &rule.path)) == Some(&1),
            is_sure: !context.survey.open_conditions.contains_key(&rule.resource),
        })
    };
    rules.iter().filter_map(line).collect()
}

/// The rules that could all be removed together, each with those that permit
/// what it permits: one, where one is enough.
fn redundant<'a>(lines: &[Line<'a>]) -> Vec<(&'a Permission, Vec<&'a Permission>)> {
    let mut found: BTreeMap<usize, Vec<&Permission>> = BTreeMap::new();
    // A wider one, or the same one earlier.
    for (index, line) in lines.iter().enumerate().filter(|(_, it)| it.is_alone) {
        let mut others = lines.iter().enumerate();
        let wider = others.find(|(other, it)| {
            *other != index && it.covers(line) && (*other < index || !line.covers(it))
        });
        if let Some((_, wider)) = wider {
            found.insert(index, vec![wider.rule]);
        }
    }
    // Several together, of those that stay: of rules that cover each other in
    // a circle, the last one goes.
    for (index, line) in lines.iter().enumerate().rev() {
        if !line.is_alone || found.contains_key(&index) {
            continue;
        }
        let others = lines.iter().enumerate().filter(|(other, it)| {
            *other != index && !found.contains_key(other) && it.may_cover(line)
        });
        let mut packets = others.map(|(other, it)| (other, &it.packets));
        if let Ok((left, takers)) = taken_from(&line.packets, &mut packets)
            && left.is_empty()
        {
            let takers = takers.iter().filter_map(|other| lines.get(*other));
            found.insert(index, takers.map(|it| it.rule).collect());
        }
    }
    let rules = found.into_iter();
    rules
        .filter_map(|(index, wider)| Some((lines.get(index)?.rule, wider)))
        .collect()
}

fn name(rule: &Permission) -> String {
    if rule.path.is_root() {
        rule.resource.to_string()
    } else {
        rule.path.to_string()
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let id = &finding.resource;
    let title = Message::new("Remove the rule");
    Fix::safe(context, title, |draft| {
        if finding.path.is_root() {
            mend::remove(draft, id)
        } else {
            mend::unset(draft, id, finding.path.clone())
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::design;
    use crate::lower::survey::Survey;
    use crate::schema::everything;

    #[test]
    fn of_rules_that_cover_each_other_in_a_circle_only_the_last_goes() {
        let rule = |from: u16, to: u16, block: &str| {
            format!("{{IpProtocol=tcp, FromPort={from}, ToPort={to}, CidrIp={block}}}")
        };
        // Each half with both ports, then each port of both halves.
        let rules = [
            rule(1, 2, "10.0.0.0/25"),
            rule(1, 2, "10.0.0.128/25"),
            rule(1, 1, "10.0.0.0/24"),
            rule(2, 2, "10.0.0.0/24"),
        ];
        let document = design(&format!(
            "vpc main CidrBlock=10.0.0.0/16\n  sg web GroupDescription=w SecurityGroupIngress=[{}]",
            rules.join(", ")
        ));
        let (survey, setting) = (Survey::of(&document), document.setting());
        let context = Context::new(&document, &setting, &survey, everything());
        let ingress = &survey.security_groups["web"].ingress;
        let lines = lines(&context, ingress, Direction::Inbound);
        let told = redundant(&lines).into_iter().map(|(rule, wider)| {
            let wider: Vec<String> = wider.into_iter().map(name).collect();
            format!("{} by {}", name(rule), wider.join(" "))
        });
        let told: Vec<String> = told.collect();
        assert_eq!(
            told,
            [
                "SecurityGroupIngress.2 by SecurityGroupIngress.0 SecurityGroupIngress.1",
                "SecurityGroupIngress.3 by SecurityGroupIngress.0 SecurityGroupIngress.1",
            ]
        );
    }
}
