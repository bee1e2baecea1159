//! What fresh text looks like, and that it says what it was made of.

#![expect(
    clippy::needless_raw_string_hashes,
    reason = "UPDATE_EXPECT=1 writes them"
)]

use expect_test::expect;
use proptest::prelude::*;

use super::{Quote, Style, document};
use crate::template::format::read_source;
use crate::template::{FunctionName, Map, Value, read};

fn fresh(json: &str, style: Style) -> String {
    let value = read(json).unwrap().template.to_value();
    let text = document(value.as_map().unwrap(), style);
    assert_eq!(read(&text).unwrap().template.to_value(), value, "{text}");
    text
}

const JSON: &str = r#"{"V": "2010-09-09", "Resources": {"A": {"Type": "AWS::EC2::VPC", "Properties": {
    "Tags": [{"Key": "a", "Value": {"Fn::Sub": "x\ny\n"}}, []], "L": ["b", "no"], "M": [1, 2], "E": {},
    "S": {"Fn::Select": [0, {"Fn::GetAZs": ""}]}, "G": {"Fn::GetAtt": ["B", "C.D"]}, "B": {"Fn::Base64": {"Ref": "X"}},
    "I": {"Fn::If": ["C", {"K": 1}, {"Ref": "AWS::NoValue"}]}, "T": "one\ntwo", "R": {"Ref": 5}}}}}"#;

#[test]
fn a_template_is_written_as_people_write_it() {
    expect![[r#"
        V: '2010-09-09'
        Resources:
          A:
            Type: AWS::EC2::VPC
            Properties:
              Tags:
                - Key: a
                  Value: !Sub |
                    x
                    y
                - []
              L:
                - b
                - 'no'
              M: [1, 2]
              E: {}
              S: !Select [0, !GetAZs '']
              G: !GetAtt B.C.D
              B:
                Fn::Base64: !Ref X
              I: !If
                - C
                - K: 1
                - !Ref AWS::NoValue
              T: |-
                one
                two
              R:
                Ref: 5
    "#]]
    .assert_eq(&fresh(JSON, Style::default()));
}

#[test]
fn another_style_says_the_same() {
    let style = Style {
        indent: 4,
        flush: true,
        quote: Quote::Double,
        always_quoted: true,
        short: false,
        brackets: true,
        newline: "\n",
    };
    expect![[r#"
        V: "2010-09-09"
        Resources:
            A:
                Type: "AWS::EC2::VPC"
                Properties:
                    Tags:
                    - Key: "a"
                      Value:
                          Fn::Sub: |
                              x
                              y
                    - []
                    L: ["b", "no"]
                    M: [1, 2]
                    E: {}
                    S:
                        Fn::Select: [0, {Fn::GetAZs: ""}]
                    G:
                        Fn::GetAtt: ["B", "C.D"]
                    B:
                        Fn::Base64:
                            Ref: "X"
                    I:
                        Fn::If:
                        - "C"
                        - K: 1
                        - Ref: "AWS::NoValue"
                    T: |-
                        one
                        two
                    R:
                        Ref: 5
    "#]]
    .assert_eq(&fresh(JSON, style));
}

/// Any style.
pub(in crate::template::yaml) fn style() -> impl Strategy<Value = Style> {
    (1_usize..5, any::<[bool; 6]>()).prop_map(
        |(indent, [flush, double, always_quoted, short, brackets, crlf])| Style {
            indent,
            flush,
            quote: if double { Quote::Double } else { Quote::Single },
            always_quoted,
            short,
            brackets,
            newline: if crlf { "\r\n" } else { "\n" },
        },
    )
}

/// Any value that a template can hold.
pub(in crate::template::yaml) fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        "[a-z]{1,4}".prop_map(Value::from),
        "[a-c\\-? \n\t\r#&*!|>'\"\\[\\]{},~<%@:=0.\u{0}\u{85}\u{a0}\u{feff}é]{0,6}"
            .prop_map(Value::from),
        "(yes|no|null|0644|1\\.5|2012-10-17|---|\\.\\.\\.|a\nb\n|a\n\n b)".prop_map(Value::from),
        "[A-C]".prop_map(Value::reference),
    ];
    leaf.prop_recursive(4, 20, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec(("[a-d]|[a: #'\n?]{0,3}|yes|1", inner.clone()), 0..4)
                .prop_map(|entries| Value::Map(entries.into_iter().collect())),
            (prop::sample::select(FunctionName::ALL), inner)
                .prop_filter("a condition names one", |(name, argument)| {
                    *name != FunctionName::Condition || argument.as_text().is_some()
                })
                .prop_map(|(name, argument)| Value::function(name, argument)),
        ]
    })
}

proptest! {
    #[test]
    fn what_is_written_reads_the_same_in_every_style(value in value(), style in style()) {
        let map = Map::from_iter([("X".to_owned(), value), ("Y".to_owned(), Value::Null)]);
        let text = document(&map, style);
        let (source, _) = read_source(&text).map_err(|refused| TestCaseError::fail(format!("{refused}\n{text}")))?;
        prop_assert_eq!(source.value, Value::Map(map), "{}", text);
    }
}
