//! What a line needs beside itself: the permission by which the other side
//! lets it in, the role that it takes on. Names and texts; reads no template.

/// What is written along with a line, in the same change.
///
/// Its JSON may name who takes part: `<from>` and `<to>` are the ends, `<self>`
/// is the line's own resource (the start, where a property is the line), and
/// `<to:VpcId>` is what the property `VpcId` of the end names. They stand
/// wherever a name does: `{"Ref":"<to>"}`, `{"Fn::Sub":"${<from>.Arn}/*"}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grant {
    /// Its kind.
    pub kind: &'static str,
    /// Its properties over its kind's own defaults, as a JSON object.
    pub properties: &'static str,
    /// Where the line names it, if it does: the property and the attribute. A
    /// `*` stands for the same place of the list as in the line's property.
    pub named: Option<(&'static str, Option<&'static str>)>,
    /// Where one resource serves many lines: the property that names whom it
    /// is for, and the list that gets an element more.
    pub added: Option<(&'static str, &'static str)>,
    /// Whether the line's own resource waits for it.
    pub is_first: bool,
}

impl Grant {
    /// A resource that stands by itself.
    pub const fn new(kind: &'static str, properties: &'static str) -> Self {
        Self {
            kind,
            properties,
            named: None,
            added: None,
            is_first: false,
        }
    }

    /// Named by a property of the line, by an attribute or by `Ref`.
    #[must_use]
    pub const fn named(self, property: &'static str, attribute: Option<&'static str>) -> Self {
        Self {
            named: Some((property, attribute)),
            ..self
        }
    }

    /// Added to the list of one that is there for the line's end already, as
    /// `names` says.
    #[must_use]
    pub const fn added(self, names: &'static str, list: &'static str) -> Self {
        Self {
            added: Some((names, list)),
            ..self
        }
    }

    /// Made before the line.
    #[must_use]
    pub const fn first(self) -> Self {
        Self {
            is_first: true,
            ..self
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{ENTRIES, Entry, entry};
    use crate::template::{Value, value_of_json};

    fn grants_of(entry: &Entry) -> impl Iterator<Item = &'static Grant> {
        let ends = entry.ends.iter();
        let ends = ends.flat_map(|ends| ends.from.iter().chain(ends.to));
        let links = entry.links.iter().flat_map(|link| link.grants);
        ends.flat_map(|end| end.grants).chain(links)
    }

    #[test]
    fn what_lines_need_is_an_object_that_names_who_takes_part() {
        for (by, grant) in ENTRIES
            .iter()
            .flat_map(|it| grants_of(it).map(move |grant| (it, grant)))
        {
            let value = value_of_json(grant.properties);
            assert!(
                matches!(value, Some(Value::Map(_))),
                "{}: {}",
                by.kind,
                grant.properties
            );
            for token in grant.properties.split('<').skip(1) {
                let name = token.split(['>', ':']).next().unwrap();
                assert!(
                    ["from", "to", "self"].contains(&name),
                    "{}: <{token}",
                    by.kind
                );
            }
        }
    }

    #[test]
    fn a_line_names_what_it_needs_by_an_attribute_that_is_there() {
        for grant in ENTRIES.iter().flat_map(|it| grants_of(it)) {
            let attribute = grant.named.and_then(|(_, attribute)| attribute);
            if let (Some(attribute), Some(known)) = (attribute, entry(grant.kind)) {
                assert!(
                    known.attributes.contains(&attribute),
                    "{}.{attribute}",
                    grant.kind
                );
            }
        }
    }
}
