//! A rule names a security group that cannot be known where it filters.

use crate::lower::survey::{Fact, Peer};
use crate::message::Message;
use crate::rules::{Context, Findings, Rule, Severity};
use crate::template::LogicalId;

use super::removing::remove_rule;

pub(super) static RULE: Rule = Rule {
    id: "security-group-reference-other-vpc",
    severity: Severity::Error,
    title: "Rule for a group of an unrelated VPC",
    why: "A rule may name a group of its own VPC, of a VPC that a peering connection joins to it, \
          or of one on the same transit gateway where that supports it. AWS refuses any other: name the addresses that \
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
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    let survey = context.survey;
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
            if may_join(context, here, there) {
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

/// Whether a peering connection or a transit gateway joins two VPCs, or may do.
fn may_join(context: &Context<'_>, one: &LogicalId, other: &LogicalId) -> bool {
    let survey = context.survey;
    let is_peered = survey.peerings.values().any(|it| {
        (may_be(&it.vpc, one) && may_be(&it.peer, other))
            || (may_be(&it.vpc, other) && may_be(&it.peer, one))
    });
    let attached = |vpc| {
        let all = survey.transit_attachments.values();
        all.filter(move |it| may_be(&it.vpc, vpc))
    };
    // A transit gateway knows groups only where that is turned on.
    let knows = |gateway: &Fact<LogicalId>| {
        let gateway = gateway
            .known()
            .and_then(|id| survey.transit_gateways.get(id));
        gateway.is_none_or(|it| it.references_groups != Fact::Known(false))
    };
    is_peered
        || attached(one).any(|here| {
            let mut there = attached(other);
            knows(&here.gateway) && there.any(|it| is_same(&it.gateway, &here.gateway))
        })
}

/// Whether a fact is a VPC of this template, or may be.
fn may_be(fact: &Fact<LogicalId>, vpc: &LogicalId) -> bool {
    match fact {
        Fact::Known(id) => id == vpc,
        Fact::Absent | Fact::Elsewhere(_) => false,
        Fact::Unknown(_) | Fact::Malformed(_) => true,
    }
}

/// Whether two facts are the same gateway, or may be.
fn is_same(one: &Fact<LogicalId>, other: &Fact<LogicalId>) -> bool {
    let is_told = |it: &Fact<LogicalId>| matches!(it, Fact::Known(_) | Fact::Elsewhere(_));
    one == other || !is_told(one) || !is_told(other)
}

#[cfg(test)]
mod tests {
    use crate::analysis::analyze;
    use crate::fixture::design;
    use crate::schema::Schemas;

    #[test]
    fn a_transit_gateway_joins_where_it_knows_groups() {
        let count = |support: &str| {
            let text = format!(
                "vpc main CidrBlock=10.0.0.0/16
  sg data GroupDescription=d SecurityGroupIngress=[{{IpProtocol=tcp, FromPort=3306, ToPort=3306, SourceSecurityGroupId=@app.GroupId}}]
vpc other CidrBlock=10.1.0.0/16
  sg app GroupDescription=a
AWS::EC2::TransitGateway hub {support}
AWS::EC2::TransitGatewayVpcAttachment one TransitGatewayId=@hub VpcId=@main SubnetIds=[subnet-1]
AWS::EC2::TransitGatewayVpcAttachment two TransitGatewayId=@hub VpcId=@other SubnetIds=[subnet-2]"
            );
            let findings = analyze(&design(&text), &Schemas::default()).findings;
            findings.iter().filter(|it| it.rule == &super::RULE).count()
        };
        assert_eq!(count("SecurityGroupReferencingSupport=enable"), 0);
        assert_eq!(count("SecurityGroupReferencingSupport=@Maybe"), 0);
        assert_eq!(count(""), 1);
    }
}
