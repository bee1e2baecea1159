//! Two properties stand beside each other of which AWS takes one.

use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, Spot, Wrong, mend};

pub(super) static RULE: Rule = Rule {
    id: "property-excluded",
    severity: Severity::Error,
    title: "Properties that exclude each other",
    why: "Some properties say the same in different ways. AWS takes one of them and refuses \
          both: keep the one that is meant.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a AvailabilityZoneId=use1-az1 # error property-excluded: AvailabilityZoneId of a cannot stand beside AvailabilityZone.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    for deviation in context.deviations() {
        let Wrong::ExcludedBy(other) = &deviation.wrong else {
            continue;
        };
        let message = Message::new("{property} of {resource} cannot stand beside {other}.")
            .text("property", &deviation.path)
            .resource("resource", &deviation.resource)
            .text("other", other);
        findings
            .add(&deviation.resource, deviation.path.clone(), message)
            .at(Spot::Name);
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let title = Message::new("Take {property} away").text("property", &finding.path);
    Fix::review(context, title, |draft| {
        mend::unset(draft, &finding.resource, finding.path.clone())
    })
}
