//! Who is where: answers by looking at every place of the network, and not by
//! any index of it.

use std::net::IpAddr;

use drawbridge_core::network::{
    Address, Attached, Gateway, Interface, Network, PlaceId, PlaceKind, RouterId, Segment,
    SegmentId, StatefulId, Table, TableId, Way,
};
use ipnet::IpNet;

#[derive(Clone, Copy)]
pub(crate) struct Map<'a> {
    pub(crate) network: &'a Network,
}

impl<'a> Map<'a> {
    pub(crate) fn kind(self, place: PlaceId) -> &'a PlaceKind {
        &self.network.place(place).unwrap().kind
    }

    pub(crate) fn interface(self, place: PlaceId) -> Option<&'a Interface> {
        match self.kind(place) {
            PlaceKind::Interface(interface) => Some(interface),
            _ => None,
        }
    }

    pub(crate) fn segment(self, segment: SegmentId) -> &'a Segment {
        self.network.segment(segment).unwrap()
    }

    pub(crate) fn table(self, table: TableId) -> &'a Table {
        self.network.table(table).unwrap()
    }

    pub(crate) fn blocks(self, router: RouterId) -> &'a [IpNet] {
        &self.network.router(router).unwrap().blocks
    }

    pub(crate) fn router_of(self, place: PlaceId) -> Option<RouterId> {
        let interface = self.interface(place)?;
        Some(self.segment(interface.segment).router)
    }

    fn interfaces(self) -> impl Iterator<Item = (PlaceId, &'a Interface)> {
        let places = self.network.places();
        places.filter_map(|(id, place)| match &place.kind {
            PlaceKind::Interface(interface) => Some((id, interface)),
            _ => None,
        })
    }

    pub(crate) fn gateways(self) -> impl Iterator<Item = (PlaceId, &'a Gateway)> {
        let places = self.network.places();
        places.filter_map(|(id, place)| match &place.kind {
            PlaceKind::Gateway(gateway) => Some((id, gateway)),
            _ => None,
        })
    }

    /// The interface of a router that has an address of its own.
    pub(crate) fn owner(self, router: RouterId, address: IpAddr) -> Option<PlaceId> {
        let mut all = self.interfaces().filter(|(_, interface)| {
            self.segment(interface.segment).router == router && owns(interface, address)
        });
        all.next().map(|(id, _)| id)
    }

    /// Who the outside knows by an address, and its address inside.
    pub(crate) fn known(self, address: IpAddr) -> Option<(PlaceId, IpAddr)> {
        self.interfaces().find_map(|(id, interface)| {
            let mut own = interface.addresses.iter();
            own.find(|it| seen(it) == Some(address))
                .map(|it| (id, it.own))
        })
    }

    /// The gateway to the outside that belongs to a router.
    pub(crate) fn way_out(self, router: RouterId, way: &Way) -> Option<PlaceId> {
        let mut all = self
            .gateways()
            .filter(|(_, it)| it.router == Some(router) && it.way == *way);
        all.next().map(|(id, _)| id)
    }

    /// The gateways by which a site is joined.
    pub(crate) fn links(self, site: PlaceId) -> Vec<PlaceId> {
        let leads_there = |gateway: &Gateway| match &gateway.way {
            Way::Link(to) => *to == site && gateway.router.is_some(),
            Way::Hub(attachment) => attachment.to == Attached::Remote(site),
            _ => false,
        };
        let all = self.gateways().filter(|(_, it)| leads_there(it));
        all.map(|(id, _)| id).collect()
    }

    /// Who out there has an address.
    pub(crate) fn outside_at(self, address: IpAddr) -> Option<PlaceId> {
        let mut first = None;
        for (id, place) in self.network.places() {
            match &place.kind {
                PlaceKind::Outside(_) if first.is_none() => first = Some(id),
                PlaceKind::Outside(somebody) if somebody.addresses.contains(&address) => {
                    return Some(id);
                }
                PlaceKind::Service(it) if it.blocks.iter().any(|it| it.contains(&address)) => {
                    return Some(id);
                }
                _ => {}
            }
        }
        first
    }

    pub(crate) fn carries(self, place: PlaceId, group: StatefulId) -> bool {
        self.interface(place)
            .is_some_and(|it| it.guards.contains(&group))
    }

    /// Whether a member of a group has this address, as the hosts of a router
    /// see it: in the router itself or in one of its peers.
    pub(crate) fn is_member_nearby(
        self,
        router: RouterId,
        address: IpAddr,
        group: StatefulId,
    ) -> bool {
        let owner = self.owner(router, address).or_else(|| {
            let mut peers = self.gateways().filter_map(|(_, it)| match it.way {
                Way::Peer(peer) if it.router == Some(router) => Some(peer),
                _ => None,
            });
            peers.find_map(|peer| self.owner(peer, address))
        });
        owner.is_some_and(|owner| self.carries(owner, group))
    }
}

pub(crate) fn owns(interface: &Interface, address: IpAddr) -> bool {
    interface.addresses.iter().any(|it| it.own == address)
}

/// How the outside knows an address.
pub(crate) fn seen(address: &Address) -> Option<IpAddr> {
    match address.own {
        IpAddr::V4(_) => address.outside,
        own @ IpAddr::V6(_) => Some(own),
    }
}

/// Whether an address is never seen outside.
pub(crate) fn is_inside_only(address: IpAddr) -> bool {
    let IpAddr::V4(four) = address else {
        return false;
    };
    let [one, two, ..] = four.octets();
    four.is_private() || (one == 100 && (64..128).contains(&two))
}
