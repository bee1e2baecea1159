//! What the templates of `templates/` come to: every function in them has a
//! form that evaluation knows, and some values by name.

#![expect(
    clippy::unwrap_used,
    reason = "a template that cannot be read is a failed test"
)]

use std::fs;
use std::path::Path;

use drawbridge_core::document::open;
use drawbridge_core::template::{Evaluated, Evaluator, Function, Setting, Unknown, Value, read};

fn text(name: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/templates");
    fs::read_to_string(folder.join(name)).unwrap()
}

/// Hands over every function of a value, the outer before the inner.
fn each_function(value: &Value, use_it: &mut impl FnMut(&Function, &Value)) {
    match value {
        Value::List(list) => list.iter().for_each(|it| each_function(it, use_it)),
        Value::Map(map) => map.values().for_each(|it| each_function(it, use_it)),
        Value::Function(function) => {
            use_it(function, value);
            each_function(&function.argument, use_it);
        }
        _ => {}
    }
}

#[test]
fn every_function_of_every_template_has_a_form_that_is_known() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/templates");
    let mut odd = Vec::new();
    for file in fs::read_dir(folder).unwrap() {
        let path = file.unwrap().path();
        let template = read(&fs::read_to_string(&path).unwrap()).unwrap().template;
        let setting = Setting::default();
        let evaluator = Evaluator::new(&template, &setting);
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let mut check = |function: &Function, value: &Value| {
            if let Evaluated::Unknown(Unknown::Form(_)) = evaluator.evaluate(value) {
                odd.push(format!("{name}: {function:?}"));
            }
        };
        for resource in template.resources.values() {
            each_function(resource.body(), &mut check);
        }
        for section in template.sections.values() {
            each_function(section, &mut check);
        }
    }
    assert_eq!(odd, Vec::<String>::new());
}

/// The properties of resource `A` of a template, as they come out.
fn properties(name: &str) -> String {
    let document = open(&text(name)).unwrap().document;
    let setting = document.setting();
    let evaluator = Evaluator::new(&document.template, &setting);
    let resource = document.template.resource(&"A".into()).unwrap();
    let mut lines = Vec::new();
    for (key, value) in resource.properties().unwrap() {
        let shown = match evaluator.evaluate(value) {
            Evaluated::Known(Value::List(list)) if key == "Tags" => {
                let tags = list.iter().map(|tag| {
                    let value = tag.as_map().unwrap().get("Value").unwrap();
                    evaluator.evaluate(value).text().unwrap()
                });
                tags.collect::<Vec<_>>().join(" ")
            }
            Evaluated::Known(value) => drawbridge_core::template::pretty(&value).replace("\n ", ""),
            Evaluated::Resource { id, .. } => format!("@{id}"),
            Evaluated::Absent => "absent".to_owned(),
            Evaluated::Unknown(why) => format!("? {why}"),
        };
        lines.push(format!("{key}: {shown}"));
    }
    lines.join("\n")
}

#[test]
fn every_function_comes_to_what_aws_says() {
    expect_test::expect![[r#"
        Block: "10.0.1.0/24"
        Zone: "us-east-1a"
        Mapped: "xy"
        Split: [ "a", "b", "c"
        ]
        Length: 3
        Import: ? another stack exports it
        Base: "dGV4dA=="
        Json: "{\"a\":[1,\"us-east-1\"]}"
        If: "y"
        Made: ? a macro makes it"#]]
    .assert_eq(&properties("functions-every.json"));
    expect_test::expect![[r#"
        ImageId: ? AWS looks up the value of parameter Image
        KeyName: ? parameter Key has no default
        SubnetId: "subnet-1"
        Tags: a 3 1.50 a-b-c 80-443 dev-${Stage}"#]]
    .assert_eq(&properties("parameters-every-type.yaml"));
    expect_test::expect![[r#"
        A: "arn:aws:s3:::123456789012-us-east-1.amazonaws.com"
        B: ? AWS::StackName is known after deployment only
        C: ? AWS::StackId is known after deployment only
        D: ? AWS::NotificationARNs is known after deployment only
        E: absent"#]]
    .assert_eq(&properties("pseudo-parameters.yaml"));
    expect_test::expect![[r#"
        InstanceType: "t3.small"
        Zone: "b""#]]
    .assert_eq(&properties("findinmap-default.yaml"));
}

#[test]
fn what_a_macro_makes_is_carried_and_named() {
    let document = open(&text("functions-every.json")).unwrap().document;
    let names = document.template.resources.keys();
    let names: Vec<_> = names.map(|id| id.as_str().to_owned()).collect();
    assert_eq!(names, ["Vpc", "Fn::Transform", "Fn::ForEach::Zone", "A"]);
}
