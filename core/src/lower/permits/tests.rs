//! What filters permit, against their rules tried by hand.

use std::net::IpAddr;

use proptest::prelude::*;

use super::*;
use crate::fixture::design;
use crate::lower::survey::{Fact, Ports, Survey};
use crate::network::Protocol;
use crate::packet::Packet;

fn survey(rules: &str) -> Survey {
    Survey::of(&design(&format!(
        "vpc main CidrBlock=10.0.0.0/16\n  sg peer GroupDescription=p\n{rules}"
    )))
}

fn group(rules: &str) -> GroupPermits {
    let rules = format!("  sg web GroupDescription=w SecurityGroupIngress=[{rules}]");
    let survey = survey(&rules);
    of_rules(&survey.security_groups["web"].ingress, Direction::Inbound).unwrap()
}

fn acl(entries: &str) -> NetworkAcl {
    let survey = survey(&format!("  acl acl\n{entries}"));
    survey.network_acls["acl"].clone()
}

fn open(permits: &Permits) -> Vec<String> {
    permits.open.iter().map(ToString::to_string).collect()
}

#[test]
fn a_group_permits_the_union_of_its_rules_and_keeps_members_apart() {
    let permits = group(
        "{IpProtocol=tcp, FromPort=80, ToPort=80, CidrIp=10.0.0.0/24}, \
         {IpProtocol=tcp, FromPort=81, ToPort=90, CidrIp=10.0.0.0/24}, \
         {IpProtocol=icmp, FromPort=8, ToPort=-1, CidrIpv6=\"2001:db8::/32\"}, \
         {IpProtocol=udp, FromPort=53, ToPort=53, SourceSecurityGroupId=@peer.GroupId}",
    );
    assert_eq!(
        permits.addresses.surely.to_string(),
        "tcp from 10.0.0.0/24 to 0.0.0.0/0 ports 80-90\n\
         icmp from 2001:db8::/32 to ::/0 type 8"
    );
    assert_eq!(
        permits.members[&LogicalId::new("peer")].surely.to_string(),
        "udp from 0.0.0.0/0 to 0.0.0.0/0 port 53\nudp from ::/0 to ::/0 port 53"
    );
    assert_eq!(open(&permits.addresses), [""; 0]);
}

#[test]
fn what_is_not_known_of_a_group_is_permitted_perhaps_and_told() {
    let permits = group(
        "{IpProtocol=tcp, FromPort=80, ToPort=80, CidrIp=@peer.GroupId}, \
         {IpProtocol=tcp, FromPort=443, ToPort=440, CidrIp=10.0.0.0/8}, \
         {IpProtocol=tcp, CidrIp=10.0.0.0/8}, \
         {IpProtocol=-1, SourcePrefixListId=pl-1}, \
         {IpProtocol=-1, SourcePrefixListId=pl-63a5400a}, \
         {IpProtocol=-1}",
    );
    assert!(permits.addresses.surely.is_empty());
    let everything = PacketSet::everything();
    assert!(permits.addresses.perhaps.equals(&everything).unwrap());
    assert_eq!(
        open(&permits.addresses),
        [
            "a rule of web is not clear: its block is not known: peer.GroupId is known after deployment only",
            "a rule of web is not clear: its ports 443 to 440 are no range",
            "a rule of web is not clear: its port is missing",
            "a rule of web is not clear: its prefix list is pl-1, which is not in this template",
            "a rule of web names a prefix list of AWS, whose addresses are not in this template",
        ]
    );
}

#[test]
fn a_prefix_list_of_the_template_is_its_blocks() {
    let survey = survey(
        "  sg web GroupDescription=w SecurityGroupEgress=[{IpProtocol=tcp, FromPort=1, ToPort=9, DestinationPrefixListId=@list}]
AWS::EC2::PrefixList list AddressFamily=IPv4 Entries=[{Cidr=10.0.0.0/24}, {Cidr=10.0.1.0/24}]",
    );
    let egress = &survey.security_groups["web"].egress;
    let permits = of_rules(egress, Direction::Outbound).unwrap();
    assert_eq!(
        permits.addresses.surely.to_string(),
        "tcp from 0.0.0.0/0 to 10.0.0.0/23 ports 1-9"
    );
}

#[test]
fn the_first_entry_that_fits_decides() {
    let acl = acl(
        "    aclentry web RuleNumber=100 RuleAction=allow Protocol=6 CidrBlock=0.0.0.0/0 PortRange={From=80, To=80}
    aclentry block RuleNumber=90 RuleAction=deny Protocol=-1 CidrBlock=0.0.0.0/1
    aclentry out RuleNumber=80 Egress=true RuleAction=allow Protocol=1 CidrBlock=10.0.0.0/8 Icmp={Type=0, Code=-1}",
    );
    let permits = of_acl(&acl, Direction::Inbound).unwrap();
    assert_eq!(
        permits.surely.to_string(),
        "tcp from 128.0.0.0/1 to 0.0.0.0/0 port 80"
    );
    assert!(permits.surely.equals(&permits.perhaps).unwrap());
    let out = of_acl(&acl, Direction::Outbound).unwrap();
    assert_eq!(
        out.surely.to_string(),
        "icmp from 0.0.0.0/0 to 10.0.0.0/8 type 0"
    );
}

#[test]
fn an_open_entry_bounds_what_passes_from_both_sides() {
    let unknown = "CidrBlock=@peer.GroupId";
    let web = "RuleNumber=100 RuleAction=allow Protocol=6 CidrBlock=10.0.0.0/8 PortRange={From=80, To=80}";
    let bounds = |entry: &str| {
        let acl = acl(&format!("    aclentry web {web}\n    aclentry odd {entry}"));
        let permits = of_acl(&acl, Direction::Inbound).unwrap();
        assert_eq!(permits.open.len(), 1);
        (permits.surely.to_string(), permits.perhaps.to_string())
    };
    let all_web = "tcp from 10.0.0.0/8 to 0.0.0.0/0 port 80".to_owned();
    let (surely, perhaps) = bounds(&format!(
        "RuleNumber=90 RuleAction=deny Protocol=6 {unknown}"
    ));
    assert_eq!((surely.as_str(), perhaps), ("nothing", all_web.clone()));
    let (surely, perhaps) = bounds(&format!(
        "RuleNumber=90 RuleAction=allow Protocol=17 {unknown} PortRange={{From=53, To=53}}"
    ));
    assert_eq!(surely, all_web);
    assert!(
        perhaps.contains("udp from ::/0 to ::/0 port 53"),
        "{perhaps}"
    );
    // Behind it, a deny takes nothing away; of no number, it may come first.
    let (surely, _) = bounds(&format!(
        "RuleNumber=110 RuleAction=deny Protocol=6 {unknown}"
    ));
    assert_eq!(surely, all_web);
    let (surely, perhaps) = bounds("RuleAction=deny Protocol=6 CidrBlock=10.0.0.0/8");
    assert_eq!((surely.as_str(), perhaps), ("nothing", all_web));
}

/// An entry, and the packets that it fits by hand.
fn entry() -> impl Strategy<Value = AclEntry> {
    let blocks = ["10.0.0.0/30", "10.0.0.0/31", "10.0.0.2/32", "0.0.0.0/0"];
    let protocols = [Protocol::Any, Protocol::Tcp, Protocol::Udp, Protocol::Icmp];
    (
        prop::sample::select(blocks.to_vec()),
        prop::sample::select(protocols.to_vec()),
        (0..4_i64, 0..4_i64),
        any::<bool>(),
    )
        .prop_map(|(block, protocol, (one, other), allows)| AclEntry {
            id: LogicalId::new("entry"),
            number: Fact::Known(1),
            is_egress: false,
            allows: Some(allows),
            protocol: Fact::Known(protocol),
            block: Fact::Known(block.parse().unwrap()),
            ports: Fact::Known(Ports {
                from: one.min(other),
                to: one.max(other),
            }),
            icmp: Fact::Known(Ports {
                from: one - 1,
                to: other - 1,
            }),
        })
}

fn fits(entry: &AclEntry, packet: &Packet) -> bool {
    let (ports, icmp) = (entry.ports.known().unwrap(), entry.icmp.known().unwrap());
    let block = entry.block.known().unwrap();
    let port = i64::from(packet.destination_port);
    let is = |wanted: i64, it: u8| wanted == -1 || wanted == i64::from(it);
    let carried = match entry.protocol.known().unwrap() {
        Protocol::Any => true,
        Protocol::Tcp => packet.protocol == 6 && (ports.from..=ports.to).contains(&port),
        Protocol::Udp => packet.protocol == 17 && (ports.from..=ports.to).contains(&port),
        _ => {
            packet.protocol == 1 && is(icmp.from, packet.icmp_type) && is(icmp.to, packet.icmp_code)
        }
    };
    carried && block.contains(&packet.source)
}

proptest! {
    #[test]
    fn an_acl_permits_what_its_entries_permit_one_by_one(
        entries in prop::collection::vec(entry(), 0..6),
    ) {
        let acl = NetworkAcl {
            id: LogicalId::new("acl"),
            vpc: Fact::Absent,
            entries,
            subnets: Vec::new(),
        };
        let permits = of_acl(&acl, Direction::Inbound).unwrap();
        let here = IpAddr::from([10, 9, 9, 9]);
        for (host, protocol, number) in (0..5_u8)
            .flat_map(|host| [6, 17, 1, 47].map(|protocol| (host, protocol)))
            .flat_map(|(host, protocol)| (0..4_u8).map(move |number| (host, protocol, number)))
        {
            for code in 0..2 {
                let packet = Packet::new(IpAddr::from([10, 0, 0, host]), here, protocol)
                    .ports(9, number.into())
                    .message(number, code);
                let first = acl.entries.iter().find(|it| fits(it, &packet));
                let passes = first.is_some_and(|it| it.allows == Some(true));
                prop_assert_eq!(permits.surely.contains(&packet), passes);
                prop_assert_eq!(permits.perhaps.contains(&packet), passes);
            }
        }
    }
}
