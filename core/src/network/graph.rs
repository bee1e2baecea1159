//! The network itself: its parts, and who has which address. Built by adding;
//! it does not know how flows move (see the walk).

use super::{
    Attached, Balancer, BalancerId, Barrier, Gateway, Hub, HubId, Interface, Origin, Place,
    PlaceId, PlaceKind, Router, RouterId, Segment, SegmentId, Stateful, StatefulId, Stateless,
    StatelessId, Table, TableId, Way,
};
use ipnet::IpNet;
use std::collections::{BTreeMap, HashMap};
use std::net::IpAddr;

/// All parts of a network. Parts are added in the order in which they refer to
/// one another; only tables, which may lead back, are attached afterwards.
#[derive(Debug, Clone, Default)]
pub struct Network {
    places: Vec<Place>,
    segments: Vec<Segment>,
    routers: Vec<Router>,
    tables: Vec<Table>,
    stateful: Vec<Stateful>,
    stateless: Vec<Stateless>,
    balancers: Vec<Balancer>,
    hubs: Vec<Hub>,
    /// Who has an own address, router by router: two routers may have the same.
    owners: HashMap<(RouterId, IpAddr), PlaceId>,
    /// Who is known outside by an address, and its own address inside.
    known_outside: HashMap<IpAddr, (PlaceId, IpAddr)>,
    /// The gateway between a router and the outside; the first one attached.
    ways_out: BTreeMap<RouterId, PlaceId>,
    /// The gateways out that let nothing in.
    ways_out_only: BTreeMap<RouterId, PlaceId>,
    /// The gateways that lead to a remote site.
    links: BTreeMap<PlaceId, Vec<PlaceId>>,
    /// The gateways of a router to its peers and hubs.
    joints: BTreeMap<RouterId, Vec<PlaceId>>,
    outside: Option<PlaceId>,
    /// What keeps segments from the outside.
    pub(super) barriers: BTreeMap<SegmentId, (Barrier, Origin)>,
    /// Who outside is known by name, and services by their blocks.
    named_outside: Vec<(IpNet, PlaceId)>,
}

impl Network {
    /// Adds a router.
    pub fn add_router(&mut self, router: Router) -> RouterId {
        self.routers.push(router);
        RouterId(self.routers.len() - 1)
    }

    /// Adds a stateless filter.
    pub fn add_stateless(&mut self, filter: Stateless) -> StatelessId {
        self.stateless.push(filter);
        StatelessId(self.stateless.len() - 1)
    }

    /// Adds a stateful filter without rules: rules may name filters that come
    /// later, so they follow by [`Self::set_rules`].
    pub fn add_stateful(&mut self, origin: Origin) -> StatefulId {
        self.stateful.push(Stateful {
            origin,
            inbound: vec![],
            outbound: vec![],
        });
        StatefulId(self.stateful.len() - 1)
    }

    /// Gives a stateful filter its rules, inbound and outbound.
    pub fn set_rules(
        &mut self,
        id: StatefulId,
        inbound: Vec<super::Rule>,
        outbound: Vec<super::Rule>,
    ) {
        if let Some(filter) = self.stateful.get_mut(id.0) {
            filter.inbound = inbound;
            filter.outbound = outbound;
        }
    }

    /// Adds a segment.
    pub fn add_segment(&mut self, segment: Segment) -> SegmentId {
        self.segments.push(segment);
        SegmentId(self.segments.len() - 1)
    }

    /// Adds a place. Where two places claim an address, the first keeps it.
    pub fn add_place(&mut self, place: Place) -> PlaceId {
        let id = PlaceId(self.places.len());
        match &place.kind {
            PlaceKind::Interface(interface) => self.note_addresses(id, interface),
            PlaceKind::Gateway(gateway) => self.note_gateway(id, gateway),
            PlaceKind::Outside(outside) => {
                if self.outside.is_some() {
                    let addresses = outside.addresses.iter();
                    self.named_outside
                        .extend(addresses.map(|address| (IpNet::from(*address), id)));
                }
                self.outside.get_or_insert(id);
            }
            PlaceKind::Service(service) => {
                let blocks = service.blocks.iter();
                self.named_outside.extend(blocks.map(|block| (*block, id)));
            }
            PlaceKind::Remote(_) => {}
        }
        self.places.push(place);
        id
    }

    /// Makes `table` the table of what comes into the hub by the attachment at
    /// `place`, or of what comes into the router by the gateway there.
    pub fn attach_gateway_table(&mut self, place: PlaceId, table: TableId) {
        let Some(Place {
            kind: PlaceKind::Gateway(gateway),
            ..
        }) = self.places.get_mut(place.0)
        else {
            return;
        };
        match &mut gateway.way {
            Way::Hub(attachment) => attachment.table = Some(table),
            _ => gateway.table = Some(table),
        }
    }

    /// Makes the attachment at `place` lead to the one at `other`, in another
    /// hub.
    pub fn join_hubs(&mut self, place: PlaceId, other: PlaceId) {
        if let Some(Place {
            kind: PlaceKind::Gateway(gateway),
            ..
        }) = self.places.get_mut(place.0)
            && let Way::Hub(attachment) = &mut gateway.way
        {
            attachment.to = Attached::Hub(other);
        }
    }

    /// Adds a hub.
    pub fn add_hub(&mut self, hub: Hub) -> HubId {
        self.hubs.push(hub);
        HubId(self.hubs.len() - 1)
    }

    /// Adds a table.
    pub fn add_table(&mut self, table: Table) -> TableId {
        self.tables.push(table);
        TableId(self.tables.len() - 1)
    }

    /// Makes `table` the table of `segment`.
    pub fn attach_table(&mut self, segment: SegmentId, table: TableId) {
        if let Some(segment) = self.segments.get_mut(segment.0) {
            segment.table = Some(table);
        }
    }

    /// Adds a load balancer.
    pub fn add_balancer(&mut self, balancer: Balancer) -> BalancerId {
        self.balancers.push(balancer);
        BalancerId(self.balancers.len() - 1)
    }

    fn note_addresses(&mut self, id: PlaceId, interface: &Interface) {
        let router = self
            .segments
            .get(interface.segment.0)
            .map(|segment| segment.router);
        for address in &interface.addresses {
            if let Some(router) = router {
                self.owners.entry((router, address.own)).or_insert(id);
            }
            if let Some(seen) = address.seen_outside() {
                self.known_outside.entry(seen).or_insert((id, address.own));
            }
        }
    }

    fn note_gateway(&mut self, id: PlaceId, gateway: &Gateway) {
        match (&gateway.way, gateway.router) {
            (Way::OneToOne, Some(router)) => {
                self.ways_out.entry(router).or_insert(id);
            }
            (Way::OutOnly, Some(router)) => {
                self.ways_out_only.entry(router).or_insert(id);
            }
            (Way::Link(remote), Some(_)) => self.links.entry(*remote).or_default().push(id),
            (Way::Peer(_), Some(router)) => self.joints.entry(router).or_default().push(id),
            (Way::Hub(attachment), router) => {
                if let Attached::Remote(remote) = attachment.to {
                    self.links.entry(remote).or_default().push(id);
                }
                if let Some(router) = router {
                    self.joints.entry(router).or_default().push(id);
                }
            }
            (Way::Service(_), _) | (_, None) => {}
        }
    }

    /// The place of this id.
    pub fn place(&self, id: PlaceId) -> Option<&Place> {
        self.places.get(id.0)
    }

    /// The interface of this id, if the place is one.
    pub fn interface(&self, id: PlaceId) -> Option<&Interface> {
        self.place(id)?.interface()
    }

    /// The segment of this id.
    pub fn segment(&self, id: SegmentId) -> Option<&Segment> {
        self.segments.get(id.0)
    }

    /// The router of this id.
    pub fn router(&self, id: RouterId) -> Option<&Router> {
        self.routers.get(id.0)
    }

    /// The table of this id.
    pub fn table(&self, id: TableId) -> Option<&Table> {
        self.tables.get(id.0)
    }

    /// The stateful filter of this id.
    pub fn stateful(&self, id: StatefulId) -> Option<&Stateful> {
        self.stateful.get(id.0)
    }

    /// The stateless filter of this id.
    pub fn stateless(&self, id: StatelessId) -> Option<&Stateless> {
        self.stateless.get(id.0)
    }

    /// The load balancer of this id.
    pub fn balancer(&self, id: BalancerId) -> Option<&Balancer> {
        self.balancers.get(id.0)
    }

    /// Every place with its id, in the order added.
    pub fn places(&self) -> impl Iterator<Item = (PlaceId, &Place)> {
        self.places
            .iter()
            .enumerate()
            .map(|(index, place)| (PlaceId(index), place))
    }

    /// Every segment with its id, in the order added.
    pub fn segments(&self) -> impl Iterator<Item = (SegmentId, &Segment)> {
        self.segments
            .iter()
            .enumerate()
            .map(|(index, segment)| (SegmentId(index), segment))
    }

    /// Every router with its id, in the order added.
    pub fn routers(&self) -> impl Iterator<Item = (RouterId, &Router)> {
        self.routers
            .iter()
            .enumerate()
            .map(|(index, router)| (RouterId(index), router))
    }

    /// Every load balancer with its id, in the order added.
    pub fn balancers(&self) -> impl Iterator<Item = (BalancerId, &Balancer)> {
        self.balancers
            .iter()
            .enumerate()
            .map(|(index, balancer)| (BalancerId(index), balancer))
    }

    /// Every table with its id, in the order added.
    pub fn tables(&self) -> impl Iterator<Item = (TableId, &Table)> {
        self.tables
            .iter()
            .enumerate()
            .map(|(index, table)| (TableId(index), table))
    }

    /// Every stateful filter.
    pub fn stateful_filters(&self) -> impl Iterator<Item = &Stateful> {
        self.stateful.iter()
    }

    /// Every stateless filter.
    pub fn stateless_filters(&self) -> impl Iterator<Item = &Stateless> {
        self.stateless.iter()
    }

    /// The outside, if the network has one.
    pub fn outside(&self) -> Option<PlaceId> {
        self.outside
    }

    /// The router that an interface hangs on, through its segment.
    pub fn router_of(&self, id: PlaceId) -> Option<RouterId> {
        self.segment(self.interface(id)?.segment)
            .map(|segment| segment.router)
    }

    /// The interface of `router` whose own address this is.
    pub fn owner(&self, router: RouterId, address: IpAddr) -> Option<PlaceId> {
        self.owners.get(&(router, address)).copied()
    }

    /// Who is known outside by this address, and its own address inside.
    pub fn known_outside(&self, address: IpAddr) -> Option<(PlaceId, IpAddr)> {
        self.known_outside.get(&address).copied()
    }

    /// The gateway between `router` and the outside.
    pub fn way_out(&self, router: RouterId) -> Option<PlaceId> {
        self.ways_out.get(&router).copied()
    }

    /// The gateway of `router` that lets out and nothing in.
    pub fn way_out_only(&self, router: RouterId) -> Option<PlaceId> {
        self.ways_out_only.get(&router).copied()
    }

    /// The hub of this id.
    pub fn hub(&self, id: HubId) -> Option<&Hub> {
        self.hubs.get(id.0)
    }

    /// The gateways of `router` to its peers and hubs.
    pub fn joints(&self, router: RouterId) -> &[PlaceId] {
        self.joints.get(&router).map_or(&[], Vec::as_slice)
    }

    /// The gateway of this id, if the place is one.
    pub fn gateway(&self, id: PlaceId) -> Option<&Gateway> {
        match &self.place(id)?.kind {
            PlaceKind::Gateway(gateway) => Some(gateway),
            _ => None,
        }
    }

    /// Who outside has this address: somebody known by name, a service, or the
    /// outside itself.
    pub fn outside_at(&self, address: IpAddr) -> Option<PlaceId> {
        let mut named = self.named_outside.iter();
        let named = named.find(|(block, _)| block.contains(&address));
        named.map(|(_, place)| *place).or(self.outside)
    }

    /// The gateways that lead to a remote site.
    pub fn links(&self, remote: PlaceId) -> &[PlaceId] {
        self.links.get(&remote).map_or(&[], Vec::as_slice)
    }

    /// The interface that `router` knows by this address: its own, or one of
    /// a peer.
    pub fn owner_nearby(&self, router: RouterId, address: IpAddr) -> Option<PlaceId> {
        self.owner(router, address).or_else(|| {
            let mut peers =
                self.joints(router)
                    .iter()
                    .filter_map(|joint| match self.gateway(*joint)?.way {
                        Way::Peer(peer) => Some(peer),
                        _ => None,
                    });
            peers.find_map(|peer| self.owner(peer, address))
        })
    }

    /// Whether the interface at `place` carries the filter `group`.
    pub fn carries(&self, place: PlaceId, group: StatefulId) -> bool {
        self.interface(place)
            .is_some_and(|interface| interface.guards.contains(&group))
    }
}
