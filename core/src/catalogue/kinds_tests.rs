//! What must hold of every entry, so that a new one is complete.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use super::*;
use crate::catalogue::{Companion, Format, Owner, Position, Shape};
use crate::template::{PropertyPath, Resource, Value, value_of_json};

/// Kinds that entries name and that have no entry yet: plain boxes.
const PLAIN: &[&str] = &[
    "AWS::EC2::EgressOnlyInternetGateway",
    "AWS::EC2::EIPAssociation",
    "AWS::EC2::GatewayRouteTableAssociation",
    "AWS::EC2::PrefixList",
    "AWS::EC2::NetworkInterface",
    "AWS::EC2::NetworkInterfaceAttachment",
    "AWS::EC2::VPCEndpoint",
    "AWS::EC2::VPCEndpointService",
    "AWS::EC2::VPCPeeringConnection",
    "AWS::EC2::TransitGateway",
    "AWS::EC2::TransitGatewayAttachment",
    "AWS::EC2::TransitGatewayVpcAttachment",
    "AWS::EC2::TransitGatewayRouteTable",
    "AWS::EC2::TransitGatewayRouteTableAssociation",
    "AWS::EC2::TransitGatewayRouteTablePropagation",
    "AWS::EC2::TransitGatewayRoute",
    "AWS::EC2::VPNGateway",
    "AWS::EC2::CustomerGateway",
    "AWS::EC2::VPNConnection",
    "AWS::EC2::VPNConnectionRoute",
    "AWS::EC2::VPNGatewayRoutePropagation",
    "AWS::EC2::FlowLog",
    "AWS::DirectConnect::Connection",
    "AWS::DirectConnect::DirectConnectGateway",
    "AWS::DirectConnect::DirectConnectGatewayAssociation",
    "AWS::DirectConnect::Lag",
    "AWS::DirectConnect::PrivateVirtualInterface",
    "AWS::DirectConnect::PublicVirtualInterface",
    "AWS::DirectConnect::TransitVirtualInterface",
    "AWS::Route53::HostedZone",
    "AWS::Route53::RecordSet",
    "AWS::Route53::HealthCheck",
    "AWS::CloudFront::Distribution",
    "AWS::CloudFront::OriginAccessControl",
    "AWS::GlobalAccelerator::Accelerator",
    "AWS::GlobalAccelerator::Listener",
    "AWS::GlobalAccelerator::EndpointGroup",
    "AWS::ElasticLoadBalancing::LoadBalancer",
    "AWS::ElasticLoadBalancingV2::ListenerRule",
    "AWS::CertificateManager::Certificate",
    "AWS::IAM::Policy",
    "AWS::IAM::ManagedPolicy",
    "AWS::IAM::User",
    "AWS::IAM::Group",
    "AWS::IAM::InstanceProfile",
    "AWS::KMS::Key",
    "AWS::KMS::Alias",
    "AWS::SecretsManager::Secret",
    "AWS::SecretsManager::RotationSchedule",
    "AWS::SecretsManager::SecretTargetAttachment",
    "AWS::DirectoryService::MicrosoftAD",
    "AWS::DirectoryService::SimpleAD",
    "AWS::WAFv2::WebACL",
    "AWS::WAFv2::WebACLAssociation",
    "AWS::WAFv2::IPSet",
    "AWS::Cognito::UserPool",
    "AWS::Cognito::UserPoolClient",
    "AWS::Cognito::UserPoolDomain",
    "AWS::Cognito::IdentityPool",
    "AWS::SNS::Topic",
    "AWS::SNS::Subscription",
    "AWS::SNS::TopicPolicy",
    "AWS::SQS::Queue",
    "AWS::SQS::QueuePolicy",
    "AWS::Events::Rule",
    "AWS::Events::EventBus",
    "AWS::StepFunctions::StateMachine",
    "AWS::ApiGateway::RestApi",
    "AWS::ApiGateway::Resource",
    "AWS::ApiGateway::Method",
    "AWS::ApiGateway::Deployment",
    "AWS::ApiGateway::Stage",
    "AWS::ApiGatewayV2::Api",
    "AWS::ApiGatewayV2::Stage",
    "AWS::ApiGatewayV2::Route",
    "AWS::ApiGatewayV2::Integration",
    "AWS::ApiGatewayV2::VpcLink",
    "AWS::AppSync::GraphQLApi",
    "AWS::AppSync::GraphQLSchema",
    "AWS::AppSync::DataSource",
    "AWS::AppSync::Resolver",
];

/// Every kind that an entry names, with the attribute asked of it.
fn named_by(entry: &Entry) -> Vec<(&'static str, Option<&'static str>)> {
    let mut named: Vec<_> = entry.homes.iter().map(|home| (home.kind, None)).collect();
    if let Some(ends) = entry.ends {
        let ends = ends.from.iter().chain(ends.to);
        named.extend(ends.map(|end| (end.kind, end.attribute)));
    }
    named.extend(entry.links.iter().map(|link| (link.kind, link.attribute)));
    let companions = entry.companions.iter();
    named.extend(companions.map(|it| (it.kind, it.attribute)));
    named.extend(entry.fields.iter().filter_map(|field| match field.format {
        Format::Reference(kind, attribute) | Format::References(kind, attribute) => {
            Some((kind, attribute))
        }
        _ => None,
    }));
    if let Shape::Row(owners) = entry.shape {
        named.extend(owners.iter().map(|owner| match owner {
            Owner::Named { kind, .. } | Owner::Naming { kind, .. } => (*kind, None),
        }));
    }
    named
}

/// The properties that placing or joining writes.
fn written_on_top(entry: &Entry) -> Vec<&'static str> {
    let homes = entry.homes.iter().map(|home| home.property);
    let ends = entry
        .ends
        .iter()
        .flat_map(|ends| ends.from.iter().chain(ends.to));
    let companions = entry.companions.iter().filter_map(Companion::property);
    let ends = ends.flat_map(|end| {
        let with = end.with.iter().map(|(property, _)| *property);
        with.chain([end.property])
    });
    let written = homes.chain(ends).chain(companions);
    // A list is written with its elements.
    let lists =
        written.flat_map(|path| [Some(path), path.strip_suffix(".*"), path.strip_suffix(".0")]);
    lists.flatten().collect()
}

#[test]
fn every_file_of_a_service_is_registered() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/catalogue");
    let services = fs::read_dir(&root).unwrap().map(|it| it.unwrap().path());
    let files = services
        .filter(|path| path.is_dir() && !path.ends_with("icons"))
        .flat_map(|service| fs::read_dir(service).unwrap().map(|it| it.unwrap().path()))
        .filter(|path| path.file_name().unwrap() != "mod.rs");
    let written: BTreeSet<String> = files
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            // The type stands in the entry, or in the view that the entry names.
            let kind = ["\n    kind: \"", " of \""]
                .iter()
                .find_map(|before| text.split(before).nth(1)?.split('"').next());
            kind.unwrap_or_else(|| panic!("no kind in {}", path.display()))
                .to_owned()
        })
        .collect();
    let registered: BTreeSet<String> = ENTRIES.iter().map(|it| it.kind.to_owned()).collect();
    assert_eq!(written, registered);
}

#[test]
fn kinds_words_labels_and_stems_are_unique() {
    let texts: [fn(&Entry) -> &'static str; 4] =
        [|it| it.kind, |it| it.word, |it| it.label, |it| it.stem];
    for text in texts {
        let unique: BTreeSet<_> = ENTRIES.iter().map(|it| text(it)).collect();
        assert_eq!(unique.len(), ENTRIES.len());
    }
    for entry in ENTRIES {
        assert!(entry.word.chars().all(|it| it.is_ascii_lowercase()));
        assert!(entry.stem.chars().all(|it| it.is_ascii_alphanumeric()));
    }
}

#[test]
fn every_icon_is_a_drawing_of_24_by_24_in_the_current_color() {
    for entry in ENTRIES {
        let icon = entry.icon.trim();
        assert!(
            icon.starts_with("<svg ") && icon.ends_with("</svg>"),
            "{}",
            entry.kind
        );
        assert!(icon.contains("viewBox=\"0 0 24 24\""), "{}", entry.kind);
        assert!(icon.contains("currentColor"), "{}", entry.kind);
        // Every element that opens is closed, at once or later.
        let mut open = Vec::new();
        for tag in icon.split('<').skip(1) {
            let (tag, text) = tag.split_once('>').unwrap();
            assert!(text.trim().is_empty(), "{}: text {text}", entry.kind);
            match tag.strip_prefix('/') {
                Some(name) => assert_eq!(open.pop(), Some(name), "{}", entry.kind),
                None if tag.ends_with('/') => {}
                None => open.push(tag.split(' ').next().unwrap()),
            }
        }
        assert!(open.is_empty(), "{}", entry.kind);
    }
}

#[test]
fn what_an_entry_names_has_an_entry_and_that_attribute() {
    for by in ENTRIES {
        for (kind, attribute) in named_by(by) {
            match (entry(kind), attribute) {
                (None, _) => assert!(PLAIN.contains(&kind), "{} names {kind}", by.kind),
                (Some(it), Some(attribute)) => {
                    assert!(it.attributes.contains(&attribute), "{kind}.{attribute}");
                }
                (Some(_), None) => {}
            }
        }
    }
}

#[test]
fn arrows_have_ends_and_containers_and_boxes_have_none() {
    for entry in ENTRIES {
        match entry.shape {
            Shape::Arrow => assert!(entry.ends.is_some(), "{}", entry.kind),
            Shape::Row(owners) => assert!(!owners.is_empty(), "{}", entry.kind),
            _ => assert!(entry.ends.is_none(), "{}", entry.kind),
        }
    }
}

#[test]
fn homes_never_lead_in_a_circle_and_what_is_inside_is_inside_a_container() {
    for start in ENTRIES {
        let mut reached = BTreeSet::new();
        let mut next = vec![*start];
        while let Some(at) = next.pop() {
            for home in at.homes {
                let of = entry(home.kind).unwrap();
                assert!(home.kind != start.kind, "{} is its own home", start.kind);
                let holds = of.shape == Shape::Container;
                assert!(holds || home.position == Position::Beside, "{}", at.kind);
                if reached.insert(home.kind) {
                    next.push(of);
                }
            }
        }
    }
}

#[test]
fn what_placing_and_joining_write_has_no_default() {
    for entry in ENTRIES {
        let new = Resource::with_properties(entry.kind, entry.starting_properties());
        let is_both = matches!(entry.shape, Shape::Row(_)) && entry.ends.is_some();
        for property in written_on_top(entry).into_iter().filter(|_| !is_both) {
            let path = PropertyPath::from(property.replace('*', "0").as_str());
            assert!(new.get(&path).is_none(), "{} {property}", entry.kind);
        }
    }
}

#[test]
fn what_is_required_is_a_default_or_is_written_or_is_asked_for() {
    // The edit picks the block of a subnet, the subnets of a group, what a policy
    // guards, and the VPCs of a connection.
    let picked = [
        "AWS::EC2::Subnet CidrBlock",
        "AWS::RDS::DBSubnetGroup SubnetIds",
        "AWS::S3::BucketPolicy Bucket",
        "AWS::S3::BucketPolicy PolicyDocument",
        "AWS::EC2::VPCPeeringConnection VpcId",
        "AWS::EC2::VPCPeeringConnection PeerVpcId",
    ];
    for entry in ENTRIES {
        let defaults = entry.starting_properties();
        let mut written = written_on_top(entry);
        if let Shape::Row(owners) = entry.shape {
            written.extend(owners.iter().filter_map(|owner| match owner {
                Owner::Named { property, .. } => Some(*property),
                Owner::Naming { .. } => None,
            }));
        }
        for field in entry.fields.iter().filter(|field| field.required) {
            let given = defaults.contains_key(field.property) || written.contains(&field.property);
            let name = format!("{} {}", entry.kind, field.property);
            assert!(given || picked.contains(&name.as_str()), "{name}");
        }
    }
}

#[test]
fn what_entries_write_as_json_reads() {
    for entry in ENTRIES {
        let companions = entry.companions.iter().map(|it| it.properties);
        for text in companions.chain([entry.defaults, entry.resource_attributes]) {
            let value = value_of_json(text);
            assert!(
                matches!(value, Some(Value::Map(_))),
                "{}: {text}",
                entry.kind
            );
        }
    }
}

#[test]
fn companions_name_only_those_that_come_before_them() {
    for entry in ENTRIES {
        let mut before = vec!["self"];
        for companion in entry.companions {
            for named in companion.properties.split('<').skip(1) {
                let named = named.split('>').next().unwrap();
                let named = named.strip_prefix("self:").map_or(named, |_| "self");
                assert!(before.contains(&named), "{}: <{named}>", entry.kind);
            }
            before.push(companion.placeholder());
        }
    }
}

#[test]
fn the_page_of_a_type_is_named_after_it() {
    assert_eq!(
        entry("AWS::EC2::NatGateway").unwrap().guide(),
        "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-natgateway.html"
    );
}

#[test]
fn texts_for_people_are_sentences() {
    for entry in ENTRIES {
        let helps = entry.fields.iter().map(|field| field.help);
        for text in helps.chain([entry.summary]) {
            assert!(text.ends_with('.'), "{}: {text}", entry.kind);
            assert!(text.chars().count() <= 140, "{}: {text}", entry.kind);
        }
    }
}
