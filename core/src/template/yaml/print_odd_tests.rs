//! What printing does with rare layouts, and with any value in any style.

#![expect(
    clippy::needless_raw_string_hashes,
    reason = "UPDATE_EXPECT=1 writes them"
)]

use expect_test::expect;
use proptest::prelude::*;

use super::tests::check_in;
use crate::template::yaml::fresh::{document, tests as fresh_tests};
use crate::template::{Map, Template, Value, print, read};

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
}
