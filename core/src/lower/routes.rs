//! The route tables of subnets: local routes, written routes, and those that a
//! virtual private gateway propagates or a gateway endpoint writes.

use ipnet::IpNet;

use super::hub_tables::{UNTOLD, untold};
use super::lowered::{Builder, origin, origin_at};
use super::reason::reason;
use super::survey::{Fact, Route as Written, RouteTable, Subnet, Vpc};
use crate::message::Message;
use crate::network::{PlaceKind, Precedence, Route, RouterId, Table, TableId, Target};
use crate::template::LogicalId;

/// How routes of VPN connections rank among propagated ones: those of Direct
/// Connect come before.
///
/// <https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html>
const VPN: Precedence = Precedence::Propagated(1);

/// What a table is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// What leaves subnets.
    Subnets,
    /// What comes in by a gateway.
    Edge,
}

impl<'a> Builder<'a> {
    /// Gives every segment its table. A subnet without an association has the
    /// VPC's main table, in which `CloudFormation` can write no route.
    ///
    /// <https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html>
    pub(super) fn add_tables(&mut self) {
        let survey = self.survey;
        let mut tables: Vec<(Option<LogicalId>, LogicalId, TableId)> = Vec::new();
        for subnet in survey.subnets.values() {
            let Some(segment) = self.segments.get(&subnet.id).copied() else {
                continue;
            };
            let Some(vpc) = subnet.vpc.known().and_then(|vpc| survey.vpcs.get(vpc)) else {
                continue;
            };
            if let Some(table) = self.open_table(subnet, vpc) {
                let table = self.lowered.network.add_table(table);
                self.lowered.network.attach_table(segment, table);
                continue;
            }
            let written = self.written_table(subnet);
            let name = written.map(|table| table.id.clone());
            let made = tables
                .iter()
                .find(|(table, of, _)| *table == name && *of == vpc.id)
                .map(|(.., id)| *id);
            let table = made.unwrap_or_else(|| {
                let table = self.table(vpc, written, Use::Subnets);
                let id = self.lowered.network.add_table(table);
                tables.push((name, vpc.id.clone(), id));
                id
            });
            self.lowered.network.attach_table(segment, table);
        }
        self.add_edge_tables();
        self.add_barriers();
        self.add_regional_tables();
        self.add_hub_tables();
    }

    /// The table of a subnet whose association leads to what is not here: the
    /// local routes, and nothing known of all others.
    fn open_table(&mut self, subnet: &Subnet, vpc: &Vpc) -> Option<Table> {
        let survey = self.survey;
        if subnet.table.is_some() {
            return None;
        }
        let mut associations = survey.table_associations.iter();
        let association = associations.find(|it| {
            let is_open = matches!(it.to, Fact::Unknown(_) | Fact::Elsewhere(_));
            is_open && it.subnet.known() == Some(&subnet.id)
        })?;
        let why = Message::new("The route table of {subnet} {why}")
            .resource("subnet", &subnet.id)
            .message("why", reason(&association.to));
        let mut lines = local(vpc);
        let from = origin(&association.id);
        lines.extend(untold(&from, &why, Precedence::Static));
        Some(Table::new(from, lines))
    }

    /// The table of a subnet, if it is one of the same VPC.
    fn written_table(&mut self, subnet: &Subnet) -> Option<&'a RouteTable> {
        let survey = self.survey;
        let id = subnet.table.as_ref()?;
        let table = survey.tables.get(id);
        let fits = table.is_some_and(|table| table.vpc == subnet.vpc);
        if !fits {
            let message = Message::new(
                "{subnet} uses the main route table: {table} is not a table of its VPC.",
            )
            .resource("subnet", &subnet.id)
            .resource("table", id);
            self.assume(&subnet.id, message);
            return None;
        }
        table
    }

    /// A table of a VPC; without a written one, the main table.
    pub(super) fn table(&mut self, vpc: &Vpc, written: Option<&RouteTable>, of: Use) -> Table {
        let survey = self.survey;
        let router = self.routers.get(&vpc.id).copied();
        let mut lines = local(vpc);
        let Some(table) = written else {
            return Table::new(origin(&vpc.id), lines);
        };
        for route in table.routes.iter().filter_map(|id| survey.routes.get(id)) {
            self.write(&mut lines, (vpc, table, of), route, router);
        }
        if of == Use::Subnets {
            for propagation in &survey.propagations {
                if propagation.table.known() == Some(&table.id) {
                    let from = origin_at(&propagation.id, &propagation.path);
                    lines.extend(self.learned(&from, &propagation.gateway, router));
                }
            }
            lines.extend(self.written_by_endpoints(&table.id));
        }
        self.tell_of_equal_lists(table, &lines);
        Table::new(origin(&table.id), lines)
    }

    /// Of two prefix lists with the same block and different targets AWS uses
    /// one at random; here it is the first.
    ///
    /// <https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html>
    fn tell_of_equal_lists(&mut self, table: &RouteTable, lines: &[Route]) {
        let listed = || lines.iter().filter(|it| it.precedence == Precedence::List);
        for (number, first) in listed().enumerate() {
            let mut rivals = listed().skip(number + 1);
            let rival = rivals.find(|it| it.prefix == first.prefix && it.target != first.target);
            let Some(rival) = rival else {
                continue;
            };
            let message = Message::new("{table} uses {first} for {block}, not {rival}: of two prefix lists with the same block AWS picks one at random.")
                .resource("table", &table.id)
                .resource("first", &first.origin.resource)
                .text("block", first.prefix)
                .resource("rival", &rival.origin.resource);
            self.assume(&table.id, message);
        }
    }

    /// Writes the lines of one route. One for the very block of a local route
    /// takes its place; one that AWS refuses is left out.
    ///
    /// <https://docs.aws.amazon.com/vpc/latest/userguide/route-table-options.html>
    fn write(
        &mut self,
        lines: &mut Vec<Route>,
        (vpc, table, of): (&Vpc, &RouteTable, Use),
        route: &Written,
        router: Option<RouterId>,
    ) {
        let (blocks, precedence) = match destinations(route) {
            Ok(found) => found,
            Err(why) => {
                self.leave_route_out(route, table, why.clone());
                let is_open = |fact: bool| fact && of == Use::Subnets;
                let unknown = matches!(route.destination, Fact::Unknown(_))
                    || matches!(
                        route.destination_list,
                        Fact::Unknown(_) | Fact::Elsewhere(_)
                    );
                if is_open(unknown) {
                    let why = Message::new("{route} may lead there: {why}")
                        .resource("route", &route.id)
                        .message("why", why);
                    lines.extend(untold(&origin(&route.id), &why, UNTOLD));
                }
                return;
            }
        };
        let (target, from) = match &route.targets[..] {
            [target] => match self.route_target(target, vpc, router) {
                Ok(found) => (found, origin_at(&route.id, &target.path)),
                Err(why) => return self.leave_route_out(route, table, why),
            },
            [] => {
                let why = format!("{} names no target", route.id);
                (Target::Unsupported(why), origin(&route.id))
            }
            _ => {
                let why = format!("{} names several targets", route.id);
                (Target::Unsupported(why), origin(&route.id))
            }
        };
        for prefix in blocks {
            if let Some(why) = self.refusal(vpc, prefix, route.targets.first(), of) {
                self.leave_route_out(route, table, why);
                continue;
            }
            if precedence == Precedence::Static {
                lines.retain(|line| line.target != Target::Local || line.prefix != prefix);
            }
            lines.push(Route {
                origin: from.clone(),
                prefix,
                target: target.clone(),
                precedence,
            });
        }
    }

    fn leave_route_out(&mut self, route: &Written, table: &RouteTable, why: Message) {
        let message = Message::new("{route} is left out of {table}: {why}.")
            .resource("route", &route.id)
            .resource("table", &table.id)
            .message("why", why);
        self.assume(&table.id, message);
    }

    /// The routes that a gateway propagates: one for each block of its site.
    fn learned(
        &self,
        from: &crate::network::Origin,
        gateway: &Fact<LogicalId>,
        router: Option<RouterId>,
    ) -> Vec<Route> {
        let gateway = match gateway {
            Fact::Known(gateway) => gateway,
            Fact::Unknown(_) | Fact::Elsewhere(_) => {
                let why = Message::new("The virtual private gateway that writes routes {why}")
                    .message("why", reason(gateway));
                return untold(from, &why, UNTOLD);
            }
            _ => return Vec::new(),
        };
        // A gateway that is not attached propagates nothing.
        let attached = self
            .gateways
            .iter()
            .find(|(id, of, _)| id == gateway && of.is_some() && *of == router);
        let site = self.lowered.sites.get(gateway);
        let site = site.and_then(|site| self.lowered.network.place(*site));
        let (Some((.., through)), Some(PlaceKind::Remote(site))) =
            (attached, site.map(|place| &place.kind))
        else {
            return Vec::new();
        };
        let lines = site.blocks.iter().map(|block| Route {
            origin: from.clone(),
            prefix: *block,
            target: Target::Through(*through),
            precedence: VPN,
        });
        lines.collect()
    }
}

/// The local routes of a VPC: one for each of its blocks, in both families.
///
/// <https://docs.aws.amazon.com/vpc/latest/userguide/RouteTables.html>
pub(super) fn local(vpc: &Vpc) -> Vec<Route> {
    let local = vpc.blocks.iter().map(|block| Route {
        origin: origin_at(&block.resource, &block.path),
        prefix: block.net,
        target: Target::Local,
        precedence: Precedence::Static,
    });
    local.collect()
}

/// The blocks that a route is for: one, or those of a prefix list.
///
/// <https://docs.aws.amazon.com/vpc/latest/userguide/managed-prefix-lists.html>
fn destinations(route: &Written) -> Result<(Vec<IpNet>, Precedence), Message> {
    if let Some(block) = route.destination.known() {
        return Ok((vec![block.block()], Precedence::Static));
    }
    if let Some(listed) = route.destination_list.known() {
        return Ok((listed.blocks.clone(), Precedence::List));
    }
    let why = if route.destination_list.is_absent() {
        reason(&route.destination)
    } else {
        reason(&route.destination_list)
    };
    Err(Message::new("its destination {why}").message("why", why))
}
