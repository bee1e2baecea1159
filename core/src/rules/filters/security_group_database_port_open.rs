//! A database is open to every address.

use std::collections::HashMap;

use crate::catalogue::ec2;
use crate::lower::survey::{HostKind, Peer, Permission};
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::{LogicalId, Value, references};

use super::covering::{carries, is_about, is_for_everyone};
use super::security_group_admin_port_open::opens;

pub(super) static RULE: Rule = Rule {
    id: "security-group-database-port-open",
    severity: Severity::Warning,
    title: "Database open to the Internet",
    why: "Databases are asked by applications, not by the Internet. Let in the security group of \
          the application: its members may come from any address, and nobody else may.",
    guide: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.RDSSecurityGroups.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  sg data GroupDescription=d SecurityGroupIngress=[{IpProtocol=tcp, FromPort=3306, ToPort=3306, CidrIp=0.0.0.0/0}] # warning security-group-database-port-open: data lets MySQL (port 3306) in from every address.
  subnet a CidrBlock=10.0.1.0/24
  sg nfs GroupDescription=d SecurityGroupIngress=[{IpProtocol=tcp, FromPort=2049, ToPort=2049, CidrIp=0.0.0.0/0}] # warning security-group-database-port-open: nfs lets the file system (port 2049) in from every address.
AWS::EFS::MountTarget files FileSystemId=fs-01234567 SubnetId=@a SecurityGroups=[@nfs]
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  sg app GroupDescription=a SecurityGroupIngress=[{IpProtocol=tcp, FromPort=8000, ToPort=8000, CidrIp=0.0.0.0/0}]
  sg data GroupDescription=d SecurityGroupIngress=[{IpProtocol=tcp, FromPort=3306, ToPort=3306, SourceSecurityGroupId=@app.GroupId}]
",
    check,
    fixes,
}
.told();

/// The ports that databases listen at by default.
pub(super) const PORTS: [(i64, &str); 9] = [
    (1433, "SQL Server"),
    (1521, "Oracle"),
    (3306, "MySQL"),
    (5432, "PostgreSQL"),
    (5439, "Redshift"),
    (6379, "Redis"),
    (9200, "OpenSearch"),
    (11211, "Memcached"),
    (27017, "MongoDB"),
];

/// Wider ranges are about something else, such as replies.
const MAX_WIDTH: i64 = 100;

fn check(context: &Context<'_>, findings: &mut Findings) {
    let own = ports_of_databases(context);
    for group in context.survey.security_groups.values() {
        for permission in &group.ingress {
            let Peer::Block(path, _) = &permission.peer else {
                continue;
            };
            if !is_for_everyone(permission) || opens(permission).is_some() || is_wide(permission) {
                continue;
            }
            let own = own.get(&group.id).map_or(&[][..], Vec::as_slice).iter();
            let all = PORTS.iter().chain(own);
            let Some((port, name)) = all
                .into_iter()
                .find(|(port, _)| is_about(permission, *port))
            else {
                continue;
            };
            let message = Message::new("{group} lets {name} (port {port}) in from every address.")
                .resource("group", &group.id)
                .text("name", name)
                .text("port", port);
            findings
                .add(&permission.resource, path.clone(), message)
                .with([&group.id]);
        }
    }
}

fn is_wide(permission: &Permission) -> bool {
    carries(permission).is_none_or(|(_, ports)| ports.to.saturating_sub(ports.from) > MAX_WIDTH)
}

/// The ports at which the databases that carry a group listen.
fn ports_of_databases(context: &Context<'_>) -> HashMap<LogicalId, Vec<(i64, &'static str)>> {
    let mut ports: HashMap<LogicalId, Vec<_>> = HashMap::new();
    for database in context.survey.databases.values() {
        for group in database.groups.iter().filter_map(|used| used.id.known()) {
            if let Some(port) = database.port.known() {
                let of_group = ports.entry(group.clone()).or_default();
                of_group.push((*port, "the database"));
            }
        }
    }
    let hosts = context.survey.hosts.values();
    let stores = hosts.filter_map(|it| Some((it, word(it.kind)?)));
    for (store, name) in stores {
        for group in store.groups.iter().filter_map(|used| used.id.known()) {
            let own = store.ports.iter().filter_map(|it| it.port.known());
            let of_group = ports.entry(group.clone()).or_default();
            of_group.extend(own.map(|port| (*port, name)));
        }
    }
    ports
}

/// What else holds data, in a word.
fn word(kind: HostKind) -> Option<&'static str> {
    match kind {
        HostKind::Cache => Some("the cache"),
        HostKind::Store => Some("the database"),
        HostKind::DatabaseProxy => Some("the database's proxy"),
        HostKind::MountTarget => Some("the file system"),
        HostKind::Broker | HostKind::Stream => Some("the broker"),
        _ => None,
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let group = finding.others.first();
    let group = group.and_then(|id| context.survey.security_groups.get(id));
    let Some(group) = group else {
        return Vec::new();
    };
    let permission = group.ingress.iter().find(|it| {
        let Peer::Block(path, _) = &it.peer else {
            return false;
        };
        it.resource == finding.resource && *path == finding.path
    });
    let Some(permission) = permission else {
        return Vec::new();
    };
    let id = &permission.resource;
    let mut ways = Vec::new();
    for client in clients(context, &group.id, permission) {
        let title = Message::new("Let in {client} only").resource("client", client);
        ways.extend(Fix::review(context, title, |draft| {
            mend::unset(draft, id, finding.path.clone())?;
            let path = permission.path.key("SourceSecurityGroupId");
            mend::set(
                draft,
                id,
                path,
                Value::attribute(client.as_str(), "GroupId"),
            )
        }));
    }
    if let Some(vpc) = group.vpc.known() {
        let title = Message::new("Let in addresses of {vpc} only").resource("vpc", vpc);
        ways.extend(Fix::review(context, title, |draft| {
            mend::unset(draft, id, finding.path.clone())?;
            let value = Value::attribute(vpc.as_str(), "CidrBlock");
            mend::set(draft, id, permission.path.key("CidrIp"), value)
        }));
    }
    ways
}

/// The groups of the same VPC that say that they ask this port, unless they
/// already wait for this group: then neither could be made first.
fn clients<'a>(
    context: &Context<'a>,
    group: &LogicalId,
    permission: &Permission,
) -> Vec<&'a LogicalId> {
    let survey = context.survey;
    let Some((_, ports)) = carries(permission) else {
        return Vec::new();
    };
    let vpc = survey.security_groups.get(group).map(|it| &it.vpc);
    let others = survey.security_groups.values();
    let asking = others.filter(|other| {
        other.id != *group
            && Some(&other.vpc) == vpc
            && other.egress.iter().any(|it| {
                carries(it).is_some_and(|(_, asked)| asked == ports) && is_about(it, ports.from)
            })
    });
    let asking = asking.map(|other| &other.id);
    asking
        .filter(|other| !waits_for(context, other, group))
        .collect()
}

fn waits_for(context: &Context<'_>, id: &LogicalId, group: &LogicalId) -> bool {
    let properties = context
        .resource(id)
        .filter(|it| it.kind() == ec2::SecurityGroup::KIND)
        .and_then(|it| it.attribute("Properties"));
    let named = properties.map(references).unwrap_or_default();
    named.iter().any(|it| it.name == group.as_str())
}
