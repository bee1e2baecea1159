//! Why some text is not an address block, or a block cannot be cut: sentences
//! for the person who typed it, each with what to write instead.

use ipnet::IpNet;
use thiserror::Error;

/// What is wrong with an address block. `Display` is a whole sentence.
///
/// Text that is quoted is shortened, so a message stays readable whatever was
/// pasted.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CidrError {
    /// Nothing was written.
    #[error("An address block is needed, such as 10.0.0.0/16.")]
    Empty,
    /// There is an address but no `/prefix`.
    #[error(
        "{address} has no prefix length. Write {address}/{one} for this one address, or a block such as {example}."
    )]
    MissingPrefix {
        /// The address as written.
        address: String,
        /// The prefix length of one address: 32 or 128.
        one: u8,
        /// A block of the same family.
        example: &'static str,
    },
    /// What follows the slash is not a whole number.
    #[error(
        "/{prefix} is not a prefix length. Write a whole number from 0 to {most} after the slash."
    )]
    PrefixNotNumber {
        /// The text after the slash.
        prefix: String,
        /// The longest prefix of the family.
        most: u8,
    },
    /// The prefix is longer than an address.
    #[error("/{prefix} is too long: a prefix length of {family} goes from 0 to {most}.")]
    PrefixOutOfRange {
        /// The text after the slash.
        prefix: String,
        /// "IPv4" or "IPv6".
        family: &'static str,
        /// The longest prefix of the family.
        most: u8,
    },
    /// The prefix begins with a zero that means nothing.
    #[error("/{prefix} begins with a zero. Write it without, such as /8.")]
    PrefixLeadingZero {
        /// The text after the slash.
        prefix: String,
    },
    /// The address has fewer than four parts.
    #[error("{address} is not an IPv4 address: it has {parts} of 4 parts.")]
    TooFewParts {
        /// The address as written.
        address: String,
        /// How many parts it has.
        parts: usize,
    },
    /// The address has more than four parts.
    #[error("{address} is not an IPv4 address: it has {parts} parts instead of 4.")]
    TooManyParts {
        /// The address as written.
        address: String,
        /// How many parts it has.
        parts: usize,
    },
    /// Two dots follow each other, or a dot is first or last.
    #[error("{address} is not an IPv4 address: part {position} is empty.")]
    EmptyPart {
        /// The address as written.
        address: String,
        /// Which part, counted from 1.
        position: usize,
    },
    /// A part holds something other than digits.
    #[error("{address} is not an IPv4 address: {part} is not a number from 0 to 255.")]
    PartNotNumber {
        /// The address as written.
        address: String,
        /// The part as written.
        part: String,
    },
    /// A part is above 255.
    #[error("{address} is not an IPv4 address: {part} is more than 255.")]
    PartTooLarge {
        /// The address as written.
        address: String,
        /// The part as written.
        part: String,
    },
    /// A part begins with a zero, which some programs read as octal.
    #[error(
        "{address} is ambiguous: {part} begins with a zero, which some programs read as octal. Write {plain}."
    )]
    LeadingZero {
        /// The address as written.
        address: String,
        /// The part as written.
        part: String,
        /// The part without its zeros.
        plain: String,
    },
    /// There is a colon, but the rest is no IPv6 address.
    #[error(
        "{address} is not an IPv6 address. Write up to 8 groups of hexadecimal digits, such as 2001:db8:1234:1a00::."
    )]
    NotIpv6 {
        /// The address as written.
        address: String,
    },
    /// The address lies inside the block instead of at its beginning.
    #[error("{written} does not begin its block: AWS would read it as {block}. Write {block}.")]
    HostBits {
        /// The address and prefix as written.
        written: IpNet,
        /// The block that they lie in.
        block: IpNet,
    },
    /// The pieces would be larger than the block.
    #[error(
        "{block} cannot be split into /{prefix}: that is larger than the block. Choose a prefix length from {least} to {most}."
    )]
    SplitLarger {
        /// The block to split.
        block: IpNet,
        /// The prefix length that was asked for.
        prefix: u8,
        /// The shortest prefix that can be asked for.
        least: u8,
        /// The longest prefix that can be asked for.
        most: u8,
    },
    /// The prefix length of the pieces does not exist in this family.
    #[error("{block} cannot be split into /{prefix}: prefix lengths of this block go to {most}.")]
    SplitBeyondFamily {
        /// The block to split.
        block: IpNet,
        /// The prefix length that was asked for.
        prefix: u8,
        /// The longest prefix of the family.
        most: u8,
    },
    /// There would be more pieces than anyone can look at.
    #[error(
        "{block} in pieces of /{prefix} is more than {limit} blocks. Choose /{most} or a shorter prefix length."
    )]
    TooManyPieces {
        /// The block to split.
        block: IpNet,
        /// The prefix length that was asked for.
        prefix: u8,
        /// The most pieces that are made.
        limit: usize,
        /// The longest prefix that can be asked for.
        most: u8,
    },
}
