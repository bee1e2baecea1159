//! What printing does with rare layouts, and with any value in any style.

#![expect(
    clippy::needless_raw_string_hashes,
    reason = "UPDATE_EXPECT=1 writes them"
)]

use expect_test::expect;
use proptest::prelude::*;

use super::tests::check_in;
use crate::template::yaml::fresh::{document, tests as fresh_tests};
use crate::template::{Map, Step, Template, Value, print, read};

#[test]
fn aliases_are_written_out_only_where_they_must() {
    let text = "X:\n  a: &a {k: 1}\n  b: *a\n  c: *a\nResources: {}\n";
    let deeper = |name: &'static str| {
        move |template: &mut Template| {
            let Some(Value::Map(map)) = template.sections.get_mut("X") else {
                panic!()
            };
            map.insert(name.to_owned(), 5.into());
        }
    };
    check_in(
        text,
        deeper("b"),
        &expect![[r#"
        -  b: *a
        +  b: 5
    "#]],
    );
    check_in(
        text,
        deeper("a"),
        &expect![[r#"
        -  a: &a {k: 1}
        -  b: *a
        -  c: *a
        +  a: 5
        +  b:
        +    k: 1
        +  c:
        +    k: 1
    "#]],
    );
    let merge = "X:\n  a: &a\n    k: 1\n    l: 2\nY:\n  <<: *a # base\n  m: 3\nResources: {}\n";
    let set = |key: &'static str| {
        move |template: &mut Template| {
            let Some(Value::Map(map)) = template.sections.get_mut("Y") else {
                panic!()
            };
            map.insert(key.to_owned(), 7.into());
        }
    };
    check_in(
        merge,
        set("k"),
        &expect![[r#"
        +  k: 7
    "#]],
    );
    check_in(
        merge,
        set("n"),
        &expect![[r#"
        +  'n': 7
    "#]],
    );
    let gone = |template: &mut Template| {
        let Some(Value::Map(map)) = template.sections.get_mut("Y") else {
            panic!()
        };
        map.shift_remove("k");
    };
    check_in(
        merge,
        gone,
        &expect![[r#"
        -  <<: *a # base
        +  l: 2
    "#]],
    );
}

#[test]
fn odd_layouts_are_edited_too() {
    let set = |template: &mut Template| {
        template.sections.insert("X".to_owned(), "1".into());
    };
    check_in(
        "? X\n: 1\n? Resources\n: {}\n",
        set,
        &expect![[r#"
        -: 1
        +: '1'
    "#]],
    );
    check_in(
        "X:\r\n  # c\r\n  - 1\r\nResources: {}",
        set,
        &expect![[r#"
            -X:
            -  # c
            -  - 1
            +X: '1'
            +  # c
        "#]],
    );
    check_in(
        "Resources: {} # end",
        set,
        &expect![[r#"
        +X: '1'
    "#]],
    );
    check_in(
        "Resources:\n",
        set,
        &expect![[r#"
        +X: '1'
    "#]],
    );
    check_in(
        "{\"Resources\":{},X}",
        set,
        &expect![[r#"
        -{"Resources":{},X}
        +{"Resources":{},X: '1'}
    "#]],
    );
    check_in(
        "---\nX: |+\n  a\n\nResources: {}\n...\n---\nX: 2\n",
        set,
        &expect![[r#"
            -X: |+
            -  a
            -
            +X: '1'
        "#]],
    );
}

proptest! {
    #[test]
    fn an_edit_says_what_it_should_and_is_undone_to_the_byte(
        before in fresh_tests::value(),
        after in fresh_tests::value(),
        beside in fresh_tests::value(),
        style in fresh_tests::style(),
    ) {
        let map = Map::from_iter([
            ("R".to_owned(), beside),
            ("X".to_owned(), before.clone()),
            ("Resources".to_owned(), Value::Map(Map::new())),
        ]);
        let text = document(&map, style);
        let mut template = read(&text).unwrap().template;
        prop_assert_eq!(print(&template), text.clone());
        template.sections.insert("X".to_owned(), after.clone());
        let printed = print(&template);
        prop_assert_eq!(read(&printed).unwrap().template.to_value(), template.to_value(), "{}", printed);
        // Only the lines of the property differ.
        let at = text.find("\nX:").map_or(0, |at| at + 1);
        let end = text.rfind("Resources:").unwrap_or(0);
        prop_assert!(printed.starts_with(&text[..at]) && printed.ends_with(&text[end..]), "{}\n{}", text, printed);
        template.sections.insert("X".to_owned(), before);
        prop_assert_eq!(print(&template), text);
    }

    #[test]
    fn an_edit_anywhere_inside_touches_its_lines_only(
        before in fresh_tests::value(),
        style in fresh_tests::style(),
        gaps in prop::collection::vec((any::<prop::sample::Index>(), 0_usize..3), 0..6),
        which in any::<prop::sample::Index>(),
        after in prop_oneof![Just(Value::from("new: text")), Just(Value::reference("N")), Just(Value::from(vec![1.into()])), Just(Value::Null)],
    ) {
        let map = Map::from_iter([("X".to_owned(), before), ("Resources".to_owned(), Value::Map(Map::new()))]);
        let said = Value::Map(map.clone());
        let mut text = document(&map, style);
        // Comments and blank lines between the lines, as long as no value changes.
        for (line, kind) in gaps {
            let starts: Vec<_> = text.match_indices('\n').map(|(at, _)| at + 1).collect();
            let at = *line.get(&starts);
            let margin = text[at..].len() - text[at..].trim_start_matches(' ').len();
            let gap = ["# c", "", "   # deeper"][kind];
            let with = format!("{}{}{gap}{}{}", &text[..at], " ".repeat(margin), style.newline, &text[at..]);
            if read(&with).is_ok_and(|reading| reading.template.to_value() == said) {
                text = with;
            }
        }
        let mut template = read(&text).unwrap().template;
        let mut paths = Vec::new();
        leaves(&template.sections["X"], &mut Vec::new(), &mut paths);
        prop_assume!(!paths.is_empty());
        let path = which.get(&paths).clone();
        // A condition's argument is a text; another makes a mapping of it.
        prop_assume!(!path.contains(&Step::Key("Condition".to_owned())));
        let original = template.clone();
        let mut node = &original.source().unwrap().root.entry("X").unwrap().value;
        let mut value = template.sections.get_mut("X").unwrap();
        for step in &path {
            node = node.child(step).unwrap_or(node);
            value = value.child_mut(step).unwrap();
        }
        *value = after;
        let printed = print(&template);
        prop_assert_eq!(read(&printed).unwrap().template.to_value(), template.to_value(), "{}\n{}", text, printed);
        let position = |byte| original.source().unwrap().position(byte).line;
        let lines = (position(node.span.start) - 1, position(node.span.end));
        let (old, new): (Vec<_>, Vec<_>) = (text.lines().collect(), printed.lines().collect());
        let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
        let tail = old[head..].iter().rev().zip(new[head..].iter().rev());
        let to = old.len() - tail.take_while(|(a, b)| a == b).count();
        prop_assert!(head >= to || (lines.0 <= head && to <= lines.1), "{:?} {} {}\n{}\n=>\n{}", lines, head, to, text, printed);
        template.sections.clone_from(&original.sections);
        prop_assert_eq!(print(&template), text);
    }
}

/// The steps to every scalar in a value.
fn leaves(value: &Value, path: &mut Vec<Step>, found: &mut Vec<Vec<Step>>) {
    let mut inside = |step: Step, value: &Value| {
        path.push(step);
        leaves(value, path, found);
        path.pop();
    };
    match value {
        Value::Map(map) => map
            .iter()
            .for_each(|(key, value)| inside(Step::Key(key.clone()), value)),
        Value::List(list) => list
            .iter()
            .enumerate()
            .for_each(|(at, value)| inside(Step::Index(at), value)),
        Value::Function(call) => inside(Step::Key(call.name.as_str().to_owned()), &call.argument),
        _ => found.push(path.clone()),
    }
}

#[test]
fn a_text_that_is_a_single_call_comes_back() {
    let template = read("!If  x y\n").unwrap().template;
    assert_eq!(crate::template::print(&template), "!If  x y\n");
}

/// A text after an edit of the properties of `A`.
fn set(text: &str, path: &str, value: Option<Value>) -> String {
    let mut template = read(text).unwrap().template;
    let resource = template.resources.get_mut("A").unwrap();
    let resource = std::sync::Arc::make_mut(resource);
    match value {
        Some(value) => assert!(resource.set(&path.into(), value)),
        None => assert!(resource.remove(&path.into()).is_some()),
    }
    crate::template::print(&template)
}

#[test]
fn lines_between_a_key_and_its_value_are_no_part_of_a_text_in_a_block() {
    let text = "Resources:\n  A: # kept\n    Type: T\n    Properties:\n      p:\n\n        - 1\n";
    assert_eq!(
        set(text, "p", Some("one\ntwo\n".into())),
        "Resources:\n  A: # kept\n    Type: T\n    Properties:\n      p: |\n        one\n        two\n"
    );
    let text =
        "Resources:\n  A:\n\n    Type: T\n    Properties:\n      p:\n        # why\n        - 1\n";
    assert_eq!(
        set(text, "p", Some("one\ntwo\n".into())),
        "Resources:\n  A:\n\n    Type: T\n    Properties:\n      p: \"one\\ntwo\\n\"\n        # why\n"
    );
}

#[test]
fn a_text_without_a_line_end_at_its_end_gets_none() {
    let text = "Resources:\n  A:\n    Type: T\n    Properties:\n\n      p: 1";
    assert_eq!(
        set(text, "p", None),
        "Resources:\n  A:\n    Type: T\n    Properties: {}"
    );
    let mut template = read("Resources:\n  A: {Type: T}\n  B: {Type: T}\n  C: {Type: T}")
        .unwrap()
        .template;
    template.resources.shift_remove("B");
    template.resources.shift_remove("C");
    assert_eq!(
        crate::template::print(&template),
        "Resources:\n  A: {Type: T}"
    );
}

#[test]
fn a_new_name_leaves_what_it_names_as_it_is_written() {
    let texts = [
        "Resources:\n  # first\n  Old: # of all\n    Type:   T\n    # note\n    Properties: {p: [1,2]}\n",
        "Resources: {\"Old\": {Type:   T, # note\n  Properties: {p: [1,2]}}}\n",
        "Resources:\n  'Old':\n    Type: T\n    Properties: {Self: !Ref Old} # note\n",
        "{\"Resources\":\n{ \"Old\" :{\"Type\":   \"T\",\"Properties\":{\"p\":[1,2]}}\n}}",
    ];
    for text in texts {
        let document = crate::document::open(text).unwrap().document;
        let change = crate::edit::rename(&document, &"Old".into(), "New").unwrap();
        let mut session = crate::document::Session::new(document);
        session.commit(change).unwrap();
        let printed = crate::document::export(session.document());
        assert_eq!(printed, text.replace("Old", "New"));
    }
}

#[test]
fn what_comes_at_the_end_of_a_resource_and_behind_it_keeps_apart() {
    let text = "# kept\nResources:\n  A: # kept\n    Type: T\n    Properties:\n      p: 1";
    let mut template = read(text).unwrap().template;
    let new = crate::template::Resource::new("T");
    template.resources.insert("B".into(), new.into());
    let resource = template.resources.get_mut("A").unwrap();
    let resource = std::sync::Arc::make_mut(resource);
    assert!(resource.set(&"q".into(), 2.into()));
    resource.set_attribute("DependsOn", Some("B".into()));
    template
        .sections
        .insert("Outputs".to_owned(), Map::new().into());
    assert_eq!(
        print(&template),
        format!("{text}\n      q: 2\n    DependsOn: B\n  B:\n    Type: T\nOutputs: {{}}")
    );
}
