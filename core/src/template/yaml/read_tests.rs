//! What YAML says, where it says it, and what bounds it.

use crate::template::source::{Inside, Node};
use crate::template::{Format, Value, pretty, read};

/// The value of a text as JSON in one line, and the notes.
fn said(text: &str) -> (String, Vec<String>) {
    let (source, notes) = super::read_yaml(text).unwrap();
    assert_eq!(source.format, Format::Yaml);
    let words = pretty(&source.value);
    let words: Vec<_> = words.split_whitespace().collect();
    let notes = notes.iter().map(|note| {
        format!(
            "{}:{} {}",
            note.position.line, note.position.column, note.message
        )
    });
    (words.join(" "), notes.collect())
}

fn check(text: &str, value: &str) {
    assert_eq!(said(text).0, value, "{text}");
}

#[test]
fn every_short_form_is_a_call() {
    check("A: !Ref Vpc", r#"{ "A": { "Ref": "Vpc" } }"#);
    check(
        "A: !GetAtt Db.Endpoint.Port",
        r#"{ "A": { "Fn::GetAtt": ["Db", "Endpoint.Port"] } }"#,
    );
    check("A: !GetAZs", r#"{ "A": { "Fn::GetAZs": "" } }"#);
    check(
        "A: !Select [0, !GetAZs '']",
        r#"{ "A": { "Fn::Select": [0, { "Fn::GetAZs": "" }] } }"#,
    );
    check("A: !Condition X", r#"{ "A": { "Condition": "X" } }"#);
    check("A: !Ref 5", r#"{ "A": { "Ref": "5" } }"#);
    for name in crate::template::FunctionName::ALL {
        let text = format!("A: {}\n  - 1\n  - b: c\n", super::tag::short(*name));
        let (source, _) = super::read_yaml(&text).unwrap();
        let function = source.value.as_map().unwrap()["A"].as_function();
        assert!(function.is_some() || name.as_str() == "Condition", "{text}");
    }
}

#[test]
fn scalars_keep_what_they_are() {
    check(
        "a: 0644\nb: 1.10\nc: 2012-10-17\nd: '5'\ne: ~\nf:\ng: |\n  x\n\n  y\nh: >-\n  x\n  y\ni: long\n  line\n",
        r#"{ "a": "0644", "b": 1.10, "c": "2012-10-17", "d": "5", "e": null, "f": null, "g": "x\n\ny\n", "h": "x y", "i": "long line" }"#,
    );
    check(
        "a: !!str 5\nb: !!int '5'\nc: ! 5",
        r#"{ "a": "5", "b": 5, "c": "5" }"#,
    );
}

#[test]
fn odd_things_are_noted_and_kept() {
    let (value, notes) = said("a: yes\na: !Foo x\n1: *no\n? [k]\n: v\n");
    assert_eq!(
        value,
        r#"{ "a": { "Fn::Foo": "x" }, "1": "*no", "[k]": "v" }"#
    );
    let starts: Vec<_> = notes
        .iter()
        .map(|note| note.split(' ').next().unwrap())
        .collect();
    assert_eq!(starts, ["1:4", "2:4", "2:1", "3:4", "4:3"], "{notes:?}");
    let (value, notes) = said("a: 1\n---\nb: 2\n");
    assert_eq!((value.as_str(), notes.len()), (r#"{ "a": 1 }"#, 1));
}

#[test]
fn anchors_aliases_and_merges_are_resolved() {
    check(
        "x: &x\n  a: 1\n  b: &b [1]\ny: *x\nz:\n  b: 2\n  <<: *x\nw:\n  <<: [{c: 1}, *x]\nv: *b\n",
        r#"{ "x": { "a": 1, "b": [ 1 ] }, "y": { "a": 1, "b": [ 1 ] }, "z": { "b": 2, "a": 1 }, "w": { "c": 1, "a": 1, "b": [ 1 ] }, "v": [ 1 ] }"#,
    );
}

#[test]
fn places_are_those_of_the_text() {
    let text = "a: !Sub \"x\"\nb:\n- |\n  t\n\n# c\n-\nc: &a\n  k: [u, {v: w}]\nd: !If\n  - 1\n";
    let (source, _) = super::read_yaml(text).unwrap();
    let shown = |path: &str| {
        let path = crate::template::PropertyPath::from(path);
        let node = path
            .steps()
            .iter()
            .try_fold(&source.root, |node, step| node.child(step))
            .unwrap();
        (
            &text[node.span.start..node.span.end],
            text[node.body..].chars().next().unwrap(),
        )
    };
    assert_eq!(shown("a"), ("!Sub \"x\"", '"'));
    assert_eq!(shown("a.Fn::Sub"), ("\"x\"", '"'));
    assert_eq!(shown("b"), ("- |\n  t\n\n# c\n-", '-'));
    assert_eq!(shown("b.0"), ("|\n  t", '|'));
    assert_eq!(shown("b.1"), ("", '\n'));
    assert_eq!(shown("c"), ("&a\n  k: [u, {v: w}]", 'k'));
    assert_eq!(shown("c.k.1.v"), ("w", 'w'));
    assert_eq!(shown("d"), ("!If\n  - 1", '-'));
}

#[test]
fn hostile_texts_are_refused_with_a_reason() {
    let mut laughs = String::from("a: &a [x, x, x, x, x, x, x, x, x]\n");
    for at in 'b'..='j' {
        let before = char::from(u8::try_from(at).unwrap() - 1);
        let list = vec![format!("*{before}"); 9].join(", ");
        laughs += format!("{at}: &{at} [{list}]\n").as_str();
    }
    assert!(read(&laughs).unwrap_err().to_string().contains("Aliases"));
    let mut chain = String::from("a0: &a0 x\n");
    for at in 1..300 {
        chain += format!("a{at}: &a{at} [*a{}]\n", at - 1).as_str();
    }
    assert!(read(&chain).is_err());
    assert!(read(&"[".repeat(300)).is_err());
    assert!(read(&"- ".repeat(300)).is_err());
    assert!(read(&"? ".repeat(100_000)).is_err());
    assert!(read(&"- a\n".repeat(600_000)).is_err());
    assert!(read(&" ".repeat(6_000_000)).is_err());
}

#[test]
fn notes_are_bounded() {
    for text in [
        "a: 1\n".repeat(2_000),
        format!("{{{}\"z\":1}}", "\"a\":0,".repeat(2_000)),
    ] {
        assert_eq!(read(&text).unwrap().notes.len(), 101);
    }
}

#[test]
fn an_alias_inside_of_its_own_anchor_is_a_note() {
    let (_, notes) = said("a: &a [*a]");
    assert_eq!(notes.len(), 1);
}

proptest::proptest! {
    #[test]
    fn no_text_makes_the_reader_panic(text in "[a-c:\\-? \n\t#&*!|>'\"\\[\\]{},~<%@\r0é.]{0,60}") {
        if let Ok((source, _)) = super::read_yaml(&text) {
            inside(&source.root, &text);
        }
        let _ = read(&text);
    }
}

/// Every place is a place of the text, and inside of what it is in.
fn inside(node: &Node, text: &str) {
    assert!(
        text.get(node.span.start..node.span.end).is_some(),
        "{node:?}"
    );
    assert!(
        node.span.start <= node.body && node.body <= node.span.end,
        "{node:?}"
    );
    let within = |inner: &Node| {
        assert!(
            node.span.start <= inner.span.start && inner.span.end <= node.span.end,
            "{node:?}"
        );
        inside(inner, text);
    };
    match &node.inside {
        Inside::Nothing => {}
        Inside::List(nodes) => nodes.iter().for_each(within),
        Inside::Map(entries) => entries.iter().for_each(|entry| {
            assert!(text.get(entry.key_span.start..entry.key_span.end).is_some());
            within(&entry.value);
        }),
    }
}

#[test]
fn a_template_in_yaml_is_a_template() {
    let template = read("Resources:\n  Vpc:\n    Type: AWS::EC2::VPC\n")
        .unwrap()
        .template;
    assert_eq!(template.resources.len(), 1);
    assert_eq!(template.source().unwrap().resource_at(15).unwrap().0, "Vpc");
    assert_eq!(
        template.to_value(),
        read(r#"{"Resources": {"Vpc": {"Type": "AWS::EC2::VPC"}}}"#)
            .unwrap()
            .template
            .to_value()
    );
    assert!(
        matches!(read("hello").map(|_| Value::Null), Err(refused) if refused.position.line == 1)
    );
}
