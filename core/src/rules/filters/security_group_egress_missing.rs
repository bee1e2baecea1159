//! A group lets another in that lets nothing out to it.

use std::collections::HashMap;

use ipnet::IpNet;

use crate::catalogue::ec2;
use crate::cidr;
use crate::lower::survey::{Fact, Peer, Permission, SecurityGroup};
use crate::message::Message;
use crate::network::Protocol;
use crate::rules::placement::standing::{Standing, standing};
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::{LogicalId, Value};

use super::covering::carries;

pub(super) static RULE: Rule = Rule {
    id: "security-group-egress-missing",
    severity: Severity::Warning,
    title: "Let in there, but not let out here",
    why: "A group that states outbound rules lets out what they say and nothing else. Another \
          group lets its members in, so connections are meant, but none of its own rules lets \
          them out there. Add an outbound rule.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
    instance web SecurityGroupIds=[@app]
    instance store SecurityGroupIds=[@data]
  sg app GroupDescription=a SecurityGroupEgress=[{IpProtocol=tcp, FromPort=443, ToPort=443, CidrIp=0.0.0.0/0}] # warning security-group-egress-missing: data lets app in at port 3306, but app does not let that out.
  sg data GroupDescription=d SecurityGroupIngress=[{IpProtocol=tcp, FromPort=3306, ToPort=3306, SourceSecurityGroupId=@app.GroupId}]
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
    instance web SecurityGroupIds=[@app]
    instance store SecurityGroupIds=[@data]
  sg app GroupDescription=a SecurityGroupEgress=[{IpProtocol=tcp, FromPort=3306, ToPort=3306, CidrIp=10.0.0.0/16}]
  sg data GroupDescription=d SecurityGroupIngress=[{IpProtocol=tcp, FromPort=3306, ToPort=3306, SourceSecurityGroupId=@app.GroupId}]
",
    check,
    fixes,
}
.told();

/// What carries each group.
type Members<'a> = HashMap<&'a LogicalId, Vec<Standing<'a>>>;

fn members<'a>(context: &Context<'a>) -> Members<'a> {
    let mut members: Members<'a> = HashMap::new();
    for it in standing(context) {
        for group in it.groups.iter().filter_map(|used| used.id.known()) {
            members.entry(group).or_default().push(it.clone());
        }
    }
    members
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    let groups = context.survey.security_groups.values();
    let mut closed = groups.filter(|it| !it.has_default_egress).peekable();
    if closed.peek().is_none() {
        return;
    }
    let members = members(context);
    let wanted = wanted(context);
    for from in closed {
        let ways = wanted.get(&from.id).into_iter().flatten();
        let mut cut = ways.filter(|(to, rule)| is_cut(context, &members, from, to, rule));
        // One at a time: what is missing for others shows when this is mended.
        let Some((to, rule)) = cut.next() else {
            continue;
        };
        let message =
            Message::new("{to} lets {from} in at {ports}, but {from} does not let that out.")
                .resource("to", &to.id)
                .resource("from", &from.id)
                .text("ports", ports(rule));
        findings
            .add(&from.id, "SecurityGroupEgress", message)
            .with([&to.id]);
    }
}

/// The groups that let each group in, and by which rule.
type Wanted<'a> = HashMap<&'a LogicalId, Vec<(&'a SecurityGroup, &'a Permission)>>;

fn wanted<'a>(context: &Context<'a>) -> Wanted<'a> {
    let mut wanted: Wanted<'a> = HashMap::new();
    for to in context.survey.security_groups.values() {
        for rule in &to.ingress {
            if let Peer::Group(_, Fact::Known(from)) = &rule.peer
                && *from != to.id
            {
                wanted.entry(from).or_default().push((to, rule));
            }
        }
    }
    wanted
}

/// Whether it is certain that no member of a group gets out to those of
/// another, who would let it in.
fn is_cut<'a>(
    context: &Context<'a>,
    members: &Members<'a>,
    from: &SecurityGroup,
    to: &SecurityGroup,
    rule: &Permission,
) -> bool {
    let (Some(sources), Some(targets)) = (members.get(&from.id), members.get(&to.id)) else {
        return false;
    };
    let blocks = targets.iter().map(|it| it.blocks(context));
    let groups = targets.iter().map(|it| it.groups(context));
    let (Some(blocks), Some(groups)) = (
        blocks.collect::<Option<Vec<_>>>(),
        groups.collect::<Option<Vec<_>>>(),
    ) else {
        return false;
    };
    let (blocks, groups) = (blocks.concat(), groups.concat());
    sources.iter().all(|source| {
        source.groups(context).is_some_and(|own| {
            own.iter().all(|group| {
                let mut rules = group.egress.iter();
                !group.has_default_egress && rules.all(|it| lets_none(it, rule, &groups, &blocks))
            })
        })
    })
}

/// Whether it is certain that a rule lets out nothing of what another lets in.
fn lets_none(
    out: &Permission,
    wanted: &Permission,
    groups: &[&SecurityGroup],
    blocks: &[IpNet],
) -> bool {
    let (Some((protocol, ports)), Some((other, needed))) = (carries(out), carries(wanted)) else {
        return false;
    };
    let is_any = |it| it == Protocol::Any;
    if protocol != other && !is_any(protocol) && !is_any(other) {
        return true;
    }
    if ports.to < needed.from || needed.to < ports.from {
        return true;
    }
    match &out.peer {
        Peer::Group(_, Fact::Known(id)) => groups.iter().all(|group| group.id != *id),
        Peer::Block(_, Fact::Known(net)) => {
            let mut blocks = blocks.iter();
            blocks.all(|block| cidr::overlap(*block, *net).is_none())
        }
        Peer::Nobody => true,
        _ => false,
    }
}

/// The ports of a rule in words.
fn ports(rule: &Permission) -> String {
    match carries(rule) {
        Some((Protocol::Tcp | Protocol::Udp, ports)) if ports.from == ports.to => {
            format!("port {}", ports.from)
        }
        Some((Protocol::Tcp | Protocol::Udp, ports)) => {
            format!("ports {} to {}", ports.from, ports.to)
        }
        _ => "all that its rule says".to_owned(),
    }
}

/// Lets out what the other group lets in.
fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let survey = context.survey;
    let from = &finding.resource;
    let to = finding.others.first();
    let Some(to) = to.and_then(|id| survey.security_groups.get(id)) else {
        return Vec::new();
    };
    let title = Message::new("Let {from} out to {to}")
        .resource("from", from)
        .resource("to", &to.id);
    Fix::review(context, title, |draft| {
        for rule in &to.ingress {
            if !matches!(&rule.peer, Peer::Group(_, Fact::Known(id)) if id == from) {
                continue;
            }
            let written = context.resource(&rule.resource)?;
            let stem = format!("{from}To{}", to.id);
            let id = |group: &LogicalId| Value::attribute(group.as_str(), "GroupId");
            let properties = [
                ("GroupId", id(from)),
                ("DestinationSecurityGroupId", id(&to.id)),
            ];
            let new = mend::add(draft, &stem, ec2::SecurityGroupEgress::KIND, properties);
            for key in ["IpProtocol", "FromPort", "ToPort"] {
                if let Some(value) = written.get(&rule.path.key(key)) {
                    mend::set(draft, &new, key, value.clone())?;
                }
            }
        }
        Some(())
    })
}
