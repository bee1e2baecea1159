//! What comes into a VPC by a gateway: edge route tables.

use super::hub_tables::untold;
use super::lowered::{Builder, origin};
use super::reason::reason;
use super::routes::Use;
use super::survey::{Fact, Gateway, GatewayKind, Vpc};
use crate::message::Message;
use crate::network::{PlaceId, Precedence, Table};

impl<'a> Builder<'a> {
    /// Gives the gateways of a VPC the tables that are associated with them.
    ///
    /// <https://docs.aws.amazon.com/vpc/latest/userguide/gateway-route-tables.html>
    pub(super) fn add_edge_tables(&mut self) {
        let survey = self.survey;
        let attached: Vec<(&'a Gateway, &'a Vpc, PlaceId)> = survey
            .gateways
            .values()
            .flat_map(|gateway| self.attached(gateway))
            .collect();
        for (gateway, vpc, place) in attached {
            let is_public = gateway.kind == GatewayKind::Internet;
            let shut = self.shut(vpc).filter(|_| is_public);
            let open = self.open_edge(gateway);
            if let Some(why) = shut.or(open) {
                let from = origin(&gateway.id);
                let lines = untold(&from, &why, Precedence::Static);
                let table = self.lowered.network.add_table(Table::new(from, lines));
                self.lowered.network.attach_gateway_table(place, table);
                continue;
            }
            let table = gateway.table.as_ref().and_then(|id| survey.tables.get(id));
            let Some(table) = table else {
                continue;
            };
            if table.vpc.known() != Some(&vpc.id) {
                let message = Message::new("{table} is not used for what comes in by {gateway}: it is a table of another VPC.")
                    .resource("table", &table.id)
                    .resource("gateway", &gateway.id);
                self.assume(&gateway.id, message);
                continue;
            }
            let table = self.table(vpc, Some(table), Use::Edge);
            let table = self.lowered.network.add_table(table);
            self.lowered.network.attach_gateway_table(place, table);
        }
    }

    /// The places of a gateway, with the VPCs that they are attached to.
    fn attached(&self, gateway: &'a Gateway) -> Vec<(&'a Gateway, &'a Vpc, PlaceId)> {
        let survey = self.survey;
        let places = self.gateways.iter().filter(|(id, ..)| *id == gateway.id);
        let found = places.filter_map(|(_, router, place)| {
            let mut routers = self.routers.iter();
            let (vpc, _) = routers.find(|(_, of)| Some(**of) == *router)?;
            Some((gateway, survey.vpcs.get(vpc)?, *place))
        });
        found.collect()
    }

    /// Why it is not known which table a gateway has, if it is not.
    fn open_edge(&self, gateway: &Gateway) -> Option<Message> {
        let mut associations = self.survey.edge_associations.iter();
        let open = associations.find(|it| {
            let is_open = matches!(it.table, Fact::Unknown(_) | Fact::Elsewhere(_));
            is_open && it.gateway.known() == Some(&gateway.id)
        })?;
        let why = Message::new("The route table of what comes in by {gateway} {why}")
            .resource("gateway", &gateway.id)
            .message("why", reason(&open.table));
        Some(why)
    }
}
