//! A filter's block is written with an address from its middle.

use crate::cidr::{self, Parsed};
use crate::lower::survey::Peer;
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::{LogicalId, PropertyPath};

pub(super) static RULE: Rule = Rule {
    id: "filter-block-not-canonical",
    severity: Severity::Warning,
    title: "Filter for a wider block than it seems",
    why: "10.0.1.77/24 in a rule means all 256 addresses from 10.0.1.0, not the one: AWS keeps \
          10.0.1.0/24. Write that, or 10.0.1.77/32 for one address.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  sg web GroupDescription=w SecurityGroupIngress=[{IpProtocol=tcp, FromPort=22, ToPort=22, CidrIp=10.0.1.77/24}] # warning filter-block-not-canonical: AWS takes 10.0.1.77/24 in web for 10.0.1.0/24.
  acl acl
    aclentry in RuleNumber=100 RuleAction=allow Protocol=-1 CidrBlock=10.0.1.1/16 # warning filter-block-not-canonical: AWS takes 10.0.1.1/16 in in for 10.0.0.0/16.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  sg web GroupDescription=w SecurityGroupIngress=[{IpProtocol=tcp, FromPort=22, ToPort=22, CidrIp=10.0.1.77/32}]
  acl acl
    aclentry in RuleNumber=100 RuleAction=allow Protocol=-1 CidrBlock=10.0.0.0/16
",
    check,
    fixes,
}
.told();

/// What is written at a place, if it is a block with further bits.
fn written(
    context: &Context<'_>,
    id: &LogicalId,
    path: &PropertyPath,
) -> Option<(String, ipnet::IpNet)> {
    let text = context
        .evaluator
        .property(context.resource(id)?, path)
        .text()?;
    let parsed = cidr::parse(&text).ok()?;
    matches!(parsed, Parsed::HostBits { .. }).then(|| (text, parsed.block()))
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    let survey = context.survey;
    let groups = survey.security_groups.values();
    let rules = groups.flat_map(|group| group.ingress.iter().chain(&group.egress));
    let rules = rules.filter_map(|rule| match &rule.peer {
        Peer::Block(path, block) if block.known().is_some() => Some((&rule.resource, path.clone())),
        _ => None,
    });
    let entries = survey.network_acls.values().flat_map(|acl| &acl.entries);
    let entries = entries.flat_map(|entry| {
        let properties = ["CidrBlock", "Ipv6CidrBlock"];
        properties.map(|property| (&entry.id, PropertyPath::from(property)))
    });
    for (id, path) in rules.chain(entries) {
        let Some((text, block)) = written(context, id, &path) else {
            continue;
        };
        let message = Message::new("AWS takes {text} in {resource} for {block}.")
            .text("text", text)
            .resource("resource", id)
            .text("block", block);
        findings.add(id, path, message);
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let (id, path) = (&finding.resource, &finding.path);
    let Some((text, block)) = written(context, id, path) else {
        return Vec::new();
    };
    let address = text.split('/').next().unwrap_or_default();
    let one = format!("{address}/{}", block.max_prefix_len());
    let ways = [block.to_string(), one].into_iter().flat_map(|meant| {
        let title = Message::new("Write {block}").text("block", &meant);
        Fix::review(context, title, |draft| {
            mend::set(draft, id, path.clone(), meant)
        })
    });
    ways.collect()
}
