//! Lines between resources of small designs.

use super::*;
use crate::document::Session;
use crate::fixture::design;

#[path = "network_tests.rs"]
mod network;

const NETWORK: &str = "igw gate
vpc main CidrBlock=10.0.0.0/16
  attachment joined InternetGatewayId=@gate
  subnet a
    tableassociation one RouteTableId=@first
    instance web
  routetable first
  routetable second
  acl wall
  sg open
  sg shut
  targetgroup group
lb front Subnets=[@a]
vpc other
";

fn offered(from: &str, to: &str) -> Result<Vec<Connection>, String> {
    connections(&design(NETWORK), &from.into(), &to.into()).map_err(|it| it.to_string())
}

/// The design after the first offered line is drawn, as text.
fn drawn(text: &str, from: &str, to: &str, port: Option<u16>) -> Result<String, String> {
    let document = design(text);
    let offered = connections(&document, &from.into(), &to.into()).unwrap();
    let change = connect(&document, &offered[0], port).map_err(|it| it.to_string())?;
    let mut session = Session::new(document);
    let touched = session.commit(change).unwrap();
    let id = touched.resources.iter().next().unwrap();
    let resource = session.document().template.resource(id).unwrap();
    let body = one_line(&crate::template::pretty(resource.body()));
    Ok(format!("{id} {body}"))
}

fn one_line(text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().collect();
    words.join(" ").replace("[ ", "[").replace(" ]", "]")
}

#[test]
fn a_line_is_offered_in_the_direction_that_makes_sense() {
    let found = offered("a", "first").unwrap();
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].verb, "uses");
    let found = offered("first", "a").unwrap();
    assert_eq!(
        (found[0].from.as_str(), found[0].to.as_str()),
        ("a", "first")
    );
    let found = offered("open", "shut").unwrap();
    assert_eq!(found.len(), 4, "{found:?}");
    assert!(found.iter().all(|it| it.needs_port));
}

#[test]
fn what_makes_no_sense_is_refused_with_what_does() {
    let refusal = offered("a", "other").unwrap_err();
    // What else there is to connect to depends on the catalogue.
    assert!(
        refusal.starts_with("A subnet connects to a route table, a network ACL, "),
        "{refusal}"
    );
    assert!(
        refusal.ends_with(", among others, but not to a VPC."),
        "{refusal}"
    );
    let one = connections(
        &design("vpc main\nAWS::EC2::VPC more\nAWS::S3::BucketPolicy policy"),
        &"policy".into(),
        &"main".into(),
    );
    assert_eq!(
        one.unwrap_err().to_string(),
        "An S3 bucket policy connects to an S3 bucket, not to a VPC."
    );
    assert_eq!(
        offered("a", "a").unwrap_err(),
        "A line joins two resources: end it on another one."
    );
    assert_eq!(
        offered("a", "gone").unwrap_err(),
        "gone is not there any more: choose another resource."
    );
}

#[test]
fn a_link_is_appended_once() {
    let after = drawn(NETWORK, "web", "open", None).unwrap();
    assert_eq!(
        after,
        r#"web { "Type": "AWS::EC2::Instance", "Properties": { "SubnetId": { "Ref": "a" }, "SecurityGroupIds": [{ "Fn::GetAtt": ["open", "GroupId"] }] } }"#
    );
    let twice = NETWORK.replace("instance web", "instance web SecurityGroupIds=[@open]");
    assert_eq!(
        drawn(&twice, "web", "open", None).unwrap_err(),
        "web is filtered by open already."
    );
    let after = drawn(&twice, "web", "shut", None).unwrap();
    assert!(after.contains(r#"[{ "Ref": "open" }, { "Fn::GetAtt": ["shut", "GroupId"] }]"#));
    let single = NETWORK.replace("instance web", "instance web SecurityGroupIds=@open");
    let after = drawn(&single, "web", "shut", None).unwrap();
    assert!(after.contains(r#"[{ "Ref": "open" }, { "Fn::GetAtt": ["shut", "GroupId"] }]"#));
}

#[test]
fn a_list_that_a_function_makes_is_refused() {
    for value in [r#"{"Fn::Split": [",", "x"]}"#, r#"{"Ref": "Groups"}"#] {
        let text = r#"{"Parameters": {"Groups": {"Type": "List<AWS::EC2::SecurityGroup::Id>"}},
            "Resources": {"a": {"Type": "AWS::EC2::SecurityGroup"}, "web": {"Type": "AWS::EC2::Instance",
            "Properties": {"SecurityGroupIds": VALUE}}}}"#;
        let text = text.replace("VALUE", value);
        let document = crate::document::open(&text).unwrap().document;
        let offered = connections(&document, &"web".into(), &"a".into()).unwrap();
        assert_eq!(
            connect(&document, &offered[0], None)
                .unwrap_err()
                .to_string(),
            "SecurityGroupIds of web is not written as a list: edit it as JSON to add a."
        );
    }
}

#[test]
fn a_target_is_added_to_its_group() {
    let after = drawn(NETWORK, "group", "web", None).unwrap();
    assert!(
        after.contains(r#""Targets": [{ "Id": { "Ref": "web" } }]"#),
        "{after}"
    );
}

#[test]
fn what_is_written_along_may_be_an_attribute_of_the_end() {
    let said = drawn(
        "autoscalinggroup web\nlaunchtemplate how",
        "web",
        "how",
        None,
    )
    .unwrap();
    assert!(
        said.contains("\"LaunchTemplateId\": { \"Ref\": \"how\" }"),
        "{said}"
    );
    let version = "\"Version\": { \"Fn::GetAtt\": [\"how\", \"LatestVersionNumber\"] }";
    assert!(said.contains(version), "{said}");
}

#[test]
fn a_number_in_a_property_is_a_place_of_its_list() {
    let said = drawn("pipeline line\nbuildproject build", "line", "build", None).unwrap();
    let action = "\"Actions\": [{ \"Configuration\": { \"ProjectName\": { \"Ref\": \"build\" } }, \"Name\": \"Build\",";
    assert!(said.contains(action), "{said}");
    assert!(said.contains("\"Name\": \"Build1\""), "{said}");
    // The line is drawn from there, and so is not offered to be drawn again.
    let text = "pipeline line Stages=[{Actions=[{Configuration={ProjectName=@build}}]}]\nbuildproject build";
    assert!(drawn(text, "line", "build", None).is_err());
}

#[test]
fn a_subnet_is_turned_to_its_new_table() {
    let after = drawn(NETWORK, "a", "second", None).unwrap();
    assert!(after.starts_with("one ") && after.contains(r#""RouteTableId": { "Ref": "second" }"#));
    assert_eq!(
        drawn(NETWORK, "a", "first", None).unwrap_err(),
        "a uses first already."
    );
    let after = drawn(NETWORK, "a", "wall", None).unwrap();
    assert!(after.starts_with("aAclAssociation "), "{after}");
}

#[test]
fn a_default_route_waits_for_the_attachment() {
    let after = drawn(NETWORK, "first", "gate", None).unwrap();
    assert_eq!(
        after,
        r#"Route { "Type": "AWS::EC2::Route", "Properties": { "DestinationCidrBlock": "0.0.0.0/0", "RouteTableId": { "Ref": "first" }, "GatewayId": { "Ref": "gate" } }, "DependsOn": "joined" }"#
    );
    let routed = NETWORK.replace(
        "  routetable first\n",
        "  routetable first\n    route out DestinationCidrBlock=0.0.0.0/0 GatewayId=@gate\n",
    );
    assert_eq!(
        drawn(&routed, "first", "gate", None).unwrap_err(),
        "first has a route for 0.0.0.0/0 already, out: change its destination or remove it first."
    );
}

#[test]
fn a_gateway_is_attached_once() {
    assert_eq!(
        drawn(NETWORK, "gate", "other", None).unwrap_err(),
        "gate is attached already, by joined: remove that first."
    );
    let second = format!("{NETWORK}igw spare\n");
    assert_eq!(
        drawn(&second, "spare", "main", None).unwrap_err(),
        "main has such a gateway already, by joined: remove that first."
    );
    let after = drawn(&second, "spare", "other", None).unwrap();
    assert!(after.contains(r#""InternetGatewayId": { "Ref": "spare" }"#));
}

#[test]
fn a_listener_forwards_port_80_unless_told_otherwise() {
    let after = drawn(NETWORK, "front", "group", None).unwrap();
    let forward =
        r#""DefaultActions": [{ "Type": "forward", "TargetGroupArn": { "Ref": "group" } }]"#;
    assert!(
        after.contains(forward) && after.contains(r#""Port": 80"#),
        "{after}"
    );
    let heard = format!("{NETWORK}listener first80 LoadBalancerArn=@front Port=80\n");
    assert_eq!(
        drawn(&heard, "front", "group", None).unwrap_err(),
        "front listens at port 80 already: give another port."
    );
    assert!(drawn(&heard, "front", "group", Some(81)).is_ok());
    let network = NETWORK.replace("lb front", "lb front Type=network");
    assert!(
        drawn(&network, "front", "group", None)
            .unwrap()
            .contains(r#""Protocol": "TCP""#)
    );
}

#[test]
fn a_rule_needs_its_port() {
    assert_eq!(
        drawn(NETWORK, "open", "shut", None).unwrap_err(),
        "A rule lets open connect to shut at a port: say which, such as 443."
    );
    let after = drawn(NETWORK, "open", "shut", Some(5432)).unwrap();
    assert!(
        after.contains(r#""FromPort": 5432, "ToPort": 5432"#),
        "{after}"
    );
    assert!(after.contains(r#""SourceSecurityGroupId": { "Fn::GetAtt": ["open", "GroupId"] }"#));
    let ruled = format!(
        "{NETWORK}ingress rule GroupId=@shut SourceSecurityGroupId=@open FromPort=5432 ToPort=5432\n"
    );
    assert_eq!(
        drawn(&ruled, "open", "shut", Some(5432)).unwrap_err(),
        "rule lets open connect to shut at port 5432 already."
    );
    assert!(drawn(&ruled, "open", "shut", Some(443)).is_ok());
}

#[test]
fn a_pull_draws_the_only_line_in_its_direction() {
    let document = design("vpc main\n  routetable table\n  sg one\n  sg two\nigw gate");
    let plain = |from: &str, to: &str| {
        let offered = connections(&document, &from.into(), &to.into()).unwrap();
        let one = plain_one(&offered, &from.into());
        one.map(|it| (it.from.to_string(), it.verb))
    };
    assert_eq!(plain("table", "gate"), Some(("table".into(), "routes to")));
    assert_eq!(plain("gate", "table"), Some(("gate".into(), "uses")));
    // A rule needs its port, even as the only line; of two lines none is plain.
    let offered = |from: &str, to: &str| connections(&document, &from.into(), &to.into()).unwrap();
    let rule = offered("one", "two").swap_remove(0);
    assert!(rule.needs_port);
    assert_eq!(plain_one(std::slice::from_ref(&rule), &rule.from), None);
    let way = offered("table", "gate").swap_remove(0);
    assert_eq!(plain_one(&[way.clone(), way.clone()], &way.from), None);
}
