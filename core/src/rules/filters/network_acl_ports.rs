//! An entry of a network ACL for TCP or UDP has no ports, or none that there are.

use crate::lower::survey::{AclEntry, Fact, Ports};
use crate::message::Message;
use crate::network::Protocol;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::{Evaluated, Value};

pub(super) static RULE: Rule = Rule {
    id: "network-acl-ports",
    severity: Severity::Error,
    title: "Entry without ports that there are",
    why: "An entry for TCP or UDP says its ports by PortRange, from the lowest to the highest, \
          within 0 to 65535. AWS refuses an entry that does not. For one port write it twice; for \
          all, 0 and 65535.",
    guide: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateNetworkAclEntry.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  acl acl
    aclentry none RuleNumber=100 RuleAction=allow Protocol=6 CidrBlock=10.0.0.0/8 # error network-acl-ports: none is for TCP or UDP and names no ports.
    aclentry turned RuleNumber=110 RuleAction=allow Protocol=17 CidrBlock=10.0.0.0/8 PortRange={From=90, To=53} # error network-acl-ports: turned goes from port 90 to 53.
    aclentry beyond RuleNumber=120 RuleAction=allow Protocol=6 CidrBlock=10.0.0.0/8 PortRange={From=1024, To=65536} # error network-acl-ports: beyond goes from port 1024 to 65536: ports go from 0 to 65535.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  acl acl
    aclentry web RuleNumber=100 RuleAction=allow Protocol=6 CidrBlock=10.0.0.0/8 PortRange={From=80, To=80}
    aclentry all RuleNumber=110 RuleAction=allow Protocol=-1 CidrBlock=10.0.0.0/16
    aclentry ping RuleNumber=120 RuleAction=allow Protocol=1 CidrBlock=10.0.0.0/16 Icmp={Type=8, Code=-1}
    aclentry open RuleNumber=130 RuleAction=allow Protocol=6 CidrBlock=10.0.0.0/16 PortRange={From=@Port, To=@Port}
",
    check,
    fixes,
}
.told();

/// Every port.
const ALL: Ports = Ports { from: 0, to: 65535 };

/// What is wrong with the ports of an entry.
enum Wrong {
    None,
    Reversed(Ports),
    Beyond(Ports),
}

fn wrong(context: &Context<'_>, entry: &AclEntry) -> Option<Wrong> {
    let has_ports = matches!(entry.protocol.known()?, Protocol::Tcp | Protocol::Udp);
    if !has_ports {
        return None;
    }
    match &entry.ports {
        Fact::Absent => {
            // What another value stands for, only its function tells.
            let resource = context.resource(&entry.id)?;
            let range = context.evaluator.property(resource, &"PortRange".into());
            (range == Evaluated::Absent).then_some(Wrong::None)
        }
        Fact::Known(ports) if ports.from < ALL.from || ports.to > ALL.to => {
            Some(Wrong::Beyond(*ports))
        }
        Fact::Known(ports) if ports.from > ports.to => Some(Wrong::Reversed(*ports)),
        _ => None,
    }
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    let acls = context.survey.network_acls.values();
    for entry in acls.flat_map(|acl| &acl.entries) {
        let Some(wrong) = wrong(context, entry) else {
            continue;
        };
        let (sentence, ports) = match wrong {
            Wrong::None => ("{entry} is for TCP or UDP and names no ports.", ALL),
            Wrong::Reversed(ports) => ("{entry} goes from port {from} to {to}.", ports),
            Wrong::Beyond(ports) => (
                "{entry} goes from port {from} to {to}: ports go from 0 to 65535.",
                ports,
            ),
        };
        let mut message = Message::new(sentence).resource("entry", &entry.id);
        if !matches!(wrong, Wrong::None) {
            message = message.text("from", ports.from).text("to", ports.to);
        }
        findings.add(&entry.id, "PortRange", message);
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let id = &finding.resource;
    let acls = context.survey.network_acls.values();
    let mut entries = acls.flat_map(|acl| &acl.entries);
    let entry = entries.find(|entry| entry.id == *id);
    let Some(wrong) = entry.and_then(|entry| wrong(context, entry)) else {
        return Vec::new();
    };
    let ports = match wrong {
        Wrong::None => ALL,
        Wrong::Reversed(ports) => Ports {
            from: ports.to,
            to: ports.from,
        },
        // Ports that are far off are mistyped: only a person knows which.
        Wrong::Beyond(ports) if ALL.to < ports.from || ports.to < ALL.from => return Vec::new(),
        Wrong::Beyond(ports) => Ports {
            from: ports.from.max(ALL.from),
            to: ports.to.min(ALL.to),
        },
    };
    let title = Message::new("Let it be ports {from} to {to}")
        .text("from", ports.from)
        .text("to", ports.to);
    Fix::review(context, title, |draft| {
        let range = [("From", ports.from), ("To", ports.to)];
        let range = range.map(|(key, port)| (key.to_owned(), Value::from(port)));
        mend::set(
            draft,
            id,
            "PortRange",
            Value::Map(range.into_iter().collect()),
        )
    })
}
