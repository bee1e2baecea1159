//! `AWS::ElasticLoadBalancingV2::LoadBalancer`.

use super::{field, view};
use crate::catalogue::{Category, Entry, Field, Format, Home, Link, Position, Role, Shape};
use crate::template::Map;

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: LoadBalancer::KIND,
    word: "lb",
    label: "Load balancer",
    stem: "LoadBalancer",
    summary: "Takes connections at one name and spreads them over targets, from a node in each of its subnets.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-loadbalancer.html",
    category: Category::LoadBalancing,
    icon: include_str!("../icons/load-balancer.svg"),
    shape: Shape::Box,
    homes: &[
        Home {
            property: "Subnets.*",
            kind: "AWS::EC2::Subnet",
            position: Position::Beside,
        },
        Home {
            property: "SubnetMappings.*.SubnetId",
            kind: "AWS::EC2::Subnet",
            position: Position::Beside,
        },
    ],
    ends: None,
    links: &[
        Link {
            property: "Subnets.*",
            kind: "AWS::EC2::Subnet",
            attribute: None,
            verb: "has a node in",
            overlay: true,
        },
        Link {
            property: "SubnetMappings.*.SubnetId",
            kind: "AWS::EC2::Subnet",
            attribute: None,
            verb: "has a node in",
            overlay: true,
        },
        Link {
            property: "SecurityGroups.*",
            kind: "AWS::EC2::SecurityGroup",
            attribute: Some("GroupId"),
            verb: "is filtered by",
            overlay: true,
        },
    ],
    fields: &[
        Field {
            property: "Type",
            label: "Type",
            format: Format::Choice(&["application", "network"]),
            required: false,
            help: "Application understands HTTP; network passes TCP, UDP and TLS on.",
        },
        Field {
            property: "Scheme",
            label: "Scheme",
            format: Format::Choice(&["internet-facing", "internal"]),
            required: false,
            help: "Whether its name leads to public addresses or to private ones.",
        },
        Field {
            property: "Subnets",
            label: "Subnets",
            format: Format::References("AWS::EC2::Subnet", None),
            required: false,
            help: "One in each of its zones. An Application Load Balancer needs two zones.",
        },
        Field {
            property: "SecurityGroups",
            label: "Security groups",
            format: Format::References("AWS::EC2::SecurityGroup", Some("GroupId")),
            required: false,
            help: "The filters around it. A Network Load Balancer takes them at creation only.",
        },
        Field {
            property: "IpAddressType",
            label: "Address type",
            format: Format::Choice(&["ipv4", "dualstack", "dualstack-without-public-ipv4"]),
            required: false,
            help: "Which addresses clients may use.",
        },
        Field {
            property: "Name",
            label: "Name",
            format: Format::Text,
            required: false,
            help: "A fixed name of up to 32 characters. AWS makes one up if this is empty.",
        },
        field::TAGS,
    ],
    defaults: || {
        Map::from_iter([
            ("Type".to_owned(), "application".into()),
            ("Scheme".to_owned(), "internet-facing".into()),
        ])
    },
    resource_attributes: Map::new,
    attributes: &[
        "CanonicalHostedZoneID",
        "DNSName",
        "LoadBalancerArn",
        "LoadBalancerFullName",
        "LoadBalancerName",
        "SecurityGroups",
    ],
    role: Role::LoadBalancer,
};

view! {
    /// A load balancer.
    LoadBalancer of "AWS::ElasticLoadBalancingV2::LoadBalancer" {
        /// `application`, also when absent, `network` or `gateway`.
        balancer_type = "Type",
        /// `internet-facing`, also when absent, or `internal`.
        scheme = "Scheme",
        /// Its subnets, a list.
        subnets = "Subnets",
        /// Its subnets with their addresses, a list, instead of `Subnets`.
        subnet_mappings = "SubnetMappings",
        /// Its security groups, a list.
        security_groups = "SecurityGroups",
        /// Which addresses clients may use.
        address_type = "IpAddressType",
    }
}
