//! Routing tables: the longest prefix wins, then a written route over a learned
//! one. Deliberately does not know what lies behind a target.

use super::{Family, Origin, PlaceId};
use ipnet::IpNet;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::net::IpAddr;

use crate::sorting;

/// Which of two routes for the same prefix is used: the lesser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precedence {
    /// Written by hand.
    Static,
    /// Written by hand, for a list of prefixes kept elsewhere.
    List,
    /// Learned; a lower rank is preferred.
    Propagated(u8),
}

/// Where a route leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// To the interface of this router that has the address.
    Local,
    /// Through this interface or gateway.
    Through(PlaceId),
    /// Nowhere: the target is gone.
    Blackhole,
    /// To something that is not modeled, with the reason as a sentence.
    Unsupported(String),
}

/// One line of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Route {
    /// Where the route is written.
    pub origin: Origin,
    /// The destinations that it is for.
    pub prefix: IpNet,
    /// Where it leads.
    pub target: Target,
    /// How it ranks among routes for the same prefix.
    pub precedence: Precedence,
}

/// A routing table, indexed by prefix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// What the table was made from.
    pub origin: Origin,
    routes: Vec<Route>,
    by_prefix: BTreeMap<IpNet, Vec<usize>>,
    /// Prefix lengths in use, longest first: a look-up tries only these.
    lengths: BTreeSet<(Family, Reverse<u8>)>,
}

impl Table {
    /// A table of these routes. Host bits of a prefix are ignored; equal
    /// prefixes and ranks are tried in the order given.
    pub fn new(origin: Origin, routes: Vec<Route>) -> Self {
        let mut by_prefix: BTreeMap<IpNet, Vec<usize>> = BTreeMap::new();
        let mut lengths = BTreeSet::new();
        for (index, route) in routes.iter().enumerate() {
            by_prefix
                .entry(route.prefix.trunc())
                .or_default()
                .push(index);
            let family = Family::of(route.prefix.addr());
            lengths.insert((family, Reverse(route.prefix.prefix_len())));
        }
        for same in by_prefix.values_mut() {
            sorting::sort_by_key(same, |&index| {
                (routes.get(index).map(|route| route.precedence), index)
            });
        }
        Self {
            origin,
            routes,
            by_prefix,
            lengths,
        }
    }

    /// The routes, in the order given: a route's number is its place here.
    pub fn routes(&self) -> &[Route] {
        &self.routes
    }

    /// Every route that matches `destination`, with its number, best first by
    /// prefix length and then by precedence.
    pub fn matching(&self, destination: IpAddr) -> impl Iterator<Item = (usize, &Route)> {
        let family = Family::of(destination);
        self.lengths
            .iter()
            .filter(move |(of, _)| *of == family)
            .filter_map(move |(_, Reverse(length))| IpNet::new(destination, *length).ok())
            .filter_map(|prefix| self.by_prefix.get(&prefix.trunc()))
            .flatten()
            .filter_map(|&index| Some((index, self.routes.get(index)?)))
    }

    /// The route that is used for `destination`, with its number.
    ///
    /// A learned route never takes what is delivered locally, even when it is
    /// more specific.
    pub fn look_up(&self, destination: IpAddr) -> Option<(usize, &Route)> {
        let best = self.matching(destination).next()?;
        if !matches!(best.1.precedence, Precedence::Propagated(_)) {
            return Some(best);
        }
        let mut locals = self.matching(destination).filter(|(_, route)| {
            matches!(route.target, Target::Local)
                && !matches!(route.precedence, Precedence::Propagated(_))
        });
        Some(locals.next().unwrap_or(best))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::net::Ipv4Addr;

    fn route(prefix: &str, target: Target, precedence: Precedence) -> Route {
        let prefix = prefix.parse().unwrap();
        Route {
            origin: Origin::whole("route"),
            prefix,
            target,
            precedence,
        }
    }

    fn through(place: usize) -> Target {
        Target::Through(PlaceId(place))
    }

    fn used(routes: Vec<Route>, destination: &str) -> Option<Target> {
        let table = Table::new(Origin::whole("table"), routes);
        table
            .look_up(destination.parse().unwrap())
            .map(|(_, route)| route.target.clone())
    }

    #[test]
    fn the_longest_prefix_wins_whatever_the_order() {
        let routes = vec![
            route("0.0.0.0/0", through(1), Precedence::Static),
            route("10.0.0.0/8", through(2), Precedence::Static),
            route("10.1.0.0/16", through(3), Precedence::Propagated(0)),
        ];
        assert_eq!(used(routes.clone(), "10.1.2.3"), Some(through(3)));
        assert_eq!(used(routes.clone(), "10.2.2.3"), Some(through(2)));
        assert_eq!(used(routes.clone(), "8.8.8.8"), Some(through(1)));
        assert_eq!(used(routes, "2001:db8::1"), None);
    }

    #[test]
    fn a_written_route_wins_over_a_learned_one_for_the_same_prefix() {
        let routes = vec![
            route("10.1.0.0/16", through(1), Precedence::Propagated(2)),
            route("10.1.0.0/16", through(2), Precedence::Propagated(0)),
            route("10.1.0.0/16", through(3), Precedence::Static),
        ];
        assert_eq!(used(routes.clone(), "10.1.2.3"), Some(through(3)));
        assert_eq!(used(routes[..2].to_vec(), "10.1.2.3"), Some(through(2)));
    }

    #[test]
    fn a_learned_route_never_takes_what_is_local() {
        let routes = vec![
            route("10.0.0.0/16", Target::Local, Precedence::Static),
            route("10.0.1.0/24", through(1), Precedence::Propagated(0)),
        ];
        assert_eq!(used(routes, "10.0.1.9"), Some(Target::Local));
    }

    /// Prefixes from a corner of the address space, so that they overlap often.
    fn prefix() -> impl Strategy<Value = IpNet> {
        (0_u32..256, 22_u8..=32).prop_map(|(low, length)| {
            IpNet::new(
                IpAddr::V4(Ipv4Addr::from_bits(0x0A00_0000 | (low << 2))),
                length,
            )
            .unwrap()
        })
    }

    fn precedence() -> impl Strategy<Value = Precedence> {
        prop_oneof![
            Just(Precedence::Static),
            Just(Precedence::List),
            (0_u8..3).prop_map(Precedence::Propagated)
        ]
    }

    proptest! {
        #[test]
        fn look_up_agrees_with_a_scan_of_every_route(
            lines in prop::collection::vec((prefix(), precedence()), 0..24),
            low in 0_u32..1024,
        ) {
            let routes: Vec<Route> = lines
                .iter()
                .map(|&(prefix, precedence)| Route {
                    origin: Origin::whole("route"),
                    prefix,
                    target: Target::Blackhole,
                    precedence,
                })
                .collect();
            let destination = IpAddr::V4(Ipv4Addr::from_bits(0x0A00_0000 | low));
            let expected = lines
                .iter()
                .enumerate()
                .filter(|(_, (prefix, _))| prefix.contains(&destination))
                .min_by_key(|(index, (prefix, rank))| (Reverse(prefix.prefix_len()), *rank, *index))
                .map(|(index, _)| index);
            let table = Table::new(Origin::whole("table"), routes);
            prop_assert_eq!(table.look_up(destination).map(|(index, _)| index), expected);
        }
    }
}
