//! A resource is of a type that AWS does not have.

use std::collections::HashMap;

use crate::message::Message;
use crate::rules::conformity::may_be_rewritten;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity};
use crate::template::Value;

pub(super) static RULE: Rule = Rule {
    id: "type-unknown",
    severity: Severity::Error,
    title: "Type that is not there",
    why: "CloudFormation refuses a template with a type of resource under AWS:: that it does not \
          know. Types of the Serverless Application Model need its Transform.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html",
    bad: "\
AWS::EC2::Vpc main CidrBlock=10.0.0.0/16 # error type-unknown: main is an AWS::EC2::Vpc, which AWS does not have. Is AWS::EC2::VPC meant?
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
Custom::Thing thing ServiceToken=x
Ours::Network::Vpc::MODULE module
Other::Company::Thing other
",
    check,
    fixes,
}
.told();

/// For how many types the one that is meant is looked for, among all there are:
/// a bound on time.
const MOST: usize = 20;

fn check(context: &Context<'_>, findings: &mut Findings) {
    if may_be_rewritten(context.template()) {
        return;
    }
    let mut found: HashMap<&str, Option<&str>> = HashMap::new();
    let mut similar = |kind| {
        if found.len() >= MOST && !found.contains_key(kind) {
            return None;
        }
        let nearest = || context.schemas.similar_kind(kind);
        *found.entry(kind).or_insert_with(nearest)
    };
    let has_transform = context.template().sections.contains_key("Transform");
    for (id, resource) in &context.template().resources {
        let kind = resource.kind().as_str();
        let is_judged = kind.starts_with("AWS::")
            && !kind.ends_with("::MODULE")
            && !(has_transform && kind.starts_with("AWS::Serverless::"));
        if !is_judged || context.schemas.is_type(kind) != Some(false) {
            continue;
        }
        let message = if kind.starts_with("AWS::Serverless::") {
            Message::new("{resource} is an {kind}, which needs Transform: {transform}.")
                .text("transform", "AWS::Serverless-2016-10-31")
        } else if let Some(similar) = similar(kind) {
            Message::new("{resource} is an {kind}, which AWS does not have. Is {similar} meant?")
                .text("similar", similar)
        } else {
            Message::new("{resource} is an {kind}, which AWS does not have.")
        };
        let message = message.resource("resource", id).text("kind", kind);
        findings.add(id, "", message).at_attribute("Type");
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let id = &finding.resource;
    let kind = context.resource(id).map_or("", |it| it.kind().as_str());
    if kind.starts_with("AWS::Serverless::") {
        return Vec::new();
    }
    let Some(similar) = context.schemas.similar_kind(kind) else {
        return Vec::new();
    };
    let title = Message::new("Make it an {kind}").text("kind", similar);
    Fix::review(context, title, |draft| {
        let resource = draft.resource_mut(id)?;
        resource.set_attribute("Type", Some(Value::from(similar)));
        Some(())
    })
}
