//! Relations, asked of small templates.

use super::*;
use crate::template::{Setting, Template, read};

const NETWORK: &str = r#"{
  "Conditions": {"Two": {"Fn::Equals": [1, 1]}},
  "Resources": {
    "Vpc": {"Type": "AWS::EC2::VPC"},
    "A": {"Type": "AWS::EC2::Subnet", "Properties": {"VpcId": {"Ref": "Vpc"}}},
    "B": {"Type": "AWS::EC2::Subnet", "Properties": {"VpcId": {"Fn::GetAtt": ["Vpc", "VpcId"]}}},
    "Group": {"Type": "AWS::RDS::DBSubnetGroup", "Properties": {"SubnetIds":
      {"Fn::If": ["Two", [{"Ref": "A"}, {"Ref": "B"}, {"Ref": "AWS::NoValue"}], [{"Ref": "A"}]]}}},
    "Database": {"Type": "AWS::RDS::DBInstance", "Properties":
      {"DBSubnetGroupName": {"Ref": "Group"}}},
    "Server": {"Type": "AWS::EC2::Instance", "Properties": {
      "NetworkInterfaces": [{"DeviceIndex": "0", "SubnetId": {"Ref": "B"}}],
      "SecurityGroupIds": {"Fn::GetAtt": "Filter.GroupId"}}},
    "Filter": {"Type": "AWS::EC2::SecurityGroup", "Properties": {"VpcId": {"Ref": "Vpc"}}},
    "Nat": {"Type": "AWS::EC2::NatGateway", "Properties": {
      "SubnetId": {"Ref": "A"}, "AllocationId": {"Fn::GetAtt": ["Address", "AllocationId"]}}},
    "Address": {"Type": "AWS::EC2::EIP"},
    "Spare": {"Type": "AWS::EC2::EIP", "Properties": {"InstanceId": {"Ref": "Server"}}},
    "Table": {"Type": "AWS::EC2::RouteTable", "Properties": {"VpcId": {"Ref": "Vpc"}}},
    "Route": {"Type": "AWS::EC2::Route", "Properties": {
      "RouteTableId": {"Ref": "Table"}, "NatGatewayId": {"Ref": "Nat"}}},
    "Lost": {"Type": "AWS::EC2::Route", "Properties": {"GatewayId": {"Ref": "Nat"}}}
  }
}"#;

fn ask<T>(text: &str, question: impl FnOnce(&Evaluator<'_>, &Template) -> T) -> T {
    let template = read(text).unwrap().template;
    let setting = Setting::default();
    question(&Evaluator::new(&template, &setting), &template)
}

fn home(id: &str) -> Option<String> {
    ask(NETWORK, |evaluator, _| {
        home_of(evaluator, &id.into()).map(|(container, _)| container.to_string())
    })
}

fn places(id: &str, pattern: &str) -> Vec<String> {
    ask(NETWORK, |evaluator, template| {
        let resource = template.resource(&id.into()).unwrap();
        let places = expand(evaluator, resource, pattern);
        places.iter().map(ToString::to_string).collect()
    })
}

#[test]
fn a_pattern_matches_every_element_that_is_there() {
    assert_eq!(
        places("Group", "SubnetIds.*"),
        ["SubnetIds.0", "SubnetIds.1"]
    );
    let interfaces = places("Server", "NetworkInterfaces.*.SubnetId");
    assert_eq!(interfaces, ["NetworkInterfaces.0.SubnetId"]);
    assert_eq!(places("Server", "SubnetId"), [""; 0]);
}

#[test]
fn a_single_value_is_a_list_of_itself() {
    assert_eq!(places("Server", "SecurityGroupIds.*"), ["SecurityGroupIds"]);
}

#[test]
fn a_list_inside_a_list_is_flattened() {
    let text = NETWORK.replace(
        r#"{"Ref": "A"}, {"Ref": "B"}, {"Ref": "AWS::NoValue"}"#,
        r#"{"Fn::If": ["Two", [{"Ref": "B"}, {"Ref": "A"}], []]}"#,
    );
    let subnets = ask(&text, |evaluator, template| {
        let group = template.resource(&"Group".into()).unwrap();
        named(evaluator, group, "SubnetIds.*", "AWS::EC2::Subnet")
    });
    let subnets: Vec<_> = subnets
        .iter()
        .map(|(place, id)| format!("{place} {id}"))
        .collect();
    assert_eq!(subnets, ["SubnetIds.0.0 B", "SubnetIds.0.1 A"]);
}

#[test]
fn a_home_is_what_the_first_property_found_names() {
    assert_eq!(home("A").as_deref(), Some("Vpc"));
    assert_eq!(home("B").as_deref(), Some("Vpc"));
    assert_eq!(home("Server").as_deref(), Some("B"));
    assert_eq!(home("Vpc"), None);
    assert_eq!(home("Nobody"), None);
}

#[test]
fn what_stands_beside_its_subnets_is_in_their_vpc() {
    assert_eq!(home("Group").as_deref(), Some("Vpc"));
    assert_eq!(home("Database").as_deref(), Some("Vpc"));
}

#[test]
fn what_is_of_another_kind_is_no_home() {
    let text = NETWORK.replace(
        r#""SubnetId": {"Ref": "B"}"#,
        r#""SubnetId": {"Ref": "Vpc"}"#,
    );
    let found = ask(&text, |evaluator, _| home_of(evaluator, &"Server".into()));
    assert_eq!(found, None);
}

#[test]
fn a_row_belongs_to_what_it_names_or_what_names_it() {
    let owner = |id: &str| {
        ask(NETWORK, |evaluator, _| {
            owner_of(evaluator, &id.into()).map(|it| it.to_string())
        })
    };
    assert_eq!(owner("Address").as_deref(), Some("Nat"));
    assert_eq!(owner("Spare").as_deref(), Some("Server"));
    assert_eq!(owner("Route").as_deref(), Some("Table"));
    assert_eq!(owner("Lost"), None);
    assert_eq!(owner("Server"), None);
}

#[test]
fn an_end_of_another_kind_is_no_end() {
    let ends = |id: &str| ask(NETWORK, |evaluator, _| ends_of(evaluator, &id.into()));
    let (table, nat) = (LogicalId::new("Table"), LogicalId::new("Nat"));
    assert_eq!(ends("Route"), (Some(table), Some(nat)));
    // A NAT gateway is no target for `GatewayId`.
    assert_eq!(ends("Lost"), (None, None));
}

#[test]
fn links_say_which_place_names_whom() {
    let links = ask(NETWORK, |evaluator, _| {
        links_of(evaluator, &"Server".into())
    });
    let links: Vec<_> = links
        .iter()
        .map(|(place, id, link)| format!("{place} {} {id}", link.verb))
        .collect();
    assert_eq!(links, ["SecurityGroupIds is filtered by Filter"]);
}
