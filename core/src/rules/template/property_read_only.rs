//! A property is written that only AWS fills in.

use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, Spot, Wrong, mend};

pub(super) static RULE: Rule = Rule {
    id: "property-read-only",
    severity: Severity::Warning,
    title: "Property that only AWS fills in",
    why: "Identifiers, ARNs and states are AWS's answer once the resource is there. Written in a \
          template they have no effect, or AWS refuses them; other resources ask for them by \
          Fn::GetAtt.",
    guide: "https://docs.aws.amazon.com/cloudformation-cli/latest/userguide/resource-type-schema.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16 VpcId=vpc-1 # warning property-read-only: VpcId of main cannot be written: AWS fills it in.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  sg web GroupDescription=w VpcId=@main.VpcId
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    for deviation in context.deviations() {
        if deviation.wrong == Wrong::ReadOnly {
            let message =
                Message::new("{property} of {resource} cannot be written: AWS fills it in.")
                    .text("property", &deviation.path)
                    .resource("resource", &deviation.resource);
            findings
                .add(&deviation.resource, deviation.path.clone(), message)
                .at(Spot::Name);
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let title = Message::new("Take {property} away").text("property", &finding.path);
    Fix::review(context, title, |draft| {
        mend::unset(draft, &finding.resource, finding.path.clone())
    })
}
