//! `AWS::CloudFormation::Stack`.
//!
//! Its address must be filled in. What that template puts out is asked for by
//! `Fn::GetAtt` as `Outputs.` and the name of the output:
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-nested-stacks.html>

use crate::catalogue::{Category, Entry, Field, Format, Link, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::CloudFormation::Stack",
    word: "stack",
    label: "Nested stack",
    stem: "NestedStack",
    summary: "A template of its own, built as a part of this one.",
    category: Category::Management,
    icon: include_str!("../icons/cloudformation-stack.svg"),
    links: &[Link::new("NotificationARNs.*", "AWS::SNS::Topic", "notifies")],
    fields: &[Field::new("TemplateURL", "Template", Format::Text, "The template's address in S3: https, the bucket and the key. Put the file there first.").required(), Field::new("Parameters", "Parameters", Format::Json, "Values for the parameters of that template."), Field::new("TimeoutInMinutes", "Timeout", Format::Integer(1, 2_147_483_647), "Minutes after which building it has failed."), Field::new("NotificationARNs", "Topics", Format::References("AWS::SNS::Topic", None), "What is told of each step."), field::TAGS],
    defaults: r#"{"TemplateURL":"https://amzn-s3-demo-bucket.s3.amazonaws.com/name-your-template-here.yaml"}"#,
    ..Entry::BOX
};
