//! Reads networks and the ways through them, and from these each subnet's
//! table, network ACL and tier.

use indexmap::IndexMap;

use super::{Reader, block, text, truth};
use crate::catalogue::ec2;
use crate::cidr::Parsed;
use crate::lower::survey::{
    Association, Block, Fact, Gateway, GatewayKind, Route, RouteTable, RouteTarget, Subnet, Tier,
    Vpc,
};
use crate::sorting;
use crate::template::{Evaluated, LogicalId, PropertyPath, Resource, Unknown, Value};

/// Every property of a route that names a target.
///
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-route.html>
const TARGETS: [&str; 11] = [
    "GatewayId",
    "NatGatewayId",
    "InstanceId",
    "NetworkInterfaceId",
    "EgressOnlyInternetGatewayId",
    "TransitGatewayId",
    "VpcPeeringConnectionId",
    "VpcEndpointId",
    "CarrierGatewayId",
    "LocalGatewayId",
    "CoreNetworkArn",
];

impl Reader<'_> {
    pub(in super::super) fn vpcs(&self) -> IndexMap<LogicalId, Vpc> {
        let mut vpcs = IndexMap::new();
        for (id, resource) in self.of_kind(ec2::Vpc::KIND) {
            let cidr = self.ipv4_block(id, resource);
            let is_on =
                |path, otherwise| self.property(resource, path).truth().unwrap_or(otherwise);
            let vpc = Vpc {
                id: id.clone(),
                blocks: own_block(id, "CidrBlock", &cidr).into_iter().collect(),
                cidr,
                open_blocks: Vec::new(),
                dns_support: is_on("EnableDnsSupport", true),
                dns_hostnames: is_on("EnableDnsHostnames", false),
            };
            vpcs.insert(id.clone(), vpc);
        }
        for (id, resource) in self.of_kind(ec2::VpcCidrBlock::KIND) {
            let owner = self.named(resource, "VpcId");
            let Some(vpc) = owner.known().and_then(|owner| vpcs.get_mut(owner)) else {
                continue;
            };
            let given = Value::attribute(id.as_str(), "Ipv6CidrBlock");
            let given = match self.evaluator.evaluate(&given) {
                Evaluated::Resource { .. } => Fact::Absent,
                value => block(value),
            };
            let both = [
                ("CidrBlock", self.ipv4_block(id, resource)),
                ("Ipv6CidrBlock", given),
            ];
            for (path, fact) in both {
                match own_block(id, path, &fact) {
                    Some(block) => vpc.blocks.push(block),
                    None if fact.is_absent() => {}
                    None => vpc.open_blocks.push((id.clone(), fact)),
                }
            }
        }
        for vpc in vpcs.values_mut() {
            sorting::sort_by_key(&mut vpc.blocks, |block| block.net.addr().is_ipv6());
        }
        vpcs
    }

    /// An IPv4 block that is written, or that a pool gives.
    fn ipv4_block(&self, id: &LogicalId, resource: &Resource) -> Fact<Parsed> {
        let written = block(self.property(resource, "CidrBlock"));
        if !written.is_absent() || self.property(resource, "Ipv4IpamPoolId") == Evaluated::Absent {
            return written;
        }
        Fact::Unknown(Unknown::Deployment(format!("{id}.CidrBlock")))
    }

    /// Subnets without what other resources give them.
    pub(in super::super) fn subnets(&self) -> IndexMap<LogicalId, Subnet> {
        let all = self.of_kind(ec2::Subnet::KIND);
        let read = all.map(|(id, resource)| {
            let subnet = Subnet {
                id: id.clone(),
                vpc: self.named(resource, "VpcId"),
                cidr: self.ipv4_block(id, resource),
                ipv6_cidr: self.ipv6_block(id, resource),
                ipv6_resource: None,
                assigns_ipv6: truth(self.property(resource, "AssignIpv6AddressOnCreation")),
                is_ipv6_only: truth(self.property(resource, "Ipv6Native")),
                dns64: truth(self.property(resource, "EnableDns64")),
                zone: text(self.property(resource, "AvailabilityZone")),
                maps_public_ip: truth(self.property(resource, "MapPublicIpOnLaunch")),
                table: None,
                acl: None,
                tier: Tier::Isolated,
            };
            (id.clone(), subnet)
        });
        let mut subnets: IndexMap<LogicalId, Subnet> = read.collect();
        for (id, resource) in self.of_kind("AWS::EC2::SubnetCidrBlock") {
            let owner = self.named(resource, "SubnetId");
            let subnet = owner.known().and_then(|owner| subnets.get_mut(owner));
            if let Some(subnet) = subnet.filter(|subnet| subnet.ipv6_cidr.is_absent()) {
                subnet.ipv6_cidr = self.ipv6_block(id, resource);
                subnet.ipv6_resource = Some(id.clone());
            }
        }
        subnets
    }

    /// A subnet's IPv6 block that is written, or that a pool gives.
    fn ipv6_block(&self, id: &LogicalId, resource: &Resource) -> Fact<Parsed> {
        let written = block(self.property(resource, "Ipv6CidrBlock"));
        if !written.is_absent() || self.property(resource, "Ipv6IpamPoolId") == Evaluated::Absent {
            return written;
        }
        Fact::Unknown(Unknown::Deployment(format!("{id}.Ipv6CidrBlock")))
    }

    pub(in super::super) fn tables(&self) -> IndexMap<LogicalId, RouteTable> {
        let all = self.of_kind(ec2::RouteTable::KIND);
        let read = all.map(|(id, resource)| {
            let table = RouteTable {
                id: id.clone(),
                vpc: self.named(resource, "VpcId"),
                routes: Vec::new(),
                subnets: Vec::new(),
                gateways: Vec::new(),
            };
            (id.clone(), table)
        });
        read.collect()
    }

    pub(in super::super) fn routes(&self) -> IndexMap<LogicalId, Route> {
        let all = self.of_kind(ec2::Route::KIND);
        let read = all.map(|(id, resource)| {
            let written = |path: &&str| !self.named(resource, path).is_absent();
            let destination_path = [
                "DestinationCidrBlock",
                "DestinationIpv6CidrBlock",
                "DestinationPrefixListId",
            ]
            .into_iter()
            .find(written);
            let destination = match destination_path {
                Some("DestinationPrefixListId") | None => Fact::Absent,
                Some(path) => block(self.property(resource, path)),
            };
            let targets = TARGETS.into_iter().filter(written).map(|path| RouteTarget {
                path: path.into(),
                target: self.named(resource, path),
            });
            let route = Route {
                id: id.clone(),
                table: self.named(resource, "RouteTableId"),
                destination_path: destination_path.map(PropertyPath::from),
                destination,
                destination_list: self.listed(self.property(resource, "DestinationPrefixListId")),
                targets: targets.collect(),
            };
            (id.clone(), route)
        });
        read.collect()
    }

    pub(in super::super) fn associations(
        &self,
        kind: &'static str,
        property: &str,
    ) -> Vec<Association> {
        let all = self.of_kind(kind);
        let read = all.map(|(id, resource)| Association {
            id: id.clone(),
            subnet: self.named(resource, "SubnetId"),
            to: self.named(resource, property),
        });
        read.collect()
    }

    pub(in super::super) fn gateways(&self) -> IndexMap<LogicalId, Gateway> {
        let mut gateways = IndexMap::new();
        for (kind, leads_to) in [
            (ec2::InternetGateway::KIND, GatewayKind::Internet),
            (ec2::vpn_gateway::ENTRY.kind, GatewayKind::Vpn),
        ] {
            for (id, _) in self.of_kind(kind) {
                let gateway = Gateway {
                    id: id.clone(),
                    kind: leads_to,
                    attachments: Vec::new(),
                    table: None,
                };
                gateways.insert(id.clone(), gateway);
            }
        }
        for (id, resource) in self.of_kind(ec2::VpcGatewayAttachment::KIND) {
            let vpc = self.named(resource, "VpcId");
            for path in ["InternetGatewayId", "VpnGatewayId"] {
                let named = self.named(resource, path);
                if let Some(gateway) = named.known().and_then(|named| gateways.get_mut(named)) {
                    gateway.attachments.push((id.clone(), vpc.clone()));
                }
            }
        }
        gateways
    }
}

fn own_block(resource: &LogicalId, path: &str, fact: &Fact<Parsed>) -> Option<Block> {
    Some(Block {
        resource: resource.clone(),
        path: path.into(),
        net: fact.known()?.block(),
    })
}

#[cfg(test)]
mod tests {
    use crate::fixture::design;
    use crate::lower::survey::{Fact, Survey};

    #[test]
    fn a_vpc_has_the_blocks_that_others_give_it() {
        let survey = Survey::of(&design(
            "vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 Ipv6CidrBlock={Fn::Select=[1, {Fn::Cidr=[{Fn::Select=[0, @main.Ipv6CidrBlocks]}, 256, 64]}]} AssignIpv6AddressOnCreation=true
  subnet b CidrBlock=10.0.2.0/24
AWS::EC2::VPCCidrBlock six VpcId=@main AmazonProvidedIpv6CidrBlock=true
AWS::EC2::VPCCidrBlock more VpcId=@main CidrBlock=10.1.0.0/16
AWS::EC2::VPCCidrBlock pooled VpcId=@main Ipv4IpamPoolId=ipam-pool-1
AWS::EC2::VPCCidrBlock wrong VpcId=@main CidrBlock=10.1.0.0/99
AWS::EC2::SubnetCidrBlock later SubnetId=@b Ipv6CidrBlock=\"2600:1f00:0:2::/64\"",
        ));
        let main = &survey.vpcs["main"];
        let blocks: Vec<String> = main.blocks.iter().map(|it| it.net.to_string()).collect();
        assert_eq!(blocks, ["10.0.0.0/16", "10.1.0.0/16", "2600:1f00::/56"]);
        let open: Vec<&str> = main.open_blocks.iter().map(|it| it.0.as_str()).collect();
        assert_eq!(open, ["pooled", "wrong"]);
        let block = |subnet: &str| {
            let block = survey.subnets[subnet].ipv6_cidr.known().unwrap();
            block.block().to_string()
        };
        assert_eq!(block("a"), "2600:1f00:0:1::/64");
        assert_eq!(survey.subnets["a"].assigns_ipv6, Fact::Known(true));
        let assumed = survey.grounds.assumed["a"][0].to_string();
        assert!(assumed.contains("2600:1f00::/56"), "{assumed}");
        assert_eq!(block("b"), "2600:1f00:0:2::/64");
        assert_eq!(survey.subnets["b"].ipv6_resource, Some("later".into()));
    }
}
