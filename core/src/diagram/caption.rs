//! What is written on nodes and arrows.

use super::guess::short_kind;
use crate::catalogue::{Ends, Entry, Form, Format, Role};
use crate::template::{Evaluator, Resource, Value};

/// The tag `Name` where it can be told, else `None`.
pub(super) fn name_tag(evaluator: &Evaluator<'_>, resource: &Resource) -> Option<String> {
    let tags = evaluator.evaluate(resource.property("Tags")?);
    let tags = tags.known()?.as_list()?;
    let tag = tags.iter().filter_map(Value::as_map).find(|tag| {
        let key = tag.get("Key").map(|key| evaluator.evaluate(key));
        key.and_then(|key| key.text()).as_deref() == Some("Name")
    })?;
    let name = evaluator.evaluate(tag.get("Value")?).text()?;
    Some(name).filter(|name| !name.trim().is_empty())
}

/// What tells a node from its like: its block, its size, its port; what it is
/// where nothing of the kind is known.
pub(super) fn of_node(
    evaluator: &Evaluator<'_>,
    resource: &Resource,
    entry: Option<&Entry>,
) -> String {
    let Some(entry) = entry else {
        return short_kind(resource.kind().as_str());
    };
    let told = told(evaluator, resource, properties(entry));
    if told.is_empty() {
        let form = Form::of(evaluator, resource);
        form.map_or(entry.label, |form| form.label()).to_owned()
    } else {
        told
    }
}

/// What is written beside an arrow: "HTTP 80" for a listener.
pub(super) fn of_arrow(
    evaluator: &Evaluator<'_>,
    resource: &Resource,
    entry: &Entry,
    ends: &Ends,
) -> String {
    match ends.caption {
        Some(_) if entry.role == Role::Listener => told(evaluator, resource, &["Protocol", "Port"]),
        Some(property) => told(evaluator, resource, &[property]),
        None => String::new(),
    }
}

fn properties(entry: &Entry) -> &'static [&'static str] {
    match entry.role {
        Role::Instance => &["InstanceType"],
        Role::Database => &["Engine", "DBInstanceClass"],
        Role::TargetGroup | Role::Listener => &["Protocol", "Port"],
        Role::Route => &["DestinationCidrBlock", "DestinationIpv6CidrBlock"],
        _ => {
            let mut fields = entry.fields.iter();
            let block = fields.find(|field| field.format == Format::Ipv4Cidr);
            block.map_or(&[], |field| std::slice::from_ref(&field.property))
        }
    }
}

/// The known scalars among some properties, joined.
fn told(evaluator: &Evaluator<'_>, resource: &Resource, properties: &[&str]) -> String {
    let texts = properties.iter().filter_map(|property| {
        let value = resource.property(property)?;
        evaluator.evaluate(value).text()
    });
    texts.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use crate::diagram::project;
    use crate::fixture::design;
    use crate::template::LogicalId;

    fn written(text: &str, id: &str) -> (String, String) {
        let diagram = project(&design(text));
        let node = &diagram.nodes[&LogicalId::new(id)];
        (node.title.clone(), node.caption.clone())
    }

    #[test]
    fn the_name_tag_is_the_title_and_the_block_the_caption() {
        let tagged = "vpc main CidrBlock=10.0.0.0/16 Tags=[{Key=Name, Value=shop}]";
        assert_eq!(
            written(tagged, "main"),
            ("shop".to_owned(), "10.0.0.0/16".to_owned())
        );
        assert_eq!(
            written("vpc main Tags=[{Key=Other, Value=shop}]", "main"),
            ("main".to_owned(), "VPC".to_owned())
        );
    }

    #[test]
    fn a_variant_says_its_own_name_and_shows_its_own_icon() {
        let diagram = project(&design("lb fast Type=network\nlb web"));
        let node = |id| &diagram.nodes[&LogicalId::new(id)];
        assert_eq!(node("fast").caption, "Network Load Balancer");
        assert_eq!(node("web").caption, "Application Load Balancer");
        let icon = |id| node(id).form().unwrap().icon();
        assert_ne!(icon("fast"), icon("web"));
    }

    #[test]
    fn a_kind_without_an_entry_says_its_type() {
        let (title, caption) = written("AWS::IoT::Thing work", "work");
        assert_eq!((title.as_str(), caption.as_str()), ("work", "IoT Thing"));
    }
}
