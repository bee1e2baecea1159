//! A property that CloudFormation wants is not there.

use std::collections::HashSet;

use crate::catalogue::{Format, entry};
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, Wrong, mend};
use crate::template::{Evaluated, LogicalId, PropertyPath, Resource, Value};

pub(super) static RULE: Rule = Rule {
    id: "required-property-missing",
    severity: Severity::Error,
    title: "Required property missing",
    why: "CloudFormation refuses a resource that lacks a property which its type requires.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
subnet a CidrBlock=10.0.1.0/24 # error required-property-missing: a lacks VpcId (VPC).
AWS::IoT::Policy doors PolicyName=doors # error required-property-missing: doors lacks PolicyDocument.
AWS::KMS::Key key Tags=[{Key=Name}] # error required-property-missing: key lacks Tags.0.Value.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
vpc pooled Ipv4IpamPoolId=ipam-pool-1
sg ofTheDefaultVpc GroupDescription=w
",
    check,
    fixes,
}
.told();

/// Properties that stand in for one that is required otherwise.
///
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-subnet.html>
const INSTEAD: [(&str, &[&str]); 2] = [
    ("GroupId", &["GroupName"]),
    (
        "CidrBlock",
        &[
            "Ipv4IpamPoolId",
            "Ipv6IpamPoolId",
            "Ipv6Native",
            "Ipv6CidrBlock",
            "AmazonProvidedIpv6CidrBlock",
        ],
    ),
];

fn is_replaced(resource: &Resource, property: &str) -> bool {
    INSTEAD
        .iter()
        .filter(|(replaced, _)| *replaced == property)
        .flat_map(|(_, instead)| *instead)
        .any(|instead| resource.property(instead).is_some())
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    let mut said = HashSet::new();
    for (id, resource) in &context.template().resources {
        let Some(entry) = entry(resource.kind().as_str()) else {
            continue;
        };
        for field in entry.fields.iter().filter(|field| field.required) {
            let path = PropertyPath::from(field.property);
            let written = resource.get(&path);
            // Most are there as they stand: evaluate only what may vanish.
            let is_there = match written {
                Some(Value::Null) | None => false,
                Some(value @ Value::Function(_)) => {
                    context.evaluator.evaluate(value) != Evaluated::Absent
                }
                Some(_) => true,
            };
            if !is_there && !is_hidden(resource) && !is_replaced(resource, field.property) {
                // A label that only repeats the property says nothing.
                let message = if field.label.eq_ignore_ascii_case(field.property) {
                    Message::new("{resource} lacks {property}.")
                } else {
                    Message::new("{resource} lacks {property} ({label}).")
                        .text("label", field.label)
                };
                let message = message
                    .resource("resource", id)
                    .text("property", field.property);
                said.insert((id.clone(), path.clone()));
                findings.add(id, path, message);
            }
        }
    }
    for deviation in context.deviations() {
        let (id, path) = (&deviation.resource, &deviation.path);
        if deviation.wrong == Wrong::Missing && !said.contains(&(id.clone(), path.clone())) {
            let message = Message::new("{resource} lacks {property}.")
                .resource("resource", id)
                .text("property", path);
            findings.add(id, path.clone(), message);
        }
    }
}

/// Whether the properties themselves are what a function gives.
fn is_hidden(resource: &Resource) -> bool {
    matches!(resource.attribute("Properties"), Some(Value::Function(_)))
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let id = &finding.resource;
    let name = finding.path.to_string();
    let field = context.resource(id).and_then(|resource| {
        let mut fields = entry(resource.kind().as_str())?.fields.iter();
        fields.find(|field| field.property == name)
    });
    match field.map(|field| field.format) {
        Some(Format::Reference(kind, attribute)) => {
            let all = context.template().of_kind(kind).take(3);
            let ways = all.flat_map(|(other, _)| {
                let title = Message::new("Name {other}").resource("other", other);
                let value = attribute.map_or_else(
                    || mend::reference(other),
                    |attribute| Value::attribute(other.as_str(), attribute),
                );
                Fix::review(context, title, |draft| {
                    mend::set(draft, id, finding.path.clone(), value)
                })
            });
            ways.collect()
        }
        Some(Format::Ipv4Cidr) => free_block(context, id, &finding.path),
        Some(Format::Text) if name.ends_with("Description") => {
            let title = Message::new("Describe it as “{text}”").text("text", id);
            Fix::review(context, title, |draft| {
                mend::set(draft, id, finding.path.clone(), id.as_str())
            })
        }
        _ => Vec::new(),
    }
}

/// The next free block for a subnet whose VPC is known.
fn free_block(context: &Context<'_>, id: &LogicalId, path: &PropertyPath) -> Vec<Fix> {
    let block = context
        .vpc_of_subnet(id)
        .and_then(|vpc| mend::free_block(context, vpc, id, 24));
    let Some(block) = block else {
        return Vec::new();
    };
    let title = Message::new("Give {subnet} {block}")
        .resource("subnet", id)
        .text("block", block);
    Fix::review(context, title, |draft| {
        mend::set_block(context, draft, id, path, block)
            .or_else(|| mend::set(draft, id, path.clone(), block.to_string()))
    })
}
