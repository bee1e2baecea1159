//! What rules of filters say, as ranges that can be compared. Judges nothing.

use crate::lower::survey::{AclEntry, Fact, Peer, Permission, Ports};
use crate::network::Protocol;

/// Every port.
const ALL: Ports = Ports { from: 0, to: 65535 };

/// A protocol, and ports or ICMP type and code; `None` if they are not known.
pub(in crate::rules) fn carries(permission: &Permission) -> Option<(Protocol, Ports)> {
    let protocol = *permission.protocol.known()?;
    match (protocol, &permission.ports) {
        (Protocol::Any | Protocol::Other(_), _) | (_, Fact::Known(Ports { from: -1, .. })) => {
            Some((protocol, ALL))
        }
        (_, Fact::Known(ports)) => Some((protocol, *ports)),
        _ => None,
    }
}

/// Whether a permission lets TCP to a port pass, whoever the peer is; what is
/// not known lets nothing pass.
pub(in crate::rules) fn is_about(permission: &Permission, port: i64) -> bool {
    carries(permission).is_some_and(|(protocol, ports)| {
        matches!(protocol, Protocol::Tcp | Protocol::Any) && (ports.from..=ports.to).contains(&port)
    })
}

/// Whether a permission is for every address there is.
pub(in crate::rules) fn is_for_everyone(permission: &Permission) -> bool {
    matches!(&permission.peer, Peer::Block(_, Fact::Known(block)) if block.prefix_len() == 0)
}

/// Whether everything that `inner` permits is permitted by `outer`.
pub(super) fn permits_all(outer: &Permission, inner: &Permission) -> bool {
    let (Some(wide), Some(narrow)) = (carries(outer), carries(inner)) else {
        return false;
    };
    let same_peer = match (&outer.peer, &inner.peer) {
        (Peer::Block(_, Fact::Known(outer)), Peer::Block(_, Fact::Known(inner))) => {
            outer.contains(inner)
        }
        (Peer::Group(_, Fact::Known(outer)), Peer::Group(_, Fact::Known(inner))) => outer == inner,
        _ => false,
    };
    let is_icmp = matches!(narrow.0, Protocol::Icmp | Protocol::Icmpv6);
    let carried = match wide.0 {
        Protocol::Any => true,
        protocol if protocol != narrow.0 => false,
        _ if is_icmp => wide.1 == narrow.1,
        _ => wide.1.from <= narrow.1.from && narrow.1.to <= wide.1.to,
    };
    same_peer && carried
}

/// The destination ports of an entry, all where it names none.
pub(super) fn entry_ports(entry: &AclEntry) -> Option<Ports> {
    match (&entry.protocol, &entry.ports) {
        (Fact::Known(Protocol::Any | Protocol::Other(_)), _) | (_, Fact::Absent) => Some(ALL),
        (_, Fact::Known(ports)) => Some(*ports),
        _ => None,
    }
}

/// Whether every packet that `later` is about is decided by `earlier`.
pub(super) fn decides_all(earlier: &AclEntry, later: &AclEntry) -> bool {
    let (Some(wide), Some(narrow)) = (earlier.block.known(), later.block.known()) else {
        return false;
    };
    let (Some(first), Some(second)) = (earlier.protocol.known(), later.protocol.known()) else {
        return false;
    };
    if !wide.contains(narrow) {
        return false;
    }
    if *first == Protocol::Any {
        return true;
    }
    if first != second {
        return false;
    }
    if matches!(first, Protocol::Icmp | Protocol::Icmpv6) {
        let any = Ports { from: -1, to: -1 };
        return match (earlier.icmp.known(), later.icmp.known()) {
            (Some(wide), Some(narrow)) => *wide == any || wide == narrow,
            _ => false,
        };
    }
    match (entry_ports(earlier), entry_ports(later)) {
        (Some(wide), Some(narrow)) => wide.from <= narrow.from && narrow.to <= wide.to,
        _ => false,
    }
}
