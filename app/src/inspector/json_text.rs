//! One JSON value from text that a person typed, or a sentence with the place
//! of the mistake. Knows nothing of where the value belongs.

use drawbridge_core::template::{Position, Value, read};

/// Reads exactly one value.
///
/// The template reader is the one that knows functions and places; it reads
/// whole templates, so that the text is wrapped in one, on lines of its own.
pub(super) fn read_value(text: &str) -> Result<Value, String> {
    // A key that the text cannot bring along itself.
    let mut key = "Value".to_owned();
    while text.contains(&key) {
        key.push('x');
    }
    let wrapped = format!("{{\"Resources\":{{}},\"{key}\":\n{text}\n}}");
    let reading = read(&wrapped)
        .map_err(|refused| at(text, refused.position, &refused.message.to_string()))?;
    if let Some(note) = reading.notes.first() {
        return Err(at(text, note.position, &note.message.to_string()));
    }
    let mut sections = reading.template.sections;
    match sections.shift_remove(&key) {
        Some(value) if sections.is_empty() => Ok(value),
        _ => Err("Something stands behind the value: write one JSON value.".to_owned()),
    }
}

fn at(text: &str, position: Position, why: &str) -> String {
    let lines = text.lines().count().max(1);
    // The end of the text, when the mistake shows only behind it.
    if position.line < 2 || position.line > lines + 1 {
        return format!("At the end: {why}");
    }
    format!(
        "Line {}, column {}: {why}",
        position.line - 1,
        position.column
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_value_is_read_with_its_functions() {
        assert_eq!(
            read_value("{\"Ref\": \"Vpc\"}"),
            Ok(Value::reference("Vpc"))
        );
        assert_eq!(read_value(" 80 "), Ok(80.into()));
    }

    #[test]
    fn a_mistake_has_its_place() {
        let why = read_value("{\n  \"A\" 1\n}").unwrap_err();
        assert!(why.starts_with("Line 2, column"), "{why}");
        let open = read_value("[1, 2").unwrap_err();
        assert!(!open.is_empty());
    }

    #[test]
    fn a_second_value_is_refused() {
        for text in [
            "1, 2",
            "1, \"Y\": 2",
            "1, \"Value\": 2",
            "1} {",
            "",
            "1, \"Resources\": 3",
        ] {
            assert!(read_value(text).is_err(), "{text}");
        }
    }

    #[test]
    fn what_strict_json_lacks_is_refused() {
        assert!(read_value("[1, 2,]").is_err());
        assert!(read_value("1 // why").is_err());
    }
}
