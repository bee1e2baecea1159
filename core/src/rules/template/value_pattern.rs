//! A text does not look as its property wants it.

use crate::message::Message;
use crate::rules::{Context, Findings, Rule, Severity, Wrong, no_fix};

pub(super) static RULE: Rule = Rule {
    id: "value-pattern",
    severity: Severity::Error,
    title: "Text that does not have the right form",
    why: "AWS says by a regular expression which letters a name, an ARN or an identifier may \
          have, and in which order, and refuses a text that does not match it.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html",
    bad: "\
AWS::EFS::MountTarget door FileSystemId=fs-1 SubnetId=subnet-0123456789abcdef0 SecurityGroups=[] # error value-pattern: FileSystemId of door: “fs-1” does not match ^(arn:aws[-a-z]*:elasticfilesystem:[0-9a-z-:]+:file-system/fs-[0-9a-f]{8,40}|fs-[0-9a-f]{8,40})$.
",
    good: "\
AWS::EFS::MountTarget door FileSystemId=fs-01234567 SubnetId=subnet-0123456789abcdef0 SecurityGroups=[]
",
    check,
    fixes: no_fix,
}
.told();

/// The most letters of a text that a sentence shows.
const MOST: usize = 60;

fn check(context: &Context<'_>, findings: &mut Findings) {
    for deviation in context.deviations() {
        let (message, given) = match &deviation.wrong {
            Wrong::Pattern(given, pattern) => (
                Message::new("{property} of {resource}: “{given}” does not match {pattern}.")
                    .text("pattern", pattern.as_str()),
                given,
            ),
            Wrong::Block(given) => (
                Message::new("{property} of {resource}: “{given}” is no block of addresses."),
                given,
            ),
            _ => continue,
        };
        let message = message
            .text("property", &deviation.path)
            .resource("resource", &deviation.resource)
            .text("given", shortened(given));
        findings.add(&deviation.resource, deviation.path.clone(), message);
    }
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= MOST {
        return text.to_owned();
    }
    let first: String = text.chars().take(MOST).collect();
    first + "…"
}
