//! A number, a text's length or a list's count is outside of what AWS takes.

use std::fmt::Display;

use crate::message::Message;
use crate::rules::{Context, Findings, Rule, Severity, Wrong, no_fix};

pub(super) static RULE: Rule = Rule {
    id: "value-out-of-range",
    severity: Severity::Error,
    title: "Value out of range",
    why: "AWS refuses a number that is too small or too large, a text that is too short or too \
          long, and a list with too few or too many items.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html",
    bad: "\
AWS::Lambda::Function worker MemorySize=64 Code.ZipFile=x Role=arn:aws:iam::123456789012:role/worker # error value-out-of-range: MemorySize of worker is 64: AWS takes 128 to 32768.
AWS::KMS::Alias key AliasName=\"\" TargetKeyId=x # error value-out-of-range: AliasName of key has 0 characters: AWS takes 1 to 256.
",
    good: "\
AWS::Lambda::Function worker MemorySize=128 Code.ZipFile=x Role=arn:aws:iam::123456789012:role/worker
",
    check,
    fixes: no_fix,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    for deviation in context.deviations() {
        let (message, bounds) = match &deviation.wrong {
            Wrong::Range(given, range) => (
                Message::new("{property} of {resource} is {given}: AWS takes {range}.")
                    .text("given", given),
                bounds(range.least.as_ref(), range.most.as_ref()),
            ),
            Wrong::Length(given, length) => (
                Message::new("{property} of {resource} has {given} characters: AWS takes {range}.")
                    .text("given", given),
                bounds(length.least.as_ref(), length.most.as_ref()),
            ),
            Wrong::Count(given, count) => (
                Message::new("{property} of {resource} has {given} items: AWS takes {range}.")
                    .text("given", given),
                bounds(count.least.as_ref(), count.most.as_ref()),
            ),
            _ => continue,
        };
        let message = message
            .text("property", &deviation.path)
            .resource("resource", &deviation.resource)
            .message("range", bounds);
        findings.add(&deviation.resource, deviation.path.clone(), message);
    }
}

fn bounds<T: Display>(least: Option<&T>, most: Option<&T>) -> Message {
    match (least, most) {
        (Some(least), Some(most)) => Message::new("{least} to {most}")
            .text("least", least)
            .text("most", most),
        (Some(least), None) => Message::new("at least {least}").text("least", least),
        (None, Some(most)) => Message::new("at most {most}").text("most", most),
        (None, None) => Message::new("any"),
    }
}
