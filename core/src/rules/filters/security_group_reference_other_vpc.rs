//! A rule names a security group that cannot be known where it filters.

use std::collections::HashSet;

use crate::lower::survey::Peer;
use crate::message::Message;
use crate::rules::{Context, Findings, Rule, Severity};
use crate::template::{Evaluated, LogicalId};

use super::removing::remove_rule;

pub(super) static RULE: Rule = Rule {
    id: "security-group-reference-other-vpc",
    severity: Severity::Error,
    title: "Rule for a group of an unrelated VPC",
    why: "A rule may name a group of its own VPC, of a VPC that a peering connection joins to it, \
          or of one on the same transit gateway. AWS refuses any other: name the addresses that \
          you mean, or join the VPCs.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  sg data GroupDescription=d SecurityGroupIngress=[{IpProtocol=tcp, FromPort=3306, ToPort=3306, SourceSecurityGroupId=@app.GroupId}] # error security-group-reference-other-vpc: data of main names app of other, and nothing joins the two VPCs.
vpc other CidrBlock=10.1.0.0/16
  sg app GroupDescription=a
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  sg data GroupDescription=d SecurityGroupIngress=[{IpProtocol=tcp, FromPort=3306, ToPort=3306, SourceSecurityGroupId=@app.GroupId}]
vpc other CidrBlock=10.1.0.0/16
  sg app GroupDescription=a
AWS::EC2::VPCPeeringConnection joins VpcId=@other PeerVpcId=@main
",
    check,
    fixes: remove_rule,
};

/// The kinds that attach a VPC to a transit gateway.
const ATTACHMENTS: [&str; 2] = [
    "AWS::EC2::TransitGatewayAttachment",
    "AWS::EC2::TransitGatewayVpcAttachment",
];

fn check(context: &Context<'_>, findings: &mut Findings) {
    let survey = context.survey;
    let mut joins = None;
    for group in survey.security_groups.values() {
        let Some(here) = group.vpc.known() else {
            continue;
        };
        for rule in group.ingress.iter().chain(&group.egress) {
            let Peer::Group(path, named) = &rule.peer else {
                continue;
            };
            let named = named.known().and_then(|id| survey.security_groups.get(id));
            let Some((named, there)) = named.and_then(|it| Some((it, it.vpc.known()?))) else {
                continue;
            };
            if here == there || is_shared(context, &named.id) {
                continue;
            }
            let joins = joins.get_or_insert_with(|| Joins::of(context));
            if joins.may_join(here, there) {
                continue;
            }
            let message = Message::new(
                "{group} of {here} names {named} of {there}, and nothing joins the two VPCs.",
            )
            .resource("group", &group.id)
            .resource("here", here)
            .resource("named", &named.id)
            .resource("there", there);
            findings
                .add(&rule.resource, path.clone(), message)
                .with([&group.id, &named.id]);
        }
    }
}

/// Whether an association lends a group to other VPCs.
fn is_shared(context: &Context<'_>, group: &LogicalId) -> bool {
    let mut users = context.users_of(group);
    users.any(|(_, user)| user.kind() == "AWS::EC2::SecurityGroupVpcAssociation")
}

/// What joins VPCs.
struct Joins {
    /// Both ends of each peering connection; `None` for an end that is not
    /// known.
    peerings: Vec<[Option<LogicalId>; 2]>,
    /// VPCs with an attachment to some transit gateway.
    attached: HashSet<LogicalId>,
    /// There is an attachment of a VPC that is not known.
    is_open: bool,
}

impl Joins {
    fn of(context: &Context<'_>) -> Self {
        let template = context.template();
        let named =
            |resource, property: &str| match context.evaluator.property(resource, &property.into())
            {
                Evaluated::Resource { id, .. } => Some(id),
                _ => None,
            };
        let peerings = template.of_kind("AWS::EC2::VPCPeeringConnection");
        let peerings = peerings
            .map(|(_, it)| ["VpcId", "PeerVpcId"].map(|property| named(it, property)))
            .collect();
        let mut attached = HashSet::new();
        let mut is_open = false;
        for kind in ATTACHMENTS {
            for (_, attachment) in template.of_kind(kind) {
                match named(attachment, "VpcId") {
                    Some(vpc) => drop(attached.insert(vpc)),
                    None => is_open = true,
                }
            }
        }
        Self {
            peerings,
            attached,
            is_open,
        }
    }

    fn may_join(&self, one: &LogicalId, other: &LogicalId) -> bool {
        let is = |end: &Option<LogicalId>, vpc| end.as_ref().is_none_or(|end| end == vpc);
        let is_peered = self
            .peerings
            .iter()
            .any(|[a, b]| (is(a, one) && is(b, other)) || (is(a, other) && is(b, one)));
        let is_attached = |vpc| self.is_open || self.attached.contains(vpc);
        is_peered || (is_attached(one) && is_attached(other))
    }
}
