//! Resources whose kind has no entry: where they stand and what they name, as
//! far as AWS's own habits of naming properties tell.

use super::fate::Fates;
use crate::template::{Evaluator, LogicalId, PropertyPath, Resource, Step, Value, references};

/// The resources of the template that the properties name, with the place.
pub(super) fn mentions(
    evaluator: &Evaluator<'_>,
    resource: &Resource,
) -> Vec<(PropertyPath, LogicalId)> {
    let Some(properties) = resource.attribute("Properties") else {
        return Vec::new();
    };
    let found = references(properties).into_iter();
    let found = found.filter_map(|reference| {
        let (id, _) = evaluator
            .template()
            .resources
            .get_key_value(reference.name.as_str())?;
        Some((reference.path, id.clone()))
    });
    found.collect()
}

/// The container: the only subnet that `SubnetId` or `SubnetIds` names, else
/// the VPC of its subnets or of `VpcId`.
pub(super) fn home(
    evaluator: &Evaluator<'_>,
    fates: &Fates,
    mentions: &[(PropertyPath, LogicalId)],
) -> Option<LogicalId> {
    let named = |kind: &str, keys: &[&str]| {
        let mut ids: Vec<LogicalId> = Vec::new();
        for (path, id) in mentions {
            let of_kind = evaluator.template().resource(id).map(Resource::kind);
            let has_key = path
                .steps()
                .iter()
                .any(|step| matches!(step, Step::Key(key) if keys.contains(&key.as_str())));
            if has_key && of_kind.is_some_and(|of| of == kind) && !ids.contains(id) {
                ids.push(id.clone());
            }
        }
        ids
    };
    let subnets = named("AWS::EC2::Subnet", &["SubnetId", "SubnetIds"]);
    if let [only] = subnets.as_slice() {
        return Some(only.clone());
    }
    let vpc_of = |subnet: &LogicalId| -> Option<LogicalId> {
        let subnet = evaluator.template().resource(subnet)?;
        evaluator
            .property(subnet, &"VpcId".into())
            .resource()
            .cloned()
    };
    let vpc = subnets.iter().find_map(vpc_of);
    let vpc = vpc.or_else(|| named("AWS::EC2::VPC", &["VpcId"]).into_iter().next());
    vpc.filter(|vpc| fates.look(vpc) == Some(super::Look::Container))
}

/// A type in the words of its service: "Lambda Function".
pub(super) fn short_kind(kind: &str) -> String {
    let words: Vec<&str> = kind.split("::").collect();
    match words.as_slice() {
        ["AWS" | "Alexa", service, rest @ ..] if !rest.is_empty() => {
            format!("{service} {}", rest.join(" "))
        }
        _ if kind.is_empty() => "no type".to_owned(),
        _ => kind.to_owned(),
    }
}

/// An expression in a few words, for what cannot be evaluated.
pub(super) fn in_short(value: &Value) -> String {
    match value {
        Value::Function(function) => match &function.argument {
            Value::Text(text) => text.clone(),
            Value::List(list) => {
                let parts: Vec<String> = list.iter().map(in_short).collect();
                format!("{} of {}", function.name.as_str(), parts.join(", "))
            }
            _ => function.name.as_str().to_owned(),
        },
        other => other.as_scalar_text().unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagram::project;
    use crate::fixture::design;

    #[test]
    fn a_kind_without_an_entry_stands_where_its_properties_say() {
        let diagram = project(&design(
            "vpc main\n  subnet a\n  subnet b\n\
             AWS::Made::Up inside SubnetId=@a\n\
             AWS::Made::Up across Network.SubnetIds=[@a, @b]\n\
             AWS::Made::Up around VpcId=@main\n\
             AWS::Made::Up outside Other=@inside More=[@main]\n",
        ));
        let parent = |id: &str| {
            let node = &diagram.nodes[&LogicalId::new(id)];
            node.parent.as_ref().map(ToString::to_string)
        };
        assert_eq!(parent("inside").as_deref(), Some("a"));
        assert_eq!(parent("across").as_deref(), Some("main"));
        assert_eq!(parent("around").as_deref(), Some("main"));
        assert_eq!(parent("outside"), None);
        let is_overlay = |to: &str| {
            let mut arrows = diagram.arrows.iter();
            let arrow =
                arrows.find(|arrow| arrow.from.as_str() == "outside" && arrow.to.as_str() == to);
            arrow.map(|arrow| arrow.overlay)
        };
        assert_eq!(is_overlay("inside"), Some(false), "between two strangers");
        assert_eq!(is_overlay("main"), Some(true));
        assert_eq!(is_overlay("around"), None);
    }

    #[test]
    fn a_type_is_said_in_its_services_words() {
        assert_eq!(short_kind("AWS::Lambda::Function"), "Lambda Function");
        assert_eq!(short_kind("Custom::Thing"), "Custom::Thing");
        assert_eq!(short_kind(""), "no type");
    }
}
