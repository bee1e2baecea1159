//! Exact sets of packets: which source, destination, protocol, ports or ICMP
//! message, in IPv4 and IPv6.
//!
//! * [`Packet`] is one packet's header, [`PacketSet`] a set of them.
//! * [`Pattern`] says a set by constraints: blocks, protocols, ports.
//! * [`PacketBox`] is one part of a set, for whoever prints or counts parts.
//! * [`Intervals`] is the arithmetic underneath: sets of numbers.
//!
//! It knows no filter, route or network, and no AWS word.

mod boxes;
mod family;
mod header;
mod intervals;
mod merge;
mod pattern;
mod protocol;
mod set;
#[cfg(test)]
mod set_tests;
mod text;

pub use boxes::PacketBox;
pub use family::Family;
pub use header::Packet;
pub use intervals::Intervals;
pub use pattern::Pattern;
pub use protocol::{ICMP, ICMPV6, TCP, UDP};
pub use set::{MAX_BOXES, MAX_INTERVALS, PacketSet, TooComplex};
