//! A whole resource, edited as JSON text.

use super::frames::missing;
use crate::document::{Change, Document, Draft, Refusal};
use crate::message::{Argument, Message};
use crate::template::{LogicalId, Note, Position, Refused, Resource, Template, Value, read};

/// What the text is wrapped in to be read: it adds no line, and on the first
/// line this many characters.
const BEFORE: &str = r#"{"Resources":{"X":"#;

/// Replaces the whole body of a resource by JSON text.
///
/// # Errors
/// The text is no JSON mapping with a `Type`; the sentence says the line and
/// the column in the text.
pub fn set_body(document: &Document, id: &LogicalId, text: &str) -> Result<Change, Refusal> {
    let before = document.template.resource(id).ok_or_else(|| missing(id))?;
    let body = read_body(text)?;
    let resource = Resource::from_body(body);
    if resource.kind().as_str().is_empty() {
        return Err(Refusal::new(
            "The text has no Type: write one, such as \"Type\": \"AWS::EC2::Subnet\".",
        ));
    }
    let mut draft = Draft::new(document);
    if *before != resource {
        draft.insert(id.clone(), resource);
    }
    Ok(draft.into_change(Message::new("Edit {name}").resource("name", id)))
}

fn read_body(text: &str) -> Result<Value, Refusal> {
    let wrapped = format!("{BEFORE}{text}\n}}}}");
    let reading = read(&wrapped).map_err(|Refused { position, message }| at(position, message))?;
    // What is said of the name that it is wrapped in is not for the reader.
    let own = |it: &Note| it.position.line > 1 || it.position.column > BEFORE.len();
    if let Some(note) = reading.notes.into_iter().find(own) {
        return Err(at(note.position, why_no_json(note.message)));
    }
    let whole = |template: &Template| {
        let is_alone = template.sections.is_empty() && template.resources.len() == 1;
        let resource = template.resources.get("X").filter(|_| is_alone)?;
        matches!(resource.body(), Value::Map(_)).then(|| resource.body().clone())
    };
    whole(&reading.template).ok_or_else(|| {
        Refusal::new("The text is not one JSON mapping: begin with { and end with its }.")
    })
}

/// Of a text that could be read as YAML only, why it is no JSON: here it has to be.
fn why_no_json(message: Message) -> Message {
    match message.arguments.as_slice() {
        [(_, Argument::Message(why))] => why.as_ref().clone(),
        _ => message,
    }
}

fn at(position: Position, message: Message) -> Refusal {
    let column = if position.line == 1 {
        position.column.saturating_sub(BEFORE.len()).max(1)
    } else {
        position.column
    };
    let sentence = Message::new("Line {line}, column {column}: {why}");
    let sentence = sentence.text("line", position.line).text("column", column);
    sentence.message("why", message).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Session;
    use crate::fixture::design;

    fn edited(text: &str) -> Result<String, String> {
        let document = design("vpc main CidrBlock=10.0.0.0/16");
        let change = set_body(&document, &"main".into(), text).map_err(|it| it.to_string())?;
        let mut session = Session::new(document);
        session.commit(change).unwrap();
        let resource = session.document().template.resource(&"main".into());
        Ok(crate::template::pretty(resource.unwrap().body()))
    }

    #[test]
    fn the_text_becomes_the_resource() {
        let text = "{\n  \"Type\": \"A::B::C\",\n  \"Properties\": {\n    \"X\": 1\n  }\n}";
        assert_eq!(edited(text).as_deref(), Ok(text));
    }

    #[test]
    fn an_error_says_where_it_is_in_the_text() {
        let first = edited("{\"Type\" 1}").unwrap_err();
        assert!(first.starts_with("Line 1, column 9:"), "{first}");
        let third = edited("{\n  \"Type\": \"A\",\n  \"B\" 1\n}").unwrap_err();
        assert!(third.starts_with("Line 3, column 7:"), "{third}");
        let yaml = edited("{Type: A::B::C}").unwrap_err();
        assert_eq!(
            yaml,
            "Line 1, column 2: A key in double quotes is expected here."
        );
    }

    #[test]
    fn only_one_mapping_with_a_type_is_taken() {
        assert_eq!(
            edited("{}").unwrap_err(),
            "The text has no Type: write one, such as \"Type\": \"AWS::EC2::Subnet\"."
        );
        for text in ["[]", "", "1", "{\"Type\": \"A\"}, \"Y\": {\"Type\": \"B\"}"] {
            assert!(edited(text).is_err(), "{text}");
        }
    }
}
