//! Taking a line away: the resource that it is, or the property that draws it.

use super::frames::missing;
use super::remove::remove;
use crate::catalogue::entry;
use crate::document::{Change, Document, Draft, Refusal};
use crate::message::Message;
use crate::template::{LogicalId, PropertyPath, Resource, Step, Value};

/// Takes a line away: `owner` is the resource whose property at `path` names
/// the end. Where the owner is the line itself, such as an association or a
/// route, it goes whole.
///
/// # Errors
/// It is not there any more, or a function makes it.
pub fn disconnect(
    document: &Document,
    owner: &LogicalId,
    path: &PropertyPath,
) -> Result<Change, Refusal> {
    let resource = document.template.resource(owner);
    let known = resource.and_then(|it| entry(it.kind().as_str()));
    if known.is_some_and(|known| known.ends.is_some()) {
        return remove(document, std::slice::from_ref(owner));
    }
    cut(document, owner, path)
}

fn cut(document: &Document, owner: &LogicalId, path: &PropertyPath) -> Result<Change, Refusal> {
    let resource = document.template.resource(owner);
    let resource = resource.ok_or_else(|| missing(owner))?;
    let whole = whole(path);
    let mut draft = Draft::new(document);
    let removed = draft
        .resource_mut(owner)
        .and_then(|resource| resource.remove(&whole));
    if removed.is_none() || resource.get(path).is_none() {
        let message = "{path} of {owner} is made by a function: edit it as JSON.";
        let message = Message::new(message).text("path", path);
        return Err(message.resource("owner", owner).into());
    }
    if let Some(resource) = draft.resource_mut(owner) {
        drop_empty(resource, &whole);
    }
    let title = Message::new("Disconnect {owner}").resource("owner", owner);
    Ok(draft.into_change(title))
}

/// The element of a list that a place is in, when it is directly in one: a
/// target without its identifier says nothing.
fn whole(path: &PropertyPath) -> PropertyPath {
    match path.steps() {
        [way @ .., Step::Index(index), Step::Key(_)] => to_path(way).index(*index),
        _ => path.clone(),
    }
}

/// Takes the list away that lost its last element.
fn drop_empty(resource: &mut Resource, removed: &PropertyPath) {
    if let [way @ .., Step::Index(_)] = removed.steps() {
        let list = to_path(way);
        if matches!(resource.get(&list), Some(Value::List(list)) if list.is_empty()) {
            resource.remove(&list);
        }
    }
}

fn to_path(steps: &[Step]) -> PropertyPath {
    let root = PropertyPath::root();
    steps.iter().fold(root, |path, step| match step {
        Step::Key(key) => path.key(key),
        Step::Index(index) => path.index(*index),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Session, export};
    use crate::fixture::design;

    fn cut_from(text: &str, owner: &str, path: &str) -> Result<String, String> {
        let document = design(text);
        let change = disconnect(&document, &owner.into(), &path.into());
        let change = change.map_err(|it| it.to_string())?;
        let mut session = Session::new(document);
        session.commit(change).unwrap();
        Ok(export(session.document()))
    }

    #[test]
    fn a_target_goes_whole() {
        let text = "instance web\ntargetgroup group Targets=[{Id=@web, Port=80}] Port=80";
        let after = cut_from(text, "group", "Targets.0.Id").unwrap();
        assert!(
            !after.contains("Targets") && after.contains("\"Port\": 80"),
            "{after}"
        );
    }

    #[test]
    fn one_of_many_goes_alone() {
        let text = "sg a\nsg b\ninstance web SecurityGroupIds=[@a.GroupId, @b.GroupId]";
        let after = cut_from(text, "web", "SecurityGroupIds.0").unwrap();
        assert!(
            !after.contains("\"a\",") && after.contains("\"b\","),
            "{after}"
        );
    }

    #[test]
    fn a_route_goes_whole() {
        let text = "igw gate\nroutetable table\n  route out GatewayId=@gate";
        let after = cut_from(text, "out", "GatewayId").unwrap();
        assert!(
            !after.contains("\"out\"") && after.contains("gate"),
            "{after}"
        );
    }

    #[test]
    fn what_a_function_makes_is_refused() {
        assert_eq!(
            cut_from("instance web", "web", "SecurityGroupIds.3").unwrap_err(),
            "SecurityGroupIds.3 of web is made by a function: edit it as JSON."
        );
    }
}
