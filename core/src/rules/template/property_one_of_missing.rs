//! None of several properties is there, of which AWS wants one.

use crate::catalogue::entry;
use crate::message::Message;
use crate::rules::{Context, Findings, Rule, Severity, Wrong, no_fix};

pub(super) static RULE: Rule = Rule {
    id: "property-one-of-missing",
    severity: Severity::Error,
    title: "One of several properties missing",
    why: "Some properties can stand in for each other, but one of them must be there. Which one \
          fits is said on AWS's page on the type.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html",
    bad: "\
AWS::Events::Rule nightly Name=nightly # error property-one-of-missing: nightly lacks one of EventPattern, ScheduleExpression.
",
    good: "\
AWS::Events::Rule nightly Name=nightly ScheduleExpression=\"rate(1 day)\"
",
    check,
    fixes: no_fix,
}
.told();

/// What other rules say in better words: of types that begin so, the sets with
/// this property. A rule without a peer is `security-group-rule-without-peer`.
const ELSEWHERE: [(&str, &str); 1] = [("AWS::EC2::SecurityGroup", "CidrIp")];

fn check(context: &Context<'_>, findings: &mut Findings) {
    for deviation in context.deviations() {
        let Wrong::NoneOf(names) = &deviation.wrong else {
            continue;
        };
        let id = &deviation.resource;
        let kind = context.resource(id).map_or("", |it| it.kind().as_str());
        let is_elsewhere = ELSEWHERE
            .iter()
            .any(|(start, name)| kind.starts_with(start) && names.iter().any(|it| it == name));
        if is_elsewhere {
            continue;
        }
        // What the catalogue calls required is said as such, once.
        let known = entry(kind);
        let mut fields = known.iter().flat_map(|it| it.fields);
        if deviation.path.is_root()
            && fields.any(|it| it.required && names.iter().any(|name| name == it.property))
        {
            continue;
        }
        let message = if deviation.path.is_root() {
            Message::new("{resource} lacks one of {names}.")
        } else {
            Message::new("{place} of {resource} lacks one of {names}.")
                .text("place", &deviation.path)
        };
        let message = message
            .resource("resource", id)
            .text("names", names.join(", "));
        findings.add(id, deviation.path.clone(), message);
    }
}
