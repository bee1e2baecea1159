//! What the Internet reaches, from exactly which addresses, and what leaves.

use drawbridge_core::fixture::design;
use drawbridge_core::lower::survey::Survey;
use drawbridge_core::lower::{Lowered, Whereabouts};
use drawbridge_core::network::{Direction, Family, Protocol};
use drawbridge_core::reach::{End, Exposures, Question, Reply, ask, exposures};
use drawbridge_core::template::LogicalId;
use proptest::prelude::*;

use super::{designs, doubled, forgotten, more};

fn found(text: &str) -> (Lowered, Exposures) {
    let lowered = Lowered::of(&Survey::of(&design(text)));
    let exposures = exposures(&lowered);
    (lowered, exposures)
}

/// Each line `resource protocol ports from sources through ways reply`.
fn reached(exposures: &Exposures, resource: &str) -> Vec<String> {
    let of_resource = exposures.reached.iter();
    let of_resource = of_resource.filter(|it| it.resource.as_str() == resource);
    let lines = of_resource.map(|it| {
        let sources: Vec<String> = it.sources.iter().map(ToString::to_string).collect();
        let sources = match sources.len() {
            0..=3 => sources.join(" "),
            many => format!("{many} blocks"),
        };
        let reply = it.reply.as_str();
        format!(
            "{:?} {} from {sources} through {} {reply}",
            it.protocol,
            it.ports,
            names(&it.through)
        )
    });
    lines.collect()
}

fn names(through: &[LogicalId]) -> String {
    let names: Vec<&str> = through.iter().map(LogicalId::as_str).collect();
    names.join(" ")
}

const NETWORK: &str = "vpc main CidrBlock=10.0.0.0/16
  subnet public CidrBlock=10.0.1.0/24 MapPublicIpOnLaunch=true
    instance web SecurityGroupIds=[@front.GroupId]
    instance twin SecurityGroupIds=[@front.GroupId]
  subnet private CidrBlock=10.0.2.0/24
    instance app SecurityGroupIds=[@front.GroupId]
  subnet lonely CidrBlock=10.0.3.0/24
    instance alone SecurityGroupIds=[@front.GroupId]
  sg front GroupDescription=x SecurityGroupIngress=[{IpProtocol=tcp, FromPort=80, ToPort=80, CidrIp=0.0.0.0/0}, {IpProtocol=tcp, FromPort=22, ToPort=22, CidrIp=203.0.113.0/24}, {IpProtocol=tcp, FromPort=22, ToPort=22, CidrIp=203.0.112.0/24}]
  acl list
    aclentry deny RuleNumber=10 RuleAction=deny Protocol=6 CidrBlock=192.0.2.128/25 Egress=false PortRange={From=80, To=80}
    aclentry in RuleNumber=100 RuleAction=allow Protocol=-1 CidrBlock=0.0.0.0/0 Egress=false
    aclentry out RuleNumber=100 RuleAction=allow Protocol=-1 CidrBlock=0.0.0.0/0 Egress=true
  routetable open
    route way DestinationCidrBlock=0.0.0.0/0 GatewayId=@igw
  routetable hidden
    route bynat DestinationCidrBlock=0.0.0.0/0 NatGatewayId=@nat
igw igw
attachment at VpcId=@main InternetGatewayId=@igw
eip ip
AWS::EC2::NatGateway nat SubnetId=@public AllocationId=@ip.AllocationId
tableassociation t1 SubnetId=@public RouteTableId=@open
tableassociation t2 SubnetId=@private RouteTableId=@hidden
";

#[test]
fn the_internet_reaches_what_is_public_from_the_addresses_that_rules_let_in() {
    let (_, exposures) = found(NETWORK);
    let lines = [
        "Tcp 22 from 203.0.112.0/23 through igw always",
        "Tcp 80 from 0.0.0.0/0 through igw always",
    ];
    assert_eq!(reached(&exposures, "web"), lines);
    assert_eq!(reached(&exposures, "twin"), lines);
    assert!(reached(&exposures, "app").is_empty());
}

#[test]
fn a_distribution_is_reached_and_neither_it_nor_a_load_balancer_leaves() {
    let (_, exposures) = found(
        "vpc Vpc CidrBlock=10.0.0.0/16
  subnet A CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
  subnet B CidrBlock=10.0.2.0/24 AvailabilityZone=us-east-1b
  subnet C CidrBlock=10.0.3.0/24 AvailabilityZone=us-east-1a
    instance Web SecurityGroupIds=[@Open]
  targetgroup Group Port=80 Protocol=HTTP Targets=[{Id=@Web}]
  routetable Routes
    route Out DestinationCidrBlock=0.0.0.0/0 GatewayId=@Igw
  sg Open GroupDescription=o SecurityGroupIngress=[{IpProtocol=tcp, FromPort=80, ToPort=80, CidrIp=0.0.0.0/0}]
lb Lb Subnets=[@A, @B] SecurityGroups=[@Open] Scheme=internet-facing
listener Listener LoadBalancerArn=@Lb Port=80 Protocol=HTTP DefaultActions=[{Type=forward, TargetGroupArn=@Group}]
AWS::CloudFront::Distribution Front DistributionConfig={Enabled=true, Origins=[{Id=lb, DomainName=@Lb.DNSName, CustomOriginConfig={OriginProtocolPolicy=http-only}}], DefaultCacheBehavior={TargetOriginId=lb, ViewerProtocolPolicy=allow-all}}
igw Igw
attachment Attach VpcId=@Vpc InternetGatewayId=@Igw
tableassociation UA SubnetId=@A RouteTableId=@Routes
tableassociation UB SubnetId=@B RouteTableId=@Routes",
    );
    assert!(!reached(&exposures, "Front").is_empty());
    assert!(!reached(&exposures, "Lb").is_empty());
    assert_eq!(exposures.leaving, []);
}

#[test]
fn what_a_network_acl_denies_is_no_source() {
    let (_, exposures) = found(&format!(
        "{NETWORK}aclassociation n SubnetId=@public NetworkAclId=@list"
    ));
    let lines = reached(&exposures, "web");
    assert_eq!(lines[1], "Tcp 80 from 25 blocks through igw always");
    let web = exposures
        .reached
        .iter()
        .find(|it| it.ports.contains(80))
        .unwrap();
    let from = |text: &str| {
        let address = text.parse::<std::net::IpAddr>().unwrap();
        web.sources.iter().any(|block| block.contains(&address))
    };
    assert!(from("192.0.2.127") && from("192.0.3.0") && !from("192.0.2.128"));
}

#[test]
fn what_leaves_says_by_which_way_and_seen_as_whom() {
    let (lowered, exposures) = found(NETWORK);
    let leaving = |id: &str| {
        let mut found = exposures.leaving.iter();
        let found = found.find(|it| it.resource.as_str() == id)?;
        Some((names(&found.through), found.address.unwrap()))
    };
    let (through, web) = leaving("web").unwrap();
    assert_eq!(through, "igw");
    let (_, twin) = leaving("twin").unwrap();
    assert_ne!(web, twin);
    let (through, app) = leaving("app").unwrap();
    assert_eq!(through, "nat igw");
    let nat = lowered.network.known_outside(app).unwrap().0;
    assert_eq!(&*lowered.network.place(nat).unwrap().origin.resource, "nat");
    assert_eq!(leaving("alone"), None);
}

const PARTLY_KNOWN: &str = "vpc main CidrBlock=10.0.0.0/16
  subnet public CidrBlock=10.0.1.0/24 MapPublicIpOnLaunch=true
    instance web SecurityGroupIds=[@front.GroupId]
    instance twin SecurityGroupIds=[@front.GroupId]
    instance plain SecurityGroupIds=[@shut.GroupId]
  subnet private CidrBlock=10.0.2.0/24
    instance app SecurityGroupIds=[@shut.GroupId]
  sg front GroupDescription=x SecurityGroupIngress=[{IpProtocol=tcp, FromPort=80, ToPort=80, CidrIp=0.0.0.0/0}, {IpProtocol=tcp, FromPort=22, ToPort=22, SourcePrefixListId=pl-1}]
  sg shut GroupDescription=x
  routetable open
    route way DestinationCidrBlock=0.0.0.0/0 GatewayId=@igw
  routetable strange
    route odd DestinationCidrBlock=0.0.0.0/0 LocalGatewayId=lgw-1
igw igw
attachment at VpcId=@main InternetGatewayId=@igw
tableassociation t1 SubnetId=@public RouteTableId=@open
tableassociation t2 SubnetId=@private RouteTableId=@strange
";

#[test]
fn what_is_not_settled_is_told_apart_with_its_reason() {
    let (_, exposures) = found(PARTLY_KNOWN);
    assert_eq!(
        reached(&exposures, "twin"),
        ["Tcp 80 from 0.0.0.0/0 through igw always"]
    );
    let lines = exposures.unsettled.iter();
    let lines: Vec<String> = lines
        .map(|it| {
            let (resource, direction, protocol) = (&it.resource, it.direction, it.protocol);
            format!(
                "{direction:?} {resource} {protocol:?} {}: {}",
                it.ports, it.why
            )
        })
        .collect();
    let rule = "It depends on what is not known: a rule of front is not clear: its prefix list is pl-1, which is not in this template.";
    let route = "The target of the route is lgw-1, which is not in this template.";
    assert_eq!(
        lines,
        [
            format!("Inbound web Tcp 0-79, 81-65535: {rule}"),
            format!("Inbound web Udp 0-65535: {rule}"),
            format!("Inbound web Icmp 0: {rule}"),
            format!("Inbound twin Tcp 0-79, 81-65535: {rule}"),
            format!("Inbound twin Udp 0-65535: {rule}"),
            format!("Inbound twin Icmp 0: {rule}"),
            format!("Outbound app Tcp 0-65535: {route}"),
            format!("Outbound app Udp 0-65535: {route}"),
            format!("Outbound app Icmp 0: {route}"),
        ]
    );
    assert!(
        exposures
            .leaving
            .iter()
            .all(|it| it.resource.as_str() != "app")
    );
}

/// Whether the Internet knows, or may know, a resource by an address at all.
fn is_seen(lowered: &Lowered, id: &LogicalId) -> bool {
    let network = &lowered.network;
    let places = match &lowered.places[id] {
        Whereabouts::Interfaces(places) => places,
        Whereabouts::Balancer(id) => &network.balancer(*id).unwrap().nodes,
    };
    let mut interfaces = places.iter().filter_map(|it| network.interface(*it));
    lowered.open_addresses.contains_key(id)
        || interfaces.any(|it| it.addresses.iter().any(|it| it.seen_outside().is_some()))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    /// Addresses on both sides of every border that the designs draw.
    #[test]
    fn sources_are_exactly_those_that_get_in(
        text in designs::any(),
        more in more(),
        forgotten in prop::option::of(forgotten::parts()),
    ) {
        let text = forgotten::in_text(&doubled(&text, &more), &forgotten.unwrap_or_default());
        let (lowered, exposures) = found(&text);
        let resources = lowered.places.keys().filter(|id| id.as_str() != "nat");
        for id in resources {
            for address in ["198.51.100.7", "198.51.100.200", "198.51.101.1", "9.9.9.9"] {
                let address = address.parse().unwrap();
                for port in [22, 80, 1024] {
                    let to = End::Resource(id.clone());
                    let question = Question::new(End::Internet(Some(address)), to, Protocol::Tcp, port);
                    let mut open = exposures.unsettled.iter();
                    let is_open = open.any(|it| {
                        let kind = (it.direction, it.protocol, it.family);
                        kind == (Direction::Inbound, Protocol::Tcp, Family::V4)
                            && it.resource == *id
                            && it.ports.contains(port)
                    });
                    let answer = ask(&lowered, &question);
                    let mut reached = exposures.reached.iter().filter(|it| {
                        (&it.resource, it.protocol, it.family) == (id, Protocol::Tcp, Family::V4)
                            && it.ports.contains(port)
                            && it.sources.iter().any(|block| block.contains(&address))
                    });
                    let said = reached.next().map_or((false, Reply::Never), |it| (true, it.reply));
                    let asked = answer.as_ref().ok().map(|it| (it.forward, it.reply));
                    prop_assert_eq!(
                        said,
                        asked.unwrap_or((false, Reply::Never)),
                        "{} in\n{}",
                        question,
                        text
                    );
                    prop_assert!(reached.next().is_none(), "{} is told twice", question);
                    let has_way = is_seen(&lowered, id);
                    prop_assert!(answer.is_ok() || is_open || !has_way, "{question} in\n{text}");
                }
            }
        }
    }
}
