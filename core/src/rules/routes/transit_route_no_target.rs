//! A route of a transit gateway neither leads to an attachment nor drops.

use crate::lower::survey::Fact;
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};

pub(super) static RULE: Rule = Rule {
    id: "transit-route-no-target",
    severity: Severity::Error,
    title: "Route of a transit gateway that leads nowhere",
    why: "A static route of a transit gateway leads to an attachment, or drops what it matches: \
          Blackhole. AWS refuses one that does neither, and one that does both.",
    guide: "https://docs.aws.amazon.com/vpc/latest/tgw/tgw-route-tables.html",
    bad: "\
tgw hub
tgwroutetable table TransitGatewayId=@hub
  tgwroute out DestinationCidrBlock=10.9.0.0/16 # error transit-route-no-target: out leads to no attachment and does not drop.
  tgwroute both DestinationCidrBlock=10.8.0.0/16 Blackhole=true TransitGatewayAttachmentId=tgw-attach-1 # error transit-route-no-target: both drops and leads to an attachment.
",
    good: "\
tgw hub
tgwroutetable table TransitGatewayId=@hub
  tgwroute out DestinationCidrBlock=10.9.0.0/16 Blackhole=true
  tgwroute far DestinationCidrBlock=10.8.0.0/16 TransitGatewayAttachmentId=tgw-attach-1
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    for route in context.survey.transit_routes.values() {
        let sentence = match (&route.attachment, &route.is_blackhole) {
            (Fact::Absent, Fact::Known(false) | Fact::Absent) => {
                "{route} leads to no attachment and does not drop."
            }
            (Fact::Known(_) | Fact::Elsewhere(_), Fact::Known(true)) => {
                "{route} drops and leads to an attachment."
            }
            _ => continue,
        };
        let message = Message::new(sentence).resource("route", &route.id);
        findings.add(&route.id, "Blackhole", message);
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let id = &finding.resource;
    let route = context.survey.transit_routes.get(id);
    let Some(route) = route.filter(|it| !it.attachment.is_absent()) else {
        return mend::remove_resource(context, id);
    };
    let title = Message::new("Lead to the attachment");
    let mut ways = Fix::review(context, title, |draft| {
        mend::unset(draft, &route.id, "Blackhole")
    });
    let title = Message::new("Drop only");
    ways.extend(Fix::review(context, title, |draft| {
        mend::unset(draft, &route.id, "TransitGatewayAttachmentId")
    }));
    ways
}
