//! A set of packets said by constraints, as a filter's rule says it.

use ipnet::IpNet;

use super::boxes::PacketBox;
use super::protocol::Holds;
use super::{Family, Intervals, PacketSet};

/// Constraints on packets; each narrows what those before it left. Without any,
/// every packet is meant.
///
/// Blocks leave only packets of their own family, ports only packets that have
/// ports, types and codes only those that have them.
///
/// ```
/// use drawbridge_core::packet::{Family, Pattern, TCP};
/// let web = Pattern::any(Family::V4)
///     .to(&["10.0.1.0/24".parse()?])
///     .protocol(TCP)
///     .to_ports(&(80..=80_u16).into());
/// assert_eq!(web.packets().to_string(), "tcp from 0.0.0.0/0 to 10.0.1.0/24 port 80");
/// # Ok::<(), ipnet::AddrParseError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    boxes: Vec<PacketBox>,
}

impl Pattern {
    /// Every packet of both families.
    pub fn everything() -> Self {
        let both = Family::BOTH.into_iter();
        Self {
            boxes: both.flat_map(|family| Self::any(family).boxes).collect(),
        }
    }

    /// Every packet of a family.
    pub fn any(family: Family) -> Self {
        let boxes = Holds::ALL.map(|holds| PacketBox::all(family, holds));
        Self {
            boxes: boxes.into(),
        }
    }

    /// Only from addresses in any of these blocks.
    #[must_use]
    pub fn from(self, blocks: &[IpNet]) -> Self {
        self.narrowed(|it| (0, it.family.inside(blocks)))
    }

    /// Only to addresses in any of these blocks.
    #[must_use]
    pub fn to(self, blocks: &[IpNet]) -> Self {
        self.narrowed(|it| (1, it.family.inside(blocks)))
    }

    /// Only of the protocol with this IANA number.
    #[must_use]
    pub fn protocol(self, number: u8) -> Self {
        self.protocols(&Intervals::single(number))
    }

    /// Only of the protocols with these IANA numbers.
    #[must_use]
    pub fn protocols(self, numbers: &Intervals) -> Self {
        self.narrowed(|_| (2, numbers.clone()))
    }

    /// Only from these ports.
    #[must_use]
    pub fn from_ports(self, ports: &Intervals) -> Self {
        self.holding(Holds::Ports).narrowed(|_| (3, ports.clone()))
    }

    /// Only to these ports.
    #[must_use]
    pub fn to_ports(self, ports: &Intervals) -> Self {
        self.holding(Holds::Ports).narrowed(|_| (4, ports.clone()))
    }

    /// Only ICMP messages of these types.
    #[must_use]
    pub fn types(self, types: &Intervals) -> Self {
        self.holding(Holds::Message)
            .narrowed(|_| (3, types.clone()))
    }

    /// Only ICMP messages with these codes.
    #[must_use]
    pub fn codes(self, codes: &Intervals) -> Self {
        self.holding(Holds::Message)
            .narrowed(|_| (4, codes.clone()))
    }

    /// The packets that meet every constraint.
    pub fn packets(self) -> PacketSet {
        PacketSet::of_disjoint(self.boxes)
    }

    fn holding(mut self, holds: Holds) -> Self {
        self.boxes.retain(|it| it.holds == holds);
        self
    }

    /// Narrows one side of every box, and drops the boxes that hold nothing then.
    fn narrowed(mut self, side: impl Fn(&PacketBox) -> (usize, Intervals)) -> Self {
        self.boxes.retain_mut(|it| {
            let (index, allowed) = side(it);
            it.sides[index] = it.sides[index].intersection(&allowed);
            !it.sides[index].is_empty()
        });
        self
    }
}
