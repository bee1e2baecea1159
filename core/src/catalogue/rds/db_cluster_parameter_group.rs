//! `AWS::RDS::DBClusterParameterGroup`.
//!
//! Families and parameters:
//! <https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_WorkingWithDBClusterParamGroups.html>

use crate::catalogue::{Category, Entry, Field, Format, Shape, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::RDS::DBClusterParameterGroup",
    word: "dbclusterparametergroup",
    label: "DB cluster parameter group",
    stem: "DbClusterParameterGroup",
    summary: "Settings of the database program, for the clusters that name it.",
    category: Category::Database,
    icon: include_str!("../icons/db-cluster-parameter-group.svg"),
    shape: Shape::Chip,
    fields: &[
        Field::new(
            "Family",
            "Family",
            Format::Text,
            "Program and version of the cluster, such as aurora-postgresql17.",
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
        )
        .required(),
        Field::new(
            "DBClusterParameterGroupName",
            "Name",
            Format::Text,
            "A fixed name. AWS makes one up if this is empty, which is easier to replace.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"Family":"aurora-postgresql17","Description":"Settings of database clusters","Parameters":{"rds.force_ssl":"1"}}"#,
    ..Entry::BOX
};
