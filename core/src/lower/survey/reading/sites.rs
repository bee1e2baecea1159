//! Reads VPN connections, what is behind them, and Direct Connect.

use indexmap::IndexMap;

use super::{Reader, address, block, net, truth};
use crate::catalogue::ec2;
use crate::lower::survey::{
    CustomerGateway, DirectConnectAssociation, Fact, Propagation, SiteBlock, VpnConnection,
};
use crate::template::{LogicalId, Resource};

impl Reader<'_> {
    pub(in super::super) fn propagations(&self) -> Vec<Propagation> {
        let mut found = Vec::new();
        for (id, resource) in self.of_kind(ec2::vpn_gateway_route_propagation::ENTRY.kind) {
            let gateway = self.named(resource, "VpnGatewayId");
            let tables = self.used_list(resource, &"RouteTableIds".into());
            found.extend(tables.into_iter().map(|used| Propagation {
                id: id.clone(),
                path: used.path,
                table: used.id,
                gateway: gateway.clone(),
            }));
        }
        found
    }

    pub(in super::super) fn site_blocks(&self) -> Vec<SiteBlock> {
        let all = self.of_kind(ec2::vpn_connection_route::ENTRY.kind);
        let read = all.map(|(id, resource)| {
            let named = self.named(resource, "VpnConnectionId");
            let template = self.evaluator.template();
            let connection = named.known().and_then(|id| template.resource(id));
            let gateway = |resource: &Resource| self.named(resource, "VpnGatewayId");
            SiteBlock {
                id: id.clone(),
                connection: named,
                gateway: connection.map_or(Fact::Absent, gateway),
                block: block(self.property(resource, "DestinationCidrBlock")),
            }
        });
        read.collect()
    }

    pub(in super::super) fn vpn_connections(&self) -> IndexMap<LogicalId, VpnConnection> {
        let all = self.of_kind(ec2::vpn_connection::ENTRY.kind);
        let read = all.map(|(id, resource)| {
            // "Local" is the side of the device.
            let local = ["LocalIpv4NetworkCidr", "LocalIpv6NetworkCidr"];
            let local = local.map(|path| net(self.property(resource, path)));
            let is_static = truth(self.property(resource, "StaticRoutesOnly"));
            let connection = VpnConnection {
                id: id.clone(),
                gateway: self.named(resource, "VpnGatewayId"),
                transit_gateway: self.named(resource, "TransitGatewayId"),
                customer_gateway: self.named(resource, "CustomerGatewayId"),
                is_static: is_static.or(false),
                site_blocks: local.into_iter().filter(|it| !it.is_absent()).collect(),
            };
            (id.clone(), connection)
        });
        read.collect()
    }

    pub(in super::super) fn customer_gateways(&self) -> IndexMap<LogicalId, CustomerGateway> {
        let all = self.of_kind(ec2::customer_gateway::ENTRY.kind);
        let read = all.map(|(id, resource)| {
            let gateway = CustomerGateway {
                id: id.clone(),
                address: address(self.property(resource, "IpAddress")),
            };
            (id.clone(), gateway)
        });
        read.collect()
    }

    pub(in super::super) fn direct_connects(&self) -> Vec<DirectConnectAssociation> {
        let all = self.of_kind("AWS::DirectConnect::DirectConnectGatewayAssociation");
        let read = all.map(|(id, resource)| {
            let allowed = "AllowedPrefixesToDirectConnectGateway";
            let allowed = self.elements(resource, &allowed.into()).into_iter();
            DirectConnectAssociation {
                id: id.clone(),
                direct_connect: self.named(resource, "DirectConnectGatewayId"),
                gateway: self.named(resource, "AssociatedGatewayId"),
                allowed: allowed.map(|(_, value)| net(value)).collect(),
            }
        });
        read.collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::fixture::design;
    use crate::lower::survey::{Fact, Survey};

    #[test]
    fn connections_know_where_they_end_and_what_is_behind_them() {
        let survey = Survey::of(&design(
            "AWS::EC2::VPNGateway vgw
AWS::EC2::CustomerGateway device IpAddress=203.0.113.9
AWS::EC2::VPNConnection line VpnGatewayId=@vgw CustomerGatewayId=@device StaticRoutesOnly=true RemoteIpv4NetworkCidr=10.0.0.0/16 LocalIpv4NetworkCidr=192.168.0.0/16
AWS::EC2::VPNConnection odd VpnGatewayId=[] StaticRoutesOnly=perhaps
AWS::EC2::VPNConnectionRoute known VpnConnectionId=@line DestinationCidrBlock=192.168.1.0/24
AWS::DirectConnect::DirectConnectGatewayAssociation dx AssociatedGatewayId=@vgw DirectConnectGatewayId=dx-1 AllowedPrefixesToDirectConnectGateway=[10.0.0.0/16, x]",
        ));
        let line = &survey.vpn_connections["line"];
        assert_eq!(line.gateway, Fact::Known("vgw".into()));
        assert!(line.transit_gateway.is_absent());
        assert_eq!(line.is_static, Fact::Known(true));
        let site = "192.168.0.0/16".parse().unwrap();
        assert_eq!(line.site_blocks, [Fact::Known(site)]);
        let odd = &survey.vpn_connections["odd"];
        assert!(matches!(odd.is_static, Fact::Malformed(_)));
        let known = &survey.site_blocks[0];
        assert_eq!(known.connection, Fact::Known("line".into()));
        assert_eq!(known.gateway, Fact::Known("vgw".into()));
        let dx = &survey.direct_connects[0];
        assert_eq!(dx.gateway, Fact::Known("vgw".into()));
        assert_eq!(dx.allowed[0], Fact::Known("10.0.0.0/16".parse().unwrap()));
        assert!(matches!(dx.allowed[1], Fact::Malformed(_)));
    }
}
