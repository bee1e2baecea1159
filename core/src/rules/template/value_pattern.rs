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
AWS::ECR::Repository images RepositoryName=My_Images! # error value-pattern: RepositoryName of images: “My_Images!” does not match ^(?=.{2,256}$)x.
",
    good: "\
AWS::ECR::Repository images RepositoryName=my-images
",
    check,
    fixes: no_fix,
};

/// The most letters of a text that a sentence shows.
const MOST: usize = 60;

fn check(context: &Context<'_>, findings: &mut Findings) {
    for deviation in context.deviations() {
        let Wrong::Pattern(given, pattern) = &deviation.wrong else {
            continue;
        };
        let message = Message::new("{property} of {resource}: “{given}” does not match {pattern}.")
            .text("property", &deviation.path)
            .resource("resource", &deviation.resource)
            .text("given", shortened(given))
            .text("pattern", pattern.as_str());
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
