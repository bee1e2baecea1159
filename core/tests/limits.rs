//! What is read and what is refused: limits against hostile texts, and odd ways
//! of writing that are read all the same, with a note. Says nothing of time.

#![expect(
    clippy::unwrap_used,
    reason = "a text that is not read as expected is a failed test"
)]

use drawbridge_core::document::{export, open, save};
use drawbridge_core::template::{MAX_BYTES, MAX_DEPTH, MAX_VALUES, Template, Value, print, read};

fn refusal(text: &str) -> String {
    read(text).unwrap_err().to_string()
}

/// The notes of a text whose bytes are kept.
fn notes(text: &str) -> Vec<String> {
    let reading = read(text).unwrap();
    assert_eq!(print(&reading.template), text);
    let document = open(text).unwrap().document;
    assert_eq!(
        (export(&document), save(&document)),
        (text.to_owned(), text.to_owned())
    );
    let notes = reading.notes.iter();
    notes
        .map(|it| format!("{}:{} {}", it.position.line, it.position.column, it.message))
        .collect()
}

fn section(template: &Template, name: &str) -> Value {
    template.sections.get(name).unwrap().clone()
}

#[test]
fn a_file_that_is_too_large_is_refused_and_one_at_the_limit_is_not() {
    for start in ["{\"Resources\": {}}", "Resources: {}\n"] {
        let padding = " ".repeat(MAX_BYTES - start.len());
        assert!(read(&format!("{start}{padding}")).is_ok());
        assert_eq!(
            refusal(&format!("{start}{padding} ")),
            "Line 1, column 1: The file has 5242881 bytes: 5242880 is the most that is read. CloudFormation itself takes at most 1 MB."
        );
    }
}

#[test]
fn nesting_is_read_to_its_limit() {
    // The template and its section are levels too.
    let nested = |levels: usize| {
        let inner = levels - 1;
        (
            format!("{{\"X\": {}{}}}", "[".repeat(inner), "]".repeat(inner)),
            format!("X: {}{}\n", "[".repeat(inner), "]".repeat(inner)),
            format!("X:\n  {}a\n", "- ".repeat(inner)),
        )
    };
    let (json, flow, block) = nested(MAX_DEPTH - 1);
    for text in [json, flow, block] {
        assert!(read(&text).is_ok(), "{text}");
    }
    let (json, flow, block) = nested(MAX_DEPTH + 2);
    for text in [json, flow, block] {
        let said = refusal(&text);
        assert!(said.contains("deeper than 200 levels"), "{said}");
    }
    for deep in ["[", "{\"a\":", "{a: ", "- ", "? ", "- - ", "[{"] {
        let said = refusal(&format!("X: {}", deep.repeat(100_000)));
        assert!(said.starts_with("Line "), "{said}");
        let said = refusal(&deep.repeat(100_000));
        assert!(said.starts_with("Line "), "{said}");
    }
}

#[test]
fn a_file_of_too_many_values_is_refused() {
    let many = "1,".repeat(MAX_VALUES + 1);
    for text in [
        format!("{{\"X\": [{many}1]}}"),
        format!("X: [{many}1]\n"),
        format!("X:\n{}", "- 1\n".repeat(MAX_VALUES + 1)),
        format!("{{\"X\": [{}1]}}", "{},".repeat(MAX_VALUES)),
    ] {
        let said = refusal(&text);
        assert!(said.contains("more than 100000 values"), "{said}");
    }
    // Commas inside of texts are no values.
    let text = format!("{{\"X\": \"{many}\", \"Resources\": {{}}}}");
    assert!(read(&text).is_ok());
}

#[test]
fn aliases_that_grow_beyond_bounds_are_refused() {
    let mut text = "A0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..10 {
        let before = level - 1;
        let all = vec![format!("*a{before}"); 9].join(", ");
        let line = format!("A{level}: &a{level} [{all}]\n");
        text.push_str(&line);
    }
    let said = refusal(&text);
    assert!(said.contains("Aliases repeat so much"), "{said}");
    let merged = text.replace("[x, x, x, x, x, x, x, x, x]", "{x: 1}");
    assert!(refusal(&merged).contains("Aliases repeat so much"));
    let long = format!(
        "A: &a {}\nB: [{}]\n",
        "x".repeat(100_000),
        "*a, ".repeat(1000)
    );
    assert!(refusal(&long).contains("Aliases repeat so much"));
}

#[test]
fn odd_ways_of_writing_are_read_with_a_note_at_most() {
    let resources = "\"Resources\": {\"A\": {\"Type\": \"T\"}}";
    for text in [
        format!("\u{feff}{{{resources}}}"),
        format!("{{\t{resources}\t}}\r\n"),
        format!("{{\r\n{resources}}}"),
        "\u{feff}Resources:\n  A: {Type: T}".to_owned(),
        "Resources:\r\n  A:\r\n    Type: T\r\n".to_owned(),
        "Resources:\n  A: {Type: T}".to_owned(),
        "Resources:\n  A: {Type:\tT}\n".to_owned(),
    ] {
        assert_eq!(notes(&text), Vec::<String>::new(), "{text:?}");
    }
    let text = format!("{{\"X\": 1,\n \"X\": 2, {resources}}}");
    assert_eq!(notes(&text), ["2:2 “X” stands twice: the last one counts."]);
    assert_eq!(section(&read(&text).unwrap().template, "X"), 2.into());
    let text = "X: 1\nX: 2\nResources: {A: {Type: T}}\n";
    assert_eq!(notes(text), ["2:1 “X” stands twice: the last one counts."]);
    let text = "Resources: {A: {Type: T}}\n---\nResources: {}\n";
    assert_eq!(
        notes(text),
        [
            "2:1 A second document begins here: only the first one is the template. The rest is kept."
        ]
    );
    assert_eq!(
        refusal("Resources:\n\tA: {Type: T}\n"),
        "Line 2, column 2: A tab stands here where YAML wants spaces: indent with spaces."
    );
}

#[test]
fn half_a_letter_in_json_is_kept_and_noted() {
    let text = r#"{"X": "a\ud800b\\ud800\ud83d\ude00\udc00", "Resources": {"A": {"Type": "T"}}}"#;
    assert_eq!(
        notes(text),
        [
            "1:9 \\ud800 is half of a letter: it is kept in the file, and shown as \u{fffd}.",
            "1:35 \\udc00 is half of a letter: it is kept in the file, and shown as \u{fffd}."
        ]
    );
    let read = section(&read(text).unwrap().template, "X");
    assert_eq!(read, "a\u{fffd}b\\ud800😀\u{fffd}".into());
}
