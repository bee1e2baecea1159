//! A subnet leads to a transit gateway whose attachment has none in its zone.

use std::collections::{HashMap, HashSet};

use crate::lower::survey::{Subnet, TransitAttachment};
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::{LogicalId, PropertyPath};

use super::tables::{routes_of, table_of};

pub(super) static RULE: Rule = Rule {
    id: "transit-attachment-zone-missing",
    severity: Severity::Error,
    title: "Zone that the attachment leaves out",
    why: "A machine gets to a transit gateway only if the attachment of its VPC has a subnet in \
          the machine's own zone. From any other zone AWS drops what is meant for the gateway. \
          Give the attachment a subnet in each zone that uses it.",
    guide: "https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html",
    bad: "\
tgw hub
vpc main CidrBlock=10.1.0.0/16
  subnet a CidrBlock=10.1.1.0/24 AvailabilityZone=us-east-1a
  subnet b CidrBlock=10.1.2.0/24 AvailabilityZone=us-east-1b
  routetable table
    route out DestinationCidrBlock=10.0.0.0/8 TransitGatewayId=@hub
tableassociation usesA SubnetId=@a RouteTableId=@table
tableassociation usesB SubnetId=@b RouteTableId=@table
tgwvpcattachment attached VpcId=@main TransitGatewayId=@hub SubnetIds=[@a] # error transit-attachment-zone-missing: b leads to hub, but attached has no subnet in us-east-1b.
",
    good: "\
tgw hub
vpc main CidrBlock=10.1.0.0/16
  subnet a CidrBlock=10.1.1.0/24 AvailabilityZone=us-east-1a
  subnet b CidrBlock=10.1.2.0/24 AvailabilityZone=us-east-1b
  subnet c CidrBlock=10.1.3.0/24 AvailabilityZone=us-east-1c
  routetable table
    route out DestinationCidrBlock=10.0.0.0/8 TransitGatewayId=@hub
tableassociation usesA SubnetId=@a RouteTableId=@table
tableassociation usesB SubnetId=@b RouteTableId=@table
tgwvpcattachment attached VpcId=@main TransitGatewayId=@hub SubnetIds=[@a, @b]
",
    check,
    fixes,
}
.told();

/// The zones of an attachment, if all of them are known.
fn zones<'a>(context: &Context<'a>, attachment: &TransitAttachment) -> Option<HashSet<&'a str>> {
    let subnets = attachment.subnets.iter();
    let zones = subnets.map(|used| {
        let subnet = context.survey.subnets.get(used.id.known()?)?;
        subnet.zone.known().map(String::as_str)
    });
    zones.collect()
}

/// The transit gateways that a subnet leads to.
fn gateways_of<'a>(context: &Context<'a>, subnet: &Subnet) -> Vec<&'a LogicalId> {
    let over = PropertyPath::from("TransitGatewayId");
    let routes = table_of(context, subnet).map(|table| routes_of(context, table));
    let targets = routes.into_iter().flatten().flat_map(|it| &it.targets);
    let targets = targets.filter(|it| it.path == over);
    targets.filter_map(|it| it.target.known()).collect()
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    let survey = context.survey;
    let mut attached = HashMap::new();
    for attachment in survey.transit_attachments.values() {
        if let (Some(gateway), Some(vpc)) = (attachment.gateway.known(), attachment.vpc.known())
            && let Some(zones) = zones(context, attachment).filter(|it| !it.is_empty())
        {
            attached.insert((gateway, vpc), (attachment, zones));
        }
    }
    let mut told = HashSet::new();
    for subnet in survey.subnets.values() {
        let (Some(vpc), Some(zone)) = (subnet.vpc.known(), subnet.zone.known()) else {
            continue;
        };
        for gateway in gateways_of(context, subnet) {
            let Some((attachment, zones)) = attached.get(&(gateway, vpc)) else {
                continue;
            };
            if zones.contains(zone.as_str()) || !told.insert((&attachment.id, zone)) {
                continue;
            }
            let message = Message::new(
                "{subnet} leads to {gateway}, but {attachment} has no subnet in {zone}.",
            )
            .resource("subnet", &subnet.id)
            .resource("gateway", gateway)
            .resource("attachment", &attachment.id)
            .text("zone", zone);
            findings
                .add(&attachment.id, "SubnetIds", message)
                .with([&subnet.id]);
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let survey = context.survey;
    let attachment = survey.transit_attachments.get(&finding.resource);
    let (Some(attachment), Some(subnet)) = (attachment, finding.others.first()) else {
        return Vec::new();
    };
    let title = Message::new("Give {attachment} an address in {subnet}")
        .resource("attachment", &attachment.id)
        .resource("subnet", subnet);
    Fix::review(context, title, |draft| {
        let next = PropertyPath::from("SubnetIds").index(attachment.subnets.len());
        mend::set(draft, &attachment.id, next, mend::reference(subnet))
    })
}
