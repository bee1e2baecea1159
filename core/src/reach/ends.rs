//! Which place of the network an end of a question is.

use std::net::IpAddr;

use super::{End, Unsupported};
use crate::lower::{Lowered, Whereabouts};
use crate::message::Message;
use crate::network::{self, PlaceId, PlaceKind, RouterId};
use crate::template::LogicalId;

/// An end in the network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Resolved {
    /// The places or load balancers, any of which may stand for it.
    pub(super) ends: Vec<network::End>,
    /// The address, when it is not the usual one.
    pub(super) address: Option<IpAddr>,
    /// Whether it is meant by its public address.
    pub(super) is_public: bool,
}

/// Finds an end; `other` is the other one, whose VPC is looked at first.
pub(super) fn resolve(lowered: &Lowered, end: &End, other: &End) -> Result<Resolved, Unsupported> {
    let usual = |ends| Resolved {
        ends,
        address: None,
        is_public: false,
    };
    let at = |place, address| Resolved {
        ends: vec![network::End::Place(place)],
        address,
        is_public: false,
    };
    match end {
        End::Resource(id) => Ok(usual(named(lowered, id)?)),
        End::Public(id) => Ok(Resolved {
            is_public: true,
            ..usual(named(lowered, id)?)
        }),
        End::Internet(address) => Ok(at(lowered.internet, *address)),
        End::S3 => Ok(at(lowered.s3, None)),
        End::DynamoDb => Ok(at(lowered.dynamodb, None)),
        End::OnPremises(address) => {
            let site = site(lowered, *address, other).ok_or_else(|| {
                let why = "No site is known: add a virtual private gateway and attach it to a VPC.";
                Unsupported(Message::new(why))
            })?;
            Ok(at(site, *address))
        }
        End::Address(address) => Ok(at(who_has(lowered, *address, other), Some(*address))),
    }
}

fn named(lowered: &Lowered, id: &LogicalId) -> Result<Vec<network::End>, Unsupported> {
    match lowered.places.get(id) {
        Some(Whereabouts::Interfaces(places)) => {
            return Ok(places.iter().copied().map(network::End::Place).collect());
        }
        Some(Whereabouts::Balancer(balancer)) => {
            return Ok(vec![network::End::Balancer(*balancer)]);
        }
        None => {}
    }
    if let Some(site) = lowered.sites.get(id) {
        return Ok(vec![network::End::Place(*site)]);
    }
    let why = lowered.unsupported.get(id).cloned();
    Err(Unsupported(why.unwrap_or_else(|| {
        Message::new("{resource} sends and takes nothing itself: choose an instance, a load balancer, a NAT gateway or a database.")
            .resource("resource", id)
    })))
}

/// The router that an end hangs on.
fn router(lowered: &Lowered, end: &End) -> Option<RouterId> {
    let (End::Resource(id) | End::Public(id)) = end else {
        return None;
    };
    let place = match lowered.places.get(id)? {
        Whereabouts::Interfaces(places) => *places.first()?,
        Whereabouts::Balancer(balancer) => *lowered.network.balancer(*balancer)?.nodes.first()?,
    };
    lowered.network.router_of(place)
}

/// The site that has the address and is joined to the other end's VPC; else one
/// that has the address, one that is joined, or the first.
fn site(lowered: &Lowered, address: Option<IpAddr>, other: &End) -> Option<PlaceId> {
    let sites = || lowered.sites.values().copied();
    let router = router(lowered, other);
    let fits = |site: &PlaceId| address.is_none_or(|address| has(lowered, *site, address));
    let joined = |site: &PlaceId| router.is_some_and(|router| is_joined(lowered, *site, router));
    let near = sites().find(|site| fits(site) && joined(site));
    near.or_else(|| address.and_then(|_| sites().find(fits)))
        .or_else(|| sites().find(joined))
        .or_else(|| sites().next())
}

/// Whether a gateway of a router leads to a site, or to a hub that does.
fn is_joined(lowered: &Lowered, site: PlaceId, router: RouterId) -> bool {
    let network = &lowered.network;
    let hub = |place: &PlaceId| Some(network.gateway(*place)?.attachment()?.hub);
    network.links(site).iter().any(|link| {
        let own = network.gateway(*link).and_then(|gateway| gateway.router);
        let through = hub(link);
        let mut joints = network.joints(router).iter();
        own == Some(router) || (through.is_some() && joints.any(|joint| hub(joint) == through))
    })
}

fn has(lowered: &Lowered, site: PlaceId, address: IpAddr) -> bool {
    match lowered.network.place(site).map(|place| &place.kind) {
        Some(PlaceKind::Remote(site)) => site.blocks.iter().any(|it| it.contains(&address)),
        _ => false,
    }
}

/// Who has an address: somebody in the other end's VPC, somebody known by it
/// outside, somebody in another VPC, a site; the Internet is left.
fn who_has(lowered: &Lowered, address: IpAddr, other: &End) -> PlaceId {
    let network = &lowered.network;
    let near = router(lowered, other).and_then(|router| network.owner(router, address));
    let known = || network.known_outside(address).map(|(place, _)| place);
    let far = || {
        let mut owners = network
            .routers()
            .filter_map(|(id, _)| network.owner(id, address));
        owners.next()
    };
    let site = || site(lowered, Some(address), other).filter(|site| has(lowered, *site, address));
    near.or_else(known)
        .or_else(far)
        .or_else(site)
        .or_else(|| network.outside_at(address))
        .unwrap_or(lowered.internet)
}
