//! An attachment to a transit gateway has two subnets of a zone, or one of
//! another VPC.

use std::collections::HashMap;

use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};

pub(super) static RULE: Rule = Rule {
    id: "transit-attachment-subnets",
    severity: Severity::Error,
    title: "Attachment with subnets that AWS refuses",
    why: "An attachment has one subnet in each zone, all of the VPC that is attached. AWS refuses \
          a second subnet in a zone: one serves every subnet there.",
    guide: "https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html",
    bad: "\
tgw hub
vpc other CidrBlock=10.2.0.0/16
  subnet c CidrBlock=10.2.1.0/24 AvailabilityZone=us-east-1b
vpc main CidrBlock=10.1.0.0/16
  subnet a CidrBlock=10.1.1.0/24 AvailabilityZone=us-east-1a
  subnet b CidrBlock=10.1.2.0/24 AvailabilityZone=us-east-1a
tgwvpcattachment attached VpcId=@main TransitGatewayId=@hub SubnetIds=[@a, @b] # error transit-attachment-subnets: a and b are both in us-east-1a.
tgwvpcattachment wrong VpcId=@main TransitGatewayId=@hub SubnetIds=[@a, @c] # error transit-attachment-subnets: c is in other, and wrong attaches main.
",
    good: "\
tgw hub
vpc main CidrBlock=10.1.0.0/16
  subnet a CidrBlock=10.1.1.0/24 AvailabilityZone=us-east-1a
  subnet b CidrBlock=10.1.2.0/24 AvailabilityZone=us-east-1b
  subnet c CidrBlock=10.1.3.0/24
tgwvpcattachment attached VpcId=@main TransitGatewayId=@hub SubnetIds=[@a, @b, @c]
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    let survey = context.survey;
    for attachment in survey.transit_attachments.values() {
        let mut first = HashMap::new();
        for used in &attachment.subnets {
            let subnet = used.id.known().and_then(|id| survey.subnets.get(id));
            let Some(subnet) = subnet else { continue };
            let (here, there) = (attachment.vpc.known(), subnet.vpc.known());
            if let Some((here, there)) = here.zip(there).filter(|(here, there)| here != there) {
                let message =
                    Message::new("{subnet} is in {there}, and {attachment} attaches {here}.")
                        .resource("subnet", &subnet.id)
                        .resource("there", there)
                        .resource("attachment", &attachment.id)
                        .resource("here", here);
                findings
                    .add(&attachment.id, used.path.clone(), message)
                    .with([&subnet.id]);
                continue;
            }
            let Some(zone) = subnet.zone.known() else {
                continue;
            };
            let Some(earlier) = first.get(zone) else {
                first.insert(zone, &subnet.id);
                continue;
            };
            let message = Message::new("{earlier} and {subnet} are both in {zone}.")
                .resource("earlier", earlier)
                .resource("subnet", &subnet.id)
                .text("zone", zone);
            findings
                .add(&attachment.id, used.path.clone(), message)
                .with([&subnet.id, *earlier]);
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let Some(subnet) = finding.others.first() else {
        return Vec::new();
    };
    let title = Message::new("Leave {subnet} out").resource("subnet", subnet);
    Fix::review(context, title, |draft| {
        mend::unset(draft, &finding.resource, finding.path.clone())
    })
}
