//! What printing keeps, and what it writes.

use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::print;
use crate::template::{LogicalId, Map, Resource, Template, Value, read};

const TEXT: &str = r#"{
    "Description" : "kept  as it is",
    "Resources" : {
        "Vpc" : { "Type" : "AWS::EC2::VPC", "Properties" : { "CidrBlock" : "10.0.0.0/16" } },
        "Web" : {
            "Type" : "AWS::EC2::Subnet",
            "Properties" : {
                "VpcId" : { "Ref" : "Vpc" },
                "Tags" : [ { "Key" : "a", "Value" : "1.0" }, {"Key":"b","Value":"2"} ]
            }
        }
    }
}"#;

fn check(edit: impl Fn(&mut Template), expect: &Expect) {
    let mut template = read(TEXT).unwrap().template;
    edit(&mut template);
    let printed = print(&template);
    assert_eq!(read(&printed).unwrap().template, template, "{printed}");
    let old: Vec<_> = TEXT.lines().collect();
    let new: Vec<_> = printed.lines().collect();
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let tail = old[head..].iter().rev().zip(new[head..].iter().rev());
    let tail = tail.take_while(|(a, b)| a == b).count();
    // A bar before each line, since the macro takes common indentation away.
    let changed = new[head..new.len() - tail].iter();
    let shown = changed.fold(String::new(), |text, line| text + "|" + line + "\n");
    expect.assert_eq(&shown);
}

fn edit(template: &mut Template, name: &str, edit: impl Fn(&mut Resource)) {
    let resource = template.resources.get_mut(&LogicalId::new(name)).unwrap();
    edit(std::sync::Arc::make_mut(resource));
}

#[test]
fn a_changed_text_changes_its_line_only() {
    check(
        |template| {
            edit(template, "Vpc", |vpc| {
                assert!(vpc.set(&"CidrBlock".into(), "10.1.0.0/16".into()));
            });
        },
        &expect![[r#"
            |        "Vpc" : { "Type" : "AWS::EC2::VPC", "Properties" : { "CidrBlock" : "10.1.0.0/16" } },
        "#]],
    );
}

#[test]
fn a_new_property_copies_its_neighbors_style() {
    check(
        |template| {
            edit(template, "Vpc", |vpc| {
                assert!(vpc.set(&"EnableDnsSupport".into(), true.into()));
            });
        },
        &expect![[r#"
            |        "Vpc" : { "Type" : "AWS::EC2::VPC", "Properties" : { "CidrBlock" : "10.0.0.0/16", "EnableDnsSupport" : true } },
        "#]],
    );
    check(
        |template| {
            edit(template, "Web", |web| {
                assert!(web.set(&"CidrBlock".into(), "10.0.1.0/24".into()));
                assert!(web.set(&"Tags.2.Key".into(), "c".into()));
            });
        },
        &expect![[r#"
            |                "Tags" : [ { "Key" : "a", "Value" : "1.0" }, {"Key":"b","Value":"2"}, { "Key" : "c" } ],
            |                "CidrBlock" : "10.0.1.0/24"
        "#]],
    );
}

#[test]
fn what_is_removed_takes_its_comma_along() {
    check(
        |template| {
            edit(template, "Web", |web| {
                assert!(web.remove(&"VpcId".into()).is_some());
            });
        },
        &expect![""],
    );
    check(
        |template| {
            template.resources.shift_remove("Web");
        },
        &expect![[r#"
            |        "Vpc" : { "Type" : "AWS::EC2::VPC", "Properties" : { "CidrBlock" : "10.0.0.0/16" } }
        "#]],
    );
}

#[test]
fn a_new_resource_is_laid_out_like_the_others() {
    check(
        |template| {
            let mut resource = Resource::new("AWS::EC2::Instance");
            assert!(resource.set(&"SubnetId".into(), Value::reference("Web")));
            template.resources.insert("App".into(), resource.into());
        },
        &expect![[r#"
            |        },
            |        "App" : {
            |            "Type" : "AWS::EC2::Instance",
            |            "Properties" : {
            |                "SubnetId" : { "Ref" : "Web" }
            |            }
        "#]],
    );
}

#[test]
fn an_empty_mapping_is_filled() {
    let mut template = read("{\r\n\t\"Resources\": {}\r\n}\r\n").unwrap().template;
    template
        .resources
        .insert("A".into(), Resource::new("T").into());
    assert_eq!(
        print(&template),
        "{\r\n\t\"Resources\": {\r\n\t\t\"A\": {\r\n\t\t\t\"Type\": \"T\"\r\n\t\t}\r\n\t}\r\n}\r\n"
    );
}

#[test]
fn untouched_is_byte_identical() {
    for text in [
        TEXT,
        "\u{feff}{\"Resources\":{\"A\":{\"Type\":\"T\"},\"A\":{\"Type\":\"U\", \"x\":1.0e5}}}",
        "{\n\t\"Resources\" :\t{}\r\n, \"X\":[ ]} \n\n",
        "{\"Resources\": {\"A\": 5, \"B\": {\"Type\": \"\\u0041\"}}, }",
        "{\"Resources\": [1]}",
    ] {
        assert_eq!(print(&read(text).unwrap().template), text);
    }
}

fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        "[a-z\"\\\\\n가]{0,4}".prop_map(Value::from),
        "[A-C]".prop_map(Value::reference),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec(("[a-d]", inner), 2..4)
                .prop_map(|entries| Value::Map(entries.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn what_is_printed_reads_the_same(before in value(), after in value(), lines: bool) {
        let body = Value::Map([("Resources".to_owned(), Value::Map(crate::template::Map::new())),
            ("X".to_owned(), before)].into_iter().collect());
        let mut text = crate::template::pretty(&body);
        if !lines {
            text = text.replace('\n', " ");
        }
        let mut template = read(&text).unwrap().template;
        prop_assert_eq!(print(&template), text.clone());
        let original = template.sections.insert("X".to_owned(), after).unwrap();
        let printed = print(&template);
        prop_assert_eq!(&read(&printed).unwrap().template, &template, "{}", printed);
        template.sections.insert("X".to_owned(), original);
        prop_assert_eq!(print(&template), text);
    }
}

#[test]
fn a_comma_in_a_comment_parts_nothing_and_comments_are_not_copied() {
    let text = "{ // one, two\n  \"Resources\": {\n    /* a, b */ \"A\": { \"Type\": \"T\" }, // A, not B\n    \"B\": { \"Type\": \"T\" }\n  }\n}\n";
    let mut template = read(text).unwrap().template;
    let resource = Resource::new("T");
    template.resources.insert("C".into(), resource.into());
    template.sections.insert("D".to_owned(), 1.into());
    assert_eq!(
        print(&template),
        "{ // one, two\n  \"Resources\": {\n    /* a, b */ \"A\": { \"Type\": \"T\" }, // A, not B\n    \"B\": { \"Type\": \"T\" },\n    \"C\": {\n      \"Type\": \"T\"\n    }\n  },\n  \"D\": 1\n}\n"
    );
    template.resources.shift_remove("A");
    template.resources.shift_remove("B");
    let printed = print(&template);
    assert_eq!(read(&printed).unwrap().template, template, "{printed}");
}

#[test]
fn new_entries_are_as_dense_as_the_text_around_them() {
    let inserted = |text: &str| {
        let mut template = read(text).unwrap().template;
        let map = Map::from_iter([
            ("B".to_owned(), Value::reference("R")),
            ("C".to_owned(), 1.into()),
        ]);
        let resource = template.resources.get_mut("A").unwrap();
        std::sync::Arc::make_mut(resource).set(&"P".into(), map.into());
        print(&template)
    };
    assert_eq!(
        inserted(r#"{"Resources":{"A":{"Type":"T"}}}"#),
        r#"{"Resources":{"A":{"Type":"T","Properties":{"P":{"B":{"Ref":"R"},"C":1}}}}}"#
    );
    assert_eq!(
        inserted("{\n  \"Resources\": {\n    \"A\": {\"Type\": \"T\"}\n  }\n}\n"),
        "{\n  \"Resources\": {\n    \"A\": {\"Type\": \"T\", \"Properties\": {\"P\": {\"B\": {\"Ref\": \"R\"}, \"C\": 1}}}\n  }\n}\n"
    );
    assert_eq!(
        inserted(
            "{\n  \"Resources\" :\n  {\n    \"A\" :\n    {\n      \"Type\" : \"T\",\n      \"Properties\" :\n      {\n        \"Q\" : 1\n      }\n    }\n  }\n}\n"
        ),
        "{\n  \"Resources\" :\n  {\n    \"A\" :\n    {\n      \"Type\" : \"T\",\n      \"Properties\" :\n      {\n        \"Q\" : 1,\n        \"P\" : {\n          \"B\" : { \"Ref\" : \"R\" },\n          \"C\" : 1\n        }\n      }\n    }\n  }\n}\n"
    );
}
