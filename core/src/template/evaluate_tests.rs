//! What values come to.

use super::{Evaluated, Evaluator, Setting};
use crate::template::read;

/// Evaluates `X`, written as JSON, beside a few declarations.
fn check(value: &str, expected: &str) {
    check_under(&Setting::default(), value, expected);
}

fn check_under(setting: &Setting, value: &str, expected: &str) {
    let text = format!(
        r#"{{
        "Parameters": {{
            "Block": {{"Type": "String", "Default": "10.0.0.0/16"}},
            "Open": {{"Type": "String"}},
            "Zones": {{"Type": "CommaDelimitedList", "Default": "a, b"}},
            "Ports": {{"Type": "List<Number>", "Default": "80, 443"}},
            "Size": {{"Type": "Number", "Default": 3}},
            "Network": {{"Type": "AWS::EC2::VPC::Id", "Default": "vpc-1"}},
            "Image": {{"Type": "AWS::SSM::Parameter::Value<String>", "Default": "/x"}},
            "Odd": {{"Type": "String", "Default": {{"Ref": "Block"}}}}
        }},
        "Mappings": {{
            "M": {{"us-east-1": {{"Ami": "ami-1", "List": ["a", "b"]}}}},
            "Loop": {{"a": {{"b": [{{"Fn::FindInMap": ["Loop", "a", "b"]}}]}}}},
            "Made": {{"Fn::Transform": {{"Name": "AWS::Include"}}}}
        }},
        "Conditions": {{
            "Yes": {{"Fn::Equals": [{{"Ref": "Block"}}, "10.0.0.0/16"]}},
            "No": {{"Fn::Not": [{{"Condition": "Yes"}}]}},
            "Maybe": {{"Fn::Equals": [{{"Ref": "Open"}}, ""]}},
            "Settled": {{"Fn::Or": [{{"Condition": "Maybe"}}, {{"Condition": "Yes"}}]}},
            "Odd": {{"Fn::And": [{{"Condition": "Yes"}}]}},
            "Loop": {{"Fn::And": [{{"Condition": "Loop"}}, {{"Condition": "Loop"}}]}}
        }},
        "Resources": {{
            "Vpc": {{"Type": "AWS::EC2::VPC", "Properties": {{"CidrBlock": {{"Ref": "Block"}}}}}},
            "Later": {{"Type": "AWS::EC2::Subnet", "Properties": {{"VpcId": {{"Ref": "Open"}}}}}}
        }},
        "X": {value}
    }}"#
    );
    let template = read(&text).unwrap().template;
    let evaluator = Evaluator::new(&template, setting);
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
    check(
        r#"{"Ref": ["Vpc"]}"#,
        "? Ref is not written as it should be",
    );
}

#[test]
fn a_parameter_is_read_by_its_type() {
    check(r#"{"Ref": "Ports"}"#, r#"["80","443"]"#);
    check(r#"{"Ref": "Size"}"#, "3");
    check(r#"{"Ref": "Network"}"#, r#""vpc-1""#);
    check(r#"{"Ref": "Odd"}"#, "? parameter Odd has no default");
    let mut setting = Setting::default();
    for (name, value) in [("Open", "now"), ("Zones", "c"), ("Image", "/y")] {
        setting.parameters.insert(name.to_owned(), value.to_owned());
    }
    check_under(&setting, r#"{"Ref": "Open"}"#, r#""now""#);
    check_under(&setting, r#"{"Ref": "Zones"}"#, r#"["c"]"#);
    check_under(&setting, r#"{"Fn::If": ["Maybe", 1, 2]}"#, "2");
    check_under(
        &setting,
        r#"{"Ref": "Image"}"#,
        "? AWS looks up the value of parameter Image",
    );
}

#[test]
fn pseudo_parameters_follow_region_and_account() {
    let all = r#"{"Fn::Sub": "arn:${AWS::Partition}:s3:${AWS::Region}:${AWS::AccountId}:${AWS::URLSuffix}"}"#;
    check(all, r#""arn:aws:s3:us-east-1:123456789012:amazonaws.com""#);
    let setting = Setting {
        region: "cn-north-1".to_owned(),
        account: "000011112222".to_owned(),
        ..Setting::default()
    };
    check_under(
        &setting,
        all,
        r#""arn:aws-cn:s3:cn-north-1:000011112222:amazonaws.com.cn""#,
    );
    for name in ["AWS::StackName", "AWS::StackId", "AWS::NotificationARNs"] {
        check(
            &format!(r#"{{"Ref": "{name}"}}"#),
            &format!("? {name} is known after deployment only"),
        );
    }
}

#[test]
fn an_attribute_that_is_a_property_says_what_the_property_says() {
    check(
        r#"{"Fn::GetAtt": ["Vpc", "CidrBlock"]}"#,
        r#""10.0.0.0/16""#,
    );
    check(
        r#"{"Fn::GetAtt": ["Later", "VpcId"]}"#,
        "? parameter Open has no default",
    );
    check(r#"{"Fn::GetAtt": ["Vpc", "A.B"]}"#, "Vpc.A.B");
    check(r#"{"Fn::Sub": "${Vpc.VpcId}"}"#, "Vpc.VpcId");
    check(
        r#"{"Fn::Sub": "x-${Vpc.VpcId}"}"#,
        "? Vpc.VpcId is known after deployment only",
    );
    check(
        r#"{"Fn::GetAtt": "Gone.Arn"}"#,
        "? nothing here is named Gone",
    );
    check(
        r#"{"Fn::GetAtt": "Vpc"}"#,
        "? Fn::GetAtt is not written as it should be",
    );
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
        "? Fn::Select asks for element 7, counted from 0, of a list of 2",
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
fn a_mapping_is_asked_or_its_default_is() {
    check(
        r#"{"Fn::Select": ["1", {"Fn::FindInMap": ["M", "us-east-1", "List"]}]}"#,
        r#""b""#,
    );
    check(
        r#"{"Fn::FindInMap": ["M", "x", "y", {"DefaultValue": {"Ref": "Vpc"}}]}"#,
        "Vpc",
    );
    check(
        r#"{"Fn::FindInMap": ["M", "us-east-1", "Ami", {"DefaultValue": 3}]}"#,
        r#""ami-1""#,
    );
    check(
        r#"{"Fn::FindInMap": ["M", "x", "y"]}"#,
        "? nothing here is named M.x.y",
    );
    check(
        r#"{"Fn::FindInMap": ["M", {"Ref": "Open"}, "y", {"DefaultValue": 3}]}"#,
        "? parameter Open has no default",
    );
    check(
        r#"{"Fn::FindInMap": ["M", "x", "y", {"Default": 3}]}"#,
        "? Fn::FindInMap is not written as it should be",
    );
    check(
        r#"{"Fn::FindInMap": ["Made", "x", "y", {"DefaultValue": 3}]}"#,
        "? a macro makes it",
    );
}

#[test]
fn what_has_no_value_is_left_out_of_texts() {
    check(
        r#"{"Fn::Join": [",", ["a", {"Ref": "AWS::NoValue"}, "", "b"]]}"#,
        r#""a,,b""#,
    );
    check(
        r#"{"Fn::ToJsonString": {"a": [1, true, {"Ref": "AWS::NoValue"}, {"Ref": "Zones"}], "b": {"Ref": "AWS::NoValue"}, "c": "\"d"}}"#,
        r#""{\"a\":[1,true,[\"a\",\"b\"]],\"c\":\"\\\"d\"}""#,
    );
    check(
        r#"{"Fn::ToJsonString": {"a": {"Ref": "Vpc"}}}"#,
        "? the identifier of Vpc is known after deployment only",
    );
    check(
        r#"{"Fn::ToJsonString": "a"}"#,
        "? Fn::ToJsonString is not written as it should be",
    );
}

#[test]
fn base_64_is_written_out() {
    check(
        r##"{"Fn::Base64": {"Fn::Sub": "#!/bin/sh\necho ${AWS::Region}\n"}}"##,
        r#""IyEvYmluL3NoCmVjaG8gdXMtZWFzdC0xCg==""#,
    );
    check(
        r#"{"Fn::Base64": {"Ref": "AWS::StackName"}}"#,
        "? AWS::StackName is known after deployment only",
    );
}

#[test]
fn odd_forms_of_functions_are_said_to_be_odd() {
    for value in [
        r#"{"Fn::Select": [0]}"#,
        r#"{"Fn::Select": ["x", ["a"]]}"#,
        r#"{"Fn::Split": ["", "a"]}"#,
        r#"{"Fn::Join": [",", "a"]}"#,
        r#"{"Fn::Join": [",", [["a"]]]}"#,
        r#"{"Fn::Sub": {}}"#,
        r#"{"Fn::Length": "a"}"#,
        r#"{"Fn::Cidr": "10.0.0.0/16"}"#,
        r#"{"Fn::If": ["Yes", 1]}"#,
        r#"{"Fn::Not": ["a", "b"]}"#,
        r#"{"Fn::Equals": ["a"]}"#,
        r#"{"Fn::Or": [true]}"#,
        r#"{"Fn::FindInMap": ["M"]}"#,
    ] {
        let function = value.split('"').nth(1).unwrap();
        check(
            value,
            &format!("? {function} is not written as it should be"),
        );
    }
    check(
        r#"{"Fn::Select": [-1, ["a"]]}"#,
        "? Fn::Select asks for element -1, counted from 0, of a list of 1",
    );
}

#[test]
fn zones_are_those_of_the_region() {
    let seoul = Setting {
        region: "ap-northeast-2".to_owned(),
        ..Setting::default()
    };
    check_under(
        &seoul,
        r#"{"Fn::GetAZs": {"Ref": "AWS::Region"}}"#,
        r#"["ap-northeast-2a","ap-northeast-2b","ap-northeast-2c","ap-northeast-2d"]"#,
    );
    check(
        r#"{"Fn::Select": [1, {"Fn::GetAZs": "us-west-1"}]}"#,
        r#""us-west-1c""#,
    );
    check(
        r#"{"Fn::GetAZs": {"Ref": "Open"}}"#,
        "? parameter Open has no default",
    );
}

#[test]
fn functions_that_swell_are_given_up_on() {
    let too_much = "? it refers to itself, or is too long to work out";
    check(
        r#"{"Fn::ToJsonString": {"Fn::FindInMap": ["Loop", "a", "b"]}}"#,
        too_much,
    );
    let mut text = r#""0123456789abcdef""#.to_owned();
    for _ in 0..30 {
        text = format!(r#"{{"Fn::Sub": ["${{a}}${{a}}", {{"a": {text}}}]}}"#);
    }
    check(&text, too_much);
    let long = format!(r#""{}""#, "x".repeat(600_000));
    check(
        &format!(r#"{{"Fn::Join": ["", [{long}, {long}]]}}"#),
        too_much,
    );
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
    check(
        r#"{"Fn::If": ["Gone", 1, 2]}"#,
        "? nothing here is named Gone",
    );
    check(
        r#"{"Fn::If": ["Odd", 1, 2]}"#,
        "? Fn::And is not written as it should be",
    );
    check(r#"{"Fn::Equals": [true, "true"]}"#, "true");
    check(r#"{"Fn::Equals": ["a", "A"]}"#, "false");
    check(r#"{"Fn::Equals": [{"Ref": "Zones"}, ["a", "b"]]}"#, "true");
    check(r#"{"Fn::Not": [{"Condition": "No"}]}"#, "true");
    check(r#"{"Condition": "No"}"#, "false");
    check(
        r#"{"Fn::If": ["Loop", 1, 2]}"#,
        "? it refers to itself, or is too long to work out",
    );
}
