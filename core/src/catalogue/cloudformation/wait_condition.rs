//! `AWS::CloudFormation::WaitCondition`.
//!
//! For instances and groups of them a creation policy does the same with less:
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-waitcondition.html>

use crate::catalogue::{Category, Companion, Entry, Field, Format, Link};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::CloudFormation::WaitCondition",
    word: "waitcondition",
    label: "Wait condition",
    stem: "WaitCondition",
    summary: "Holds the building of a stack until as many signals have come as it waits for.",
    category: Category::Management,
    icon: include_str!("../icons/cloudformation-wait-condition.svg"),
    links: &[Link::new(
        "Handle",
        "AWS::CloudFormation::WaitConditionHandle",
        "waits for",
    )],
    fields: &[
        Field::new(
            "Handle",
            "Handle",
            Format::Reference("AWS::CloudFormation::WaitConditionHandle", None),
            "The address that signals come to.",
        ),
        Field::new(
            "Count",
            "Signals",
            Format::Integer(1, 2_147_483_647),
            "How many signals it waits for; one if this is empty.",
        ),
        Field::new(
            "Timeout",
            "Timeout",
            Format::Integer(0, 43_200),
            "Seconds after which the stack has failed, up to 12 hours.",
        ),
    ],
    defaults: r#"{"Count":1,"Timeout":"900"}"#,
    companions: &[Companion::own(
        "Handle",
        "AWS::CloudFormation::WaitConditionHandle",
        "{}",
    )],
    attributes: &["Data"],
    ..Entry::BOX
};
