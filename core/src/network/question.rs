//! A question to the network, and the addresses that it means.

use super::{
    BalancerId, Blocked, Cause, Family, Network, Origin, Place, PlaceId, PlaceKind, PortSet,
    Protocol,
};
use std::net::IpAddr;

/// An end of a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum End {
    /// One place.
    Place(PlaceId),
    /// A load balancer. As the destination it stands for the whole way to its
    /// targets; as the source for its nodes.
    Balancer(BalancerId),
}

/// Can this end open this to that one, and does the answer get back?
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Who opens.
    pub from: End,
    /// To whom.
    pub to: End,
    /// With which protocol.
    pub protocol: Protocol,
    /// To which port; ignored for a protocol without ports.
    pub port: u16,
    /// In which family.
    pub family: Family,
    /// The ports from which the client may open.
    pub client_ports: PortSet,
    /// The client's address, when it is not the first one it has.
    pub from_address: Option<IpAddr>,
    /// The address called, when it is not the usual one.
    pub to_address: Option<IpAddr>,
}

impl Question {
    /// The usual question: IPv4, any client port, usual addresses.
    pub fn new(from: End, to: End, protocol: Protocol, port: u16) -> Self {
        Self {
            from,
            to,
            protocol,
            port,
            family: Family::V4,
            client_ports: Self::any_client_port(),
            from_address: None,
            to_address: None,
        }
    }

    /// The ports from which one client or another opens: all but the system's.
    pub fn any_client_port() -> PortSet {
        PortSet::from(1024..=u16::MAX)
    }
}

/// The address that `from` opens from.
pub(super) fn source_address(
    network: &Network,
    from: PlaceId,
    family: Family,
) -> Result<IpAddr, Blocked> {
    let place = network.place(from).ok_or_else(unknown)?;
    let address = match &place.kind {
        PlaceKind::Interface(interface) => interface.address(family).map(|address| address.own),
        _ => standing_address(place, family),
    };
    address.ok_or_else(|| no_address(place, from, family))
}

/// The address that `to` is called by: from the outside the one known there,
/// else its own.
pub(super) fn called_address(
    network: &Network,
    to: PlaceId,
    family: Family,
    is_called_outside: bool,
) -> Result<IpAddr, Blocked> {
    let place = network.place(to).ok_or_else(unknown)?;
    let PlaceKind::Interface(interface) = &place.kind else {
        return standing_address(place, family).ok_or_else(|| no_address(place, to, family));
    };
    let address = interface
        .address(family)
        .ok_or_else(|| no_address(place, to, family))?;
    if !is_called_outside {
        return Ok(address.own);
    }
    // A secondary address may be the one that is known outside.
    let of_family = interface
        .addresses
        .iter()
        .filter(|it| Family::of(it.own) == family);
    let seen = of_family.copied().find_map(super::Address::seen_outside);
    seen.ok_or_else(|| Blocked {
        origin: place.origin.clone(),
        cause: Cause::NoOutsideAddress(to),
    })
}

/// An address of `to` that is called as it is: from the outside one that is
/// known there.
pub(super) fn known_outside(
    network: &Network,
    to: PlaceId,
    address: IpAddr,
    is_called_outside: bool,
) -> Result<IpAddr, Blocked> {
    let place = network.place(to).ok_or_else(unknown)?;
    let owned = place.interface().and_then(|it| it.owning(address));
    match owned.filter(|_| is_called_outside) {
        Some(owned) if owned.seen_outside() != Some(address) => Err(Blocked {
            origin: place.origin.clone(),
            cause: Cause::NoOutsideAddress(to),
        }),
        _ => Ok(address),
    }
}

/// Whether a place sees us from the outside.
pub(super) fn is_outside(network: &Network, place: PlaceId) -> bool {
    matches!(
        network.place(place).map(|place| &place.kind),
        Some(PlaceKind::Outside(_) | PlaceKind::Service(_))
    )
}

/// Who stands for the outside or a remote site: there, the first host of its
/// first block.
fn standing_address(place: &Place, family: Family) -> Option<IpAddr> {
    match &place.kind {
        PlaceKind::Outside(outside) => outside
            .addresses
            .iter()
            .copied()
            .find(|address| Family::of(*address) == family),
        PlaceKind::Remote(remote) => {
            let mut blocks = remote
                .blocks
                .iter()
                .filter(|it| Family::of(it.addr()) == family);
            blocks.next().and_then(|block| block.hosts().next())
        }
        PlaceKind::Service(service) => {
            let mut blocks = service.blocks.iter();
            let block = blocks.find(|it| Family::of(it.addr()) == family);
            block.and_then(|block| block.hosts().next())
        }
        PlaceKind::Interface(_) | PlaceKind::Gateway(_) => None,
    }
}

fn no_address(place: &Place, id: PlaceId, family: Family) -> Blocked {
    Blocked {
        origin: place.origin.clone(),
        cause: Cause::NoAddress(id, family),
    }
}

/// A handle of another network.
fn unknown() -> Blocked {
    let reason = "this part is not in the network".to_owned();
    Blocked {
        origin: Origin::whole(""),
        cause: Cause::Unsupported(reason),
    }
}
