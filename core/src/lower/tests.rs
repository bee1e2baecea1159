//! What a small design becomes.

use super::survey::Survey;
use super::{Lowered, Whereabouts};
use crate::fixture::design;
use crate::network::{PlaceKind, Role, Target};

fn lowered(text: &str) -> Lowered {
    Lowered::of(&Survey::of(&design(text)))
}

const VPC: &str = "vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
    instance web
";

#[test]
fn a_subnet_without_table_has_the_local_route_only() {
    let lowered = lowered(VPC);
    let (_, segment) = lowered.network.segments().next().unwrap();
    let table = lowered.network.table(segment.table.unwrap()).unwrap();
    assert_eq!(table.origin.to_string(), "main");
    let [local] = table.routes() else {
        panic!("one route");
    };
    assert_eq!(local.target, Target::Local);
    assert_eq!(
        (&*local.origin.resource, &*local.origin.path),
        ("main", "CidrBlock")
    );
}

#[test]
fn an_instance_without_groups_has_the_default_one() {
    let lowered = lowered(VPC);
    let Some(Whereabouts::Interfaces(places)) = lowered.places.get("web") else {
        panic!("web has a place");
    };
    let interface = lowered.network.interface(places[0]).unwrap();
    let [guard] = interface.guards[..] else {
        panic!("one guard");
    };
    let group = lowered.network.stateful(guard).unwrap();
    assert_eq!(group.origin.to_string(), "main");
    assert_eq!((group.inbound.len(), group.outbound.len()), (1, 1));
}

#[test]
fn what_cannot_stand_says_why() {
    let lowered = lowered(
        "vpc broken CidrBlock=10.0.0.0
  subnet inside CidrBlock=10.0.1.0/24
    instance a
AWS::EC2::Instance nowhere
AWS::EC2::Subnet far VpcId=vpc-123 CidrBlock=10.0.1.0/24",
    );
    let why = |id: &str| lowered.unsupported[id].to_string();
    assert!(why("broken").starts_with("The block of broken is wrong: "));
    assert_eq!(why("inside"), "The VPC of inside is not in the network.");
    assert_eq!(why("a"), why("inside"));
    assert_eq!(why("nowhere"), "The subnet of nowhere is missing.");
    assert_eq!(
        why("far"),
        "The VPC of far is vpc-123, which is not in this template."
    );
}

#[test]
fn a_site_is_where_its_routes_say_or_where_nothing_of_ours_is() {
    let text = |route: &str| {
        format!(
            "vpc main CidrBlock=192.168.0.0/16
  AWS::EC2::RouteTable table
{route}
AWS::EC2::VPNGateway vgw
attachment joins VpcId=@main VpnGatewayId=@vgw"
        )
    };
    let site = |route: &str| {
        let lowered = lowered(&text(route));
        let place = lowered.network.place(lowered.sites["vgw"]).unwrap();
        match &place.kind {
            PlaceKind::Remote(site) => site.blocks[0].to_string(),
            _ => "no site".to_owned(),
        }
    };
    assert_eq!(site(""), "172.16.0.0/12");
    let route = "    route out DestinationCidrBlock=10.9.0.0/16 GatewayId=@vgw";
    assert_eq!(site(route), "10.9.0.0/16");
}

#[test]
fn of_two_lists_with_the_same_block_the_first_is_used_and_told() {
    let lowered = lowered(
        "vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
  routetable table
    route one DestinationPrefixListId=@list GatewayId=@igw
    route two DestinationPrefixListId=@list GatewayId=@vgw
AWS::EC2::PrefixList list Entries=[{Cidr=203.0.113.0/24}]
igw igw
AWS::EC2::VPNGateway vgw
tableassociation uses SubnetId=@a RouteTableId=@table",
    );
    let told = lowered.assumptions.iter().map(|it| it.message.to_string());
    let told: Vec<String> = told.filter(|it| it.contains("random")).collect();
    assert_eq!(
        told,
        [
            "table uses one for 203.0.113.0/24, not two: of two prefix lists with the same block AWS picks one at random."
        ]
    );
}

#[test]
fn an_instance_that_does_not_check_forwards() {
    let lowered = lowered(
        "vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
    instance nat SourceDestCheck=false",
    );
    let Some(Whereabouts::Interfaces(places)) = lowered.places.get("nat") else {
        panic!("nat has a place");
    };
    let interface = lowered.network.interface(places[0]).unwrap();
    assert_eq!(interface.role, Role::Forwarder);
}

#[test]
fn what_is_not_known_of_a_group_leaves_it_open() {
    let lowered = lowered(
        "vpc main CidrBlock=10.0.0.0/16
  sg web GroupDescription=w SecurityGroupIngress=[{IpProtocol=tcp, FromPort=80, ToPort=80, SourcePrefixListId=pl-1}]
  subnet a CidrBlock=10.0.1.0/24
    instance app SecurityGroupIds=[sg-1]",
    );
    assert_eq!(
        lowered.open["web"].to_string(),
        "a rule of web is not clear: its prefix list is pl-1, which is not in this template"
    );
    assert_eq!(
        lowered.open["app"].to_string(),
        "a security group of app is sg-1, which is not in this template"
    );
}
