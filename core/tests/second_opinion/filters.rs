//! Random security groups, network ACLs and load balancers for random designs.

use std::fmt::Write as _;

use crate::designs::Drawing;
use crate::dice::Dice;

const BLOCKS: [&str; 8] = [
    "0.0.0.0/0",
    "0.0.0.0/0",
    "10.0.0.0/8",
    "10.0.0.0/16",
    "10.0.1.0/24",
    "10.1.2.0/24",
    "198.51.100.0/24",
    "52.216.0.0/15",
];

const RANGES: [(u16, u16); 8] = [
    (0, 65535),
    (80, 32767),
    (80, 80),
    (22, 443),
    (1024, 65535),
    (32768, 65535),
    (22, 49151),
    (8080, 8080),
];

/// A security group of a VPC: the first one is open.
pub(crate) fn group(dice: &mut Dice, vpc: usize, number: usize, has_six: bool) -> String {
    let mut inbound = Vec::new();
    let mut outbound = Vec::new();
    if number == 0 && dice.yes(80) {
        inbound.push("{IpProtocol=-1, CidrIp=0.0.0.0/0}".to_owned());
        inbound.push("{IpProtocol=-1, CidrIpv6=\"::/0\"}".to_owned());
    }
    for _ in 0..dice.below(3) {
        inbound.push(permission(dice, vpc, "SourceSecurityGroupId", has_six));
    }
    if dice.yes(25) {
        for _ in 0..=dice.below(2) {
            outbound.push(permission(dice, vpc, "DestinationSecurityGroupId", has_six));
        }
    }
    let mut line = format!(
        "  sg g{vpc}{number} GroupDescription=x SecurityGroupIngress=[{}]",
        inbound.join(", ")
    );
    if !outbound.is_empty() {
        let _ = write!(line, " SecurityGroupEgress=[{}]", outbound.join(", "));
    }
    line
}

fn permission(dice: &mut Dice, vpc: usize, key: &str, has_six: bool) -> String {
    let peer = match dice.below(6) {
        // A group of the VPC before may be known through a peering or a hub.
        0 => format!("{key}=@g{}{}.GroupId", vpc.saturating_sub(1), dice.below(3)),
        1 => format!("{key}=@g{vpc}{}.GroupId", dice.below(3)),
        2 if has_six => "CidrIpv6=\"::/0\"".to_owned(),
        _ => format!("CidrIp={}", dice.pick(&BLOCKS)),
    };
    let (from, to) = dice.pick(&RANGES);
    let carried = match dice.below(6) {
        0..=2 => format!("IpProtocol=tcp, FromPort={from}, ToPort={to}"),
        3 => "IpProtocol=icmp, FromPort=8, ToPort=0".to_owned(),
        4 => format!("IpProtocol=udp, FromPort={from}, ToPort={to}"),
        _ => "IpProtocol=-1".to_owned(),
    };
    format!("{{{carried}, {peer}}}")
}

/// The entries of a network ACL: a few that narrow, and often one for the rest.
pub(crate) fn entries(dice: &mut Dice, acl: &str, has_six: bool) -> Vec<String> {
    let mut lines = Vec::new();
    for egress in [false, true] {
        for number in 0..dice.below(4) {
            let action = dice.pick(&["allow", "allow", "deny"]);
            let (from, to) = dice.pick(&RANGES);
            let block = dice.pick(&BLOCKS);
            let carried = match dice.below(6) {
                0..=3 => format!("Protocol=6 PortRange={{From={from}, To={to}}}"),
                4 => "Protocol=1 Icmp={Type=8, Code=-1}".to_owned(),
                _ => "Protocol=-1".to_owned(),
            };
            lines.push(format!("    aclentry {acl}{egress}{number} RuleNumber={} RuleAction={action} Egress={egress} CidrBlock={block} {carried}", number + 1));
        }
        if dice.yes(70) {
            lines.push(format!("    aclentry {acl}{egress}9 RuleNumber=90 RuleAction=allow Egress={egress} CidrBlock=0.0.0.0/0 Protocol=-1"));
        }
        if has_six && dice.yes(80) {
            lines.push(format!("    aclentry {acl}{egress}six RuleNumber=91 RuleAction=allow Egress={egress} Ipv6CidrBlock=\"::/0\" Protocol=-1"));
        }
    }
    lines
}

impl Drawing<'_> {
    /// Load balancers of the first VPC: one by requests, one by connections
    /// that may stand before it, and a Classic one.
    pub(crate) fn balancers(&mut self) {
        let targets = self.instances.first().cloned().unwrap_or_default();
        let Some(target) = targets.get(self.dice.below(targets.len().max(1))) else {
            return;
        };
        let scheme = |dice: &mut Dice| dice.pick(&["internet-facing", "internal"]);
        if self.dice.yes(45) {
            let scheme = scheme(&mut self.dice);
            let (kind, id) = self.dice.pick(&[("instance", ""), ("ip", ".PrivateIp")]);
            self.line(&format!("targetgroup apps VpcId=@v0 Port=8080 Protocol=HTTP TargetType={kind} Targets=[{{Id=@{target}{id}}}]"));
            self.line(&format!(
                "lb alb Scheme={scheme} Subnets=[@s0a, @s0b] SecurityGroups=[@g00.GroupId]"
            ));
            self.line("listener albl LoadBalancerArn=@alb Port=80 Protocol=HTTP DefaultActions=[{Type=forward, TargetGroupArn=@apps}]");
        }
        if self.dice.yes(45) {
            let scheme = scheme(&mut self.dice);
            let keeps = self.dice.yes(50);
            let crosses = self.dice.yes(50);
            let groups = self.dice.pick(&[
                "",
                " SecurityGroups=[@g00.GroupId]",
                " SecurityGroups=[@g01.GroupId]",
            ]);
            let (kind, id) = if self.text.contains("lb alb ") && self.dice.yes(40) {
                ("alb", "alb".to_owned())
            } else if self.dice.yes(30) {
                ("ip", format!("{target}.PrivateIp"))
            } else {
                ("instance", target.clone())
            };
            self.line(&format!("targetgroup flows VpcId=@v0 Port=80 Protocol=TCP TargetType={kind} Targets=[{{Id=@{id}}}] TargetGroupAttributes=[{{Key=preserve_client_ip.enabled, Value={keeps}}}]"));
            self.line(&format!("lb nlb Type=network Scheme={scheme} Subnets=[@s0b, @s0c]{groups} LoadBalancerAttributes=[{{Key=load_balancing.cross_zone.enabled, Value={crosses}}}]"));
            self.line("listener nlbl LoadBalancerArn=@nlb Port=80 Protocol=TCP DefaultActions=[{Type=forward, TargetGroupArn=@flows}]");
        }
        if self.dice.yes(25) {
            let scheme = scheme(&mut self.dice);
            self.line(&format!("AWS::ElasticLoadBalancing::LoadBalancer old Scheme={scheme} Subnets=[@s0a, @s0b] SecurityGroups=[@g00.GroupId] CrossZone=true Instances=[@{target}] Listeners=[{{LoadBalancerPort=80, InstancePort=8080, Protocol=TCP}}]"));
        }
    }
}
