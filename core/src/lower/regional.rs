//! Regional NAT gateways: they belong to a VPC instead of a subnet, so each
//! stands in a segment of its own that no subnet is.
//!
//! <https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateways-regional.html>

use std::sync::Arc;

use super::claims::Claim;
use super::interfaces::NAT_PROTOCOLS;
use super::lowered::{Builder, origin};
use super::reason::reason;
use super::routes::local;
use super::survey::{Connectivity, NatGateway};
use crate::message::Message;
use crate::network::{
    Interface, Place, PlaceKind, PortSet, Precedence, Role, Route, Segment, SegmentId, Table,
    Target, Translator, Way,
};
use crate::template::LogicalId;

/// Where a regional NAT gateway stands.
pub(super) struct Regional {
    /// Its name.
    pub(super) id: LogicalId,
    /// Its VPC.
    pub(super) vpc: LogicalId,
    /// Its segment.
    pub(super) segment: SegmentId,
}

impl Builder<'_> {
    /// A regional NAT gateway has Elastic IP addresses only: one stands here for
    /// those of all zones.
    pub(super) fn add_regional_nat_gateway(&mut self, gateway: &NatGateway) {
        let id = &gateway.id;
        if gateway.connectivity == Connectivity::Private {
            let why = Message::new(
                "{gateway} is regional and private: regional NAT gateways lead to the Internet only.",
            );
            self.refuse(id, why.resource("gateway", id));
            return;
        }
        let vpc = gateway.vpc.known();
        let router = vpc.and_then(|vpc| self.routers.get(vpc)).copied();
        let (Some(vpc), Some(router)) = (vpc, router) else {
            let why = Message::new("The VPC of {gateway} {why}.")
                .resource("gateway", id)
                .message("why", reason(&gateway.vpc));
            self.refuse(id, why);
            return;
        };
        let network = &mut self.lowered.network;
        let segment = network.add_segment(Segment {
            origin: origin(id),
            router,
            blocks: Vec::new(),
            table: None,
            filter: None,
            zone: None,
        });
        let place = network.add_place(Place {
            origin: origin(id),
            kind: PlaceKind::Interface(Interface {
                segment,
                addresses: self.addresses.of(&Claim::first(id)).to_vec(),
                guards: Vec::new(),
                role: Role::Translator(Translator {
                    ports: PortSet::from(1024..=u16::MAX),
                    protocols: NAT_PROTOCOLS.to_vec(),
                    takes_calls: false,
                    zones: zones(gateway),
                }),
            }),
        });
        self.place(id, vec![place]);
        let (id, vpc) = (id.clone(), vpc.clone());
        self.regional.push(Regional { id, vpc, segment });
    }

    /// Their tables, which AWS writes: local, and out by the Internet gateway.
    pub(super) fn add_regional_tables(&mut self) {
        for regional in std::mem::take(&mut self.regional) {
            let Some(vpc) = self.survey.vpcs.get(&regional.vpc) else {
                continue;
            };
            let router = self.routers.get(&regional.vpc).copied();
            let mut gateways = self.gateways.iter();
            let way_out = gateways.find(|(.., place)| {
                let gateway = self.lowered.network.gateway(*place);
                gateway.is_some_and(|it| it.way == Way::OneToOne && it.router == router)
            });
            let mut lines = local(vpc);
            if let (Some((.., place)), Ok(prefix)) = (way_out, "0.0.0.0/0".parse()) {
                lines.push(Route {
                    origin: origin(&regional.id),
                    prefix,
                    target: Target::Through(*place),
                    precedence: Precedence::Static,
                });
            }
            let table = Table::new(origin(&regional.id), lines);
            let table = self.lowered.network.add_table(table);
            self.lowered.network.attach_table(regional.segment, table);
            self.bar_segment(regional.segment, &regional.vpc, None);
        }
    }
}

/// The zones that are written; none where AWS chooses, where one is not known,
/// or where one goes by the ID that each account has another name for.
fn zones(gateway: &NatGateway) -> Vec<Arc<str>> {
    let names = gateway.zones.iter().map(|(zone, _)| zone.known());
    let names: Option<Vec<&String>> = names.collect();
    let names = names.filter(|all| !all.iter().any(|it| it.contains("-az")));
    let names = names.unwrap_or_default().into_iter();
    names.map(|it| it.as_str().into()).collect()
}
