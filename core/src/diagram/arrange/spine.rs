//! In which row of a VPC something belongs: subnets by what their routes make
//! them, and what spans zones by the subnets that it reaches into.

use std::collections::{HashMap, HashSet};

use crate::catalogue::Role;
use crate::diagram::{Diagram, Node, Tier};
use crate::template::LogicalId;

/// A row of subnets, from the Internet inwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Row {
    /// Public subnets.
    Front,
    /// Private subnets.
    Middle,
    /// Subnets without a default route.
    Isolated,
    /// Subnets of databases.
    Back,
}

/// What leads where, by one look at the arrows.
pub(super) struct Rows<'a> {
    diagram: &'a Diagram,
    leads_to: HashMap<&'a LogicalId, Vec<&'a LogicalId>>,
    of_databases: HashSet<&'a LogicalId>,
    used: HashSet<&'a LogicalId>,
}

impl<'a> Rows<'a> {
    /// The rows of everything in a diagram.
    pub(super) fn new(diagram: &'a Diagram) -> Self {
        let mut leads_to: HashMap<_, Vec<_>> = HashMap::new();
        let mut of_databases = HashSet::new();
        for arrow in &diagram.arrows {
            leads_to.entry(&arrow.from).or_default().push(&arrow.to);
            let from = diagram.nodes.get(&arrow.from);
            if from.is_some_and(|node| role(node) == Some(Role::SubnetGroup)) {
                of_databases.insert(&arrow.to);
            }
        }
        Self {
            diagram,
            leads_to,
            of_databases,
            used: diagram.arrows.iter().map(|arrow| &arrow.to).collect(),
        }
    }

    /// The row of a subnet.
    pub(super) fn of_subnet(&self, id: &LogicalId) -> Row {
        match self.diagram.tier(id) {
            Some(Tier::Public) => Row::Front,
            _ if self.of_databases.contains(id) => Row::Back,
            Some(Tier::Private) => Row::Middle,
            Some(Tier::Isolated) | None => Row::Isolated,
        }
    }

    /// Whether a chip is best seen under the box that names it: the subnet
    /// group of a database.
    pub(super) fn is_beside_its_user(&self, node: &Node) -> bool {
        role(node) == Some(Role::SubnetGroup) && self.used.contains(&node.id)
    }

    /// The row of something that stands between zones, if its arrows tell.
    pub(super) fn of_box(&self, id: &LogicalId) -> Option<Row> {
        let direct = self.reached(id);
        direct.or_else(|| {
            let mut next = self.leads_to.get(id).into_iter().flatten();
            next.find_map(|next| self.reached(next))
        })
    }

    /// The outermost row among the subnets that something leads right into.
    fn reached(&self, id: &LogicalId) -> Option<Row> {
        let ends = self.leads_to.get(id)?.iter();
        let subnets = ends.filter_map(|end| {
            let node = self.diagram.nodes.get(*end)?;
            if role(node) == Some(Role::Subnet) {
                return Some(&node.id);
            }
            let parent = self.diagram.nodes.get(node.parent.as_ref()?)?;
            (role(parent) == Some(Role::Subnet)).then_some(&parent.id)
        });
        subnets.map(|subnet| self.of_subnet(subnet)).min()
    }
}

/// What a node is in the network.
pub(super) fn role(node: &Node) -> Option<Role> {
    node.entry.map(|entry| entry.role)
}
