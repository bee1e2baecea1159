//! `AWS::RDS::DBParameterGroup`.
//!
//! Families and parameters:
//! <https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithParamGroups.html>

use crate::catalogue::{Category, Entry, Field, Format, Shape, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::RDS::DBParameterGroup",
    word: "dbparametergroup",
    label: "DB parameter group",
    stem: "DbParameterGroup",
    summary: "Settings of the database program, for the instances that name it.",
    category: Category::Database,
    icon: include_str!("../icons/db-parameter-group.svg"),
    shape: Shape::Chip,
    fields: &[
        Field::new(
            "Family",
            "Family",
            Format::Text,
            "Program and version of the instances, such as postgres17 or aurora-mysql8.0.",
        )
        .required(),
        Field::new(
            "Description",
            "Description",
            Format::Text,
            "What it is for.",
        )
        .required(),
        Field::new(
            "Parameters",
            "Parameters",
            Format::Json,
            "The settings that differ from those of AWS, by name.",
        ),
        Field::new(
            "DBParameterGroupName",
            "Name",
            Format::Text,
            "A fixed name. AWS makes one up if this is empty, which is easier to replace.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"Family":"postgres17","Description":"Settings of database instances","Parameters":{"log_min_duration_statement":"1000"}}"#,
    attributes: &["DBParameterGroupArn"],
    ..Entry::BOX
};
