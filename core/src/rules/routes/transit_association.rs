//! An attachment is associated with two tables of its transit gateway, or with
//! none.

use std::collections::HashMap;

use crate::catalogue::ec2;
use crate::lower::survey::{Fact, TransitAttachmentKind, TransitJoin};
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::LogicalId;

pub(super) static RULE: Rule = Rule {
    id: "transit-association",
    severity: Severity::Error,
    title: "Attachment without one route table",
    why: "What comes in by an attachment follows the one table of the transit gateway that the \
          attachment is associated with. AWS refuses a second association, and every attachment \
          already has one with the default table unless the gateway's \
          DefaultRouteTableAssociation is disable. Without any, all that comes in is dropped.",
    guide: "https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html",
    bad: "\
tgw hub DefaultRouteTableAssociation=enable
tgwroutetable table TransitGatewayId=@hub
tgw strict DefaultRouteTableAssociation=disable
tgwroutetable inner TransitGatewayId=@strict
vpc main CidrBlock=10.1.0.0/16
  subnet a CidrBlock=10.1.1.0/24 AvailabilityZone=us-east-1a
tgwvpcattachment one VpcId=@main TransitGatewayId=@hub SubnetIds=[@a]
tgwassociation joins TransitGatewayAttachmentId=@one TransitGatewayRouteTableId=@table # error transit-association: one already has the default table of hub.
tgwvpcattachment two VpcId=@main TransitGatewayId=@strict SubnetIds=[@a] # warning transit-association: two has no route table of strict: all that comes in by it is dropped.
",
    good: "\
tgw hub DefaultRouteTableAssociation=enable
tgw strict DefaultRouteTableAssociation=disable
tgwroutetable inner TransitGatewayId=@strict
vpc main CidrBlock=10.1.0.0/16
  subnet a CidrBlock=10.1.1.0/24 AvailabilityZone=us-east-1a
tgwvpcattachment one VpcId=@main TransitGatewayId=@hub SubnetIds=[@a]
tgwvpcattachment two VpcId=@main TransitGatewayId=@strict SubnetIds=[@a]
tgwassociation joins TransitGatewayAttachmentId=@two TransitGatewayRouteTableId=@inner
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    let survey = context.survey;
    let mut first: HashMap<&LogicalId, &TransitJoin> = HashMap::new();
    let mut is_open = false;
    for join in &survey.transit_associations {
        let Some(id) = join.attachment.known() else {
            is_open = true;
            continue;
        };
        let gateway = survey.transit_attachments.get(id);
        let gateway = gateway.and_then(|it| survey.transit_gateways.get(it.gateway.known()?));
        let by_default = gateway.filter(|it| it.default_association == Fact::Known(true));
        let earlier = first.get(id).filter(|_| context.is_certain(&join.id));
        let message = match (earlier, by_default) {
            (Some(earlier), _) => Message::new("{earlier} already gives {attachment} a table.")
                .resource("earlier", &earlier.id)
                .resource("attachment", id),
            (None, Some(gateway)) => {
                Message::new("{attachment} already has the default table of {gateway}.")
                    .resource("attachment", id)
                    .resource("gateway", &gateway.id)
            }
            (None, None) => {
                first.insert(id, join);
                continue;
            }
        };
        first.entry(id).or_insert(join);
        let others = gateway.map(|it| &it.id);
        findings
            .add(&join.id, "TransitGatewayRouteTableId", message)
            .with(others);
    }
    if is_open {
        return;
    }
    for attachment in survey.transit_attachments.values() {
        let gateway = attachment.gateway.known();
        let gateway = gateway.and_then(|id| survey.transit_gateways.get(id));
        let Some(gateway) = gateway.filter(|it| it.default_association == Fact::Known(false))
        else {
            continue;
        };
        // A template cannot name the attachment that a VPN connection makes.
        let is_vpn = attachment.kind == TransitAttachmentKind::Vpn;
        if is_vpn || first.contains_key(&attachment.id) {
            continue;
        }
        let message = Message::new(
            "{attachment} has no route table of {gateway}: all that comes in by it is dropped.",
        )
        .resource("attachment", &attachment.id)
        .resource("gateway", &gateway.id);
        let found = findings.add(&attachment.id, "", message);
        found.with([&gateway.id]).severity = Severity::Warning;
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let survey = context.survey;
    let id = &finding.resource;
    let Some(gateway) = finding.others.first() else {
        return mend::remove_resource(context, id);
    };
    if survey.transit_attachments.contains_key(id) {
        let tables = survey.transit_tables.values();
        let tables = tables.filter(|table| table.gateway.known() == Some(gateway));
        let ways = tables.flat_map(|table| {
            let title = Message::new("Associate it with {table}").resource("table", &table.id);
            Fix::review(context, title, |draft| {
                let properties = [
                    ("TransitGatewayAttachmentId", mend::reference(id)),
                    ("TransitGatewayRouteTableId", mend::reference(&table.id)),
                ];
                let kind = ec2::transit_gateway_route_table_association::ENTRY.kind;
                mend::add(draft, &format!("{id}Association"), kind, properties);
                Some(())
            })
        });
        return ways.collect();
    }
    let mut ways = Vec::new();
    let by_default = survey.transit_gateways.get(gateway);
    if by_default.is_some_and(|it| it.default_association == Fact::Known(true)) {
        let title = Message::new("Associate nothing with the default table of {gateway}")
            .resource("gateway", gateway);
        ways.extend(Fix::review(context, title, |draft| {
            let path = "DefaultRouteTableAssociation";
            mend::set(draft, gateway, path, "disable")
        }));
    }
    ways.extend(mend::remove_resource(context, id));
    ways
}
