//! `Fn::GetAtt` asks a resource for what it does not answer.

use crate::catalogue::entry;
use crate::message::Message;
use crate::rules::conformity::may_be_rewritten;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, Spot, mend};
use crate::schema::similar;
use crate::template::{FunctionName, LogicalId, PropertyPath, Value, references};

pub(super) static RULE: Rule = Rule {
    id: "attribute-unknown",
    severity: Severity::Error,
    title: "Attribute that is not there",
    why: "Fn::GetAtt and ${Name.Attribute} ask for what AWS knows of a resource once it is there. \
          CloudFormation refuses a template that asks for an attribute which the type does not \
          have.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getatt.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  sg web GroupDescription=w
  subnet a CidrBlock=10.0.1.0/24
    instance one SecurityGroupIds=[@web.GroupID] # error attribute-unknown: one asks web for GroupID, which an AWS::EC2::SecurityGroup does not answer. Is GroupId meant?
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  sg web GroupDescription=w
  subnet a CidrBlock=10.0.1.0/24
    instance one SecurityGroupIds=[@web.GroupId]
AWS::CloudFormation::Stack nested TemplateURL=https://example.com/t.json
sg open GroupDescription=o VpcId=@nested.Outputs.Vpc
Custom::Thing thing ServiceToken=@nested.Outputs.Token
eip address Domain=@thing.Anything
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    let template = context.template();
    if context.schemas.is_empty() || may_be_rewritten(template) {
        return;
    }
    let mut looked = 0;
    for (id, resource) in &template.resources {
        let Some(properties) = resource.attribute("Properties") else {
            continue;
        };
        for (named, attribute, path) in unknown(context, properties) {
            let message = sentence(
                context,
                &mut looked,
                &named,
                &attribute,
                "{asker} asks {named} for {attribute}, which an {kind} does not answer. Is {similar} meant?",
                "{asker} asks {named} for {attribute}, which an {kind} does not answer.",
            );
            let message = message.resource("asker", id);
            findings.add(id, path, message).with([&named]);
        }
    }
    // An output is no resource: it is said of the one that is asked.
    if let Some(outputs) = template.sections.get("Outputs") {
        for (named, attribute, path) in unknown(context, outputs) {
            let message = sentence(
                context,
                &mut looked,
                &named,
                &attribute,
                "An output asks {named} for {attribute}, which an {kind} does not answer. Is {similar} meant?",
                "An output asks {named} for {attribute}, which an {kind} does not answer.",
            );
            let path = PropertyPath::from("Outputs").then(&path);
            findings.add(&named, "", message).at(Spot::Elsewhere(path));
        }
    }
}

/// For how many findings the attribute that is meant is looked for: a bound on time.
const MOST: usize = 100;

fn sentence(
    context: &Context<'_>,
    looked: &mut usize,
    named: &LogicalId,
    attribute: &str,
    with_similar: &'static str,
    without: &'static str,
) -> Message {
    let kind = context.resource(named).map_or("", |it| it.kind().as_str());
    let similar = (*looked < MOST).then(|| meant(context, named, attribute));
    *looked += 1;
    let message = match similar.flatten() {
        Some(similar) => Message::new(with_similar).text("similar", similar),
        None => Message::new(without),
    };
    message
        .resource("named", named)
        .text("attribute", attribute)
        .text("kind", kind)
}

/// Every attribute that a value asks for and nobody answers: of which
/// resource, and where.
fn unknown(context: &Context<'_>, value: &Value) -> Vec<(LogicalId, String, PropertyPath)> {
    let asked = references(value).into_iter().filter_map(|reference| {
        let attribute = reference.attribute?;
        let named = LogicalId::new(&reference.name);
        let kind = context.resource(&named)?.kind().as_str();
        let schema = context.schemas.get(kind)?;
        let is_listed = entry(kind).is_some_and(|it| it.attributes.contains(&attribute.as_str()));
        // A part in braces is filled in by a function.
        let is_known = is_listed || schema.has_attribute(&attribute) || attribute.contains('$');
        (!is_known).then_some((named, attribute, reference.path))
    });
    asked.collect()
}

/// The attribute that is probably meant.
fn meant(context: &Context<'_>, named: &LogicalId, attribute: &str) -> Option<String> {
    let kind = context.resource(named)?.kind().as_str();
    let known = context.schemas.get(kind)?.attributes();
    similar(attribute, known.iter().map(String::as_str)).map(str::to_owned)
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let (id, path) = (&finding.resource, &finding.path);
    let Some(Value::Function(call)) = context.resource(id).and_then(|it| it.get(path)) else {
        return Vec::new();
    };
    let Some(properties) = context
        .resource(id)
        .and_then(|it| it.attribute("Properties"))
    else {
        return Vec::new();
    };
    let unknown = unknown(context, properties).into_iter();
    let mut here = unknown.filter(|(named, _, at)| at == path && finding.others.contains(named));
    let Some((named, attribute, _)) = here.next() else {
        return Vec::new();
    };
    let Some(right) = meant(context, &named, &attribute) else {
        return Vec::new();
    };
    let argument = match (&call.argument, call.name) {
        (_, FunctionName::GetAtt) => {
            let title = Message::new("Ask for {attribute}").text("attribute", &right);
            return Fix::review(context, title, |draft| {
                let value = Value::attribute(named.as_str(), right.as_str());
                mend::set(draft, id, path.clone(), value)
            });
        }
        (Value::Text(text), FunctionName::Sub) => text,
        _ => return Vec::new(),
    };
    let (old, new) = (
        format!("${{{named}.{attribute}}}"),
        format!("${{{named}.{right}}}"),
    );
    let value = Value::function(FunctionName::Sub, argument.replace(&old, &new).into());
    let title = Message::new("Ask for {attribute}").text("attribute", &right);
    Fix::review(context, title, |draft| {
        mend::set(draft, id, path.clone(), value)
    })
}
