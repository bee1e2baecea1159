//! Lines between networks and to names, drawn on small designs.

use super::*;
use crate::template::{LogicalId, pretty};

/// The design with a line of a kind drawn, and the name of what was made.
fn drawn(text: &str, from: &str, to: &str, kind: &'static str) -> (Document, LogicalId) {
    let document = design(text);
    let all = connections(&document, &from.into(), &to.into()).unwrap();
    let line = all
        .iter()
        .find(|it| it.written == Written::Resource(kind))
        .unwrap();
    let change = connect(&document, line, None).unwrap();
    let made = change.touched().resources;
    let is_new = |id: &&LogicalId| document.template.resource(id).is_none();
    let id = made.iter().find(is_new).unwrap().clone();
    let mut session = Session::new(document);
    session.commit(change).unwrap();
    (session.document().clone(), id)
}

fn said(document: &Document, id: &LogicalId, property: &str) -> String {
    let resource = document.template.resource(id).unwrap();
    let value = resource.get(&property.into());
    value.map_or_else(String::new, |it| one_line(&pretty(it)))
}

/// What a resource waits for.
fn awaited(document: &Document, id: &LogicalId) -> String {
    let resource = document.template.resource(id).unwrap();
    let value = resource.attribute("DependsOn");
    value.map_or_else(String::new, |it| one_line(&pretty(it)))
}

const ROUTE: &str = "AWS::EC2::Route";

const TWO: &str = "vpc main CidrBlock=10.0.0.0/16
  routetable table
  eigw out
vpc other CidrBlock=10.1.0.0/16
peering joins VpcId=@other PeerVpcId=@main
tgw hub
tgwvpcattachment elsewhere VpcId=@other TransitGatewayId=@hub
tgwvpcattachment here VpcId=@main TransitGatewayId=@hub
vpngateway site
attachment attached VpcId=@main VpnGatewayId=@site
";

#[test]
fn a_route_by_an_egress_only_gateway_is_for_ipv6() {
    let (document, id) = drawn(TWO, "table", "out", ROUTE);
    let of = |name| said(&document, &id, name);
    assert_eq!(of("DestinationIpv6CidrBlock"), "\"::/0\"");
    assert_eq!(of("DestinationCidrBlock"), "");
}

#[test]
fn a_route_by_a_peering_connection_is_for_the_other_vpc() {
    let (document, id) = drawn(TWO, "table", "joins", ROUTE);
    let block = said(&document, &id, "DestinationCidrBlock");
    assert_eq!(block, r#"{ "Fn::GetAtt": ["other", "CidrBlock"] }"#);
}

#[test]
fn a_route_waits_until_its_vpc_is_attached() {
    let (document, id) = drawn(TWO, "table", "hub", ROUTE);
    assert_eq!(awaited(&document, &id), "\"here\"");
    let (document, id) = drawn(TWO, "table", "site", ROUTE);
    assert_eq!(awaited(&document, &id), "\"attached\"");
    let kind = "AWS::EC2::VPNGatewayRoutePropagation";
    let (document, id) = drawn(TWO, "site", "table", kind);
    assert_eq!(awaited(&document, &id), "\"attached\"");
    let tables = said(&document, &id, "RouteTableIds");
    assert_eq!(tables, r#"[{ "Ref": "table" }]"#);
}

#[test]
fn a_second_route_for_ipv6_is_refused_and_one_for_ipv4_is_not() {
    let text = format!("{TWO}route six RouteTableId=@table DestinationIpv6CidrBlock=::/0\n");
    drawn(&text, "table", "hub", ROUTE);
    let document = design(&text);
    let all = connections(&document, &"table".into(), &"out".into()).unwrap();
    let refusal = connect(&document, all.first().unwrap(), None).unwrap_err();
    assert_eq!(
        refusal.to_string(),
        "table has a route for ::/0 already, six: change its destination or remove it first."
    );
}

#[test]
fn an_alias_names_the_zone_of_its_target_and_keeps_no_time() {
    let kind = "AWS::Route53::RecordSet";
    let text = "hostedzone zone Name=shop.example\nlb front\naccelerator fast Name=fast";
    let (document, id) = drawn(text, "zone", "front", kind);
    let of = |name| said(&document, &id, name);
    assert_eq!(
        of("AliasTarget"),
        r#"{ "DNSName": { "Fn::GetAtt": ["front", "DNSName"] }, "HostedZoneId": { "Fn::GetAtt": ["front", "CanonicalHostedZoneID"] } }"#
    );
    assert_eq!(of("TTL"), "");
    assert_eq!(of("Name"), "\"www.shop.example\"");
    let (document, id) = drawn(text, "zone", "fast", kind);
    let zone = said(&document, &id, "AliasTarget.HostedZoneId");
    assert_eq!(zone, "\"Z2BJ6XQ5FK7U4H\"");
}

#[test]
fn a_rule_comes_behind_the_others_of_its_listener() {
    let text = "lb front\ntargetgroup group Protocol=HTTP Port=80
listener web LoadBalancerArn=@front Port=80 DefaultActions=[{Type=forward, TargetGroupArn=@group}]
listenerrule first ListenerArn=@web Priority=30
listenerrule alien ListenerArn=other Priority=70
";
    let kind = "AWS::ElasticLoadBalancingV2::ListenerRule";
    let (document, id) = drawn(text, "web", "group", kind);
    assert_eq!(said(&document, &id, "Priority"), "40");
}

#[test]
fn a_private_zone_answers_in_a_vpc_of_the_region() {
    let document = design("hostedzone zone Name=inside.example\nvpc main");
    let all = connections(&document, &"zone".into(), &"main".into()).unwrap();
    let change = connect(&document, all.first().unwrap(), None).unwrap();
    let mut session = Session::new(document);
    session.commit(change).unwrap();
    assert_eq!(
        said(session.document(), &"zone".into(), "VPCs"),
        r#"[{ "VPCId": { "Ref": "main" }, "VPCRegion": { "Ref": "AWS::Region" } }]"#
    );
}

#[test]
fn a_vpn_ends_at_one_gateway() {
    let document = design(
        "tgw hub\nvpngateway site\ncustomergateway office\nvpnconnection line CustomerGatewayId=@office VpnGatewayId=@site",
    );
    let all = connections(&document, &"line".into(), &"hub".into()).unwrap();
    let change = connect(&document, all.first().unwrap(), None).unwrap();
    let mut session = Session::new(document);
    session.commit(change).unwrap();
    let of = |name| said(session.document(), &"line".into(), name);
    assert_eq!(of("TransitGatewayId"), r#"{ "Ref": "hub" }"#);
    assert_eq!(of("VpnGatewayId"), "");
}

#[test]
fn a_distribution_is_let_into_the_bucket_that_it_reads() {
    let document = design("distribution pages\nbucket files");
    let all = connections(&document, &"pages".into(), &"files".into()).unwrap();
    let change = connect(&document, all.first().unwrap(), None).unwrap();
    let mut session = Session::new(document);
    session.commit(change).unwrap();
    let document = session.document();
    assert_eq!(
        said(document, &"pages".into(), "DistributionConfig.Origins.0"),
        r#"{ "DomainName": { "Fn::GetAtt": ["files", "RegionalDomainName"] }, "Id": "Origin1", "S3OriginConfig": { "OriginAccessIdentity": "" }, "OriginAccessControlId": { "Fn::GetAtt": ["pagesOriginAccessControl", "Id"] } }"#
    );
    let policy = document.template.of_kind("AWS::S3::BucketPolicy").next();
    let (policy, _) = policy.unwrap();
    let who = "PolicyDocument.Statement.0.Condition.StringEquals.AWS:SourceArn";
    assert_eq!(
        said(document, policy, who),
        r#"{ "Fn::Sub": "arn:${AWS::Partition}:cloudfront::${AWS::AccountId}:distribution/${pages}" }"#
    );
}
