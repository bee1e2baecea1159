//! Text to address block, strictly, with an answer for every unfinished state
//! of typing.
//!
//! It accepts surrounding white space and nothing else that AWS would refuse.
//! Which sizes a VPC or subnet may have is not its business.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ipnet::IpNet;

use super::CidrError;

/// What was written, when it is a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parsed {
    /// The address is the first of its block.
    Canonical(IpNet),
    /// The address lies further inside the block, as in `100.68.0.18/18`.
    ///
    /// AWS [changes such a block of a VPC][aws] to the canonical one, and the
    /// picture would then differ from what was built: worth telling.
    ///
    /// [aws]: https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
    HostBits {
        /// The canonical block.
        block: IpNet,
        /// Address and prefix as written.
        written: IpNet,
    },
}

impl Parsed {
    /// The canonical block, however it was written.
    pub fn block(self) -> IpNet {
        match self {
            Self::Canonical(block) | Self::HostBits { block, .. } => block,
        }
    }
}

/// Reads an IPv4 or IPv6 block such as `10.0.0.0/16`.
pub fn parse(text: &str) -> Result<Parsed, CidrError> {
    let text = text.trim();
    if text.is_empty() {
        return Err(CidrError::Empty);
    }
    let (address_text, prefix_text) = match text.split_once('/') {
        Some((address, prefix)) => (address, Some(prefix)),
        None => (text, None),
    };
    let address = address(address_text)?;
    let (family, most, example) = match address {
        IpAddr::V4(_) => ("IPv4", 32, "10.0.0.0/16"),
        IpAddr::V6(_) => ("IPv6", 128, "2001:db8:1234:1a00::/56"),
    };
    let prefix_text = prefix_text
        .filter(|prefix| !prefix.is_empty())
        .ok_or_else(|| CidrError::MissingPrefix {
            address: address_text.to_owned(),
            one: most,
            example,
        })?;
    let out_of_range = || CidrError::PrefixOutOfRange {
        prefix: quoted(prefix_text),
        family,
        most,
    };
    let length = prefix(prefix_text, most)?.ok_or_else(out_of_range)?;
    let written = IpNet::new(address, length).map_err(|_| out_of_range())?;
    let block = written.trunc();
    Ok(if written == block {
        Parsed::Canonical(block)
    } else {
        Parsed::HostBits { block, written }
    })
}

/// As [`parse`], but host bits are an error too, whose sentence gives the
/// canonical block.
pub fn parse_exact(text: &str) -> Result<IpNet, CidrError> {
    match parse(text)? {
        Parsed::Canonical(block) => Ok(block),
        Parsed::HostBits { block, written } => Err(CidrError::HostBits { written, block }),
    }
}

fn address(text: &str) -> Result<IpAddr, CidrError> {
    if text.contains(':') {
        let not_ipv6 = |_| CidrError::NotIpv6 {
            address: quoted(text),
        };
        return text.parse::<Ipv6Addr>().map(IpAddr::V6).map_err(not_ipv6);
    }
    let mut octets = [0_u8; 4];
    let mut parts = 0;
    for (index, part) in text.split('.').enumerate() {
        let octet = octet(text, part, index + 1)?;
        if let Some(slot) = octets.get_mut(index) {
            *slot = octet;
        }
        parts = index + 1;
    }
    match parts {
        4 => Ok(IpAddr::V4(Ipv4Addr::from(octets))),
        0..4 => Err(CidrError::TooFewParts {
            address: quoted(text),
            parts,
        }),
        _ => Err(CidrError::TooManyParts {
            address: quoted(text),
            parts,
        }),
    }
}

fn octet(address: &str, part: &str, position: usize) -> Result<u8, CidrError> {
    if part.is_empty() {
        return Err(CidrError::EmptyPart {
            address: quoted(address),
            position,
        });
    }
    if !part.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(CidrError::PartNotNumber {
            address: quoted(address),
            part: quoted(part),
        });
    }
    let plain = part.trim_start_matches('0');
    if part.len() > 1 && plain.len() < part.len() {
        let plain = if plain.is_empty() {
            "0".to_owned()
        } else {
            quoted(plain)
        };
        return Err(CidrError::LeadingZero {
            address: quoted(address),
            part: quoted(part),
            plain,
        });
    }
    part.parse().map_err(|_| CidrError::PartTooLarge {
        address: quoted(address),
        part: quoted(part),
    })
}

/// The number, or `None` for one that no address is long enough for.
fn prefix(text: &str, most: u8) -> Result<Option<u8>, CidrError> {
    if !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(CidrError::PrefixNotNumber {
            prefix: quoted(text),
            most,
        });
    }
    if text.len() > 1 && text.starts_with('0') {
        return Err(CidrError::PrefixLeadingZero {
            prefix: quoted(text),
        });
    }
    Ok(text.parse().ok())
}

/// The text for a message, cut where it would fill the screen.
fn quoted(text: &str) -> String {
    const LONGEST: usize = 45;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", text.get(..end).unwrap_or_default()),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sentence(text: &str) -> String {
        match parse_exact(text) {
            Ok(block) => block.to_string(),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn every_state_of_typing_has_its_own_sentence() {
        for (text, expected) in [
            ("", "An address block is needed, such as 10.0.0.0/16."),
            (
                "10.0.0/16",
                "10.0.0 is not an IPv4 address: it has 3 of 4 parts.",
            ),
            (
                "10.0.0",
                "10.0.0 is not an IPv4 address: it has 3 of 4 parts.",
            ),
            ("10.", "10. is not an IPv4 address: part 2 is empty."),
            (
                "1.2.3.4.5/8",
                "1.2.3.4.5 is not an IPv4 address: it has 5 parts instead of 4.",
            ),
            (
                "10.0.0.0/16/2",
                "/16/2 is not a prefix length. Write a whole number from 0 to 32 after the slash.",
            ),
            (
                "10.0.0.0/33",
                "/33 is too long: a prefix length of IPv4 goes from 0 to 32.",
            ),
            (
                "10.0.0.0/999",
                "/999 is too long: a prefix length of IPv4 goes from 0 to 32.",
            ),
            (
                "10.0.0.0/016",
                "/016 begins with a zero. Write it without, such as /8.",
            ),
            (
                "10.0.256.0/16",
                "10.0.256.0 is not an IPv4 address: 256 is more than 255.",
            ),
            (
                "10.0.x.0/16",
                "10.0.x.0 is not an IPv4 address: x is not a number from 0 to 255.",
            ),
            (
                "::1::/64",
                "::1:: is not an IPv6 address. Write up to 8 groups of hexadecimal digits, such as 2001:db8:1234:1a00::.",
            ),
            (
                "::/129",
                "/129 is too long: a prefix length of IPv6 goes from 0 to 128.",
            ),
        ] {
            assert_eq!(sentence(text), expected);
        }
        let missing = "10.0.0.0 has no prefix length. Write 10.0.0.0/32 for this one address, or a block such as 10.0.0.0/16.";
        assert_eq!(sentence("10.0.0.0"), missing);
        assert_eq!(sentence("10.0.0.0/"), missing);
        let zero = "10.01.0.0 is ambiguous: 01 begins with a zero, which some programs read as octal. Write 1.";
        assert_eq!(sentence("10.01.0.0/16"), zero);
    }

    #[test]
    fn host_bits_are_told_apart_and_the_canonical_block_is_given() {
        let parsed = parse("100.68.0.18/18").unwrap();
        let block: IpNet = "100.68.0.0/18".parse().unwrap();
        let written: IpNet = "100.68.0.18/18".parse().unwrap();
        assert_eq!(parsed, Parsed::HostBits { block, written });
        assert_eq!(parsed.block(), block);
        assert_eq!(
            sentence("100.68.0.18/18"),
            "100.68.0.18/18 does not begin its block: AWS would read it as 100.68.0.0/18. Write 100.68.0.0/18."
        );
    }

    #[test]
    fn white_space_around_a_block_is_forgiven() {
        assert_eq!(sentence(" 10.0.0.0/16\n"), "10.0.0.0/16");
    }

    #[test]
    fn a_pasted_flood_makes_a_short_sentence() {
        assert!(sentence(&"é".repeat(100_000)).chars().count() < 200);
    }

    proptest! {
        #[test]
        fn printing_and_parsing_are_inverse(address: u32, wide: u128, length in 0_u8..=32, long in 0_u8..=128) {
            for written in [
                IpNet::new(Ipv4Addr::from(address).into(), length).unwrap(),
                IpNet::new(Ipv6Addr::from(wide).into(), long).unwrap(),
            ] {
                prop_assert_eq!(parse_exact(&written.trunc().to_string()), Ok(written.trunc()));
                prop_assert_eq!(parse(&written.to_string()).unwrap().block(), written.trunc());
            }
        }

        #[test]
        fn no_text_makes_it_panic(text in "[0-9a-f:./ é]{0,30}") {
            let _ = parse(&text);
        }
    }
}
