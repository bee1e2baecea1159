//! What a subnet's routes make it, at a first look: enough to place and color
//! it. The verdict with reasons is the reach module's.

use std::collections::HashMap;

use super::fate::{Fate, Fates};
use crate::catalogue::Role;
use crate::template::{Evaluator, LogicalId, Resource};

/// What a subnet's routes make it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tier {
    /// Its default route leads to an Internet gateway.
    Public,
    /// Its default route leads somewhere else, such as a NAT gateway.
    Private,
    /// It has no default route.
    Isolated,
}

/// The tier of every subnet.
pub(super) fn tiers(evaluator: &Evaluator<'_>, fates: &Fates) -> HashMap<LogicalId, Tier> {
    let mut of_table: HashMap<&LogicalId, Tier> = HashMap::new();
    let mut table_of: HashMap<&LogicalId, &LogicalId> = HashMap::new();
    let role = |entry: Option<&crate::catalogue::Entry>| entry.map(|entry| entry.role);
    for (id, entry, fate) in fates.iter() {
        match (role(entry), fate) {
            (Some(Role::Route), Fate::Row(table)) => {
                if let Some(tier) = by_route(evaluator, id) {
                    let known = of_table.entry(table).or_insert(tier);
                    *known = tier.min(*known);
                }
            }
            (Some(Role::RouteTableAssociation), Fate::Arrow(from, to)) => {
                for (subnet, table) in [(from, to), (to, from)] {
                    table_of.entry(subnet).or_insert(table);
                }
            }
            _ => {}
        }
    }
    let subnets = fates
        .iter()
        .filter(|(_, entry, _)| role(*entry) == Some(Role::Subnet));
    subnets
        .map(|(id, ..)| {
            let tier = table_of.get(id).and_then(|table| of_table.get(table));
            (id.clone(), tier.copied().unwrap_or(Tier::Isolated))
        })
        .collect()
}

/// What a default route makes its table; `None` for another route.
fn by_route(evaluator: &Evaluator<'_>, id: &LogicalId) -> Option<Tier> {
    let route = evaluator.template().resource(id)?;
    let text = |property: &str| {
        let value = route.property(property)?;
        evaluator.evaluate(value).text()
    };
    let is_default = text("DestinationCidrBlock").as_deref() == Some("0.0.0.0/0")
        || text("DestinationIpv6CidrBlock").as_deref() == Some("::/0");
    if !is_default {
        return None;
    }
    let gateway = route
        .property("GatewayId")
        .map(|value| evaluator.evaluate(value));
    let kind = gateway
        .as_ref()
        .and_then(|gateway| gateway.resource())
        .and_then(|gateway| evaluator.template().resource(gateway))
        .map(Resource::kind);
    let is_internet = kind.is_some_and(|kind| kind == "AWS::EC2::InternetGateway");
    Some(if is_internet {
        Tier::Public
    } else {
        Tier::Private
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagram::project;
    use crate::fixture::design;

    #[test]
    fn the_default_route_of_its_table_makes_a_subnet_what_it_is() {
        let diagram = project(&design(
            "igw door\nvpc main\n  subnet front\n  subnet middle\n  subnet back\n\
             \x20 routetable out\n    route a DestinationCidrBlock=0.0.0.0/0 GatewayId=@door\n\
             \x20 routetable by\n    route b DestinationCidrBlock=0.0.0.0/0 NatGatewayId=nat-1\n\
             \x20   route c DestinationCidrBlock=10.9.0.0/16 GatewayId=@door\n\
             AWS::EC2::SubnetRouteTableAssociation d SubnetId=@front RouteTableId=@out\n\
             AWS::EC2::SubnetRouteTableAssociation e SubnetId=@middle RouteTableId=@by\n",
        ));
        let tier = |id: &str| diagram.tier(&id.into());
        assert_eq!(tier("front"), Some(Tier::Public));
        assert_eq!(tier("middle"), Some(Tier::Private));
        assert_eq!(tier("back"), Some(Tier::Isolated));
        assert_eq!(tier("main"), None);
    }
}
