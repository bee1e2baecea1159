//! The public addresses of a family, parted by blocks: of each part one address
//! stands for all, and any choice of parts is given as few blocks.
//!
//! Private and shared addresses are not on the Internet: they are no part, and
//! are given along with the block around them.

use std::collections::{BTreeMap, BTreeSet};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ipnet::IpNet;

use crate::network::{Family, PortSet, is_private, is_shared};
use crate::sorting;

/// The parts: each is a block without the smaller blocks in it.
pub(super) struct Parts {
    /// By address, wider blocks before those that they contain. The first is
    /// all of the family.
    parts: Vec<Part>,
}

struct Part {
    block: IpNet,
    /// The blocks directly inside, by their place.
    inside: Vec<usize>,
    /// An address of no smaller block; `None` where there is none, or it would
    /// not be public.
    address: Option<IpAddr>,
}

impl Parts {
    /// Parts of `family` by `blocks`, which may repeat and be of other
    /// families.
    pub(super) fn of(family: Family, blocks: impl IntoIterator<Item = IpNet>) -> Self {
        let all = match family {
            Family::V4 => IpAddr::V4(Ipv4Addr::UNSPECIFIED),
            Family::V6 => IpAddr::V6(Ipv6Addr::UNSPECIFIED),
        };
        let blocks = blocks.into_iter().map(|it| it.trunc());
        let mut blocks: Vec<IpNet> = blocks
            .filter(|block| Family::of(block.addr()) == family && is_public(block.addr()))
            .chain(IpNet::new(all, 0))
            .collect();
        sorting::sort(&mut blocks);
        blocks.dedup();
        let mut parts: Vec<Part> = Vec::with_capacity(blocks.len());
        // The blocks that are open at this place, each inside the one before.
        let mut around: Vec<usize> = Vec::new();
        for block in blocks {
            let number = parts.len();
            while let Some(last) = around.last() {
                let outer = parts.get(*last);
                if outer.is_some_and(|it| it.block.contains(&block)) {
                    break;
                }
                around.pop();
            }
            if let Some(outer) = around.last().and_then(|last| parts.get_mut(*last)) {
                outer.inside.push(number);
            }
            around.push(number);
            parts.push(Part {
                block,
                inside: Vec::new(),
                address: None,
            });
        }
        let addresses: Vec<Option<IpAddr>> = parts.iter().map(|part| free(part, &parts)).collect();
        for (part, address) in parts.iter_mut().zip(addresses) {
            part.address = address;
        }
        Self { parts }
    }

    /// Of each part, an address; `None` for a part without any.
    pub(super) fn addresses(&self) -> impl Iterator<Item = Option<IpAddr>> + '_ {
        self.parts.iter().map(|part| part.address)
    }

    /// The chosen parts as few blocks. A part without addresses goes with the
    /// one around it.
    pub(super) fn blocks(&self, chosen: &[bool]) -> Vec<IpNet> {
        let mut found = Vec::new();
        self.gather(0, false, chosen, &mut found);
        IpNet::aggregate(&found)
    }

    fn gather(&self, number: usize, is_outer_in: bool, chosen: &[bool], found: &mut Vec<IpNet>) {
        let Some(part) = self.parts.get(number) else {
            return;
        };
        let is_in = match part.address {
            Some(_) => chosen.get(number).copied().unwrap_or_default(),
            None => is_outer_in,
        };
        if is_in {
            let inside = part.inside.iter().filter_map(|it| self.parts.get(*it));
            let holes: Vec<IpNet> = inside.map(|it| it.block).collect();
            without(part.block, &holes, found);
        }
        for inside in &part.inside {
            self.gather(*inside, is_in, chosen, found);
        }
    }
}

/// An address of a part in none of its smaller blocks, public, and not the
/// first or last of a block.
fn free(part: &Part, parts: &[Part]) -> Option<IpAddr> {
    let inside = part.inside.iter().filter_map(|it| parts.get(*it));
    let holes: Vec<IpNet> = inside.map(|it| it.block).collect();
    let mut rest = Vec::new();
    without(part.block, &holes, &mut rest);
    // A wide block may begin with what is nobody's: a later one is plainer.
    let candidates = rest.iter().flat_map(|block| {
        let host = block.hosts().nth(6).or_else(|| block.hosts().next());
        [usual(*block), host].into_iter().flatten()
    });
    let mut candidates = candidates.filter(|address| is_public(*address));
    candidates.next()
}

/// The usual stand-ins for the Internet, where they are in the block.
fn usual(block: IpNet) -> Option<IpAddr> {
    let stands = [
        IpAddr::V4(Ipv4Addr::new(198, 51, 100, 7)),
        IpAddr::V6(Ipv6Addr::new(0x2001, 0xdb8, 0xffff, 0, 0, 0, 0, 7)),
    ];
    stands.into_iter().find(|address| block.contains(address))
}

fn is_public(address: IpAddr) -> bool {
    !is_private(address) && !is_shared(address)
}

/// A block without others inside of it, as blocks.
fn without(block: IpNet, holes: &[IpNet], found: &mut Vec<IpNet>) {
    if holes.is_empty() {
        found.push(block);
        return;
    }
    if holes.iter().any(|hole| hole.contains(&block)) {
        return;
    }
    let Ok(halves) = block.subnets(block.prefix_len() + 1) else {
        return;
    };
    for half in halves {
        let holes: Vec<IpNet> = holes
            .iter()
            .filter(|hole| hole.contains(&half) || half.contains(*hole))
            .copied()
            .collect();
        without(half, &holes, found);
    }
}

/// The ports by which of the sets have them: for each such choice of sets, its
/// ports.
pub(super) fn by_sources(sets: &[&PortSet]) -> Vec<(Vec<bool>, PortSet)> {
    // Ports where some set begins or has just ended.
    let mut borders: BTreeSet<u32> = BTreeSet::new();
    for set in sets {
        for interval in set.intervals() {
            borders.insert(u32::from(*interval.start()));
            borders.insert(u32::from(*interval.end()) + 1);
        }
    }
    let mut by_choice: BTreeMap<Vec<bool>, PortSet> = BTreeMap::new();
    let next = borders.iter().skip(1);
    for (first, next) in borders.iter().zip(next) {
        let (Ok(first), Ok(last)) = (u16::try_from(*first), u16::try_from(next - 1)) else {
            continue;
        };
        let choice: Vec<bool> = sets.iter().map(|set| set.contains(first)).collect();
        if choice.contains(&true) {
            let ports = by_choice.entry(choice).or_default();
            *ports = ports.union(&PortSet::from(first..=last));
        }
    }
    let mut found: Vec<(Vec<bool>, PortSet)> = by_choice.into_iter().collect();
    sorting::sort_by_key(&mut found, |(_, ports)| ports.lowest());
    found
}
