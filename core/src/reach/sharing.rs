//! Who has what in common: the subnets of each route table, and the hosts of
//! each security group. Knows no color.

use indexmap::IndexMap;

use crate::lower::{Lowered, Whereabouts};
use crate::message::Message;
use crate::network::{Origin, PlaceId};
use crate::template::LogicalId;

/// A route table or a security group, and who has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// The table or group; the VPC for its main table and its default group,
    /// which are no resources of their own.
    pub resource: LogicalId,
    /// Its name, inside a sentence or alone.
    pub label: Message,
    /// Who has it, in the order of the network.
    pub members: Vec<LogicalId>,
}

/// The route tables that subnets use, each with its subnets.
///
/// <https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html>
pub fn route_tables(lowered: &Lowered) -> Vec<Shared> {
    let network = &lowered.network;
    let uses = network.segments().filter_map(|(_, segment)| {
        let table = network.table(segment.table?)?;
        Some((&table.origin, LogicalId::new(&segment.origin.resource)))
    });
    gather(lowered, uses, |vpc| {
        Message::new("main route table of {vpc}").resource("vpc", vpc)
    })
}

/// The security groups that anybody carries, each with who carries it. Somebody
/// with several is in several.
///
/// <https://docs.aws.amazon.com/vpc/latest/userguide/vpc-security-groups.html>
pub fn security_groups(lowered: &Lowered) -> Vec<Shared> {
    let network = &lowered.network;
    let carriers = lowered.places.iter().flat_map(|(id, place)| {
        let places: Vec<PlaceId> = match place {
            Whereabouts::Interfaces(places) => places.clone(),
            Whereabouts::Balancer(balancer) => network
                .balancer(*balancer)
                .map(|it| it.nodes.clone())
                .unwrap_or_default(),
        };
        places.into_iter().map(move |place| (id, place))
    });
    let carries = carriers.flat_map(|(id, place)| {
        let guards = network.interface(place).map_or(&[][..], |it| &it.guards);
        let guards = guards.iter().filter_map(|guard| network.stateful(*guard));
        guards.map(|guard| (&guard.origin, id.clone()))
    });
    gather(lowered, carries, |vpc| {
        Message::new("default security group of {vpc}").resource("vpc", vpc)
    })
}

/// What has no resource of its own goes by the name of its VPC.
fn gather<'a>(
    lowered: &'a Lowered,
    uses: impl Iterator<Item = (&'a Origin, LogicalId)>,
    of_vpc: fn(&LogicalId) -> Message,
) -> Vec<Shared> {
    let mut gathered: IndexMap<LogicalId, Shared> = IndexMap::new();
    for (origin, member) in uses {
        let resource = LogicalId::new(&origin.resource);
        let shared = gathered.entry(resource).or_insert_with_key(|resource| {
            let label = if super::names::is_vpc(lowered, origin) {
                of_vpc(resource)
            } else {
                super::names::whole(origin)
            };
            Shared {
                resource: resource.clone(),
                label,
                members: Vec::new(),
            }
        });
        if !shared.members.contains(&member) {
            shared.members.push(member);
        }
    }
    gathered.into_values().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::design;
    use crate::lower::survey::Survey;

    const DESIGN: &str = "vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
    instance web SecurityGroupIds=[@open, @shut]
    instance job SecurityGroupIds=[@shut]
  subnet b CidrBlock=10.0.2.0/24
    instance bare
  subnet c CidrBlock=10.0.3.0/24
  AWS::EC2::RouteTable table
  AWS::EC2::SecurityGroup open GroupDescription=open
  AWS::EC2::SecurityGroup shut GroupDescription=shut
AWS::EC2::SubnetRouteTableAssociation one SubnetId=@a RouteTableId=@table
AWS::EC2::SubnetRouteTableAssociation two SubnetId=@c RouteTableId=@table";

    fn told(shared: &[Shared]) -> Vec<String> {
        let told = |it: &Shared| {
            let members: Vec<_> = it.members.iter().map(LogicalId::as_str).collect();
            format!("{}: {}", it.label, members.join(" "))
        };
        shared.iter().map(told).collect()
    }

    #[test]
    fn a_subnet_without_a_table_of_its_own_has_its_vpcs() {
        let lowered = Lowered::of(&Survey::of(&design(DESIGN)));
        let tables = told(&route_tables(&lowered));
        assert_eq!(tables, ["table: a c", "main route table of main: b"]);
    }

    #[test]
    fn an_instance_is_in_each_of_its_groups_or_in_the_default_one() {
        let lowered = Lowered::of(&Survey::of(&design(DESIGN)));
        let groups = told(&security_groups(&lowered));
        let expected = [
            "open: web",
            "shut: web job",
            "default security group of main: bare",
        ];
        assert_eq!(groups, expected);
    }
}
