//! A property needs another beside it that is not there.

use crate::message::Message;
use crate::rules::{Context, Findings, Rule, Severity, Wrong, no_fix};

pub(super) static RULE: Rule = Rule {
    id: "property-needed",
    severity: Severity::Error,
    title: "Property without the one that it needs",
    why: "Some properties mean something only beside others, and AWS refuses one without the \
          other. Add the missing one, or take both away.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a Ipv4IpamPoolId=ipam-pool-1 # error property-needed: Ipv4IpamPoolId of a needs Ipv4NetmaskLength beside it.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a Ipv4IpamPoolId=ipam-pool-1 Ipv4NetmaskLength=24
",
    check,
    fixes: no_fix,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    for deviation in context.deviations() {
        let Wrong::NeededBy(with) = &deviation.wrong else {
            continue;
        };
        let message = Message::new("{with} of {resource} needs {property} beside it.")
            .text("with", with)
            .resource("resource", &deviation.resource)
            .text("property", &deviation.path);
        findings.add(&deviation.resource, deviation.path.clone(), message);
    }
}
