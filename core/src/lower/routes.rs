//! Route tables: local routes, written routes, and those that a virtual
//! private gateway propagates.

use super::lowered::{Builder, Whereabouts, origin, origin_at};
use super::reason::reason;
use super::survey::{Fact, Route as Written, RouteTable, RouteTarget, Subnet};
use crate::message::Message;
use crate::network::{PlaceKind, Precedence, Route, RouterId, Table, TableId, Target};
use crate::template::LogicalId;

/// How routes of VPN connections rank among propagated ones: those of Direct
/// Connect come before.
///
/// <https://docs.aws.amazon.com/vpc/latest/userguide/route-tables-priority.html>
const VPN: Precedence = Precedence::Propagated(1);

/// The prefixes of every address, by family.
const EVERYWHERE: [&str; 2] = ["0.0.0.0/0", "::/0"];

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
            let Some(vpc) = subnet.vpc.known() else {
                continue;
            };
            if let Some(table) = self.open_table(subnet) {
                let table = self.lowered.network.add_table(table);
                self.lowered.network.attach_table(segment, table);
                continue;
            }
            let written = self.written_table(subnet);
            let name = written.map(|table| table.id.clone());
            let made = tables
                .iter()
                .find(|(table, of, _)| *table == name && of == vpc)
                .map(|(.., id)| *id);
            let table = made.unwrap_or_else(|| {
                let table = self.table(vpc, written);
                let id = self.lowered.network.add_table(table);
                tables.push((name, vpc.clone(), id));
                id
            });
            self.lowered.network.attach_table(segment, table);
        }
    }

    /// The table of a subnet whose association leads to what is not here: the
    /// local routes, and nothing known of all others.
    fn open_table(&mut self, subnet: &Subnet) -> Option<Table> {
        let survey = self.survey;
        if subnet.table.is_some() {
            return None;
        }
        let mut associations = survey.table_associations.iter();
        let association = associations.find(|it| {
            let is_open = matches!(it.to, Fact::Unknown(_) | Fact::Elsewhere(_));
            is_open && it.subnet.known() == Some(&subnet.id)
        })?;
        let why = format!(
            "The route table of {} {}",
            subnet.id,
            reason(&association.to)
        );
        let mut lines = self.local(subnet.vpc.known()?);
        for prefix in EVERYWHERE {
            lines.push(Route {
                origin: origin(&association.id),
                prefix: prefix.parse().ok()?,
                target: Target::Unsupported(why.clone()),
                precedence: Precedence::Static,
            });
        }
        Some(Table::new(origin(&association.id), lines))
    }

    /// The local routes of a VPC.
    fn local(&self, vpc: &LogicalId) -> Vec<Route> {
        let blocks = self.survey.vpcs.get(vpc).map(|vpc| &vpc.blocks[..]);
        let local = blocks.unwrap_or_default().iter().map(|block| Route {
            origin: origin_at(&block.resource, &block.path),
            prefix: block.net,
            target: Target::Local,
            precedence: Precedence::Static,
        });
        local.collect()
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

    fn table(&mut self, vpc: &LogicalId, written: Option<&RouteTable>) -> Table {
        let survey = self.survey;
        let router = self.routers.get(vpc).copied();
        let mut lines = self.local(vpc);
        let Some(table) = written else {
            return Table::new(origin(vpc), lines);
        };
        for route in table.routes.iter().filter_map(|id| survey.routes.get(id)) {
            lines.extend(self.route(table, route, router));
        }
        for propagation in &survey.propagations {
            if propagation.table.known() == Some(&table.id) {
                let from = origin_at(&propagation.id, &propagation.path);
                let gateway = propagation.gateway.known();
                lines.extend(self.learned(&from, gateway, router));
            }
        }
        Table::new(origin(&table.id), lines)
    }

    fn route(
        &mut self,
        table: &RouteTable,
        route: &Written,
        router: Option<RouterId>,
    ) -> Option<Route> {
        let Some(block) = route.destination.known() else {
            let why = match &route.destination_path {
                Some(path) if route.destination.is_absent() => {
                    Message::new("{path} is not modeled").text("path", path)
                }
                _ => {
                    Message::new("its destination {why}").message("why", reason(&route.destination))
                }
            };
            let message = Message::new("{route} is left out of {table}: {why}.")
                .resource("route", &route.id)
                .resource("table", &table.id)
                .message("why", why);
            self.assume(&table.id, message);
            return None;
        };
        let target = match &route.targets[..] {
            [target] => self.route_target(target, router),
            [] => Target::Unsupported(format!("{} names no target", route.id)),
            _ => Target::Unsupported(format!("{} names several targets", route.id)),
        };
        let origin = match &route.targets[..] {
            [target] => origin_at(&route.id, &target.path),
            _ => origin(&route.id),
        };
        Some(Route {
            origin,
            prefix: block.block(),
            target,
            precedence: Precedence::Static,
        })
    }

    fn route_target(&self, target: &RouteTarget, router: Option<RouterId>) -> Target {
        let id = match &target.target {
            Fact::Known(id) => id,
            Fact::Elsewhere(id) if id == "local" => return Target::Local,
            fact => {
                return Target::Unsupported(format!("The target of the route {}", reason(fact)));
            }
        };
        let named = || self.gateways.iter().filter(|(gateway, ..)| gateway == id);
        let attached = named().find(|(_, of, _)| *of == router);
        if let Some((.., place)) = attached.or_else(|| named().next()) {
            return Target::Through(*place);
        }
        match self.lowered.places.get(id) {
            Some(Whereabouts::Interfaces(places)) if !places.is_empty() => places
                .first()
                .map_or(Target::Blackhole, |place| Target::Through(*place)),
            _ => match self.lowered.unsupported.get(id) {
                Some(why) => {
                    // It becomes a sentence again where it is told.
                    Target::Unsupported(why.to_string().trim_end_matches('.').to_owned())
                }
                None => Target::Unsupported(format!(
                    "{id}, the {} of the route, is not modeled",
                    target.path
                )),
            },
        }
    }

    /// The routes that a gateway propagates: one for each block of its site.
    fn learned(
        &self,
        from: &crate::network::Origin,
        gateway: Option<&LogicalId>,
        router: Option<RouterId>,
    ) -> Vec<Route> {
        let Some(gateway) = gateway else {
            return Vec::new();
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
