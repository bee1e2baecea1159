//! A kind under the name that people know: the kind itself, or the variant of
//! it that a resource is.

use super::{ENTRIES, Entry, Variant, entry};
use crate::template::{Evaluated, Evaluator, Map, Resource, Value, value_of_json};

/// A kind, or a variant of it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Form {
    /// The kind.
    pub entry: &'static Entry,
    /// The variant; `None` for the kind itself.
    pub variant: Option<&'static Variant>,
}

impl Form {
    /// What a resource is; `None` for a type without an entry.
    pub fn of(evaluator: &Evaluator<'_>, resource: &Resource) -> Option<Self> {
        let entry = entry(resource.kind().as_str())?;
        let variant = variant_among(evaluator, entry, resource);
        Some(Self { entry, variant })
    }

    /// Its name for people.
    pub fn label(&self) -> &'static str {
        self.variant.map_or(self.entry.label, |it| it.label)
    }

    /// What it is for, in one sentence.
    pub fn summary(&self) -> &'static str {
        self.variant.map_or(self.entry.summary, |it| it.summary)
    }

    /// Its drawing of 24 by 24, as SVG in `currentColor`.
    pub fn icon(&self) -> &'static str {
        self.variant.map_or(self.entry.icon, |it| it.icon)
    }
}

/// Everything that a palette offers by a name of its own, in the order of the
/// catalogue: a kind that has variants is offered by them alone.
pub fn forms() -> impl Iterator<Item = Form> {
    ENTRIES.iter().flat_map(|entry| {
        let itself = entry.variants.is_empty().then_some(None);
        let variants = entry.variants.iter().map(Some);
        let all = itself.into_iter().chain(variants);
        all.map(move |variant| Form { entry, variant })
    })
}

/// The variant that a resource is: its property has the variant's text, or is
/// absent, which is the first variant.
pub fn variant_of(evaluator: &Evaluator<'_>, resource: &Resource) -> Option<&'static Variant> {
    let entry = entry(resource.kind().as_str())?;
    variant_among(evaluator, entry, resource)
}

fn variant_among(
    evaluator: &Evaluator<'_>,
    entry: &'static Entry,
    resource: &Resource,
) -> Option<&'static Variant> {
    let first = entry.variants.first()?;
    match evaluator.property(resource, &first.property.into()) {
        Evaluated::Absent => Some(first),
        // What cannot be told is the kind itself.
        value => {
            let value = value.text()?;
            entry.variants.iter().find(|it| it.value == value)
        }
    }
}

impl Variant {
    /// What a new one has over the kind's defaults; `null` takes one away.
    pub fn properties(&self) -> Map {
        let mut over = match value_of_json(self.defaults) {
            Some(Value::Map(over)) => over,
            _ => Map::new(),
        };
        over.insert(self.property.to_owned(), self.value.into());
        over
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::design;

    /// What the resource `it` of a design is called.
    fn called(text: &str) -> &'static str {
        let document = design(text);
        let setting = document.setting();
        let evaluator = Evaluator::new(&document.template, &setting);
        let resource = document.template.resource(&"it".into()).unwrap();
        Form::of(&evaluator, resource).unwrap().label()
    }

    #[test]
    fn a_resource_is_the_variant_that_its_property_says() {
        assert_eq!(called("lb it Type=network"), "Network Load Balancer");
        assert_eq!(called("lb it Type=gateway"), "Gateway Load Balancer");
        assert_eq!(called("lb it"), "Application Load Balancer");
        assert_eq!(called("lb it Type=other"), "Load balancer");
        assert_eq!(called("vpc it"), "VPC");
    }

    #[test]
    fn a_palette_offers_variants_in_place_of_their_kind() {
        let labels: Vec<_> = forms().map(|form| form.label()).collect();
        let at = |label| labels.iter().position(|it| *it == label);
        assert_eq!(at("Load balancer"), None);
        let application = at("Application Load Balancer").unwrap();
        assert_eq!(at("Network Load Balancer"), Some(application + 1));
        assert!(at("VPC").is_some());
    }

    #[test]
    fn every_variant_tells_itself_by_one_property_of_its_kind() {
        for entry in ENTRIES {
            for variant in entry.variants {
                assert_eq!(variant.property, entry.variants[0].property);
                assert!(!variant.property.contains('.'), "{}", entry.kind);
                let text = variant.defaults;
                let json = value_of_json(text);
                assert!(matches!(json, Some(Value::Map(_))), "{text}");
            }
        }
    }
}
