//! VPCs as routers, subnets as segments, and the gateways between a VPC and
//! what is not in it.

use ipnet::IpNet;

use super::filters::everywhere;
use super::lowered::{Builder, origin};
use super::reason::reason;
use super::survey::{Fact, Gateway as Written, GatewayKind, Subnet};
use crate::cidr;
use crate::message::Message;
use crate::network::{
    Gateway, Place, PlaceId, PlaceKind, Remote, Router, RouterId, Segment, Stateless, Way,
};
use crate::sorting;
use crate::template::LogicalId;

/// Where a site is taken to be when the template does not say: the first that
/// no VPC overlaps.
const SITES: [&str; 3] = ["192.168.0.0/16", "172.16.0.0/12", "10.0.0.0/8"];

impl Builder<'_> {
    pub(super) fn add_routers(&mut self) {
        for vpc in self.survey.vpcs.values() {
            if vpc.blocks.is_empty() {
                let why = Message::new("The block of {vpc} {why}.")
                    .resource("vpc", &vpc.id)
                    .message("why", reason(&vpc.cidr));
                self.refuse(&vpc.id, why);
                continue;
            }
            let router = self.lowered.network.add_router(Router {
                origin: origin(&vpc.id),
                blocks: vpc.blocks.iter().map(|block| block.net).collect(),
            });
            self.routers.insert(vpc.id.clone(), router);
        }
    }

    pub(super) fn add_segments(&mut self) {
        let survey = self.survey;
        for subnet in survey.subnets.values() {
            let router = subnet.vpc.known().and_then(|vpc| self.routers.get(vpc));
            let Some(router) = router.copied() else {
                self.refuse_subnet(subnet, "The VPC of {subnet} {why}.", reason(&subnet.vpc));
                continue;
            };
            let Some(block) = subnet.cidr.known() else {
                self.refuse_subnet(subnet, "The block of {subnet} {why}.", reason(&subnet.cidr));
                continue;
            };
            let acl = subnet
                .acl
                .as_ref()
                .and_then(|acl| survey.network_acls.get(acl));
            let filter = match acl {
                Some(acl) => Some(self.stateless(acl)),
                None => self.open_filter(subnet),
            };
            let filter = filter.map(|it| self.lowered.network.add_stateless(it));
            let ipv6 = subnet.ipv6_cidr.known().map(|block| block.block());
            let segment = self.lowered.network.add_segment(Segment {
                origin: origin(&subnet.id),
                router,
                blocks: std::iter::once(block.block()).chain(ipv6).collect(),
                table: None,
                filter,
                zone: subnet.zone.known().map(|zone| zone.as_str().into()),
            });
            self.segments.insert(subnet.id.clone(), segment);
        }
    }

    /// The filter of a subnet whose association leads to what is not here:
    /// nothing is known of what it drops.
    fn open_filter(&mut self, subnet: &Subnet) -> Option<Stateless> {
        let mut associations = self.survey.acl_associations.iter();
        let association = associations.find(|it| {
            let is_open = matches!(it.to, Fact::Unknown(_) | Fact::Elsewhere(_));
            is_open && it.subnet.known() == Some(&subnet.id)
        })?;
        let why = Message::new("the network ACL of {subnet} {why}")
            .resource("subnet", &subnet.id)
            .message("why", reason(&association.to));
        self.leave_open(&association.id, why);
        let everything = everywhere(origin(&association.id));
        Some(Stateless {
            origin: origin(&association.id),
            inbound: vec![everything.clone()],
            outbound: vec![everything],
        })
    }

    fn refuse_subnet(&mut self, subnet: &Subnet, sentence: &'static str, why: Message) {
        let why = Message::new(sentence)
            .resource("subnet", &subnet.id)
            .message("why", why);
        self.refuse(&subnet.id, why);
    }

    /// Adds a place for each attachment of a gateway; for a gateway without
    /// one, a place that no router is joined to.
    pub(super) fn add_gateways(&mut self) {
        let survey = self.survey;
        for gateway in survey.gateways.values() {
            let way = match gateway.kind {
                GatewayKind::Internet => Way::OneToOne,
                GatewayKind::Vpn => Way::Link(self.add_site(gateway)),
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
                let place = self.lowered.network.add_place(Place {
                    origin: origin(&gateway.id),
                    kind: PlaceKind::Gateway(Gateway {
                        router,
                        way: way.clone(),
                        table: None,
                    }),
                });
                self.gateways.push((gateway.id.clone(), router, place));
            }
        }
    }

    /// The site behind a virtual private gateway, by the static routes of its
    /// connections.
    fn add_site(&mut self, gateway: &Written) -> PlaceId {
        let mut blocks: Vec<IpNet> = self.site_blocks(&gateway.id);
        if blocks.is_empty() {
            blocks.extend(self.assumed_site(&gateway.id));
        }
        let message = Message::new("A VPN connection or Direct Connect joins {gateway} to your site, and the site answers.")
            .resource("gateway", &gateway.id);
        self.assume(&gateway.id, message);
        let site = self.lowered.network.add_place(Place {
            origin: origin(&gateway.id),
            kind: PlaceKind::Remote(Remote { blocks }),
        });
        self.lowered.sites.insert(gateway.id.clone(), site);
        site
    }

    /// The known blocks behind a virtual private gateway: static routes of its
    /// connections, and static routes of tables that lead to it.
    fn site_blocks(&self, gateway: &LogicalId) -> Vec<IpNet> {
        let connections = self.survey.site_blocks.iter();
        let connected = connections
            .filter(|site| site.gateway.known() == Some(gateway))
            .filter_map(|site| site.block.known());
        let leading = self.survey.routes.values().filter(|route| {
            let mut targets = route.targets.iter();
            targets.any(|target| target.target.known() == Some(gateway))
        });
        let by_route = leading.filter_map(|route| route.destination.known());
        let mut blocks: Vec<IpNet> = connected.chain(by_route).map(|it| it.block()).collect();
        // A default route says nothing of where the site is.
        blocks.retain(|block| block.prefix_len() > 0);
        sorting::sort(&mut blocks);
        blocks.dedup();
        blocks
    }

    fn assumed_site(&mut self, gateway: &LogicalId) -> Option<IpNet> {
        let ours: Vec<IpNet> = self
            .survey
            .vpcs
            .values()
            .flat_map(|vpc| &vpc.blocks)
            .map(|block| block.net)
            .collect();
        let mut free = SITES
            .iter()
            .filter_map(|text| text.parse::<IpNet>().ok())
            .filter(|site| {
                ours.iter()
                    .all(|block| cidr::overlap(*site, *block).is_none())
            });
        let site = free.next()?;
        let message = Message::new(
            "The site behind {gateway} has {block}: its addresses are learned after deployment.",
        )
        .resource("gateway", gateway)
        .text("block", site);
        self.assume(gateway, message);
        Some(site)
    }
}
