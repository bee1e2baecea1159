//! What there is to say of an address block while it is typed: its range, what
//! AWS leaves of it, and whom it gets in the way of. Says; does not write.

use drawbridge_core::catalogue::Role;
use drawbridge_core::cidr::{self, IpNet, Ipv4Net, Parsed};
use drawbridge_core::lower::survey::Survey;
use drawbridge_core::message::Message;
use drawbridge_core::template::LogicalId;

use crate::ui::Tone;

/// How many collisions are told one by one.
const MOST: usize = 3;

/// What a block is for, with what it must fit to.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Purpose {
    /// Any range, such as the destination of a route.
    Range,
    /// A block of a VPC.
    Vpc,
    /// A subnet's block.
    Subnet {
        /// Its VPC with its blocks, if it can be told.
        vpc: Option<(LogicalId, Vec<IpNet>)>,
        /// The blocks of the VPC's other subnets.
        siblings: Vec<(LogicalId, IpNet)>,
    },
}

/// What there is to say of a text.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Notes {
    /// The sentences, each in the tone it is meant.
    pub(super) lines: Vec<(Tone, Message)>,
    /// How the block should be written, if that differs.
    pub(super) canonical: Option<String>,
}

impl Purpose {
    /// What the block at a property of a resource is for.
    pub(super) fn of(survey: &Survey, id: &LogicalId, role: Role, property: &str) -> Self {
        match role {
            Role::Subnet if property.ends_with("CidrBlock") => {
                let subnet = survey.subnets.get(id);
                let vpc = subnet.and_then(|subnet| survey.vpcs.get(subnet.vpc.known()?));
                let others = survey.subnets.values().filter(|other| {
                    other.id != *id && vpc.is_some_and(|vpc| other.vpc.known() == Some(&vpc.id))
                });
                let siblings = others.flat_map(|other| {
                    let blocks = [&other.cidr, &other.ipv6_cidr].into_iter();
                    blocks.filter_map(|block| Some((other.id.clone(), block.known()?.block())))
                });
                let blocks = |vpc: &drawbridge_core::lower::survey::Vpc| {
                    let blocks = vpc.blocks.iter().map(|block| block.net);
                    (vpc.id.clone(), blocks.collect())
                };
                Self::Subnet {
                    vpc: vpc.map(blocks),
                    siblings: siblings.collect(),
                }
            }
            Role::Vpc | Role::VpcCidrBlock => Self::Vpc,
            _ => Self::Range,
        }
    }

    /// The free block with the lowest address, of the size of the block that is
    /// written, or of a size that fits.
    pub(super) fn next_free(&self, written: &str) -> Option<Ipv4Net> {
        let Self::Subnet {
            vpc: Some((_, blocks)),
            siblings,
        } = self
        else {
            return None;
        };
        let v4 = |net: &IpNet| match net {
            IpNet::V4(net) => Some(*net),
            IpNet::V6(_) => None,
        };
        let within: Vec<_> = blocks.iter().filter_map(v4).collect();
        let taken: Vec<_> = siblings.iter().filter_map(|(_, net)| v4(net)).collect();
        let written = cidr::parse(written)
            .ok()
            .map(|parsed| parsed.block().prefix_len());
        let sizes = written.into_iter().chain([24, 26, 28]);
        let mut free = sizes.filter_map(|size| cidr::next_free(&within, &taken, size));
        free.next()
    }

    /// What there is to say of a text.
    pub(super) fn notes(&self, text: &str) -> Notes {
        let mut notes = Notes::default();
        if text.trim().is_empty() {
            return notes;
        }
        let parsed = match cidr::parse(text) {
            Ok(parsed) => parsed,
            Err(why) => {
                notes
                    .lines
                    .push((Tone::Error, Message::new("{why}").text("why", why)));
                return notes;
            }
        };
        let block = parsed.block();
        if let Parsed::HostBits { written, .. } = parsed {
            let message = Message::new("{written} lies inside a block: the block is {block}.");
            let message = message.text("written", written).text("block", block);
            notes.lines.push((Tone::Warning, message));
            notes.canonical = Some(block.to_string());
        }
        match self {
            Self::Range => notes.lines.push((Tone::Neutral, range(block))),
            Self::Vpc => {
                notes.lines.push((Tone::Neutral, range(block)));
                if !cidr::is_vpc_size(block) {
                    let message = "AWS takes blocks of a VPC from /16 to /28.";
                    notes.lines.push((Tone::Error, Message::new(message)));
                }
            }
            Self::Subnet { vpc, siblings } => {
                notes.lines.push((Tone::Neutral, usable(block)));
                if !cidr::is_subnet_size(block) {
                    let message = "AWS takes subnets from /16 to /28.";
                    notes.lines.push((Tone::Error, Message::new(message)));
                }
                notes
                    .lines
                    .extend(vpc.as_ref().and_then(|vpc| outside(block, vpc)));
                collisions(block, siblings, &mut notes.lines);
            }
        }
        notes
    }
}

/// First to last, and how many.
fn range(block: IpNet) -> Message {
    let count = 1_u128.checked_shl(u32::from(block.max_prefix_len() - block.prefix_len()));
    let message = match count {
        Some(1) => return Message::new("One address."),
        Some(count) if count <= 1 << 32 => {
            Message::new("{first} – {last}, {count} addresses.").text("count", thousands(count))
        }
        _ => Message::new("{first} – {last}."),
    };
    message
        .text("first", block.network())
        .text("last", block.broadcast())
}

/// What AWS leaves of a subnet's block.
fn usable(block: IpNet) -> Message {
    let Some((first, last)) = cidr::usable_range(block) else {
        return Message::new("AWS keeps five addresses, and nothing is left of this block.");
    };
    let count = cidr::usable_count(block);
    let message = if count == u64::MAX {
        Message::new("{first} – {last} can be used.")
    } else {
        let message = Message::new("{first} – {last}, {count} usable.");
        message.text("count", thousands(count.into()))
    };
    message.text("first", first).text("last", last)
}

fn outside(block: IpNet, (vpc, blocks): &(LogicalId, Vec<IpNet>)) -> Option<(Tone, Message)> {
    let is_v4 = |net: &IpNet| matches!(net, IpNet::V4(_));
    let family: Vec<_> = blocks
        .iter()
        .filter(|it| is_v4(it) == is_v4(&block))
        .collect();
    // A VPC whose blocks are not known holds anything, for all that can be told.
    if family.is_empty() || family.iter().any(|net| net.contains(&block)) {
        return None;
    }
    let all: Vec<_> = family.iter().map(ToString::to_string).collect();
    let message = Message::new("{block} is outside of {vpc}, which has {blocks}.");
    let message = message
        .text("block", block)
        .resource("vpc", vpc)
        .text("blocks", all.join(", "));
    Some((Tone::Error, message))
}

fn collisions(block: IpNet, siblings: &[(LogicalId, IpNet)], lines: &mut Vec<(Tone, Message)>) {
    let shared = siblings
        .iter()
        .filter_map(|(id, net)| Some((id, cidr::overlap(block, *net)?)));
    let shared: Vec<_> = shared.collect();
    for (id, net) in shared.iter().take(MOST) {
        let message = Message::new("Shares {block} with {other}.");
        lines.push((
            Tone::Error,
            message.text("block", net).resource("other", id),
        ));
    }
    if let Some(more) = shared.len().checked_sub(MOST).filter(|more| *more > 0) {
        let message = Message::new("And with {count} more.").text("count", more);
        lines.push((Tone::Error, message));
    }
}

/// A number in groups of three digits.
fn thousands(number: u128) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn subnet(siblings: &[(&str, &str)]) -> Purpose {
        let net = |text: &str| cidr::parse(text).unwrap().block();
        let siblings = siblings
            .iter()
            .map(|(id, text)| (LogicalId::new(id), net(text)));
        Purpose::Subnet {
            vpc: Some(("Main".into(), vec![net("10.0.0.0/16")])),
            siblings: siblings.collect(),
        }
    }

    fn said(purpose: &Purpose, text: &str) -> Vec<String> {
        purpose
            .notes(text)
            .lines
            .iter()
            .map(|(_, message)| message.to_string())
            .collect()
    }

    #[test]
    fn a_subnet_says_what_aws_leaves() {
        let lines = said(&subnet(&[]), "10.0.1.0/24");
        assert_eq!(lines, ["10.0.1.4 – 10.0.1.254, 251 usable."]);
    }

    #[test]
    fn collisions_name_the_sibling_and_the_shared_block() {
        let lines = said(
            &subnet(&[("A", "10.0.1.128/25"), ("B", "10.0.2.0/24")]),
            "10.0.1.0/24",
        );
        assert_eq!(
            lines.get(1).map(String::as_str),
            Some("Shares 10.0.1.128/25 with A.")
        );
        assert_eq!(lines.len(), 2);
    }

    #[test]
    fn what_is_outside_of_the_vpc_is_told() {
        let lines = said(&subnet(&[]), "10.1.0.0/24");
        assert_eq!(lines.len(), 2);
        assert!(lines.iter().any(|line| line.contains("outside of Main")));
    }

    #[test]
    fn host_bits_offer_the_canonical_block() {
        let notes = subnet(&[]).notes("10.0.1.7/24");
        assert_eq!(notes.canonical.as_deref(), Some("10.0.1.0/24"));
        assert_eq!(subnet(&[]).notes("10.0.1.0/24").canonical, None);
    }

    #[test]
    fn the_next_free_block_is_as_large_as_the_one_written() {
        let purpose = subnet(&[("A", "10.0.0.0/24")]);
        let next = |text| purpose.next_free(text).map(|net| net.to_string());
        assert_eq!(next("10.0.0.0/26").as_deref(), Some("10.0.1.0/26"));
        assert_eq!(next("").as_deref(), Some("10.0.1.0/24"));
        assert_eq!(Purpose::Range.next_free(""), None);
    }

    #[test]
    fn counts_are_grouped() {
        assert_eq!(thousands(65_536), "65,536");
        assert_eq!(
            said(&Purpose::Vpc, "10.0.0.0/16"),
            ["10.0.0.0 – 10.0.255.255, 65,536 addresses."]
        );
        assert_eq!(
            said(&Purpose::Range, "0.0.0.0/0"),
            ["0.0.0.0 – 255.255.255.255, 4,294,967,296 addresses."]
        );
    }
}
