//! `AWS::ElasticLoadBalancing::LoadBalancer`.

use crate::catalogue::{Category, Entry, Field, Format, Home, Link, Role, field};

/// What is known of the kind.
pub static ENTRY: Entry = Entry {
    kind: "AWS::ElasticLoadBalancing::LoadBalancer",
    word: "classiclb",
    label: "Classic Load Balancer",
    stem: "ClassicLoadBalancer",
    summary: "The first of the load balancers, with its listeners and instances in itself. For new designs, take another.",
    category: Category::LoadBalancing,
    icon: include_str!("../icons/classic-load-balancer.svg"),
    homes: &[Home::beside("Subnets.*", "AWS::EC2::Subnet")],
    links: &[
        Link::new("Subnets.*", "AWS::EC2::Subnet", "has a node in").overlay(),
        Link::new(
            "SecurityGroups.*",
            "AWS::EC2::SecurityGroup",
            "is filtered by",
        )
        .by("GroupId")
        .overlay(),
        Link::new("Instances.*", "AWS::EC2::Instance", "sends to"),
    ],
    fields: &[
        Field::new(
            "Scheme",
            "Scheme",
            Format::Choice(&["internet-facing", "internal"]),
            "Whether its name leads to public addresses or to private ones.",
        ),
        Field::new(
            "Listeners",
            "Listeners",
            Format::Json,
            "The ports at which it listens, and those of the instances that it passes to.",
        )
        .required(),
        Field::new(
            "Subnets",
            "Subnets",
            Format::References("AWS::EC2::Subnet", None),
            "One in each of its zones.",
        ),
        Field::new(
            "SecurityGroups",
            "Security groups",
            Format::References("AWS::EC2::SecurityGroup", Some("GroupId")),
            "The filters around it.",
        ),
        Field::new(
            "Instances",
            "Instances",
            Format::References("AWS::EC2::Instance", None),
            "What it sends to.",
        ),
        Field::new(
            "HealthCheck",
            "Health check",
            Format::Json,
            "How it asks whether instances are well.",
        ),
        Field::new(
            "CrossZone",
            "Across zones",
            Format::Boolean,
            "Whether each node sends to the instances of all zones.",
        ),
        field::TAGS,
    ],
    defaults: r#"{"Scheme":"internet-facing","CrossZone":true,"Listeners":[{"LoadBalancerPort":"80","InstancePort":"80","Protocol":"HTTP"}],"HealthCheck":{"Target":"HTTP:80/","HealthyThreshold":"2","UnhealthyThreshold":"5","Interval":"30","Timeout":"5"},"ConnectionDrainingPolicy":{"Enabled":true,"Timeout":300}}"#,
    attributes: &[
        "CanonicalHostedZoneName",
        "CanonicalHostedZoneNameID",
        "DNSName",
        "SourceSecurityGroup.GroupName",
        "SourceSecurityGroup.OwnerAlias",
    ],
    role: Role::ClassicLoadBalancer,
    ..Entry::BOX
};
