//! Internet and NAT gateways: an attachment or an address comes along.

use std::collections::BTreeSet;

use super::Site;
use super::making::made_of;
use super::start::Start;
use crate::catalogue::ec2;
use crate::document::Refusal;
use crate::edit::{naming, surroundings};
use crate::message::Message;
use crate::template::{Map, Resource, Value};

/// An Internet gateway dropped on a VPC is attached to it, which takes one.
///
/// <https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html>
pub(super) fn internet(site: &Site<'_>) -> Result<Start, Refusal> {
    let mut start = Start::default();
    let Some(vpc) = surroundings::nearest(site.evaluator, &site.chain, ec2::Vpc::KIND) else {
        return Ok(start);
    };
    if let Some(attachment) = surroundings::attachment_of(site.evaluator, &vpc) {
        let message = "{vpc} has an Internet gateway already, by {attachment}: a VPC takes one.";
        let message = Message::new(message).resource("vpc", &vpc);
        return Err(message.resource("attachment", attachment).into());
    }
    let properties = Map::from_iter([
        ("VpcId".to_owned(), Value::reference(vpc.as_str())),
        (
            "InternetGatewayId".to_owned(),
            Value::reference(site.id.as_str()),
        ),
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
    }
}
