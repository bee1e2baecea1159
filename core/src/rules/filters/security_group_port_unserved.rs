//! A rule opens a port at which nothing that carries its group listens.

use std::collections::HashMap;

use super::covering::carries;
use super::removing::remove_rule;
use crate::lower::survey::{HostKind, Permission};
use crate::message::Message;
use crate::network::Protocol;
use crate::rules::placement::standing::standing;
use crate::rules::{Context, Findings, Rule, Severity};
use crate::template::LogicalId;

pub(super) static RULE: Rule = Rule {
    id: "security-group-port-unserved",
    severity: Severity::Hint,
    title: "Port at which nothing listens",
    why: "Databases, caches and file systems listen at one port that AWS or you have chosen. A \
          rule for another port lets nobody in: it is left over, or the port is mistaken.",
    guide: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.RDSSecurityGroups.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  sg data GroupDescription=d SecurityGroupIngress=[{IpProtocol=tcp, FromPort=3306, ToPort=3306, CidrIp=10.0.0.0/16}] # hint security-group-port-unserved: A rule of data opens port 3306, but orders, which carries it, listens at 5432.
AWS::RDS::DBInstance orders Engine=postgres VPCSecurityGroups=[@data]
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
    instance server SecurityGroupIds=[@mixed]
  sg data GroupDescription=d SecurityGroupIngress=[{IpProtocol=tcp, FromPort=5432, ToPort=5432, CidrIp=10.0.0.0/16}, {IpProtocol=icmp, FromPort=-1, ToPort=-1, CidrIp=10.0.0.0/16}]
  sg mixed GroupDescription=d SecurityGroupIngress=[{IpProtocol=tcp, FromPort=3306, ToPort=3306, CidrIp=10.0.0.0/16}]
AWS::RDS::DBInstance orders Engine=postgres VPCSecurityGroups=[@data, @mixed]
AWS::RDS::DBInstance others Engine=@Engine VPCSecurityGroups=[@data]
",
    check,
    fixes: remove_rule,
}
.told();

/// The ports that something listens at, if they are all of them: none for
/// machines, where anything may listen.
fn ports<'a>(context: &Context<'a>) -> HashMap<&'a LogicalId, Vec<i64>> {
    let survey = context.survey;
    let databases = survey.databases.values();
    let databases = databases.map(|it| (&it.id, it.port.known().map(|port| vec![*port])));
    let hosts = survey.hosts.values().filter(|it| {
        matches!(
            it.kind,
            HostKind::MountTarget | HostKind::Cache | HostKind::Store | HostKind::DatabaseProxy
        )
    });
    let hosts = hosts.map(|it| {
        let ports = it.ports.iter().map(|it| it.port.known().copied());
        (&it.id, ports.collect::<Option<Vec<_>>>())
    });
    let all = databases.chain(hosts);
    all.filter_map(|(id, ports)| Some((id, ports.filter(|it| !it.is_empty())?)))
        .collect()
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    let ports = ports(context);
    if ports.is_empty() {
        return;
    }
    // For each group what carries it, while all of that is certain to listen
    // at certain ports only.
    let mut served: HashMap<&LogicalId, Option<Vec<&LogicalId>>> = HashMap::new();
    for it in standing(context) {
        for group in it.groups.iter().filter_map(|used| used.id.known()) {
            let entry = served.entry(group).or_insert_with(|| Some(Vec::new()));
            if ports.contains_key(it.id) {
                if let Some(list) = entry {
                    list.push(it.id);
                }
            } else {
                *entry = None;
            }
        }
    }
    for group in context.survey.security_groups.values() {
        let Some(Some(carriers)) = served.get(&group.id) else {
            continue;
        };
        let (Some(first), true) = (
            carriers.first(),
            is_only_carried(context, &group.id, carriers),
        ) else {
            continue;
        };
        for rule in &group.ingress {
            let listens = |id: &&LogicalId| {
                let mut ports = ports.get(id).into_iter().flatten();
                ports.any(|port| lets(rule, *port) != Some(false))
            };
            let (Some((_, opened)), false) = (carries(rule), carriers.iter().any(listens)) else {
                continue;
            };
            let opened = if opened.from == opened.to {
                format!("port {}", opened.from)
            } else {
                format!("ports {} to {}", opened.from, opened.to)
            };
            let at = ports.get(*first).and_then(|it| it.first());
            let message = Message::new(
                "A rule of {group} opens {opened}, but {first}, which carries it, listens at {port}.",
            )
            .resource("group", &group.id)
            .text("opened", opened)
            .resource("first", first)
            .text("port", at.copied().unwrap_or_default());
            findings
                .add(&rule.resource, rule.path.clone(), message)
                .with([&group.id, *first]);
        }
    }
}

/// Whether nothing else refers to a group but what carries it and rules.
fn is_only_carried(context: &Context<'_>, group: &LogicalId, carriers: &[&LogicalId]) -> bool {
    let mut users = context.users_of(group);
    users.all(|(user, resource)| {
        carriers.contains(&user)
            || resource
                .kind()
                .as_str()
                .starts_with("AWS::EC2::SecurityGroup")
    }) && !context.is_handed_on(group)
}

/// Whether a rule lets a port in; `None` for what is no rule for ports of TCP.
fn lets(rule: &Permission, port: i64) -> Option<bool> {
    match carries(rule)? {
        (Protocol::Tcp, ports) => Some((ports.from..=ports.to).contains(&port)),
        _ => None,
    }
}
