//! `AWS::CloudFormation::WaitConditionHandle`.
//!
//! It has no properties. Its address is signed and can be used without further
//! permissions:
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-waitcondition.html>

use crate::catalogue::{Category, Entry, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::CloudFormation::WaitConditionHandle",
    word: "waithandle",
    label: "Wait condition handle",
    stem: "WaitHandle",
    summary: "An address that a script calls to say that it is done; Ref gives it.",
    category: Category::Management,
    icon: include_str!("../icons/cloudformation-wait-condition-handle.svg"),
    shape: Shape::Chip,
    ..Entry::BOX
};
