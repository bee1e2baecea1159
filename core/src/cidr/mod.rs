//! Address blocks: what a CIDR block says, where two overlap, what AWS keeps of
//! one, and where the next one fits.
//!
//! Blocks are [`ipnet`]'s own types ([`IpNet`], [`Ipv4Net`], [`Ipv6Net`]): ask
//! them for containment (`outer.contains(&inner)`), size and printing. This
//! module adds what they leave out:
//!
//! * [`parse`]: text to block, with sentences for a person who is still typing.
//! * [`overlap`], [`overlaps`]: shared addresses of two, and of many.
//! * [`next_free`], [`free_space`]: room for another block.
//! * [`split`], [`halves`], [`merge`]: blocks into blocks.
//! * [`reserved`], [`usable_count`], [`usable_range`]: what AWS keeps and leaves.
//!
//! It does not know which resource a block belongs to.

mod block;
mod error;
mod free;
mod overlap;
mod parse;
mod reserved;
mod split;

pub use block::AddressBlock;
pub use error::CidrError;
pub use free::{free_space, next_free};
pub use ipnet::{IpNet, Ipv4Net, Ipv6Net};
pub use overlap::{overlap, overlaps};
pub use parse::{Parsed, parse, parse_exact};
pub use reserved::{
    Reservation, SUBNET_PREFIXES, SUBNET_V6_PREFIXES, VPC_PREFIXES, VPC_V6_PREFIXES,
    is_subnet_size, is_vpc_size, reserved, usable_count, usable_hosts, usable_range,
};
pub use split::{MAX_PIECES, halves, merge, split};
