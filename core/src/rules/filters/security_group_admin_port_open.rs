//! ssh or remote desktop is open to every address.

use crate::lower::survey::{Peer, Permission};
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::{Evaluated, Map, Value};

use super::covering::{is_about, is_for_everyone};
use super::security_group_everything_open::opens_all;

pub(super) static RULE: Rule = Rule {
    id: "security-group-admin-port-open",
    severity: Severity::Warning,
    title: "Administration open to the Internet",
    why: "Scanners find an open ssh (22), remote desktop (3389) or Docker (2375) within minutes, \
          and try passwords and stolen keys on it for as long as it is there. Let in the addresses \
          that you administer from, and nobody else.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  sg web GroupDescription=w SecurityGroupIngress=[{IpProtocol=tcp, FromPort=22, ToPort=22, CidrIp=0.0.0.0/0}] # warning security-group-admin-port-open: web lets ssh in from every address.
  sg both GroupDescription=w SecurityGroupIngress=[{IpProtocol=tcp, FromPort=22, ToPort=4000, CidrIpv6=\"::/0\"}] # warning security-group-admin-port-open: both lets ssh and remote desktop in from every address.
  sg windows GroupDescription=w SecurityGroupIngress=[{IpProtocol=tcp, FromPort=5985, ToPort=5986, CidrIp=0.0.0.0/0}] # warning security-group-admin-port-open: windows lets WinRM in from every address.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  sg web GroupDescription=w SecurityGroupIngress=[{IpProtocol=tcp, FromPort=443, ToPort=443, CidrIp=0.0.0.0/0}, {IpProtocol=tcp, FromPort=22, ToPort=22, CidrIp=203.0.113.10/32}]
",
    check,
    fixes,
}
.told();

/// The ports at which machines are administered.
pub(super) const ADMINISTRATION: [(i64, &str); 7] = [
    (22, "ssh"),
    (3389, "remote desktop"),
    (23, "telnet"),
    (2375, "Docker"),
    (5900, "VNC"),
    (5985, "WinRM"),
    (5986, "WinRM"),
];

/// What of administration a permission opens to everyone.
pub(super) fn opens(permission: &Permission) -> Option<&'static str> {
    if !is_for_everyone(permission) {
        return None;
    }
    if is_about(permission, 22) && is_about(permission, 3389) {
        return Some("ssh and remote desktop");
    }
    let mut all = ADMINISTRATION.iter();
    let (_, name) = all.find(|(port, _)| is_about(permission, *port))?;
    Some(name)
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    for group in context.survey.security_groups.values() {
        for permission in &group.ingress {
            let (Some(what), Peer::Block(path, _)) = (opens(permission), &permission.peer) else {
                continue;
            };
            if opens_all(permission).is_some() {
                continue;
            }
            let message = Message::new("{group} lets {what} in from every address.")
                .resource("group", &group.id)
                .text("what", what);
            findings
                .add(&permission.resource, path.clone(), message)
                .with([&group.id]);
        }
    }
}

/// Narrows the block at which a finding stands to those of administrators.
pub(super) fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let group = finding.others.first();
    let group = group.and_then(|id| context.survey.security_groups.get(id));
    let permission = group.and_then(|group| {
        let mut all = group.ingress.iter();
        all.find(|it| {
            let Peer::Block(path, _) = &it.peer else {
                return false;
            };
            it.resource == finding.resource && *path == finding.path
        })
    });
    let Some(permission) = permission else {
        return Vec::new();
    };
    let existing = parameter_for_administrators(context);
    let name = existing.clone().unwrap_or_else(|| "AdminCidr".to_owned());
    let title = Message::new("Let in the addresses of parameter {name} only").text("name", &name);
    Fix::review(context, title, |draft| {
        if existing.is_none() {
            let sections = &mut draft.template_mut().sections;
            let parameters = sections
                .entry("Parameters".to_owned())
                .or_insert_with(|| Value::Map(Map::new()));
            let Value::Map(parameters) = parameters else {
                return None;
            };
            if parameters.contains_key(&name) {
                return None;
            }
            parameters.insert(name.clone(), Value::Map(declaration()));
        }
        let id = &permission.resource;
        mend::unset(draft, id, finding.path.clone())?;
        let own = permission.path.key("CidrIp");
        mend::set(draft, id, own, Value::reference(name))
    })
}

/// A parameter that is already there for it: of a block that is not everyone.
fn parameter_for_administrators(context: &Context<'_>) -> Option<String> {
    let parameters = context.template().sections.get("Parameters")?.as_map()?;
    let mut names = parameters.keys().filter(|name| {
        let name = name.to_lowercase();
        name.contains("admin") && name.contains("cidr")
    });
    let narrow = names.find(|name| {
        let value = Value::reference((*name).clone());
        match context.evaluator.evaluate(&value) {
            Evaluated::Known(Value::Text(text)) => {
                crate::cidr::parse(&text).is_ok_and(|it| it.block().prefix_len() > 0)
            }
            Evaluated::Unknown(_) => true,
            _ => false,
        }
    });
    narrow.cloned()
}

/// A parameter whose default is an address of the documentation's.
fn declaration() -> Map {
    let entries = [
        ("Type", "String"),
        ("Default", "203.0.113.10/32"),
        ("AllowedPattern", r"^\d{1,3}(\.\d{1,3}){3}/(2[4-9]|3[0-2])$"),
        (
            "ConstraintDescription",
            "must be an IPv4 range of 256 addresses at most, such as 203.0.113.10/32",
        ),
        (
            "Description",
            "Addresses that you administer from. The default is a documentation address: put your own here.",
        ),
    ];
    Map::from_iter(entries.map(|(key, value)| (key.to_owned(), Value::from(value))))
}
