//! `AWS::ElasticLoadBalancingV2::LoadBalancer`: three products by one `Type`.
//!
//! A Gateway Load Balancer takes neither a scheme nor security groups:
//! <https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/create-load-balancer.html>

use super::{field, view};
use crate::catalogue::{Category, Entry, Field, Format, Home, Link, Role, Variant};

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
            Format::Choice(&["application", "network", "gateway"]),
            "Application understands HTTP; network passes TCP, UDP and TLS on; gateway leads packets through appliances.",
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
    variants: &[
        Variant {
            property: "Type",
            value: "application",
            label: "Application Load Balancer",
            summary: "Takes HTTP requests at one name and spreads them over targets by host, path and header.",
            icon: include_str!("../icons/load-balancer.svg"),
            defaults: "{}",
        },
        Variant {
            property: "Type",
            value: "network",
            label: "Network Load Balancer",
            summary: "Passes TCP, UDP and TLS connections on to targets, very many of them, from one fixed address in each zone.",
            icon: include_str!("../icons/load-balancer-network.svg"),
            defaults: "{}",
        },
        Variant {
            property: "Type",
            value: "gateway",
            label: "Gateway Load Balancer",
            summary: "Leads packets through a fleet of appliances, such as firewalls, and back, without their sender noticing.",
            icon: include_str!("../icons/load-balancer-gateway.svg"),
            defaults: r#"{"Scheme":null}"#,
        },
    ],
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
