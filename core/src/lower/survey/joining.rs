//! What follows from several resources together: which table and network ACL
//! a subnet has, which routes a table has, and how a subnet's default route
//! leaves.

use super::{Fact, GatewayKind, RouteTable, Survey, Tier};
use crate::template::LogicalId;

impl Survey {
    /// Joins what was read resource by resource.
    pub(super) fn join(&mut self) {
        for route in self.routes.values() {
            let table = route.table.known();
            if let Some(table) = table.and_then(|table| self.tables.get_mut(table)) {
                table.routes.push(route.id.clone());
            }
        }
        for route in self.transit_routes.values() {
            let table = route.table.known();
            if let Some(table) = table.and_then(|table| self.transit_tables.get_mut(table)) {
                table.routes.push(route.id.clone());
            }
        }
        for association in &self.edge_associations {
            let (Fact::Known(gateway), Fact::Known(table)) =
                (&association.gateway, &association.table)
            else {
                continue;
            };
            if let Some(gateway) = self.gateways.get_mut(gateway) {
                gateway.table = Some(table.clone());
            }
            if let Some(table) = self.tables.get_mut(table) {
                push_new(&mut table.gateways, gateway);
            }
        }
        for association in &self.table_associations {
            let (Some(subnet), Fact::Known(to)) = (association.subnet.known(), &association.to)
            else {
                continue;
            };
            if let Some(subnet) = self.subnets.get_mut(subnet) {
                subnet.table = Some(to.clone());
            }
            if let Some(table) = self.tables.get_mut(to) {
                push_new(&mut table.subnets, subnet);
            }
        }
        for association in &self.acl_associations {
            let (Some(subnet), Fact::Known(to)) = (association.subnet.known(), &association.to)
            else {
                continue;
            };
            if let Some(subnet) = self.subnets.get_mut(subnet) {
                // What a VPC gives as its attribute is its default one.
                let is_default = self.vpcs.contains_key(to);
                subnet.acl = (!is_default).then(|| to.clone());
            }
            if let Some(acl) = self.network_acls.get_mut(to) {
                push_new(&mut acl.subnets, subnet);
            }
        }
        let tiers: Vec<Tier> = self
            .subnets
            .values()
            .map(|subnet| {
                let table = subnet.table.as_ref().and_then(|id| self.tables.get(id));
                table.map_or(Tier::Isolated, |table| self.tier(table))
            })
            .collect();
        for (subnet, tier) in self.subnets.values_mut().zip(tiers) {
            subnet.tier = tier;
        }
    }

    /// How the default routes of a table leave: the most public of them.
    ///
    /// <https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html#subnet-types>
    fn tier(&self, table: &RouteTable) -> Tier {
        let routes = table.routes.iter().filter_map(|id| self.routes.get(id));
        let defaults = routes.filter(|route| {
            let block = route.destination.known();
            block.is_some_and(|block| block.block().prefix_len() == 0)
        });
        let targets = defaults.flat_map(|route| &route.targets);
        let written = targets.map(|target| match &target.target {
            Fact::Known(id) if self.is_internet(id) => Tier::Public,
            Fact::Elsewhere(id) if id.starts_with("igw-") => Tier::Public,
            _ => Tier::Private,
        });
        let propagated = self
            .propagations
            .iter()
            .filter(|propagation| propagation.table.known() == Some(&table.id))
            .map(|_| Tier::Private);
        written.chain(propagated).min().unwrap_or(Tier::Isolated)
    }

    fn is_internet(&self, id: &LogicalId) -> bool {
        let gateway = self.gateways.get(id);
        gateway.is_some_and(|gateway| gateway.kind == GatewayKind::Internet)
    }
}

fn push_new(ids: &mut Vec<LogicalId>, id: &LogicalId) {
    if !ids.contains(id) {
        ids.push(id.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::design;

    /// Two subnets, one with a table; `routes` is what stands in the table.
    fn tier(routes: &str) -> Tier {
        let text = format!(
            "vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
  subnet b CidrBlock=10.0.2.0/24
    AWS::EC2::NatGateway nat
  AWS::EC2::RouteTable table
{routes}
AWS::EC2::SubnetRouteTableAssociation joins SubnetId=@a RouteTableId=@table
AWS::EC2::InternetGateway igw
AWS::EC2::VPNGateway vgw"
        );
        let survey = Survey::of(&design(&text));
        assert_eq!(survey.subnets["b"].tier, Tier::Isolated);
        assert_eq!(survey.tables["table"].subnets, ["a".into()]);
        survey.subnets["a"].tier
    }

    #[test]
    fn the_default_route_makes_the_tier() {
        let route = |words: &str| tier(&format!("    AWS::EC2::Route out {words}"));
        assert_eq!(tier(""), Tier::Isolated);
        assert_eq!(
            route("DestinationCidrBlock=0.0.0.0/0 GatewayId=@igw"),
            Tier::Public
        );
        assert_eq!(
            route("DestinationIpv6CidrBlock=\"::/0\" GatewayId=@igw"),
            Tier::Public
        );
        assert_eq!(
            route("DestinationCidrBlock=0.0.0.0/0 NatGatewayId=@nat"),
            Tier::Private
        );
        assert_eq!(
            route("DestinationCidrBlock=0.0.0.0/0 GatewayId=@vgw"),
            Tier::Private
        );
        assert_eq!(
            route("DestinationCidrBlock=192.168.0.0/16 GatewayId=@igw"),
            Tier::Isolated
        );
        assert_eq!(
            tier(
                "AWS::EC2::VPNGatewayRoutePropagation learns VpnGatewayId=@vgw RouteTableIds=[@table]"
            ),
            Tier::Private
        );
    }

    #[test]
    fn the_last_association_of_a_subnet_counts() {
        let survey = Survey::of(&design(
            "vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
  AWS::EC2::RouteTable one
  AWS::EC2::RouteTable two
  AWS::EC2::NetworkAcl acl
AWS::EC2::SubnetRouteTableAssociation first SubnetId=@a RouteTableId=@one
AWS::EC2::SubnetRouteTableAssociation second SubnetId=@a RouteTableId=@two
AWS::EC2::SubnetNetworkAclAssociation guard SubnetId=@a NetworkAclId=@acl",
        ));
        assert_eq!(survey.subnets["a"].table, Some("two".into()));
        assert_eq!(survey.subnets["a"].acl, Some("acl".into()));
        assert_eq!(survey.network_acls["acl"].subnets, ["a".into()]);
    }
}
