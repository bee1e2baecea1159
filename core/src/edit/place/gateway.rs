//! Gateways: an attachment or an address comes along.

use std::collections::BTreeSet;

use super::Site;
use super::making::made_of;
use super::start::Start;
use crate::catalogue::{Companion, ec2};
use crate::document::Refusal;
use crate::edit::{naming, surroundings};
use crate::message::Message;
use crate::template::{Map, Resource, Value};

/// An Internet gateway dropped on a VPC is attached to it, which takes one.
///
/// <https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html>
pub(super) fn internet(site: &Site<'_>) -> Result<Start, Refusal> {
    attached(
        site,
        "InternetGatewayId",
        "{vpc} has an Internet gateway already, by {attachment}: a VPC takes one.",
    )
}

/// A virtual private gateway dropped on a VPC is attached to it, which takes one.
///
/// <https://docs.aws.amazon.com/vpn/latest/s2svpn/how_it_works.html>
pub(super) fn vpn(site: &Site<'_>) -> Result<Start, Refusal> {
    attached(
        site,
        "VpnGatewayId",
        "{vpc} has a virtual private gateway already, by {attachment}: a VPC takes one.",
    )
}

/// Attaches the gateway that is placed, by this property of the attachment.
fn attached(site: &Site<'_>, property: &str, second: &'static str) -> Result<Start, Refusal> {
    let mut start = Start::default();
    let Some(vpc) = surroundings::nearest(site.evaluator, &site.chain, ec2::Vpc::KIND) else {
        return Ok(start);
    };
    let attachment = surroundings::attachment_by(site.evaluator, &vpc, property);
    if let Some(attachment) = attachment {
        let message = Message::new(second).resource("vpc", &vpc);
        return Err(message.resource("attachment", attachment).into());
    }
    let properties = Map::from_iter([
        ("VpcId".to_owned(), Value::reference(vpc.as_str())),
        (property.to_owned(), Value::reference(site.id.as_str())),
    ]);
    let id = naming::fresh(
        site.document,
        ec2::vpc_gateway_attachment::ENTRY.stem,
        &[site.id.clone()].into(),
    );
    let attachment = Resource::with_properties(ec2::VpcGatewayAttachment::KIND, properties);
    start.along.push((id, attachment));
    Ok(start)
}

static TO_VPC: [Companion; 1] = [Companion::shared(
    "VpnGatewayId",
    ec2::vpn_gateway::ENTRY.kind,
)];

static TO_ROUTER: [Companion; 1] = [Companion::shared(
    "TransitGatewayId",
    ec2::transit_gateway::ENTRY.kind,
)];

/// A VPN ends at the gateway that there is: a transit gateway if it is the only
/// one, else a virtual private gateway.
pub(super) fn end_of_vpn(site: &Site<'_>) -> Start {
    let there = |kind| site.evaluator.template().of_kind(kind).next().is_some();
    let is_router = there(ec2::transit_gateway::ENTRY.kind) && !there(ec2::vpn_gateway::ENTRY.kind);
    Start {
        companions: if is_router { &TO_ROUTER } else { &TO_VPC },
        ..Start::default()
    }
}

/// A NAT gateway gets an address of its own. Both wait for the attachment of
/// the Internet gateway that they need.
///
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-dependson.html#gatewayattachment>
pub(super) fn nat(site: &Site<'_>, properties: &mut Map) -> Start {
    let vpc = surroundings::nearest(site.evaluator, &site.chain, ec2::Vpc::KIND);
    let after = vpc.and_then(|vpc| surroundings::attachment_of(site.evaluator, &vpc));
    let id = naming::fresh(
        site.document,
        &format!("{}Address", site.id),
        &BTreeSet::new(),
    );
    let known = &ec2::elastic_ip::ENTRY;
    let mut address = made_of(known, known.starting_properties());
    if let Some(attachment) = &after {
        address.set_attribute("DependsOn", Some(attachment.as_str().into()));
    }
    let allocation = Value::attribute(id.as_str(), "AllocationId");
    properties.insert("AllocationId".to_owned(), allocation);
    Start {
        after,
        along: vec![(id, address)],
        ..Start::default()
    }
}
