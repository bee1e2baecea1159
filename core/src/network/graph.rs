//! The network itself: its parts, and who has which address. Built by adding;
//! it does not know how flows move (see the walk).

use super::{
    Balancer, BalancerId, Gateway, Interface, Origin, Place, PlaceId, PlaceKind, Router, RouterId,
    Segment, SegmentId, Stateful, StatefulId, Stateless, StatelessId, Table, TableId, Way,
};
use std::collections::BTreeMap;
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
    /// Who has an own address, router by router: two routers may have the same.
    owners: BTreeMap<(RouterId, IpAddr), PlaceId>,
    /// Who is known outside by an address, and its own address inside.
    known_outside: BTreeMap<IpAddr, (PlaceId, IpAddr)>,
    /// The gateway between a router and the outside; the first one attached.
    ways_out: BTreeMap<RouterId, PlaceId>,
    /// The gateways that lead to a remote site.
    links: BTreeMap<PlaceId, Vec<PlaceId>>,
    outside: Option<PlaceId>,
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
            PlaceKind::Outside(_) => {
                self.outside.get_or_insert(id);
            }
            PlaceKind::Remote(_) => {}
        }
        self.places.push(place);
        id
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
        match (gateway.way, gateway.router) {
            (Way::OneToOne, Some(router)) => {
                self.ways_out.entry(router).or_insert(id);
            }
            (Way::Link(remote), Some(_)) => self.links.entry(remote).or_default().push(id),
            (_, None) => {}
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

    /// The gateways that lead to a remote site.
    pub fn links(&self, remote: PlaceId) -> &[PlaceId] {
        self.links.get(&remote).map_or(&[], Vec::as_slice)
    }

    /// Whether `address` is an own address of an interface of `router` that
    /// carries the filter `group`.
    pub fn is_member(&self, router: RouterId, group: StatefulId, address: IpAddr) -> bool {
        self.owner(router, address)
            .and_then(|place| self.interface(place))
            .is_some_and(|interface| interface.guards.contains(&group))
    }
}
