//! Resources dropped on small designs.

use super::*;
use crate::document::Session;
use crate::fixture::design;
use crate::geometry::Rect;
use crate::template::{FunctionName, Value};

#[path = "companion_tests.rs"]
mod companions;

#[path = "network_tests.rs"]
mod network;

fn on(container: &str) -> Place {
    Place {
        container: (!container.is_empty()).then(|| container.into()),
        ..Place::default()
    }
}

/// The design after a drop, and the name of what was dropped.
fn dropped(text: &str, kind: &str, site: &Place) -> (Document, LogicalId) {
    let document = design(text);
    let (change, id) = place(&document, kind, site).unwrap();
    let mut session = Session::new(document);
    session.commit(change).unwrap();
    (session.document().clone(), id)
}

fn refused(text: &str, kind: &str, container: &str) -> String {
    let document = design(text);
    let site = on(container);
    let cheap = can_place(&document, kind, &site).unwrap_err();
    assert_eq!(place(&document, kind, &site).unwrap_err(), cheap);
    cheap.to_string()
}

fn text(document: &Document, id: &str, property: &str) -> String {
    let resource = document.template.resource(&id.into()).unwrap();
    let value = resource.get(&property.into());
    value.map_or_else(String::new, |it| {
        let text = crate::template::pretty(it);
        one_line(&text)
    })
}

const SUBNET: &str = "AWS::EC2::Subnet";

/// Two public subnets in two zones, and one private in each.
const TIERS: &str = "igw gate
vpc main CidrBlock=10.0.0.0/16
  attachment joined InternetGatewayId=@gate
  subnet publicA CidrBlock=10.0.0.0/24 AvailabilityZone=us-east-1a
    tableassociation one RouteTableId=@open
  subnet publicB CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1b
    tableassociation two RouteTableId=@open
  subnet dataA CidrBlock=10.0.2.0/24 AvailabilityZone=us-east-1a
  subnet dataB CidrBlock=10.0.3.0/24 AvailabilityZone=us-east-1b
  routetable open
    route out DestinationCidrBlock=0.0.0.0/0 GatewayId=@gate
";

fn one_line(text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().collect();
    words.join(" ").replace("[ ", "[").replace(" ]", "]")
}

#[test]
fn a_kind_goes_to_the_container_that_fits() {
    let (document, id) = dropped(TIERS, "AWS::EC2::Instance", &on("dataA"));
    assert_eq!(id.as_str(), "Instance");
    assert_eq!(
        text(&document, "Instance", "SubnetId"),
        r#"{ "Ref": "dataA" }"#
    );
    // A security group is the VPC's, wherever in it one lets go.
    let (document, id) = dropped(TIERS, "AWS::EC2::SecurityGroup", &on("dataA"));
    assert_eq!(
        text(&document, id.as_str(), "VpcId"),
        r#"{ "Ref": "main" }"#
    );
    assert_eq!(text(&document, id.as_str(), "SecurityGroupIngress"), "");
}

#[test]
fn a_kind_without_its_container_is_refused_with_the_right_one() {
    assert_eq!(
        refused(TIERS, "AWS::EC2::Instance", "main"),
        "An EC2 instance lives in a subnet: drop it on one."
    );
    assert_eq!(
        refused(TIERS, SUBNET, ""),
        "A subnet lives in a VPC: drop it on one."
    );
    assert_eq!(
        refused(TIERS, "AWS::EC2::VPC", "main"),
        "A VPC stands by itself: drop it beside main, not on it."
    );
    assert_eq!(
        refused(TIERS, "AWS::EC2::NetworkAclEntry", "main"),
        "A network ACL entry belongs to a network ACL: drop it on one."
    );
}

#[test]
fn a_line_is_placed_between_the_ends_that_are_there() {
    let association = "AWS::EC2::SubnetRouteTableAssociation";
    let none = "vpc main CidrBlock=10.0.0.0/16";
    assert_eq!(
        refused(none, association, "main"),
        "A route table association joins a subnet and a route table: draw both first, or drag from the edge of one to the other."
    );
    let both = "vpc main CidrBlock=10.0.0.0/16\n  subnet a\n  subnet b\n  routetable t";
    let (document, id) = dropped(both, association, &on("b"));
    assert_eq!(
        text(&document, id.as_str(), "SubnetId"),
        r#"{ "Ref": "b" }"#
    );
    assert_eq!(
        text(&document, id.as_str(), "RouteTableId"),
        r#"{ "Ref": "t" }"#
    );
}

#[test]
fn a_subnet_takes_the_next_block_and_the_least_used_zone() {
    let (document, id) = dropped(TIERS, SUBNET, &on("main"));
    assert_eq!(text(&document, id.as_str(), "CidrBlock"), "\"10.0.4.0/24\"");
    // Its siblings write their zones out, and so does it.
    assert_eq!(
        text(&document, id.as_str(), "AvailabilityZone"),
        "\"us-east-1c\""
    );
    let (document, id) = dropped("vpc main CidrBlock=10.0.0.0/26", SUBNET, &on("main"));
    assert_eq!(text(&document, id.as_str(), "CidrBlock"), "\"10.0.0.0/28\"");
    let select = r#"{ "Fn::Select": [0, { "Fn::GetAZs": "" }] }"#;
    assert_eq!(text(&document, id.as_str(), "AvailabilityZone"), select);
}

#[test]
fn a_lane_gives_its_zone_as_its_subnets_write_it() {
    let region = Value::function(FunctionName::GetAZs, "us-east-1".into());
    let zone = Value::function(FunctionName::Select, vec![1.into(), region].into());
    let literal = design(TIERS);
    let mut draft = Draft::new(&literal);
    for id in ["publicB", "dataB"] {
        draft.set(&id.into(), &"AvailabilityZone".into(), zone.clone());
    }
    let change = draft.into_change(Message::new("x"));
    let mut session = Session::new(literal);
    session.commit(change).unwrap();
    let document = session.document().clone();
    let site = Place {
        zone: Some("us-east-1b".to_owned()),
        ..on("main")
    };
    let (change, id) = place(&document, SUBNET, &site).unwrap();
    let mut session = Session::new(document);
    session.commit(change).unwrap();
    let subnet = session.document().template.resource(&id).unwrap();
    assert_eq!(subnet.property("AvailabilityZone"), Some(&zone));
}

#[test]
fn a_full_vpc_takes_no_subnet() {
    let full = "vpc main CidrBlock=10.0.0.0/28\n  subnet a CidrBlock=10.0.0.0/28";
    assert_eq!(
        refused(full, SUBNET, "main"),
        "main has no room for another subnet: give it a further CIDR block, or make one of its subnets smaller."
    );
    let more = format!("{full}\n  vpccidrblock more CidrBlock=10.9.0.0/24");
    let (document, id) = dropped(&more, SUBNET, &on("main"));
    assert_eq!(text(&document, id.as_str(), "CidrBlock"), "\"10.9.0.0/27\"");
}

#[test]
fn vpcs_do_not_overlap() {
    let two = "vpc a CidrBlock=10.0.0.0/16\nvpc b CidrBlock=10.1.128.0/17";
    let (document, id) = dropped(two, "AWS::EC2::VPC", &on(""));
    assert_eq!(text(&document, id.as_str(), "CidrBlock"), "\"10.2.0.0/16\"");
    let (document, id) = dropped(two, "AWS::EC2::VPCCidrBlock", &on("a"));
    assert_eq!(text(&document, id.as_str(), "CidrBlock"), "\"10.2.0.0/16\"");
    assert_eq!(text(&document, id.as_str(), "VpcId"), r#"{ "Ref": "a" }"#);
}

#[test]
fn an_internet_gateway_is_attached_to_what_it_is_dropped_on() {
    let kind = "AWS::EC2::InternetGateway";
    let (document, _) = dropped("vpc main", kind, &on("main"));
    assert_eq!(
        text(&document, "GatewayAttachment", "InternetGatewayId"),
        r#"{ "Ref": "InternetGateway" }"#
    );
    assert_eq!(
        refused(TIERS, kind, "publicA"),
        "main has an Internet gateway already, by joined: a VPC takes one."
    );
    let (document, _) = dropped(TIERS, kind, &on(""));
    assert_eq!(document.template.resources.len(), 12);
}

#[test]
fn a_nat_gateway_brings_its_address_and_waits_for_the_gateway() {
    let (document, _) = dropped(TIERS, "AWS::EC2::NatGateway", &on("publicA"));
    assert_eq!(
        text(&document, "NatGateway", "AllocationId"),
        r#"{ "Fn::GetAtt": ["NatGatewayAddress", "AllocationId"] }"#
    );
    for id in ["NatGateway", "NatGatewayAddress"] {
        let resource = document.template.resource(&id.into()).unwrap();
        assert_eq!(resource.attribute("DependsOn"), Some(&"joined".into()));
    }
}

#[test]
fn a_load_balancer_takes_a_public_subnet_of_each_zone() {
    let kind = "AWS::ElasticLoadBalancingV2::LoadBalancer";
    let (document, id) = dropped(TIERS, kind, &on("main"));
    let subnets = r#"[{ "Ref": "publicA" }, { "Ref": "publicB" }]"#;
    assert_eq!(text(&document, id.as_str(), "Subnets"), subnets);
    assert_ne!(text(&document, id.as_str(), "Scheme"), "\"internal\"");
    let (document, id) = dropped(TIERS, kind, &on("dataB"));
    let subnets = r#"[{ "Ref": "dataB" }, { "Ref": "dataA" }]"#;
    assert_eq!(text(&document, id.as_str(), "Subnets"), subnets);
    assert_eq!(text(&document, id.as_str(), "Scheme"), "\"internal\"");
    assert_eq!(
        refused("vpc main", kind, "main"),
        "A load balancer stands in subnets: draw a subnet in main first, best one in each of two zones."
    );
}

#[test]
fn a_variant_is_placed_with_its_own_properties() {
    let kind = "AWS::ElasticLoadBalancingV2::LoadBalancer";
    let variants = entry(kind).unwrap().variants;
    let of = |value| variants.iter().find(|it| it.value == value);
    let placed = |value| {
        let site = Place {
            variant: of(value),
            ..on("main")
        };
        let (document, id) = dropped(TIERS, kind, &site);
        ["Type", "Scheme", "Subnets.0"].map(|it| text(&document, id.as_str(), it))
    };
    let first = r#"{ "Ref": "publicA" }"#;
    assert_eq!(
        placed("network"),
        ["\"network\"", "\"internet-facing\"", first]
    );
    // One that leads packets through appliances has no scheme.
    let first = r#"{ "Ref": "dataA" }"#;
    assert_eq!(placed("gateway"), ["\"gateway\"", "", first]);
}

#[test]
fn a_database_brings_a_group_of_secluded_subnets() {
    let kind = "AWS::RDS::DBInstance";
    let (document, _) = dropped(TIERS, kind, &on("main"));
    let subnets = r#"[{ "Ref": "dataA" }, { "Ref": "dataB" }]"#;
    assert_eq!(text(&document, "DbSubnetGroup", "SubnetIds"), subnets);
    assert_eq!(
        text(&document, "Database", "DBSubnetGroupName"),
        r#"{ "Ref": "DbSubnetGroup" }"#
    );
    let grouped = format!("{TIERS}  subnet x\ndbsubnetgroup mine SubnetIds=[@dataA, @publicB]\n");
    let (document, _) = dropped(&grouped, kind, &on("main"));
    assert_eq!(
        text(&document, "Database", "DBSubnetGroupName"),
        r#"{ "Ref": "mine" }"#
    );
    let one = "vpc main CidrBlock=10.0.0.0/16\n  subnet a AvailabilityZone=us-east-1a";
    assert_eq!(
        refused(one, kind, "main"),
        "A database needs subnets in two zones, for its DB subnet group: draw a second one in another zone of main first."
    );
    assert_eq!(
        refused(one, "AWS::RDS::DBSubnetGroup", "main"),
        "A DB subnet group needs subnets in two zones: draw a second one in another zone of main first."
    );
}

#[test]
fn a_frame_is_relative_to_the_container_that_it_ends_up_in() {
    let mut document = design(TIERS);
    let mut draft = Draft::new(&document);
    draft.set_frame(&"dataA".into(), Rect::new(50.0, 60.0, 320.0, 200.0));
    let mut session = Session::new(document.clone());
    session
        .commit(draft.into_change(Message::new("x")))
        .unwrap();
    document = session.document().clone();
    let site = Place {
        at: Some(Point::new(24.0, 48.0)),
        ..on("dataA")
    };
    let frame = |kind| {
        let (change, id) = place(&document, kind, &site).unwrap();
        let mut session = Session::new(document.clone());
        session.commit(change).unwrap();
        session.document().layout.frames.get(&id).copied()
    };
    let instance = frame("AWS::EC2::Instance").unwrap();
    assert_eq!(instance, Rect::new(24.0, 48.0, 160.0, 56.0));
    // A group stands in the VPC, and not over the subnet that it was dropped on.
    let group = frame("AWS::EC2::SecurityGroup").unwrap();
    assert!(
        !group.intersects(Rect::new(50.0, 60.0, 320.0, 200.0)),
        "{group:?}"
    );
}

#[test]
fn what_is_dropped_covers_nothing() {
    let mut session = Session::new(design("vpc main CidrBlock=10.0.0.0/16"));
    for kind in [
        "AWS::EC2::Subnet",
        "AWS::EC2::Subnet",
        "AWS::EC2::SecurityGroup",
    ] {
        let site = Place {
            at: Some(Point::new(40.0, 90.0)),
            ..on("main")
        };
        let (change, _) = place(session.document(), kind, &site).unwrap();
        session.commit(change).unwrap();
    }
    let frames: Vec<_> = ["Subnet", "Subnet2", "SecurityGroup"]
        .iter()
        .map(|id| session.document().layout.frames[*id])
        .collect();
    for (index, frame) in frames.iter().enumerate() {
        let others = frames.iter().skip(index + 1);
        assert!(
            others.into_iter().all(|other| !other.intersects(*frame)),
            "{frames:?}"
        );
    }
}

#[test]
fn an_entry_of_a_network_acl_comes_behind_the_others() {
    let wall = "vpc main\n  acl wall\n    aclentry first RuleNumber=120 Egress=false\n    aclentry out RuleNumber=900 Egress=true";
    let (document, id) = dropped(wall, "AWS::EC2::NetworkAclEntry", &on("wall"));
    assert_eq!(text(&document, id.as_str(), "RuleNumber"), "130");
    let (document, id) = dropped("acl wall", "AWS::EC2::NetworkAclEntry", &on("wall"));
    assert_eq!(text(&document, id.as_str(), "RuleNumber"), "100");
}

#[test]
fn an_unknown_kind_is_a_plain_resource() {
    let (document, id) = dropped("vpc main", "AWS::Cassandra::Keyspace", &on(""));
    assert_eq!(id.as_str(), "Keyspace");
    assert_eq!(document.template.resources.len(), 2);
}
