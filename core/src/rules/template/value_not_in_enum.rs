//! A value is none of those that its property takes.

use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, Wrong, mend};
use crate::template::Value;

pub(super) static RULE: Rule = Rule {
    id: "value-not-in-enum",
    severity: Severity::Error,
    title: "Value that is none of the choices",
    why: "The property takes one of a few words, told apart by upper and lower case, and AWS \
          refuses any other.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html",
    bad: "\
AWS::DynamoDB::Table orders KeySchema=[{AttributeName=id, KeyType=HASH}] AttributeDefinitions=[{AttributeName=id, AttributeType=S}] BillingMode=pay-per-request # error value-not-in-enum: BillingMode of orders: “pay-per-request” is none of PAY_PER_REQUEST, PROVISIONED.
",
    good: "\
AWS::DynamoDB::Table orders KeySchema=[{AttributeName=id, KeyType=HASH}] AttributeDefinitions=[{AttributeName=id, AttributeType=S}] BillingMode=PAY_PER_REQUEST
",
    check,
    fixes,
}
.told();

/// The most choices that a sentence lists.
const MOST: usize = 8;

fn check(context: &Context<'_>, findings: &mut Findings) {
    for deviation in context.deviations() {
        let Wrong::Choice {
            given,
            choices,
            similar,
        } = &deviation.wrong
        else {
            continue;
        };
        let message = match similar {
            Some(similar) if choices.len() > MOST => Message::new(
                "{property} of {resource}: “{given}” is no choice. Is {similar} meant?",
            )
            .text("similar", similar),
            _ => Message::new("{property} of {resource}: “{given}” is none of {choices}.")
                .text("choices", listed(choices)),
        };
        let message = message
            .text("property", &deviation.path)
            .resource("resource", &deviation.resource)
            .text("given", given);
        findings.add(&deviation.resource, deviation.path.clone(), message);
    }
}

fn listed(choices: &[String]) -> String {
    let first: Vec<&str> = choices.iter().take(MOST).map(String::as_str).collect();
    let more = if choices.len() > MOST { ", …" } else { "" };
    first.join(", ") + more
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let (id, path) = (&finding.resource, &finding.path);
    let written = context.resource(id).and_then(|it| it.get(path));
    // What a function comes to is mended where it comes from.
    if !matches!(
        written,
        Some(Value::Text(_) | Value::Number(_) | Value::Bool(_))
    ) {
        return Vec::new();
    }
    let wrong = context.deviations().iter();
    let mut wrong = wrong.filter(|it| it.resource == *id && it.path == *path);
    let Some(Wrong::Choice {
        choices, similar, ..
    }) = wrong.next().map(|it| &it.wrong)
    else {
        return Vec::new();
    };
    let few = choices
        .iter()
        .filter(|it| choices.len() <= 4 && similar.as_ref() != Some(it));
    let ways = similar.iter().chain(few).flat_map(|choice| {
        let title = Message::new("Write {choice}").text("choice", choice);
        Fix::review(context, title, |draft| {
            mend::set(draft, id, path.clone(), choice.as_str())
        })
    });
    ways.collect()
}
