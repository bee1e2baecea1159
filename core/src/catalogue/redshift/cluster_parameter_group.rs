//! `AWS::Redshift::ClusterParameterGroup`.
//!
//! Parameters:
//! <https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-parameter-groups.html>

use crate::catalogue::{Category, Entry, Field, Format, Shape, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::Redshift::ClusterParameterGroup",
    word: "redshiftparametergroup",
    label: "Redshift parameter group",
    stem: "RedshiftParameterGroup",
    summary: "Settings of the warehouse, for the clusters that name it.",
    category: Category::Database,
    icon: include_str!("../icons/redshift-parameter-group.svg"),
    shape: Shape::Chip,
    fields: &[
        Field::new(
            "ParameterGroupFamily",
            "Family",
            Format::Text,
            "The family of the settings: redshift-1.0, or a later one.",
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
            "The settings that differ from those of AWS, each with ParameterName and ParameterValue.",
        ),
        Field::new(
            "ParameterGroupName",
            "Name",
            Format::Text,
            "A fixed name. AWS makes one up if this is empty.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"ParameterGroupFamily":"redshift-1.0","Description":"Settings of warehouses","Parameters":[{"ParameterName":"require_ssl","ParameterValue":"true"}]}"#,
    ..Entry::BOX
};
