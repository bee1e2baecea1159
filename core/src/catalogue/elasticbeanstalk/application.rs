//! `AWS::ElasticBeanstalk::Application`.

use crate::catalogue::{Category, Entry, Field, Format};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::ElasticBeanstalk::Application",
    word: "beanstalkapplication",
    label: "Elastic Beanstalk application",
    stem: "BeanstalkApplication",
    summary: "A program in Elastic Beanstalk: its versions, and the environments that run them.",
    category: Category::Compute,
    icon: include_str!("../icons/elasticbeanstalk-application.svg"),
    fields: &[
        Field::new(
            "ApplicationName",
            "Name",
            Format::Text,
            "A fixed name. CloudFormation makes one if this is empty.",
        ),
        Field::new(
            "Description",
            "Description",
            Format::Text,
            "What the program is for.",
        ),
        Field::new(
            "ResourceLifecycleConfig",
            "Old versions",
            Format::Json,
            "How many versions are kept, or how long.",
        ),
    ],
    defaults: r#"{"Description":"A program that Elastic Beanstalk runs"}"#,
    ..Entry::BOX
};
