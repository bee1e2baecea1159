//! Random small designs, as fixtures.

use std::fmt::Write as _;

use proptest::prelude::{Just, Strategy, prop, prop_oneof};
use proptest::sample::{select, subsequence};

const BLOCKS: [&str; 5] = [
    "0.0.0.0/0",
    "10.0.0.0/16",
    "10.0.1.0/24",
    "10.0.2.4/32",
    "198.51.100.0/24",
];
const RANGES: [(u16, u16); 6] = [
    (0, 65535),
    (22, 22),
    (80, 80),
    (1024, 65535),
    (32768, 65535),
    (22, 49151),
];
const GROUPS: [&str; 3] = ["g1", "g2", "g3"];

/// Three subnets, four instances, a NAT gateway, and whatever joins them.
pub(crate) fn any() -> impl Strategy<Value = String> {
    let parts = (
        (subnets(), instances(), select(vec!["a", "b", "c"])),
        prop::collection::vec(routes(), 3),
        (group("g1"), group("g2"), group("g3")),
        prop::collection::vec(entries(), 2),
        prop::bool::weighted(0.85),
    );
    parts.prop_map(
        |((subnets, instances, home), tables, groups, acls, is_attached)| {
            let mut text = format!(
                "vpc main CidrBlock=10.0.0.0/16\n{subnets}{}{}{}",
                groups.0, groups.1, groups.2
            );
            for (number, entries) in acls.iter().enumerate() {
                let _ = writeln!(text, "  acl n{}", number + 1);
                for (index, entry) in entries.iter().enumerate() {
                    let _ = writeln!(text, "    aclentry n{}e{index} {entry}", number + 1);
                }
            }
            for (number, routes) in tables.iter().enumerate() {
                let _ = writeln!(text, "  routetable t{}", number + 1);
                for (index, route) in routes.iter().enumerate() {
                    let _ = writeln!(text, "    route t{}r{index} {route}", number + 1);
                }
            }
            text += &instances;
            let _ = writeln!(
                text,
                "AWS::EC2::NatGateway nat SubnetId=@{home} AllocationId=@ip.AllocationId"
            );
            text += "eip ip\nigw igw\n";
            if is_attached {
                text += "attachment attach VpcId=@main InternetGatewayId=@igw\n";
            }
            // Associations were noted among the subnets and belong at the end.
            let (late, lines): (Vec<&str>, Vec<&str>) =
                text.lines().partition(|line| line.contains("association "));
            let late = late.iter().map(|line| line.trim());
            lines.into_iter().chain(late).collect::<Vec<_>>().join("\n")
        },
    )
}

fn subnets() -> impl Strategy<Value = String> {
    let one = (
        proptest::bool::ANY,
        select(vec!["", "t1", "t2", "t3"]),
        select(vec!["", "", "n1", "n2"]),
    );
    prop::collection::vec(one, 3).prop_map(|all| {
        let mut text = String::new();
        for ((is_public, table, acl), (name, number)) in
            all.into_iter().zip([("a", 1), ("b", 2), ("c", 3)])
        {
            let _ = writeln!(
                text,
                "  subnet {name} CidrBlock=10.0.{number}.0/24 MapPublicIpOnLaunch={is_public}"
            );
            if !table.is_empty() {
                let _ = writeln!(
                    text,
                    "tableassociation {name}t SubnetId=@{name} RouteTableId=@{table}"
                );
            }
            if !acl.is_empty() {
                let _ = writeln!(
                    text,
                    "aclassociation {name}n SubnetId=@{name} NetworkAclId=@{acl}"
                );
            }
        }
        text
    })
}

fn instances() -> impl Strategy<Value = String> {
    let one = (
        select(vec!["a", "b", "c"]),
        subsequence(GROUPS.to_vec(), 0..=2),
        prop::bool::weighted(0.8),
    );
    prop::collection::vec(one, 4).prop_map(|all| {
        let mut text = String::new();
        for (index, (subnet, groups, checks)) in all.into_iter().enumerate() {
            let groups: Vec<String> = groups.iter().map(|it| format!("@{it}.GroupId")).collect();
            let _ = writeln!(text, "AWS::EC2::Instance i{} SubnetId=@{subnet} SourceDestCheck={checks} SecurityGroupIds=[{}]",
                index + 1,
                groups.join(", "));
        }
        text
    })
}

fn routes() -> impl Strategy<Value = Vec<String>> {
    let targets = vec![
        "GatewayId=@igw",
        "GatewayId=@igw",
        "NatGatewayId=@nat",
        "InstanceId=@i1",
    ];
    let one = |block: &'static str| {
        select(targets.clone()).prop_map(move |it| format!("DestinationCidrBlock={block} {it}"))
    };
    let optional = |block, chance| prop::option::weighted(chance, one(block));
    (optional("0.0.0.0/0", 0.9), optional("198.51.100.0/24", 0.2))
        .prop_map(|(all, some)| all.into_iter().chain(some).collect())
}

fn group(name: &'static str) -> impl Strategy<Value = String> {
    let inbound = prop::collection::vec(permission("SourceSecurityGroupId"), 0..3);
    let outbound = prop::option::weighted(
        0.3,
        prop::collection::vec(permission("DestinationSecurityGroupId"), 1..3),
    );
    (inbound, outbound).prop_map(move |(inbound, outbound)| {
        let mut text = format!(
            "  sg {name} GroupDescription=x SecurityGroupIngress=[{}]",
            inbound.join(", ")
        );
        if let Some(outbound) = outbound {
            let _ = write!(text, " SecurityGroupEgress=[{}]", outbound.join(", "));
        }
        text + "\n"
    })
}

fn permission(key: &'static str) -> impl Strategy<Value = String> {
    let block = select(BLOCKS.to_vec()).prop_map(|block| format!("CidrIp={block}"));
    let named = select(GROUPS.to_vec()).prop_map(move |group| format!("{key}=@{group}.GroupId"));
    let peer = prop_oneof![3 => block, 1 => named];
    let ports = select(RANGES.to_vec());
    let carried = prop_oneof![
        ports.prop_map(|(from, to)| format!("IpProtocol=tcp, FromPort={from}, ToPort={to}")),
        Just("IpProtocol=-1".to_owned()),
        Just("IpProtocol=udp, FromPort=0, ToPort=65535".to_owned()),
    ];
    (carried, peer).prop_map(|(carried, peer)| format!("{{{carried}, {peer}}}"))
}

fn entries() -> impl Strategy<Value = Vec<String>> {
    let one = (
        1_u16..20,
        select(vec!["allow", "allow", "allow", "deny"]),
        proptest::bool::ANY,
        select(BLOCKS.to_vec()),
        prop::option::of(select(RANGES.to_vec())),
    );
    let written = one.prop_map(|(number, action, is_egress, block, ports)| {
        let carried = match ports {
            Some((from, to)) => format!("Protocol=6 PortRange={{From={from}, To={to}}}"),
            None => "Protocol=-1".to_owned(),
        };
        format!(
            "RuleNumber={number} RuleAction={action} Egress={is_egress} CidrBlock={block} {carried}"
        )
    });
    prop::collection::vec(written, 2..7)
}
