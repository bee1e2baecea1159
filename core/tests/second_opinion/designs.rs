//! Random designs of up to three VPCs, as fixtures. Most of what is drawn fits
//! together, so that questions get far before they fail.

use std::fmt::Write as _;

use crate::dice::Dice;
use crate::filters::{entries, group};

/// A design with what joins its VPCs: the text, and notes for what is at its
/// end, because it refers to what comes before.
pub(crate) struct Drawing<'a> {
    pub(crate) dice: Dice<'a>,
    pub(crate) text: String,
    pub(crate) late: String,
    pub(crate) has_six: bool,
    /// How VPCs are joined.
    joint: Joint,
    /// Interfaces that routes may lead to, of each VPC.
    boxes: Vec<Vec<String>>,
    /// Instances, of each VPC.
    pub(crate) instances: Vec<Vec<String>>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    Nothing,
    Peering,
    Hub,
}

/// The subnets of a VPC.
const SUBNETS: [&str; 3] = ["a", "b", "c"];

/// Draws a design.
pub(crate) fn draw(rolls: &[u16]) -> String {
    let mut dice = Dice::new(rolls);
    let count = dice.pick(&[1, 2, 2, 3, 1]);
    let joint = match count {
        1 => dice.pick(&[Joint::Nothing, Joint::Nothing, Joint::Hub]),
        _ => dice.pick(&[Joint::Peering, Joint::Hub, Joint::Hub]),
    };
    let has_six = dice.yes(35);
    let mut drawing = Drawing {
        dice,
        text: String::new(),
        late: String::new(),
        has_six,
        joint,
        boxes: vec![vec![]; count],
        instances: vec![vec![]; count],
    };
    for vpc in 0..count {
        drawing.vpc(vpc);
    }
    for vpc in 0..count {
        drawing.tables(vpc);
    }
    match joint {
        Joint::Nothing => {}
        Joint::Peering => drawing.peerings(count),
        Joint::Hub => drawing.hub(count),
    }
    drawing.gateways(count);
    drawing.balancers();
    format!("{}{}", drawing.text, drawing.late)
}

impl Drawing<'_> {
    pub(crate) fn line(&mut self, line: &str) {
        let _ = writeln!(self.text, "{line}");
    }

    pub(crate) fn later(&mut self, line: &str) {
        let _ = writeln!(self.late, "{line}");
    }

    fn vpc(&mut self, vpc: usize) {
        self.line(&format!("vpc v{vpc} CidrBlock=10.{vpc}.0.0/16"));
        for number in 0..3 {
            let line = group(&mut self.dice, vpc, number, self.has_six);
            self.line(&line);
        }
        for acl in 0..2 {
            self.line(&format!("  acl n{vpc}{acl}"));
            for line in entries(&mut self.dice, &format!("n{vpc}{acl}"), self.has_six) {
                self.line(&line);
            }
        }
        if self.has_six {
            let line = format!(
                "AWS::EC2::VPCCidrBlock six{vpc} VpcId=@v{vpc} AmazonProvidedIpv6CidrBlock=true"
            );
            self.line(&line);
        }
        for (number, name) in SUBNETS.iter().enumerate() {
            self.subnet(vpc, number, name);
        }
    }

    fn subnet(&mut self, vpc: usize, number: usize, name: &str) {
        let is_public = self.dice.yes(60);
        let zone = self.dice.pick(&["", "a", "a", "b"]);
        let mut line = format!(
            "subnet s{vpc}{name} VpcId=@v{vpc} CidrBlock=10.{vpc}.{}.0/24 MapPublicIpOnLaunch={is_public}",
            number + 1
        );
        if !zone.is_empty() {
            let _ = write!(line, " AvailabilityZone=us-east-1{zone}");
        }
        if self.has_six {
            let _ = write!(
                line,
                " Ipv6CidrBlock=2600:1f00:0:{vpc}0{number}::/64 AssignIpv6AddressOnCreation=true"
            );
        }
        self.line(&line);
        let acl = self.dice.pick(&["", "", "", "0", "1"]);
        if !acl.is_empty() {
            self.later(&format!(
                "aclassociation ac{vpc}{name} SubnetId=@s{vpc}{name} NetworkAclId=@n{vpc}{acl}"
            ));
        }
        for index in 0..=self.dice.below(2) {
            self.host(
                vpc,
                &format!("s{vpc}{name}"),
                &format!("h{vpc}{name}{index}"),
            );
        }
    }

    /// Some kind of host.
    fn host(&mut self, vpc: usize, subnet: &str, name: &str) {
        let groups = match self.dice.below(4) {
            0 | 1 => format!("[@g{vpc}0.GroupId]"),
            2 => format!("[@g{vpc}1.GroupId]"),
            _ => format!("[@g{vpc}0.GroupId, @g{vpc}2.GroupId]"),
        };
        let instance =
            format!("AWS::EC2::Instance {name} SubnetId=@{subnet} SecurityGroupIds={groups}");
        let line = match self.dice.below(10) {
            0..=4 => {
                self.instances[vpc].push(name.to_owned());
                instance
            }
            5 => {
                self.boxes[vpc].push(format!("InstanceId=@{name}"));
                format!("{instance} SourceDestCheck=false")
            }
            6 => {
                self.boxes[vpc].push(format!("InstanceId=@{name}"));
                format!("{instance} SourceDestCheck=false Tags=[{{Key=forward, Value=nat}}]")
            }
            7 => {
                self.boxes[vpc].push(format!("NatGatewayId=@{name}"));
                let kind = if self.dice.yes(25) {
                    "ConnectivityType=private".to_owned()
                } else {
                    self.later(&format!("eip e{name}"));
                    format!("AllocationId=@e{name}.AllocationId")
                };
                format!("AWS::EC2::NatGateway {name} SubnetId=@{subnet} {kind}")
            }
            8 => format!(
                "AWS::Lambda::Function {name} VpcConfig={{SubnetIds=[@{subnet}], SecurityGroupIds={groups}}}"
            ),
            _ => format!(
                "AWS::EC2::VPCEndpoint {name} VpcId=@v{vpc} VpcEndpointType=Interface ServiceName=com.amazonaws.us-east-1.sqs SubnetIds=[@{subnet}] SecurityGroupIds={groups}"
            ),
        };
        self.line(&line);
    }

    /// A table for most subnets.
    fn tables(&mut self, vpc: usize) {
        for name in SUBNETS {
            if !self.dice.yes(90) {
                continue;
            }
            let table = format!("t{vpc}{name}");
            self.line(&format!("routetable {table} VpcId=@v{vpc}"));
            let mut number = 0;
            for (blocks, chance) in [
                (&["0.0.0.0/0"][..], 95),
                (&["10.0.0.0/16", "10.1.0.0/16", "10.0.0.0/8"], 60),
                (&["10.2.0.0/16", "10.1.2.0/24", "192.168.0.0/16"], 45),
                (&["10.0.1.0/24", "10.0.2.0/24", "10.0.3.0/24"], 10),
            ] {
                let block = self.dice.pick(blocks);
                if self.dice.yes(chance) && block != format!("10.{vpc}.0.0/16") {
                    number += 1;
                    let target = self.target(vpc, block);
                    self.line(&format!(
                        "  route r{vpc}{name}{number} DestinationCidrBlock={block} {target}"
                    ));
                }
            }
            if self.has_six {
                let target = self.six(vpc);
                self.line(&format!(
                    "  route x{vpc}{name} DestinationIpv6CidrBlock=\"::/0\" {target}"
                ));
            }
            self.later(&format!(
                "tableassociation ta{vpc}{name} SubnetId=@s{vpc}{name} RouteTableId=@{table}"
            ));
        }
    }

    fn target(&mut self, vpc: usize, block: &str) -> String {
        let igw = format!("GatewayId=@igw{vpc}");
        let vgw = format!("GatewayId=@vgw{vpc}");
        let joined = match self.joint {
            Joint::Nothing => igw.clone(),
            Joint::Peering => format!("VpcPeeringConnectionId=@p{}", usize::from(vpc == 2)),
            Joint::Hub => "TransitGatewayId=@tgw".to_owned(),
        };
        let count = self.boxes[vpc].len();
        let chosen = self.dice.below(count.max(1));
        let through = self.boxes[vpc].get(chosen).cloned();
        let within = |part: &str| block.starts_with(&format!("10.{vpc}.{part}"));
        if within("") {
            return through.unwrap_or(igw);
        }
        match (block, self.dice.below(8)) {
            ("0.0.0.0/0", 0..=3) => igw,
            ("0.0.0.0/0", 4..=6) => through.unwrap_or(igw),
            ("192.168.0.0/16", 0..=5) if self.joint != Joint::Hub => vgw,
            (_, 7) => through.unwrap_or(vgw),
            _ => joined,
        }
    }

    fn six(&mut self, vpc: usize) -> String {
        match (self.dice.below(4), self.joint) {
            (0 | 1, _) => format!("GatewayId=@igw{vpc}"),
            (2, Joint::Hub) => "TransitGatewayId=@tgw".to_owned(),
            _ => format!("EgressOnlyInternetGatewayId=@out{vpc}"),
        }
    }

    fn peerings(&mut self, count: usize) {
        self.line("AWS::EC2::VPCPeeringConnection p0 VpcId=@v0 PeerVpcId=@v1");
        if count == 3 {
            self.line("AWS::EC2::VPCPeeringConnection p1 VpcId=@v1 PeerVpcId=@v2");
        }
    }

    fn hub(&mut self, count: usize) {
        let tells = self.dice.pick(&["enable", "disable"]);
        let joins = self.dice.pick(&["enable", "enable", "disable"]);
        self.line(&format!(
            "AWS::EC2::TransitGateway tgw SecurityGroupReferencingSupport={tells} DefaultRouteTableAssociation={joins}"
        ));
        self.line("AWS::EC2::TransitGatewayRouteTable shared TransitGatewayId=@tgw");
        for vpc in 0..count {
            let first = self.dice.pick(&SUBNETS);
            let second = self.dice.pick(&SUBNETS);
            let mut subnets = format!("@s{vpc}{first}");
            if second != first {
                let _ = write!(subnets, ", @s{vpc}{second}");
            }
            let keeps = self.dice.pick(&["disable", "disable", "enable"]);
            let six = if self.has_six { "enable" } else { "disable" };
            self.line(&format!(
                "AWS::EC2::TransitGatewayVpcAttachment at{vpc} TransitGatewayId=@tgw VpcId=@v{vpc} SubnetIds=[{subnets}] Options={{ApplianceModeSupport={keeps}, Ipv6Support={six}}}"
            ));
            if joins == "disable" && self.dice.yes(80) {
                self.line(&format!("AWS::EC2::TransitGatewayRouteTableAssociation as{vpc} TransitGatewayAttachmentId=@at{vpc} TransitGatewayRouteTableId=@shared"));
            }
            if self.dice.yes(80) {
                self.line(&format!("AWS::EC2::TransitGatewayRouteTablePropagation pr{vpc} TransitGatewayAttachmentId=@at{vpc} TransitGatewayRouteTableId=@shared"));
            }
        }
        for (number, block) in ["0.0.0.0/0", "10.1.2.0/24", "10.2.0.0/16"]
            .iter()
            .enumerate()
        {
            for table in ["tgw", "shared"] {
                let target = match self.dice.below(6) {
                    0 | 1 => continue,
                    2 => "Blackhole=true".to_owned(),
                    _ => format!("TransitGatewayAttachmentId=@at{}", self.dice.below(count)),
                };
                self.line(&format!("AWS::EC2::TransitGatewayRoute tr{number}{table} TransitGatewayRouteTableId=@{table} DestinationCidrBlock={block} {target}"));
            }
        }
        if self.dice.yes(40) {
            self.line("AWS::EC2::CustomerGateway device Type=ipsec.1 IpAddress=203.0.113.9");
            self.line("AWS::EC2::VPNConnection vpn Type=ipsec.1 TransitGatewayId=@tgw CustomerGatewayId=@device");
        }
    }

    /// The gateways of every VPC, and what edge tables send through boxes.
    fn gateways(&mut self, count: usize) {
        for vpc in 0..count {
            self.line(&format!("igw igw{vpc}"));
            self.line(&format!("AWS::EC2::VPNGateway vgw{vpc} Type=ipsec.1"));
            self.line(&format!(
                "AWS::EC2::EgressOnlyInternetGateway out{vpc} VpcId=@v{vpc}"
            ));
            for (gateway, key, chance) in [("igw", "Internet", 90), ("vgw", "Vpn", 50)] {
                if self.dice.yes(chance) {
                    self.later(&format!(
                        "attachment ga{vpc}{gateway} VpcId=@v{vpc} {key}GatewayId=@{gateway}{vpc}"
                    ));
                }
            }
            let instance = self.boxes[vpc]
                .iter()
                .find(|it| it.starts_with("InstanceId"));
            if let Some(target) = instance.cloned()
                && self.dice.yes(40)
            {
                let number = self.dice.pick(&[1, 2, 3]);
                let gateway = self.dice.pick(&["igw", "igw", "vgw"]);
                self.line(&format!("routetable edge{vpc} VpcId=@v{vpc}"));
                self.line(&format!(
                    "  route in{vpc} DestinationCidrBlock=10.{vpc}.{number}.0/24 {target}"
                ));
                self.later(&format!("AWS::EC2::GatewayRouteTableAssociation ed{vpc} GatewayId=@{gateway}{vpc} RouteTableId=@edge{vpc}"));
            }
            if self.dice.yes(50) {
                let table = self.dice.pick(&SUBNETS);
                if self.text.contains(&format!("routetable t{vpc}{table} ")) {
                    self.later(&format!("AWS::EC2::VPCEndpoint buckets{vpc} VpcId=@v{vpc} ServiceName=com.amazonaws.us-east-1.s3 RouteTableIds=[@t{vpc}{table}]"));
                }
            }
        }
    }
}
