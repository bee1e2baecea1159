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
        End::Address(address) => match special(lowered, *address) {
            Some(why) => Err(Unsupported(why.text("address", address))),
            None => Ok(at(who_has(lowered, *address, other), Some(*address))),
        },
    }
}

/// The resolver, the metadata and the clock of every instance.
const BESIDE: [&str; 6] = [
    "169.254.169.253",
    "169.254.169.254",
    "169.254.169.123",
    "fd00:ec2::253",
    "fd00:ec2::254",
    "fd00:ec2::123",
];

/// Why nothing is said of an address that no route table decides about.
///
/// <https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html>
/// <https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html>
fn special(lowered: &Lowered, address: IpAddr) -> Option<Message> {
    let is_nobody = match address {
        IpAddr::V4(it) => {
            it.is_multicast() || it.is_broadcast() || it.is_loopback() || it.is_unspecified()
        }
        IpAddr::V6(it) => it.is_multicast() || it.is_loopback() || it.is_unspecified(),
    };
    if is_nobody {
        return Some(Message::new("{address} is the address of no host."));
    }
    let is_resolver = lowered.resolvers.contains(&address);
    let mut beside = BESIDE.iter().filter_map(|it| it.parse::<IpAddr>().ok());
    (is_resolver || beside.any(|it| it == address)).then(|| {
        Message::new("{address} is a service of AWS beside every host, such as its resolver: no route leads there and no filter holds it back, so it is not modeled.")
    })
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
        Message::new("{resource} sends and takes nothing itself, or there is none of that name in the template: choose an instance, a load balancer, a NAT gateway or a database.")
            .resource("resource", id)
    })))
}

/// The router that an end hangs on.
fn router(lowered: &Lowered, end: &End) -> Option<RouterId> {
    let network = &lowered.network;
    let place = match end {
        End::Resource(id) | End::Public(id) => match lowered.places.get(id)? {
            Whereabouts::Interfaces(places) => *places.first()?,
            Whereabouts::Balancer(balancer) => *network.balancer(*balancer)?.nodes.first()?,
        },
        End::Address(address) => {
            let known = network.known_outside(*address).map(|(place, _)| place);
            known.or_else(|| anybody(lowered, *address))?
        }
        _ => return None,
    };
    network.router_of(place)
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
    let far = || anybody(lowered, address);
    let site = || site(lowered, Some(address), other).filter(|site| has(lowered, *site, address));
    near.or_else(known)
        .or_else(far)
        .or_else(site)
        .or_else(|| network.outside_at(address))
        .unwrap_or(lowered.internet)
}

/// The first one, in any VPC, whose own address this is.
fn anybody(lowered: &Lowered, address: IpAddr) -> Option<PlaceId> {
    let network = &lowered.network;
    let mut owners = network
        .routers()
        .filter_map(|(id, _)| network.owner(id, address));
    owners.next()
}
