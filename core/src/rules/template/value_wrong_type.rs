//! A value is of another type than its property takes.

use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, Wrong, mend};
use crate::schema::Types;
use crate::template::Value;

pub(super) static RULE: Rule = Rule {
    id: "value-wrong-type",
    severity: Severity::Error,
    title: "Value of the wrong type",
    why: "CloudFormation takes a number or a truth value written as text, and the other way \
          round. It refuses a list where one value is wanted, one value where a list is, and a \
          text that is no number where a number is wanted.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  sg web GroupDescription=w
  subnet a CidrBlock=10.0.1.0/24 MapPublicIpOnLaunch=maybe # error value-wrong-type: MapPublicIpOnLaunch of a is to be true or false.
    instance one SecurityGroupIds=@web # error value-wrong-type: SecurityGroupIds of one is to be a list.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  sg web GroupDescription=w
  subnet a CidrBlock=10.0.1.0/24 MapPublicIpOnLaunch=\"true\"
    instance one SecurityGroupIds=[@web]
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    for deviation in context.deviations() {
        let Wrong::Type(wanted) = deviation.wrong else {
            continue;
        };
        let message = Message::new("{property} of {resource} is to be {wanted}.")
            .text("property", &deviation.path)
            .resource("resource", &deviation.resource)
            .text("wanted", words(wanted));
        findings.add(&deviation.resource, deviation.path.clone(), message);
    }
}

/// The types in words.
fn words(types: Types) -> String {
    if types.is_any() {
        return "a value".to_owned();
    }
    let mut words = Vec::new();
    if types.has_text() {
        words.push("a text");
    }
    if types.has_number() {
        words.push("a number");
    } else if types.has_integer() {
        words.push("a whole number");
    }
    if types.has_truth() {
        words.push("true or false");
    }
    if types.has_list() {
        words.push("a list");
    }
    if types.has_object() {
        words.push("a mapping");
    }
    words.join(" or ")
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let (id, path) = (&finding.resource, &finding.path);
    let value = context.resource(id).and_then(|it| it.get(path));
    let shape = context.resource(id).and_then(|it| {
        let schema = context.schemas.get(it.kind().as_str())?;
        schema.shape_at(path).map(|shape| shape.types)
    });
    let (Some(value), Some(wanted)) = (value, shape) else {
        return Vec::new();
    };
    let is_single = |value: &Value| matches!(value, Value::Text(_) | Value::Function(_));
    let (title, value) = match value {
        Value::Null => {
            let title = Message::new("Take {property} away").text("property", path);
            return Fix::review(context, title, |draft| mend::unset(draft, id, path.clone()));
        }
        single if wanted.has_list() && is_single(single) => (
            Message::new("Make it a list of one"),
            Value::List(vec![single.clone()]),
        ),
        Value::List(list) if !wanted.has_list() => match list.as_slice() {
            [only] => (Message::new("Take it out of the list"), only.clone()),
            _ => return Vec::new(),
        },
        _ => return Vec::new(),
    };
    Fix::review(context, title, |draft| {
        mend::set(draft, id, path.clone(), value)
    })
}
