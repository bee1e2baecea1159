//! Names that are still free. Knows nothing of what is named.

use std::collections::BTreeSet;

use crate::document::Document;
use crate::template::{LogicalId, Value};

/// The sections whose keys share the space of names with resources: a `Ref` or
/// a condition would otherwise mean two things.
const SECTIONS: &[&str] = &["Parameters", "Conditions", "Mappings"];

/// Whether a name means something in the template already.
pub(super) fn is_taken(document: &Document, name: &str) -> bool {
    let template = &document.template;
    template.resources.contains_key(name)
        || SECTIONS.iter().any(|section| {
            let section = template.sections.get(*section).and_then(Value::as_map);
            section.is_some_and(|section| section.contains_key(name))
        })
}

/// The first free name of `Stem`, `Stem2`, `Stem3` and so on that is not among
/// those given out but not in the document yet. What cannot be in a name is
/// left out of the stem.
pub(super) fn fresh(document: &Document, stem: &str, given: &BTreeSet<LogicalId>) -> LogicalId {
    let mut stem: String = stem.chars().filter(char::is_ascii_alphanumeric).collect();
    // Room for the number, within the 255 characters of a name.
    stem.truncate(240);
    if stem.is_empty() {
        "Resource".clone_into(&mut stem);
    }
    let free = |name: &String| !is_taken(document, name) && !given.contains(name.as_str());
    let numbered = (2_u64..).map(|number| format!("{stem}{number}"));
    let name = std::iter::once(stem.clone()).chain(numbered).find(free);
    LogicalId::new(name.unwrap_or(stem))
}

/// A name without the number at its end, the stem of its copies.
pub(super) fn stem_of(id: &LogicalId) -> &str {
    let stem = id.as_str().trim_end_matches(|c: char| c.is_ascii_digit());
    if stem.is_empty() { id.as_str() } else { stem }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::open;

    #[test]
    fn a_fresh_name_is_taken_by_nothing() {
        let text = r#"{"Parameters": {"Web2": {}}, "Conditions": {"Web3": true},
            "Resources": {"Web": {"Type": "T"}}}"#;
        let document = open(text).unwrap().document;
        assert_eq!(fresh(&document, "Db-", &BTreeSet::new()).as_str(), "Db");
        let given = BTreeSet::from(["Web4".into()]);
        assert_eq!(fresh(&document, "Web", &given).as_str(), "Web5");
        assert_eq!(
            fresh(&document, "..", &BTreeSet::new()).as_str(),
            "Resource"
        );
    }

    #[test]
    fn copies_count_on() {
        assert_eq!(stem_of(&"Web12".into()), "Web");
        assert_eq!(stem_of(&"12".into()), "12");
    }
}
