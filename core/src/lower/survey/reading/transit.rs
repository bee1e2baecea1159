//! Reads peering connections and transit gateways.

use indexmap::IndexMap;

use super::{Reader, block, choice, text, truth};
use crate::lower::survey::{
    Fact, Peering, TransitAttachment, TransitAttachmentKind, TransitGateway, TransitJoin,
    TransitRoute, TransitTable,
};
use crate::template::{LogicalId, Resource};

/// How transit gateways write yes and no.
const SUPPORT: &[(&str, bool)] = &[("enable", true), ("disable", false)];

/// The resources that attach something, beside VPN connections.
const ATTACHMENTS: [(&str, TransitAttachmentKind); 4] = [
    (
        "AWS::EC2::TransitGatewayVpcAttachment",
        TransitAttachmentKind::Vpc,
    ),
    (
        "AWS::EC2::TransitGatewayAttachment",
        TransitAttachmentKind::Vpc,
    ),
    (
        "AWS::EC2::TransitGatewayPeeringAttachment",
        TransitAttachmentKind::Peering,
    ),
    (
        "AWS::EC2::TransitGatewayConnect",
        TransitAttachmentKind::Connect,
    ),
];

impl Reader<'_> {
    pub(in super::super) fn peerings(&self) -> IndexMap<LogicalId, Peering> {
        let setting = self.evaluator.setting();
        let all = self.of_kind("AWS::EC2::VPCPeeringConnection");
        let read = all.map(|(id, resource)| {
            let peer_owner = text(self.property(resource, "PeerOwnerId"));
            let peer_region = text(self.property(resource, "PeerRegion"));
            let leaves = peer_owner.known().is_some_and(|it| *it != setting.account)
                || peer_region.known().is_some_and(|it| *it != setting.region);
            let peer = match self.named(resource, "PeerVpcId") {
                Fact::Known(id) if leaves => Fact::Elsewhere(id.to_string()),
                fact => fact,
            };
            let peering = Peering {
                id: id.clone(),
                vpc: self.named(resource, "VpcId"),
                peer,
                peer_owner,
                peer_region,
            };
            (id.clone(), peering)
        });
        read.collect()
    }

    pub(in super::super) fn transit_gateways(&self) -> IndexMap<LogicalId, TransitGateway> {
        let all = self.of_kind("AWS::EC2::TransitGateway");
        let read = all.map(|(id, resource)| {
            let is = |path: &str, otherwise| {
                choice(self.property(resource, path), SUPPORT).or(otherwise)
            };
            let gateway = TransitGateway {
                id: id.clone(),
                default_association: is("DefaultRouteTableAssociation", true),
                default_propagation: is("DefaultRouteTablePropagation", true),
                references_groups: is("SecurityGroupReferencingSupport", false),
            };
            (id.clone(), gateway)
        });
        read.collect()
    }

    pub(in super::super) fn transit_attachments(&self) -> IndexMap<LogicalId, TransitAttachment> {
        let mut found = IndexMap::new();
        for (name, kind) in ATTACHMENTS {
            for (id, resource) in self.of_kind(name) {
                found.insert(id.clone(), self.transit_attachment(id, resource, kind));
            }
        }
        for (id, resource) in self.of_kind("AWS::EC2::VPNConnection") {
            if !self.named(resource, "TransitGatewayId").is_absent() {
                let kind = TransitAttachmentKind::Vpn;
                found.insert(id.clone(), self.transit_attachment(id, resource, kind));
            }
        }
        found
    }

    fn transit_attachment(
        &self,
        id: &LogicalId,
        resource: &Resource,
        kind: TransitAttachmentKind,
    ) -> TransitAttachment {
        let option = |path: &str, otherwise| {
            let fact = choice(self.property(resource, path), SUPPORT);
            fact.or(otherwise)
        };
        let mut subnets = self.used_list(resource, &"SubnetIds".into());
        subnets.extend(self.used_list(resource, &"AddSubnetIds".into()));
        let removed = self.used_list(resource, &"RemoveSubnetIds".into());
        subnets.retain(|used| removed.iter().all(|it| it.id != used.id));
        TransitAttachment {
            id: id.clone(),
            kind,
            gateway: self.named(resource, "TransitGatewayId"),
            vpc: self.named(resource, "VpcId"),
            subnets,
            appliance_mode: option("Options.ApplianceModeSupport", false),
            references_groups: option("Options.SecurityGroupReferencingSupport", true),
            carries_ipv6: option("Options.Ipv6Support", false),
            peer: self.named(resource, "PeerTransitGatewayId"),
        }
    }

    /// Tables without the routes that stand as resources of their own.
    pub(in super::super) fn transit_tables(&self) -> IndexMap<LogicalId, TransitTable> {
        let all = self.of_kind("AWS::EC2::TransitGatewayRouteTable");
        let read = all.map(|(id, resource)| {
            let table = TransitTable {
                id: id.clone(),
                gateway: self.named(resource, "TransitGatewayId"),
                routes: Vec::new(),
            };
            (id.clone(), table)
        });
        read.collect()
    }

    pub(in super::super) fn transit_joins(&self, kind: &'static str) -> Vec<TransitJoin> {
        let all = self.of_kind(kind);
        let read = all.map(|(id, resource)| TransitJoin {
            id: id.clone(),
            attachment: self.named(resource, "TransitGatewayAttachmentId"),
            table: self.named(resource, "TransitGatewayRouteTableId"),
        });
        read.collect()
    }

    pub(in super::super) fn transit_routes(&self) -> IndexMap<LogicalId, TransitRoute> {
        let all = self.of_kind("AWS::EC2::TransitGatewayRoute");
        let read = all.map(|(id, resource)| {
            let route = TransitRoute {
                id: id.clone(),
                table: self.named(resource, "TransitGatewayRouteTableId"),
                destination: block(self.property(resource, "DestinationCidrBlock")),
                attachment: self.named(resource, "TransitGatewayAttachmentId"),
                is_blackhole: truth(self.property(resource, "Blackhole")).or(false),
            };
            (id.clone(), route)
        });
        read.collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::fixture::design;
    use crate::lower::survey::{Fact, Survey, TransitAttachmentKind};

    #[test]
    fn a_peer_in_another_account_or_region_is_elsewhere() {
        let survey = Survey::of(&design(
            "vpc one CidrBlock=10.0.0.0/16
vpc two CidrBlock=10.1.0.0/16
AWS::EC2::VPCPeeringConnection here VpcId=@one PeerVpcId=@two PeerOwnerId=\"123456789012\"
AWS::EC2::VPCPeeringConnection there VpcId=@one PeerVpcId=@two PeerRegion=eu-west-1
AWS::EC2::VPCPeeringConnection other VpcId=@one PeerVpcId=vpc-1 PeerOwnerId=\"210987654321\"",
        ));
        let peer = |id: &str| survey.peerings[id].peer.clone();
        assert_eq!(peer("here"), Fact::Known("two".into()));
        assert_eq!(peer("there"), Fact::Elsewhere("two".to_owned()));
        assert_eq!(peer("other"), Fact::Elsewhere("vpc-1".to_owned()));
        assert_eq!(
            survey.peerings["other"].peer_owner,
            Fact::Known("210987654321".to_owned())
        );
    }

    #[test]
    fn a_transit_gateway_is_read_with_all_that_is_attached() {
        let survey = Survey::of(&design(
            "vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
  subnet b CidrBlock=10.0.2.0/24
  subnet c CidrBlock=10.0.3.0/24
AWS::EC2::TransitGateway hub DefaultRouteTableAssociation=disable SecurityGroupReferencingSupport=enable
AWS::EC2::TransitGatewayVpcAttachment near TransitGatewayId=@hub VpcId=@main SubnetIds=[@a, @b] AddSubnetIds=[@c] RemoveSubnetIds=[@b] Options={ApplianceModeSupport=enable, Ipv6Support=enable, SecurityGroupReferencingSupport=disable}
AWS::EC2::VPNConnection line Type=ipsec.1 TransitGatewayId=@hub CustomerGatewayId=@device
AWS::EC2::VPNConnection other Type=ipsec.1 VpnGatewayId=vgw-1
AWS::EC2::CustomerGateway device IpAddress=203.0.113.9 Type=ipsec.1
AWS::EC2::TransitGatewayPeeringAttachment far TransitGatewayId=@hub PeerTransitGatewayId=tgw-1
AWS::EC2::TransitGatewayRouteTable table TransitGatewayId=@hub
AWS::EC2::TransitGatewayRouteTableAssociation uses TransitGatewayAttachmentId=@near TransitGatewayRouteTableId=@table
AWS::EC2::TransitGatewayRouteTablePropagation tells TransitGatewayAttachmentId=@far.TransitGatewayAttachmentId TransitGatewayRouteTableId=@table
AWS::EC2::TransitGatewayRoute drop TransitGatewayRouteTableId=@table DestinationCidrBlock=10.9.0.0/16 Blackhole=true
AWS::EC2::TransitGatewayRoute odd TransitGatewayRouteTableId=[] DestinationCidrBlock={} Blackhole=maybe",
        ));
        let hub = &survey.transit_gateways["hub"];
        assert_eq!(hub.default_association, Fact::Known(false));
        assert_eq!(hub.default_propagation, Fact::Known(true));
        assert_eq!(hub.references_groups, Fact::Known(true));
        let near = &survey.transit_attachments["near"];
        let subnets: Vec<_> = near.subnets.iter().map(|used| used.id.clone()).collect();
        assert_eq!(subnets, [Fact::Known("a".into()), Fact::Known("c".into())]);
        assert_eq!(near.appliance_mode, Fact::Known(true));
        assert_eq!(near.references_groups, Fact::Known(false));
        assert_eq!(near.carries_ipv6, Fact::Known(true));
        let line = &survey.transit_attachments["line"];
        assert_eq!(line.kind, TransitAttachmentKind::Vpn);
        assert!(!survey.transit_attachments.contains_key("other"));
        let far = &survey.transit_attachments["far"];
        assert_eq!(far.peer, Fact::Elsewhere("tgw-1".to_owned()));
        assert_eq!(far.references_groups, Fact::Known(true));
        assert_eq!(far.carries_ipv6, Fact::Known(false));
        assert_eq!(survey.transit_tables["table"].routes, ["drop".into()]);
        let tells = &survey.transit_propagations[0];
        assert_eq!(tells.attachment, Fact::Known("far".into()));
        assert_eq!(survey.transit_associations.len(), 1);
        let drop = &survey.transit_routes["drop"];
        assert_eq!(drop.is_blackhole, Fact::Known(true));
        assert!(matches!(
            survey.transit_routes["odd"].destination,
            Fact::Malformed(_)
        ));
    }
}
