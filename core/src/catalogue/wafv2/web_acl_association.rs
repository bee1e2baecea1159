//! `AWS::WAFv2::WebACLAssociation`.
//!
//! HTTP APIs have no place for a web ACL, and a distribution names its own. A stage
//! has no attribute for its ARN, so it is put together:
//! <https://docs.aws.amazon.com/apigateway/latest/developerguide/arn-format-reference.html>

use crate::catalogue::{Category, End, Ends, Entry, Field, Format, Shape};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::WAFv2::WebACLAssociation",
    word: "webaclassociation",
    label: "Web ACL association",
    stem: "WebAclAssociation",
    summary: "Puts a web ACL before a load balancer, a stage of a REST API, a GraphQL API or a user pool.",
    category: Category::Security,
    icon: include_str!("../icons/web-acl-association.svg"),
    shape: Shape::Arrow,
    ends: Some(Ends {
        from: &[End::new("WebACLArn", "AWS::WAFv2::WebACL").by("Arn")],
        to: &[
            End::new("ResourceArn", "AWS::ElasticLoadBalancingV2::LoadBalancer"),
            End::new("ResourceArn", "AWS::ApiGateway::Stage")
                .with(&[("ResourceArn", r#"{"Fn::Sub":"arn:${AWS::Partition}:apigateway:${AWS::Region}::/restapis/${<to:RestApiId>}/stages/${<to>}"}"#)]),
            End::new("ResourceArn", "AWS::AppSync::GraphQLApi").by("Arn"),
            End::new("ResourceArn", "AWS::Cognito::UserPool").by("Arn"),
        ],
        verb: "protects",
        caption: None,
        overlay: false,
    }),
    fields: &[
        Field::new(
            "WebACLArn",
            "Web ACL",
            Format::Reference("AWS::WAFv2::WebACL", Some("Arn")),
            "The web ACL that looks at the requests.",
        )
        .required(),
        Field::new(
            "ResourceArn",
            "Resource",
            Format::Text,
            "The ARN of what it protects, which can have one web ACL.",
        )
        .required(),
    ],
    ..Entry::BOX
};
