//! A route leads to a transit gateway that its VPC is not attached to.

use std::collections::HashSet;

use crate::lower::survey::Fact;
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::{LogicalId, PropertyPath, Value};

use super::tables::vpc_of;

pub(super) static RULE: Rule = Rule {
    id: "transit-not-attached",
    severity: Severity::Error,
    title: "Route to a transit gateway without an attachment",
    why: "A VPC reaches a transit gateway through an attachment, which has a subnet in each zone. \
          AWS refuses a route to a transit gateway that the VPC of the table is not attached to.",
    guide: "https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html",
    bad: "\
tgw hub
vpc main CidrBlock=10.1.0.0/16
  subnet a CidrBlock=10.1.1.0/24 AvailabilityZone=us-east-1a
  routetable table
    route out DestinationCidrBlock=10.0.0.0/8 TransitGatewayId=@hub # error transit-not-attached: out leads to hub, which main is not attached to.
    route away DestinationCidrBlock=192.168.0.0/16 TransitGatewayId=@hub
tableassociation uses SubnetId=@a RouteTableId=@table
vpc other CidrBlock=10.2.0.0/16
  subnet b CidrBlock=10.2.1.0/24 AvailabilityZone=us-east-1a
tgwvpcattachment elsewhere VpcId=@main TransitGatewayId=tgw-1 SubnetIds=[@a]
tgwvpcattachment ofOther VpcId=@other TransitGatewayId=@hub SubnetIds=[@b]
",
    good: "\
tgw hub
vpc main CidrBlock=10.1.0.0/16
  subnet a CidrBlock=10.1.1.0/24 AvailabilityZone=us-east-1a
  routetable table
    route out DestinationCidrBlock=10.0.0.0/8 TransitGatewayId=@hub
    route away DestinationCidrBlock=192.168.0.0/16 TransitGatewayId=tgw-1
tgw second
vpc other CidrBlock=10.2.0.0/16
  subnet b CidrBlock=10.2.1.0/24 AvailabilityZone=us-east-1a
  routetable inner
    route away2 DestinationCidrBlock=192.168.0.0/16 TransitGatewayId=@second
tgwvpcattachment open VpcId={Fn::ImportValue=vpc} TransitGatewayId=@second SubnetIds=[@b]
tgwvpcattachment attached VpcId=@main TransitGatewayId=@hub SubnetIds=[@a]
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    let survey = context.survey;
    let over = PropertyPath::from("TransitGatewayId");
    let mut attached = HashSet::new();
    for attachment in survey.transit_attachments.values() {
        match (&attachment.gateway, &attachment.vpc) {
            (Fact::Known(gateway), Fact::Known(vpc)) => {
                attached.insert((gateway, Some(vpc)));
            }
            // What cannot be told may be the attachment that is asked for.
            (Fact::Known(gateway), Fact::Unknown(_)) => {
                attached.insert((gateway, None));
            }
            (Fact::Unknown(_), _) => return,
            _ => {}
        }
    }
    let mut told = HashSet::new();
    for route in survey.routes.values() {
        let target = route.targets.iter().find(|it| it.path == over);
        let gateway = target.and_then(|it| it.target.known());
        let gateway = gateway.filter(|id| survey.transit_gateways.contains_key(*id));
        let (Some(gateway), Some(vpc)) = (gateway, vpc_of(context, route)) else {
            continue;
        };
        let mut fitting = [Some(vpc), None].into_iter();
        // One finding for each attachment that is missing.
        if fitting.any(|vpc| attached.contains(&(gateway, vpc))) || !told.insert((gateway, vpc)) {
            continue;
        }
        let message = Message::new("{route} leads to {gateway}, which {vpc} is not attached to.")
            .resource("route", &route.id)
            .resource("gateway", gateway)
            .resource("vpc", vpc);
        findings
            .add(&route.id, over.clone(), message)
            .with([gateway, vpc]);
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let [gateway, vpc] = finding.others.as_slice() else {
        return Vec::new();
    };
    let mut zones = HashSet::new();
    let subnets = context.subnets_of(vpc).iter();
    let subnets = subnets.filter(|it| it.zone.known().is_some_and(|zone| zones.insert(zone)));
    let subnets: Vec<&LogicalId> = subnets.map(|it| &it.id).collect();
    if subnets.is_empty() {
        return Vec::new();
    }
    let title = Message::new("Attach {vpc} to {gateway}")
        .resource("vpc", vpc)
        .resource("gateway", gateway);
    Fix::review(context, title, |draft| {
        let properties = [
            ("VpcId", mend::reference(vpc)),
            ("TransitGatewayId", mend::reference(gateway)),
            (
                "SubnetIds",
                Value::List(subnets.into_iter().map(mend::reference).collect()),
            ),
        ];
        let stem = format!("{vpc}TransitGatewayAttachment");
        let kind = crate::catalogue::ec2::transit_gateway_vpc_attachment::ENTRY.kind;
        let attachment = mend::add(draft, &stem, kind, properties);
        // The routes are refused until the attachment is there.
        for route in context.survey.routes.values() {
            let mut targets = route.targets.iter();
            let leads = targets.any(|it| it.target.known() == Some(gateway));
            if !leads || vpc_of(context, route) != Some(vpc) {
                continue;
            }
            let route = draft.resource_mut(&route.id)?;
            if route.attribute("DependsOn").is_none() {
                route.set_attribute("DependsOn", Some(Value::from(attachment.as_str())));
            }
        }
        Some(())
    })
}
