//! Gateways, endpoints and what else joins networks, dropped on small designs.

use super::*;

const ENDPOINT: &str = "AWS::EC2::VPCEndpoint";

/// A variant of a kind, dropped on the VPC `main`.
fn of_type(value: &str) -> Place {
    let variants = entry(ENDPOINT).unwrap().variants;
    Place {
        variant: variants.iter().find(|it| it.value == value),
        ..on("main")
    }
}

#[test]
fn a_gateway_endpoint_is_in_the_route_tables_of_its_vpc() {
    let (document, id) = dropped(TIERS, ENDPOINT, &of_type("Gateway"));
    let of = |name| text(&document, id.as_str(), name);
    assert_eq!(of("RouteTableIds"), r#"[{ "Ref": "open" }]"#);
    assert_eq!(of("SubnetIds"), "");
    assert_eq!(
        of("ServiceName"),
        r#"{ "Fn::Sub": "com.amazonaws.${AWS::Region}.s3" }"#
    );
}

#[test]
fn an_interface_endpoint_stands_in_secluded_subnets_behind_a_filter() {
    let (document, id) = dropped(TIERS, ENDPOINT, &of_type("Interface"));
    let of = |name| text(&document, id.as_str(), name);
    let subnets = r#"[{ "Ref": "dataA" }, { "Ref": "dataB" }]"#;
    assert_eq!(of("SubnetIds"), subnets);
    let group = r#"{ "Fn::GetAtt": ["EndpointSecurityGroup", "GroupId"] }"#;
    assert_eq!(of("SecurityGroupIds.0"), group);
    assert_eq!(
        text(
            &document,
            "EndpointSecurityGroup",
            "SecurityGroupIngress.0.CidrIp"
        ),
        r#"{ "Fn::GetAtt": ["main", "CidrBlock"] }"#
    );
    let empty = design("vpc main CidrBlock=10.0.0.0/16");
    let refusal = place(&empty, ENDPOINT, &of_type("Interface")).unwrap_err();
    assert_eq!(
        refusal.to_string(),
        "An endpoint of this type stands in subnets: draw a subnet in main first."
    );
}

#[test]
fn an_appliance_endpoint_leads_to_a_service_of_a_gateway_load_balancer() {
    let site = of_type("GatewayLoadBalancer");
    let refusal = place(&design(TIERS), ENDPOINT, &site).unwrap_err();
    assert_eq!(
        refusal.to_string(),
        "A Gateway Load Balancer endpoint leads to an endpoint service: draw a Gateway Load Balancer and an endpoint service first."
    );
    let text_of = format!("{TIERS}\nlb wall Type=gateway Subnets=[@dataA]\n");
    let (document, service) = dropped(&text_of, "AWS::EC2::VPCEndpointService", &on("main"));
    let balancer = r#"[{ "Ref": "wall" }]"#;
    let named = text(&document, service.as_str(), "GatewayLoadBalancerArns");
    assert_eq!(named, balancer);
    let (change, id) = place(&document, ENDPOINT, &site).unwrap();
    let mut session = Session::new(document);
    session.commit(change).unwrap();
    let of = |name| text(session.document(), id.as_str(), name);
    assert_eq!(
        of("ServiceName"),
        r#"{ "Fn::Sub": "com.amazonaws.vpce.${AWS::Region}.${EndpointService}" }"#
    );
    assert_eq!(of("SubnetIds"), r#"[{ "Ref": "dataA" }]"#);
}

#[test]
fn an_endpoint_service_brings_a_network_load_balancer() {
    let web = format!("{TIERS}\nlb web Subnets=[@publicA, @publicB]\n");
    let (document, id) = dropped(&web, "AWS::EC2::VPCEndpointService", &on("main"));
    let named = text(&document, id.as_str(), "NetworkLoadBalancerArns.0");
    assert_eq!(named, r#"{ "Ref": "LoadBalancer" }"#);
    assert_eq!(text(&document, "LoadBalancer", "Type"), "\"network\"");
}

#[test]
fn a_peering_connection_joins_two_vpcs_that_are_not_joined_yet() {
    let kind = "AWS::EC2::VPCPeeringConnection";
    assert_eq!(
        refused("vpc main", kind, "main"),
        "A peering connection joins two VPCs: draw a second one first."
    );
    let three = "vpc a\nvpc b\nvpc c\nAWS::EC2::VPCPeeringConnection first VpcId=@b PeerVpcId=@a";
    let (document, id) = dropped(three, kind, &on("b"));
    assert_eq!(text(&document, id.as_str(), "VpcId"), r#"{ "Ref": "b" }"#);
    let other = text(&document, id.as_str(), "PeerVpcId");
    assert_eq!(other, r#"{ "Ref": "c" }"#);
}

#[test]
fn a_virtual_private_gateway_is_attached_to_what_it_is_dropped_on() {
    let kind = "AWS::EC2::VPNGateway";
    let (document, _) = dropped(TIERS, kind, &on("main"));
    let named = text(&document, "GatewayAttachment", "VpnGatewayId");
    assert_eq!(named, r#"{ "Ref": "VpnGateway" }"#);
    let second = "vpngateway site\nvpc main\n  attachment joined VpnGatewayId=@site";
    assert_eq!(
        refused(second, kind, "main"),
        "main has a virtual private gateway already, by joined: a VPC takes one."
    );
}

#[test]
fn a_vpn_ends_at_the_gateway_that_there_is() {
    let kind = "AWS::EC2::VPNConnection";
    let (document, id) = dropped("tgw hub", kind, &on(""));
    let end = text(&document, id.as_str(), "TransitGatewayId");
    assert_eq!(end, r#"{ "Ref": "hub" }"#);
    let (document, id) = dropped("tgw hub\nvpngateway site", kind, &on(""));
    let end = text(&document, id.as_str(), "VpnGatewayId");
    assert_eq!(end, r#"{ "Ref": "site" }"#);
    assert_eq!(text(&document, id.as_str(), "TransitGatewayId"), "");
}

#[test]
fn a_rule_of_its_own_lets_the_vpc_in() {
    let group = "vpc main CidrBlock=10.0.0.0/16\n  sg web GroupDescription=web";
    let (document, id) = dropped(group, "AWS::EC2::SecurityGroupIngress", &on("web"));
    let peer = text(&document, id.as_str(), "CidrIp");
    assert_eq!(peer, r#"{ "Fn::GetAtt": ["main", "CidrBlock"] }"#);
    let group = "sg web GroupDescription=web";
    let (document, id) = dropped(group, "AWS::EC2::SecurityGroupEgress", &on("web"));
    assert_eq!(text(&document, id.as_str(), "CidrIp"), "\"172.31.0.0/16\"");
}

#[test]
fn a_record_is_named_in_its_zone() {
    let zone = "hostedzone zone Name=shop.example.";
    let (document, id) = dropped(zone, "AWS::Route53::RecordSet", &on("zone"));
    let name = text(&document, id.as_str(), "Name");
    assert_eq!(name, "\"www.shop.example\"");
    let values = text(&document, id.as_str(), "ResourceRecords");
    assert_eq!(values, "[\"192.0.2.10\"]");
}
