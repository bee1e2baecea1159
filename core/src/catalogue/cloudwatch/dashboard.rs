//! `AWS::CloudWatch::Dashboard`.
//!
//! What its body may say:
//! <https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html>

use crate::catalogue::{Category, Entry, Field, Format, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::CloudWatch::Dashboard",
    word: "dashboard",
    label: "CloudWatch dashboard",
    stem: "Dashboard",
    summary: "A page of graphs, numbers, alarms and texts about what runs.",
    category: Category::Management,
    icon: include_str!("../icons/cloudwatch-dashboard.svg"),
    fields: &[
        Field::new(
            "DashboardName",
            "Name",
            Format::Text,
            "A fixed name. CloudFormation makes one if this is empty.",
        ),
        Field::new(
            "DashboardBody",
            "Widgets",
            Format::Text,
            "What stands on the page, as a text of JSON.",
        )
        .required(),
        field::TAGS,
    ],
    defaults: r#"{"DashboardBody":"{\"widgets\":[{\"type\":\"text\",\"x\":0,\"y\":0,\"width\":24,\"height\":2,\"properties\":{\"markdown\":\"What runs here\"}}]}"}"#,
    ..Entry::BOX
};
