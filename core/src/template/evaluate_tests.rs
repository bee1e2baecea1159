//! What values come to.

use super::{Evaluated, Evaluator, Setting};
use crate::template::read;

/// Evaluates `X`, written as JSON, beside a few declarations.
fn check(value: &str, expected: &str) {
    let text = format!(
        r#"{{
        "Parameters": {{
            "Block": {{"Type": "String", "Default": "10.0.0.0/16"}},
            "Open": {{"Type": "String"}},
            "Zones": {{"Type": "CommaDelimitedList", "Default": "a, b"}},
            "Image": {{"Type": "AWS::SSM::Parameter::Value<String>", "Default": "/x"}}
        }},
        "Mappings": {{"M": {{"us-east-1": {{"Ami": "ami-1"}}}}}},
        "Conditions": {{
            "Yes": {{"Fn::Equals": [{{"Ref": "Block"}}, "10.0.0.0/16"]}},
            "No": {{"Fn::Not": [{{"Condition": "Yes"}}]}},
            "Maybe": {{"Fn::Equals": [{{"Ref": "Open"}}, ""]}},
            "Settled": {{"Fn::Or": [{{"Condition": "Maybe"}}, {{"Condition": "Yes"}}]}},
            "Loop": {{"Fn::And": [{{"Condition": "Loop"}}, {{"Condition": "Loop"}}]}}
        }},
        "Resources": {{"Vpc": {{"Type": "AWS::EC2::VPC", "Properties": {{"CidrBlock": {{"Ref": "Block"}}}}}}}},
        "X": {value}
    }}"#
    );
    let template = read(&text).unwrap().template;
    let setting = Setting::default();
    let evaluator = Evaluator::new(&template, &setting);
    let shown = match evaluator.evaluate(&template.sections["X"]) {
        Evaluated::Known(value) => crate::template::pretty(&value)
            .replace('\n', "")
            .replace("  ", ""),
        Evaluated::Resource { id, attribute } => {
            format!(
                "{id}{}",
                attribute.map(|it| format!(".{it}")).unwrap_or_default()
            )
        }
        Evaluated::Absent => "absent".to_owned(),
        Evaluated::Unknown(why) => format!("? {why}"),
    };
    assert_eq!(shown, expected, "{value}");
}

#[test]
fn names_come_to_parameters_resources_and_pseudo_parameters() {
    check(r#"{"Ref": "Block"}"#, r#""10.0.0.0/16""#);
    check(r#"{"Ref": "Zones"}"#, r#"["a","b"]"#);
    check(r#"{"Ref": "Open"}"#, "? parameter Open has no default");
    check(
        r#"{"Ref": "Image"}"#,
        "? AWS looks up the value of parameter Image",
    );
    check(r#"{"Ref": "Vpc"}"#, "Vpc");
    check(r#"{"Fn::GetAtt": "Vpc.VpcId"}"#, "Vpc.VpcId");
    check(r#"{"Fn::GetAtt": "Vpc.CidrBlock"}"#, r#""10.0.0.0/16""#);
    check(r#"{"Ref": "Gone"}"#, "? nothing here is named Gone");
    check(r#"{"Ref": "AWS::Region"}"#, r#""us-east-1""#);
    check(r#"{"Ref": "AWS::NoValue"}"#, "absent");
}

#[test]
fn texts_and_lists_are_put_together() {
    check(
        r#"{"Fn::Sub": "${AWS::Region}-${!Block}-${Block}"}"#,
        r#""us-east-1-${Block}-10.0.0.0/16""#,
    );
    check(r#"{"Fn::Sub": ["${A}", {"A": 1}]}"#, r#""1""#);
    check(r#"{"Fn::Sub": "${Vpc}"}"#, "Vpc");
    check(
        r#"{"Fn::Join": ["-", ["a", {"Ref": "AWS::Region"}]]}"#,
        r#""a-us-east-1""#,
    );
    check(
        r#"{"Fn::Select": ["1", {"Fn::GetAZs": ""}]}"#,
        r#""us-east-1b""#,
    );
    check(r#"{"Fn::Select": [0, [{"Ref": "Vpc"}]]}"#, "Vpc");
    check(
        r#"{"Fn::Select": [7, {"Ref": "Zones"}]}"#,
        "? Fn::Select is not written as it should be",
    );
    check(r#"{"Fn::Split": [".", "a.b"]}"#, r#"["a","b"]"#);
    check(r#"{"Fn::Length": {"Ref": "Zones"}}"#, "2");
    check(
        r#"{"Fn::FindInMap": ["M", {"Ref": "AWS::Region"}, "Ami"]}"#,
        r#""ami-1""#,
    );
    check(
        r#"{"Fn::FindInMap": ["M", "x", "y", {"DefaultValue": 3}]}"#,
        "3",
    );
    check(r#"{"Fn::ImportValue": "x"}"#, "? another stack exports it");
}

#[test]
fn blocks_are_carved_lowest_first() {
    check(
        r#"{"Fn::Cidr": [{"Ref": "Block"}, 2, 8]}"#,
        r#"["10.0.0.0/24","10.0.1.0/24"]"#,
    );
    check(
        r#"{"Fn::Select": [1, {"Fn::Cidr": [{"Fn::GetAtt": ["Vpc", "CidrBlock"]}, 2, "12"]}]}"#,
        r#""10.0.16.0/20""#,
    );
    check(
        r#"{"Fn::Cidr": ["2001:db8::/56", 2, 64]}"#,
        r#"["2001:db8::/64","2001:db8:0:1::/64"]"#,
    );
    check(
        r#"{"Fn::Cidr": ["10.0.0.0/24", 3, 7]}"#,
        "? Fn::Cidr is not written as it should be",
    );
    check(
        r#"{"Fn::Cidr": ["10.0.0.0/24", 3, 999]}"#,
        "? Fn::Cidr is not written as it should be",
    );
}

#[test]
fn conditions_choose_and_say_when_they_are_open() {
    check(r#"{"Fn::If": ["Yes", 1, 2]}"#, "1");
    check(
        r#"{"Fn::If": ["No", 1, {"Ref": "AWS::NoValue"}]}"#,
        "absent",
    );
    check(
        r#"{"Fn::If": ["Maybe", 1, 2]}"#,
        "? parameter Open has no default",
    );
    check(r#"{"Fn::If": ["Settled", 1, 2]}"#, "1");
    check(r#"{"Fn::If": ["Loop", 1, 2]}"#, "? it refers to itself");
}
