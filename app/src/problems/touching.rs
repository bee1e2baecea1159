//! What a change touches, in a line: for who looks before pressing. Reads the
//! change and knows nothing of what it is for.

use drawbridge_core::document::{Change, Touch};
use drawbridge_core::template::LogicalId;

/// How many names are listed before the rest is counted.
const MOST: usize = 6;

/// What a change adds, changes and removes, such as `Changes Web. Adds Route.`
pub(super) fn summary(change: &Change) -> String {
    let (mut adds, mut changes, mut removes) = (Vec::new(), Vec::new(), Vec::new());
    let mut is_more = false;
    for touch in &change.touches {
        match touch {
            Touch::Resource {
                id, before: None, ..
            } => adds.push(id),
            Touch::Resource {
                id, after: None, ..
            } => removes.push(id),
            Touch::Resource { id, .. } => changes.push(id),
            Touch::Section { .. }
            | Touch::Written { .. }
            | Touch::Region { .. }
            | Touch::Account { .. }
            | Touch::Variants { .. } => is_more = true,
            Touch::Frame { .. } => {}
        }
    }
    let groups = [("Changes", changes), ("Adds", adds), ("Removes", removes)];
    let groups = groups.into_iter().filter(|(_, ids)| !ids.is_empty());
    let mut sentences: Vec<_> = groups.map(|(verb, ids)| sentence(verb, &ids)).collect();
    if is_more {
        sentences.push("Changes the template beside its resources.".to_owned());
    }
    sentences.join(" ")
}

fn sentence(verb: &str, ids: &[&LogicalId]) -> String {
    let names: Vec<_> = ids.iter().take(MOST).map(|id| id.as_str()).collect();
    let more = ids.len().saturating_sub(MOST);
    match (names.as_slice(), more) {
        (names, more) if more > 0 => format!("{verb} {} and {more} more.", names.join(", ")),
        ([rest @ .., last], _) if !rest.is_empty() => {
            format!("{verb} {} and {last}.", rest.join(", "))
        }
        (names, _) => format!("{verb} {}.", names.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use drawbridge_core::document::Draft;
    use drawbridge_core::fixture;
    use drawbridge_core::message::Message;
    use drawbridge_core::template::Resource;

    #[test]
    fn what_comes_goes_and_changes_is_named() {
        let document = fixture::design("vpc main\nvpc gone\nvpc other\n");
        let mut draft = Draft::new(&document);
        draft.remove(&"gone".into());
        draft.set(&"main".into(), &"CidrBlock".into(), "10.0.0.0/8".into());
        draft.set(&"other".into(), &"CidrBlock".into(), "10.0.0.0/8".into());
        draft.insert("fresh".into(), Resource::new("T"));
        let change = draft.into_change(Message::new("test"));
        let expected = "Changes main and other. Adds fresh. Removes gone.";
        assert_eq!(summary(&change), expected);
    }
}
