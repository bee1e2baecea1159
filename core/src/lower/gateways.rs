//! The gateways of a VPC: to the Internet, egress-only, and to sites. What a
//! route that leads to one comes to is not known here.

use super::lowered::{Builder, origin};
use super::reason::reason;
use super::survey::GatewayKind;
use crate::message::Message;
use crate::network::{Gateway, Place, PlaceId, PlaceKind, RouterId, Way};
use crate::template::LogicalId;

impl Builder<'_> {
    /// Adds a place for each attachment of a gateway; for a gateway without
    /// one, a place that no router is joined to.
    ///
    /// <https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html>
    pub(super) fn add_gateways(&mut self) {
        self.add_sites();
        let survey = self.survey;
        for gateway in survey.gateways.values() {
            let way = match gateway.kind {
                GatewayKind::Internet => Way::OneToOne,
                GatewayKind::Vpn => match self.lowered.sites.get(&gateway.id) {
                    Some(site) => Way::Link(*site),
                    None => continue,
                },
            };
            let mut routers: Vec<Option<RouterId>> = Vec::new();
            for (attachment, vpc) in &gateway.attachments {
                let router = vpc.known().and_then(|vpc| self.routers.get(vpc)).copied();
                if router.is_none() {
                    let message = Message::new("{attachment} is left out: its VPC {why}.")
                        .resource("attachment", attachment)
                        .message("why", reason(vpc));
                    self.assume(&gateway.id, message);
                }
                routers.push(router);
            }
            if routers.is_empty() {
                routers.push(None);
            }
            for router in routers {
                self.add_gateway(&gateway.id, router, way.clone());
            }
        }
        self.add_egress_only_gateways();
        self.add_peerings();
        self.add_hubs();
        self.add_gateway_endpoints();
    }

    /// Adds a gateway's place, which routes find by the gateway's name.
    pub(super) fn add_gateway(
        &mut self,
        id: &LogicalId,
        router: Option<RouterId>,
        way: Way,
    ) -> PlaceId {
        let place = self.gateway_place(id, router, way);
        self.gateways.push((id.clone(), router, place));
        place
    }

    /// Adds a gateway's place that no route names.
    pub(super) fn gateway_place(
        &mut self,
        id: &LogicalId,
        router: Option<RouterId>,
        way: Way,
    ) -> PlaceId {
        self.lowered.network.add_place(Place {
            origin: origin(id),
            kind: PlaceKind::Gateway(Gateway {
                router,
                way,
                table: None,
            }),
        })
    }

    /// Egress-only gateways let IPv6 out, and nothing in that was not opened
    /// inside.
    ///
    /// <https://docs.aws.amazon.com/vpc/latest/userguide/egress-only-internet-gateway.html>
    fn add_egress_only_gateways(&mut self) {
        let survey = self.survey;
        for gateway in survey.egress_only_gateways.values() {
            let router = gateway.vpc.known().and_then(|vpc| self.routers.get(vpc));
            let router = router.copied();
            if router.is_none() {
                let message = Message::new("{gateway} is in no VPC: its VPC {why}.")
                    .resource("gateway", &gateway.id)
                    .message("why", reason(&gateway.vpc));
                self.assume(&gateway.id, message);
            }
            self.add_gateway(&gateway.id, router, Way::OutOnly);
        }
    }
}
