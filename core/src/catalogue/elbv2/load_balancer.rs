//! `AWS::ElasticLoadBalancingV2::LoadBalancer`.

use super::{field, view};
use crate::catalogue::{Category, Entry, Field, Format, Home, Link, Role};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: LoadBalancer::KIND,
    word: "lb",
    label: "Load balancer",
    stem: "LoadBalancer",
    summary: "Takes connections at one name and spreads them over targets, from a node in each of its subnets.",
    category: Category::LoadBalancing,
    icon: include_str!("../icons/load-balancer.svg"),
    homes: &[
        Home::beside("Subnets.*", "AWS::EC2::Subnet"),
        Home::beside("SubnetMappings.*.SubnetId", "AWS::EC2::Subnet"),
    ],
    links: &[
        Link::new("Subnets.*", "AWS::EC2::Subnet", "has a node in").overlay(),
        Link::new(
            "SubnetMappings.*.SubnetId",
            "AWS::EC2::Subnet",
            "has a node in",
        )
        .overlay(),
        Link::new(
            "SecurityGroups.*",
            "AWS::EC2::SecurityGroup",
            "is filtered by",
        )
        .by("GroupId")
        .overlay(),
    ],
    fields: &[
        Field::new(
            "Type",
            "Type",
            Format::Choice(&["application", "network"]),
            "Application understands HTTP; network passes TCP, UDP and TLS on.",
        ),
        Field::new(
            "Scheme",
            "Scheme",
            Format::Choice(&["internet-facing", "internal"]),
            "Whether its name leads to public addresses or to private ones.",
        ),
        Field::new(
            "Subnets",
            "Subnets",
            Format::References("AWS::EC2::Subnet", None),
            "One in each of its zones. An Application Load Balancer needs two zones.",
        ),
        Field::new(
            "SecurityGroups",
            "Security groups",
            Format::References("AWS::EC2::SecurityGroup", Some("GroupId")),
            "The filters around it. A Network Load Balancer takes them at creation only.",
        ),
        Field::new(
            "IpAddressType",
            "Address type",
            Format::Choice(&["ipv4", "dualstack", "dualstack-without-public-ipv4"]),
            "Which addresses clients may use.",
        ),
        Field::new(
            "Name",
            "Name",
            Format::Text,
            "A fixed name of up to 32 characters. AWS makes one up if this is empty.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"Type":"application","Scheme":"internet-facing"}"#,
    attributes: &[
        "CanonicalHostedZoneID",
        "DNSName",
        "LoadBalancerArn",
        "LoadBalancerFullName",
        "LoadBalancerName",
        "SecurityGroups",
    ],
    role: Role::LoadBalancer,
    ..Entry::BOX
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
