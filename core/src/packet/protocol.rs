//! What the header of a protocol holds behind the addresses: ports, a message's
//! type and code, or nothing that is looked at.

use super::Intervals;

/// TCP, with ports.
pub const TCP: u8 = 6;
/// UDP, with ports.
pub const UDP: u8 = 17;
/// ICMP, with type and code.
pub const ICMP: u8 = 1;
/// ICMP for IPv6, with type and code.
pub const ICMPV6: u8 = 58;

/// What the header holds, by which every box is of one sort.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Holds {
    /// A source and a destination port.
    Ports,
    /// A type and a code.
    Message,
    /// Nothing that is looked at: both numbers are 0.
    Nothing,
}

impl Holds {
    /// Every sort.
    pub(super) const ALL: [Self; 3] = [Self::Ports, Self::Message, Self::Nothing];

    /// What packets of a protocol hold.
    pub(super) fn of(protocol: u8) -> Self {
        match protocol {
            TCP | UDP => Self::Ports,
            ICMP | ICMPV6 => Self::Message,
            _ => Self::Nothing,
        }
    }

    /// The protocols that hold it.
    pub(super) fn protocols(self) -> Intervals {
        // Written out, since every pattern begins with them.
        Intervals::of_spans(match self {
            Self::Ports => vec![(6, 6), (17, 17)],
            Self::Message => vec![(1, 1), (58, 58)],
            Self::Nothing => vec![(0, 0), (2, 5), (7, 16), (18, 57), (59, 255)],
        })
    }

    /// What each of the two numbers behind the addresses may be.
    pub(super) fn numbers(self) -> Intervals {
        match self {
            Self::Ports => Intervals::from(0..=u16::MAX),
            Self::Message => Intervals::from(0..=u8::MAX),
            Self::Nothing => Intervals::single(0_u8),
        }
    }
}

/// The type that answers a type of message, if one of them asks: echo request
/// and echo reply.
///
/// RFC 792 and RFC 4443.
pub(super) fn echo(protocol: u8) -> Option<(u8, u8)> {
    match protocol {
        ICMP => Some((8, 0)),
        ICMPV6 => Some((128, 129)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_protocol_is_of_one_sort() {
        for protocol in 0..=u8::MAX {
            let holds = |sort: &Holds| sort.protocols().contains(protocol.into());
            let sorts: Vec<Holds> = Holds::ALL.into_iter().filter(holds).collect();
            assert_eq!(sorts, [Holds::of(protocol)], "{protocol}");
        }
    }
}
