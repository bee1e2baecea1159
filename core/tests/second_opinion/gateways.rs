//! The walk of one packet where routers end: gateways, hubs, sites, services
//! and the outside.

use drawbridge_core::network::{
    Attached, Barrier, Direction, PlaceId, PlaceKind, Protocol, Role, RouterId, SegmentId, Target,
    Way,
};

use crate::map::{is_inside_only, seen};
use crate::packet::route;
use crate::walker::{At, Dropped, Walk};

impl Walk<'_> {
    pub(crate) fn crosses(&mut self, id: PlaceId, from: SegmentId) -> Result<At, Dropped> {
        let PlaceKind::Gateway(gateway) = self.map.kind(id) else {
            return Err("route to no gateway");
        };
        let router = self.map.segment(from).router;
        if gateway.router != Some(router) {
            return Err("not attached");
        }
        let to = self.packet.destination;
        let is_within =
            |blocks: &[ipnet::IpNet], address| blocks.iter().any(|block| block.contains(&address));
        let is_own_source = self.map.owner(router, self.packet.source).is_some();
        match &gateway.way {
            Way::OneToOne => self.goes_out(id, router),
            Way::OutOnly => self.goes_out_only(id, router),
            Way::Peer(peer) => {
                let source = self.packet.source;
                if !is_within(self.map.blocks(router), source) || !is_own_source {
                    return Err("peer: foreign source");
                }
                if !is_within(self.map.blocks(*peer), to) {
                    return Err("peer: foreign destination");
                }
                self.is_from_hub = false;
                Ok(At::Enters(*peer, id))
            }
            Way::Link(site) => {
                let PlaceKind::Remote(remote) = self.map.kind(*site) else {
                    return Err("link to nothing");
                };
                if !is_own_source {
                    return Err("link: foreign source");
                }
                if !is_within(&remote.blocks, to) {
                    return Err("nobody at the site");
                }
                Ok(At::Taken(*site))
            }
            Way::Service(place) => {
                let PlaceKind::Service(service) = self.map.kind(*place) else {
                    return Err("service of nothing");
                };
                let is_carried = match self.packet.protocol {
                    Protocol::Tcp => true,
                    Protocol::Icmp => self.packet.icmp.is_some_and(|it| matches!(it.kind, 0 | 8)),
                    _ => false,
                };
                if !is_carried {
                    return Err("protocol of service");
                }
                if !is_own_source {
                    return Err("service: foreign source");
                }
                if !is_within(&service.blocks, to) {
                    return Err("not of the service");
                }
                self.memory.left.push((id, self.packet.answer()));
                Ok(At::Taken(*place))
            }
            Way::Hub(attachment) => {
                let segment = self.attachment_segment(&attachment.to, from)?;
                self.list(segment, Direction::Inbound)?;
                self.forget_sender(id);
                Ok(At::Hub(id, Some(from)))
            }
        }
    }

    fn goes_out(&mut self, id: PlaceId, router: RouterId) -> Result<At, Dropped> {
        let source = self.packet.source;
        if is_inside_only(self.packet.destination) {
            return Err("private destination");
        }
        let owner = self.map.owner(router, source);
        let interface = owner.and_then(|owner| self.map.interface(owner));
        let mut own = interface.iter().flat_map(|it| &it.addresses);
        let own = own.find(|it| it.own == source).ok_or("no translation")?;
        let outside = seen(own).ok_or("no translation")?;
        // What leads nowhere redirects nothing on the way out.
        if let Ok(Some(through)) = self.redirect(id, source)
            && !self.forwarders.contains(&through)
            && self.by != Some(through)
        {
            return Err("redirected");
        }
        self.barrier(owner, &Way::OneToOne)?;
        self.packet.source = outside;
        self.sender = None;
        Ok(At::Outside)
    }

    fn goes_out_only(&mut self, id: PlaceId, router: RouterId) -> Result<At, Dropped> {
        if self.packet.source.is_ipv4() {
            return Err("family of gateway");
        }
        if self.manner.is_answer {
            return Err("way out without state");
        }
        let owner = self.map.owner(router, self.packet.source);
        self.barrier(Some(owner.ok_or("no translation")?), &Way::OutOnly)?;
        self.memory.left.push((id, self.packet.answer()));
        self.sender = None;
        Ok(At::Outside)
    }

    /// A barrier may keep the segment of an interface from the outside: all of
    /// it, or all but what a translator or a gateway only lets out.
    fn barrier(&self, owner: Option<PlaceId>, way: &Way) -> Result<(), Dropped> {
        let interface = owner.and_then(|owner| self.map.interface(owner));
        let Some(interface) = interface else {
            return Ok(());
        };
        let only_out = match &interface.role {
            Role::Translator(it) => !it.takes_calls,
            _ => *way == Way::OutOnly,
        };
        match self.map.network.barrier(interface.segment) {
            Some((Barrier::Both, _)) => Err("barred"),
            Some((Barrier::Inbound, _)) if !only_out => Err("barred"),
            _ => Ok(()),
        }
    }

    /// The interface that a gateway sends what is for `address` through.
    fn redirect(
        &self,
        gateway: PlaceId,
        address: std::net::IpAddr,
    ) -> Result<Option<PlaceId>, Dropped> {
        let PlaceKind::Gateway(gateway) = self.map.kind(gateway) else {
            return Ok(None);
        };
        let Some(table) = gateway.table else {
            return Ok(None);
        };
        match route(self.map.table(table), address).map(|it| &it.target) {
            None | Some(Target::Local) => Ok(None),
            Some(Target::Through(place)) => Ok(Some(*place)),
            Some(Target::Blackhole) => Err("blackhole"),
            Some(Target::Unsupported(_)) => Err("unsupported"),
        }
    }

    pub(crate) fn outside(&mut self) -> Result<At, Dropped> {
        let to = self.packet.destination;
        let Some((place, own)) = self.map.known(to) else {
            if is_inside_only(to) {
                return Err("private destination");
            }
            return self.map.outside_at(to).map(At::Taken).ok_or("no outside");
        };
        if is_inside_only(self.packet.source) {
            return Err("private source");
        }
        let router = self.map.router_of(place).unwrap();
        let only = self.map.way_out(router, &Way::OutOnly);
        let left = only.filter(|only| self.memory.left.contains(&(*only, self.packet)));
        let both = self.map.way_out(router, &Way::OneToOne);
        let gateway = left.or(both).ok_or("no way in")?;
        let is_left = Some(gateway) == left;
        let way = if is_left { Way::OutOnly } else { Way::OneToOne };
        self.barrier(Some(place), &way)?;
        self.packet.destination = own;
        self.sender = None;
        self.is_from_hub = false;
        Ok(At::Enters(router, gateway))
    }

    pub(crate) fn enters(&mut self, router: RouterId, by: PlaceId) -> Result<At, Dropped> {
        let PlaceKind::Gateway(gateway) = self.map.kind(by) else {
            return Err("no gateway");
        };
        // A peer's gateway stands in the router that the packet comes from.
        let is_own = gateway.router == Some(router);
        let through = self.redirect(by, self.packet.destination)?;
        let Some(through) = through.filter(|_| is_own) else {
            // Whoever is known outside need not be in the router's blocks.
            let owner = self.map.owner(router, self.packet.destination);
            return Ok(At::Comes(owner.ok_or("nobody in the router")?, None));
        };
        let interface = self.map.interface(through).ok_or("redirect to nothing")?;
        let four = self.packet.source.is_ipv4();
        let mut addresses = interface.addresses.iter();
        let is_known = addresses.any(|it| it.own.is_ipv4() == four && seen(it).is_some());
        if gateway.way == Way::OneToOne && !is_known && !matches!(interface.role, Role::Inline) {
            return Err("appliance unknown outside");
        }
        Ok(At::Comes(through, None))
    }

    pub(crate) fn leaves_site(&mut self, site: PlaceId) -> Result<At, Dropped> {
        let to = self.packet.destination;
        for link in self.map.links(site) {
            let PlaceKind::Gateway(gateway) = self.map.kind(link) else {
                continue;
            };
            match (&gateway.way, gateway.router) {
                (Way::Link(_), Some(router)) if self.map.owner(router, to).is_some() => {
                    return Ok(At::Enters(router, link));
                }
                (Way::Hub(attachment), _) => {
                    let table = attachment.table.map(|table| self.map.table(table));
                    let route = table.and_then(|table| route(table, to));
                    if route.is_some_and(|it| matches!(it.target, Target::Through(_))) {
                        return Ok(At::Hub(link, None));
                    }
                }
                _ => {}
            }
        }
        Err("no link")
    }

    /// A service answers by the gateway that it was called by.
    pub(crate) fn leaves_service(&mut self, service: PlaceId) -> At {
        let mut gateways = self
            .map
            .gateways()
            .filter(|(_, it)| it.way == Way::Service(service));
        let called = gateways.find(|(id, _)| self.memory.left.contains(&(*id, self.packet)));
        match called.and_then(|(id, it)| Some((id, it.router?))) {
            Some((id, router)) => At::Enters(router, id),
            None => At::Outside,
        }
    }

    /// From the attachment that the packet came in by to the one that the table
    /// says, and on.
    pub(crate) fn passes_hub(
        &mut self,
        id: PlaceId,
        from: Option<SegmentId>,
    ) -> Result<At, Dropped> {
        let PlaceKind::Gateway(gateway) = self.map.kind(id) else {
            return Err("no attachment");
        };
        let attachment = gateway.attachment().ok_or("no attachment")?;
        let table = attachment.table.ok_or("no table of the hub")?;
        let found = route(self.map.table(table), self.packet.destination);
        let next = match found.map(|it| &it.target) {
            Some(Target::Through(next)) => *next,
            Some(Target::Blackhole) => return Err("blackhole of the hub"),
            Some(Target::Unsupported(_)) => return Err("unsupported"),
            Some(Target::Local) | None => return Err("no route of the hub"),
        };
        let PlaceKind::Gateway(out) = self.map.kind(next) else {
            return Err("no attachment");
        };
        let leads = out
            .attachment()
            .filter(|it| it.hub == attachment.hub)
            .ok_or("no attachment")?;
        self.forget_sender(next);
        match &leads.to {
            Attached::Remote(site) => {
                let PlaceKind::Remote(remote) = self.map.kind(*site) else {
                    return Err("link to nothing");
                };
                let to = self.packet.destination;
                let is_there = remote.blocks.iter().any(|block| block.contains(&to));
                is_there
                    .then_some(At::Taken(*site))
                    .ok_or("nobody at the site")
            }
            Attached::Hub(other) => Ok(At::Hub(*other, from)),
            Attached::Router {
                segments,
                keeps_zone,
                ..
            } => {
                let zone = from.and_then(|it| self.map.segment(it).zone.as_deref());
                let near = self.serving(segments, zone).filter(|_| !keeps_zone);
                let first = segments.first().copied();
                self.is_from_hub = true;
                Ok(At::Segment(near.or(first).ok_or("no attachment segment")?))
            }
        }
    }

    /// The segment by which what leaves `from` comes into a hub.
    fn attachment_segment(&self, to: &Attached, from: SegmentId) -> Result<SegmentId, Dropped> {
        let Attached::Router { segments, .. } = to else {
            return Err("no attachment");
        };
        // Whoever leaves does so in its own zone, whatever is kept on arrival.
        let zone = self.map.segment(from).zone.as_deref();
        self.serving(segments, zone).ok_or("zone not served")
    }

    /// The segment of a zone; one of which the zone is not known fits every
    /// zone, but no better than the right one.
    fn serving(&self, segments: &[SegmentId], zone: Option<&str>) -> Option<SegmentId> {
        let fit = |segment: &SegmentId| match (self.map.segment(*segment).zone.as_deref(), zone) {
            (Some(here), Some(zone)) if here == zone => 2,
            (Some(_), Some(_)) => 0,
            _ => 1,
        };
        let mut best: Option<SegmentId> = None;
        for segment in segments {
            if fit(segment) > best.map_or(0, |best| fit(&best)) {
                best = Some(*segment);
            }
        }
        best
    }

    /// Past a hub filters know the sender's group only if everybody tells it.
    fn forget_sender(&mut self, gateway: PlaceId) {
        let PlaceKind::Gateway(gateway) = self.map.kind(gateway) else {
            return;
        };
        let Some(attachment) = gateway.attachment() else {
            return;
        };
        let hub = self.map.network.hub(attachment.hub);
        let is_told = match attachment.to {
            Attached::Router { tells_groups, .. } => tells_groups,
            Attached::Remote(_) | Attached::Hub(_) => false,
        };
        if !is_told || hub.is_none_or(|hub| !hub.tells_groups) {
            self.sender = None;
        }
    }
}
