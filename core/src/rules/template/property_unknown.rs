//! A property has a name that its type does not know.

use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, Spot, Wrong, mend};
use crate::template::{LogicalId, PropertyPath, Step};

pub(super) static RULE: Rule = Rule {
    id: "property-unknown",
    severity: Severity::Error,
    title: "Property that is not there",
    why: "CloudFormation refuses a resource with a property that its type does not have. Names \
          are told apart by upper and lower case.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16 EnableDnsHostname=true # error property-unknown: main has no property EnableDnsHostname. Is EnableDnsHostnames meant?
",
    good: "\
vpc main CidrBlock=10.0.0.0/16 EnableDnsHostnames=true
AWS::Lambda::Function worker Code.ZipFile=x Role=arn:aws:iam::123456789012:role/worker Environment.Variables.AnyName=1
Custom::Thing thing Whatever=1
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    for deviation in context.deviations() {
        let Wrong::Unknown(similar) = &deviation.wrong else {
            continue;
        };
        let id = &deviation.resource;
        let message = match similar {
            Some(similar) => {
                Message::new("{resource} has no property {property}. Is {similar} meant?")
                    .text("similar", similar)
            }
            None => Message::new("{resource} has no property {property}."),
        };
        let message = message
            .resource("resource", id)
            .text("property", &deviation.path);
        findings
            .add(id, deviation.path.clone(), message)
            .at(Spot::Name);
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let (id, path) = (&finding.resource, &finding.path);
    let similar = context.deviations().iter().find_map(|it| match &it.wrong {
        Wrong::Unknown(similar) if it.resource == *id && it.path == *path => similar.as_deref(),
        _ => None,
    });
    let Some((Step::Key(old), way)) = path.steps().split_last() else {
        return Vec::new();
    };
    let parent = way
        .iter()
        .cloned()
        .fold(PropertyPath::root(), |path, step| match step {
            Step::Key(key) => path.key(&key),
            Step::Index(index) => path.index(index),
        });
    let mut ways = Vec::new();
    if let Some(new) = similar {
        let title = Message::new("Call it {name}").text("name", new);
        ways.extend(Fix::review(context, title, |draft| {
            rename(draft, id, &parent, old, new)
        }));
    }
    let title = Message::new("Take {property} away").text("property", old);
    ways.extend(Fix::review(context, title, |draft| {
        mend::unset(draft, id, path.clone())
    }));
    ways
}

/// Gives a property another name at its place.
fn rename(
    draft: &mut crate::document::Draft<'_>,
    id: &LogicalId,
    parent: &PropertyPath,
    old: &str,
    new: &str,
) -> Option<()> {
    let resource = draft.resource_mut(id)?;
    let map = resource.get(parent)?.as_map()?;
    let entries = map.iter().map(|(key, value)| {
        let key = if key == old { new } else { key };
        (key.to_owned(), value.clone())
    });
    let renamed = crate::template::Value::Map(entries.collect());
    if parent.is_root() {
        resource.set_attribute("Properties", Some(renamed));
        return Some(());
    }
    resource.set(parent, renamed).then_some(())
}
