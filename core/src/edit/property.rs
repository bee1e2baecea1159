//! Single values: properties, attributes beside them, and tags.

use super::frames::missing;
use crate::document::{Change, Document, Draft, Refusal};
use crate::message::Message;
use crate::template::{LogicalId, Map, PropertyPath, Value};

/// Sets a property, or takes it away. What is not there is made on the way;
/// taking away what is not there does nothing.
///
/// # Errors
/// The way to it leads through a value of another form.
pub fn set_property(
    document: &Document,
    id: &LogicalId,
    path: &PropertyPath,
    value: Option<Value>,
) -> Result<Change, Refusal> {
    let mut draft = Draft::new(document);
    let resource = draft.resource_mut(id).ok_or_else(|| missing(id))?;
    match value {
        Some(value) if resource.get(path) != Some(&value) => {
            if path.is_root() || !resource.set(path, value) {
                let message = "{path} of {name} cannot be set: something around it is written in another form. Edit it as JSON.";
                let message = Message::new(message).text("path", path);
                return Err(message.resource("name", id).into());
            }
        }
        Some(_) => {}
        None => {
            resource.remove(path);
        }
    }
    let title = Message::new("Change {path} of {name}").text("path", path);
    Ok(draft.into_change(title.resource("name", id)))
}

/// Sets an attribute beside the properties, such as `DependsOn` or
/// `DeletionPolicy`, or takes it away.
///
/// # Errors
/// There is no such resource, or it is no mapping.
pub fn set_attribute(
    document: &Document,
    id: &LogicalId,
    name: &str,
    value: Option<Value>,
) -> Result<Change, Refusal> {
    let mut draft = Draft::new(document);
    let resource = draft.resource_mut(id).ok_or_else(|| missing(id))?;
    if resource.body().as_map().is_none() {
        let message = "{name} is not written as a mapping: edit it as JSON.";
        return Err(Message::new(message).resource("name", id).into());
    }
    if resource.attribute(name) != value.as_ref() {
        resource.set_attribute(name, value);
    }
    let title = Message::new("Change {attribute} of {name}").text("attribute", name);
    Ok(draft.into_change(title.resource("name", id)))
}

/// Sets a tag by its key, or takes it away; the last one takes `Tags` along.
///
/// # Errors
/// The key is missing or AWS's own, or the tags are no list.
///
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-resource-tags.html>
pub fn set_tag(
    document: &Document,
    id: &LogicalId,
    key: &str,
    value: Option<&str>,
) -> Result<Change, Refusal> {
    if key.is_empty() {
        return Err(Refusal::new("A tag needs a key: write one, such as Name."));
    }
    if key.to_ascii_lowercase().starts_with("aws:") {
        let message = "“{key}” begins with aws:, which AWS keeps for itself: choose another key.";
        return Err(Message::new(message).text("key", key).into());
    }
    let resource = document.template.resource(id).ok_or_else(|| missing(id))?;
    let tags = PropertyPath::from("Tags");
    let mut list = match resource.get(&tags) {
        Some(Value::List(list)) => list.clone(),
        None | Some(Value::Null) => Vec::new(),
        Some(_) => {
            let message = "The tags of {name} are not written as a list: edit them as JSON.";
            return Err(Message::new(message).resource("name", id).into());
        }
    };
    let is_key = |tag: &Value| tag.as_map().and_then(|tag| tag.get("Key")?.as_text()) == Some(key);
    let place = list.iter().position(is_key);
    match (place.and_then(|place| list.get_mut(place)), value) {
        (Some(Value::Map(tag)), Some(value)) => {
            tag.insert("Value".to_owned(), value.into());
        }
        (_, Some(value)) => {
            let pair = [("Key", key), ("Value", value)];
            let pair = pair.map(|(name, text)| (name.to_owned(), Value::from(text)));
            list.push(Map::from_iter(pair).into());
        }
        (_, None) => list.retain(|tag| !is_key(tag)),
    }
    let list = (!list.is_empty()).then_some(Value::List(list));
    set_property(document, id, &tags, list)
}

#[cfg(test)]
#[path = "property_tests.rs"]
mod tests;
