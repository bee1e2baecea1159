//! Which replies a network ACL drops of the requests that it lets pass, exactly:
//! to which of the clients' ports, and of which addresses. It judges nothing,
//! and knows no subnet.

use std::ops::RangeInclusive;

use ipnet::IpNet;

use crate::lower::permits::{Meant, of_acl, of_entry};
use crate::lower::survey::{AclEntry, NetworkAcl};
use crate::network::{Direction, Protocol};
use crate::packet::{Family, Intervals, PacketBox, PacketSet, Pattern, TooComplex};
use crate::sorting;

/// The ports that clients of any kind pick from.
///
/// <https://docs.aws.amazon.com/vpc/latest/userguide/custom-network-acl.html#nacl-ephemeral-ports>
pub(super) const EPHEMERAL: RangeInclusive<u16> = 1_024..=65_535;

/// Requests are to few ports; a wider range is for replies.
const MAX_WIDTH: i64 = 1_000;

/// AWS allows 40 entries in each direction; far beyond, nobody reads findings.
const MAX_ENTRIES: usize = 400;

/// What is lost only of fewer than one in so many addresses is not told: who
/// blocks a few addresses in one direction means it.
const FEW: u32 = 7;

/// The replies to the requests of an entry that are dropped.
pub(super) struct Lost {
    /// The family of the requests.
    pub(super) family: Family,
    /// Ports of clients that get no reply, each with the addresses on the other
    /// side of the ACL whose replies to them are lost.
    pub(super) parts: Vec<(Intervals, Intervals)>,
    /// Whether next to nobody gets a reply.
    pub(super) is_all: bool,
}

/// The entries of a direction that allow requests, of which replies are dropped.
///
/// Requests count that surely pass, and replies that do not pass even if what
/// is open comes to the most. Entries for wide ranges count where a NAT gateway
/// in a subnet of the ACL `asks` the Internet through them.
pub(super) fn lost_replies(
    acl: &NetworkAcl,
    is_egress: bool,
    asks: bool,
) -> Vec<(&AclEntry, Lost)> {
    let back = if is_egress {
        Direction::Inbound
    } else {
        Direction::Outbound
    };
    let mut found = Vec::new();
    let is_asked = |it: &AclEntry| {
        let is_wide = asks && is_egress && is_wide_request(it);
        it.is_egress == is_egress && (is_wide || is_request(it))
    };
    if acl.entries.len() > MAX_ENTRIES || !acl.entries.iter().any(is_asked) {
        return found;
    }
    let Ok(allowed) = of_acl(acl, back) else {
        return found;
    };
    let same = acl.entries.iter().filter(|it| it.is_egress == is_egress);
    let meant: Vec<(&AclEntry, Meant)> = same.map(|it| (it, of_entry(it))).collect();
    for (entry, own) in meant.iter().filter(|(entry, _)| is_asked(entry)) {
        let Ok(requests) = requests(&meant, entry, own) else {
            continue;
        };
        for family in Family::BOTH {
            let lost = lost(&requests, &allowed.perhaps, family, is_egress);
            if let Ok(Some(lost)) = lost {
                found.push((*entry, lost));
            }
        }
    }
    found
}

fn is_request(entry: &AclEntry) -> bool {
    let ports = entry.ports.known();
    entry.allows == Some(true)
        && entry.protocol.known() == Some(&Protocol::Tcp)
        && ports.is_some_and(|ports| ports.to.saturating_sub(ports.from) <= MAX_WIDTH)
}

/// Whether an entry lets out what a NAT gateway sends: TCP over IPv4 to most
/// places, whatever its ports are.
///
/// <https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html>
fn is_wide_request(entry: &AclEntry) -> bool {
    let is_all = matches!(entry.block.known(), Some(IpNet::V4(net)) if net.prefix_len() == 0);
    let protocol = entry.protocol.known();
    is_all && entry.allows == Some(true) && matches!(protocol, Some(Protocol::Any | Protocol::Tcp))
}

/// The requests that surely pass by an entry, among those of its direction.
fn requests(
    meant: &[(&AclEntry, Meant)],
    entry: &AclEntry,
    own: &Meant,
) -> Result<PacketSet, TooComplex> {
    if own.open.is_some() {
        return Ok(PacketSet::empty());
    }
    let tcp = Pattern::everything().protocol(6);
    let from = tcp.from_ports(&Intervals::from(EPHEMERAL));
    let mut requests = own.packets.intersection(&from.packets())?;
    for (other, its) in meant {
        let may_come_first = match (other.number.known(), entry.number.known()) {
            (Some(other), Some(own)) => other < own,
            _ => other.id != entry.id,
        };
        // Of what is open, only that it may deny is taken for true.
        let may_take = its.open.is_none() || other.allows != Some(true);
        if may_come_first && may_take && requests.overlaps(&its.packets) {
            requests = requests.difference(&its.packets)?;
        }
    }
    Ok(requests)
}

/// What is lost of the replies to requests, if it is more than a little.
fn lost(
    requests: &PacketSet,
    allowed: &PacketSet,
    family: Family,
    is_egress: bool,
) -> Result<Option<Lost>, TooComplex> {
    let other = if is_egress {
        PacketBox::sources
    } else {
        PacketBox::destinations
    };
    let replies = requests.intersection(&PacketSet::all(family))?.reversed();
    let all = of_boxes(&mut replies.boxes().iter().map(other));
    let dropped = replies.difference(allowed)?;
    // Within each stretch between two cuts, all ports are treated alike.
    let spans = dropped.boxes().iter().filter_map(PacketBox::ports);
    let spans = spans.flat_map(|(_, ports)| ports.spans().to_vec());
    let mut cuts: Vec<u128> = spans.flat_map(|(first, last)| [first, last + 1]).collect();
    sorting::sort(&mut cuts);
    cuts.dedup();
    let mut parts: Vec<(Intervals, Intervals)> = Vec::new();
    let mut always = all.clone();
    for (start, next) in cuts.iter().zip(cuts.iter().skip(1)) {
        let has = |it: &&PacketBox| it.ports().is_some_and(|(_, to)| to.contains(*start));
        let others = of_boxes(&mut dropped.boxes().iter().filter(has).map(other));
        if others.size() <= all.size() >> FEW {
            continue;
        }
        always = always.intersection(&others);
        let ports = Intervals::span(*start, next - 1);
        if let Some(same) = parts.iter_mut().find(|(_, its)| *its == others) {
            same.0 = same.0.union(&ports);
        } else {
            parts.push((ports, others));
        }
    }
    if parts.is_empty() {
        return Ok(None);
    }
    let answered = all.difference(&always).size();
    let mut lost = Lost {
        family,
        parts,
        is_all: false,
    };
    lost.is_all = lost.ports() == Intervals::from(EPHEMERAL) && answered <= all.size() >> FEW;
    Ok(Some(lost))
}

impl Lost {
    /// The ports of clients that get no reply, or none from some addresses.
    pub(super) fn ports(&self) -> Intervals {
        of_boxes(&mut self.parts.iter().map(|(ports, _)| ports))
    }
}

/// What is in any of several sets.
fn of_boxes(sets: &mut dyn Iterator<Item = &Intervals>) -> Intervals {
    Intervals::of_spans(sets.flat_map(|it| it.spans().to_vec()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::design;
    use crate::lower::survey::Survey;

    /// What is lost of the replies to requests in, as text.
    fn lost_out(entries: &[&str]) -> Vec<String> {
        let lines = entries.iter().enumerate();
        let lines = lines.map(|(index, entry)| format!("    aclentry e{index} {entry}\n"));
        let lines: String = lines.collect();
        let text = format!("vpc main CidrBlock=10.0.0.0/16\n  acl acl\n{lines}");
        let survey = Survey::of(&design(&text));
        let lost = lost_replies(&survey.network_acls["acl"], false, false);
        let texts = lost.iter().map(|(entry, lost)| {
            let all = if lost.is_all { "all " } else { "" };
            let parts = lost.parts.iter();
            let parts: Vec<String> = parts
                .map(|(ports, others)| format!("{ports} to {}", lost.family.text(others)))
                .collect();
            format!("{}: {all}{}", entry.id, parts.join("; "))
        });
        texts.collect()
    }

    const WEB: &str = "RuleNumber=100 RuleAction=allow Protocol=6 CidrBlock=10.8.0.0/16 PortRange={From=80, To=80}";

    fn out(number: u32, rest: &str) -> String {
        format!("RuleNumber={number} Egress=true Protocol=6 {rest}")
    }

    #[test]
    fn without_an_entry_every_reply_is_lost() {
        assert_eq!(lost_out(&[WEB]), ["e0: all 1024-65535 to 10.8.0.0/16"]);
        let six = WEB.replace("CidrBlock=10.8.0.0/16", "Ipv6CidrBlock=\"2001:db8::/32\"");
        assert_eq!(lost_out(&[&six]), ["e0: all 1024-65535 to 2001:db8::/32"]);
    }

    #[test]
    fn several_entries_together_let_all_replies_pass() {
        let low = out(
            100,
            "RuleAction=allow CidrBlock=10.8.0.0/16 PortRange={From=1000, To=40000}",
        );
        let high = out(
            110,
            "RuleAction=allow CidrBlock=10.0.0.0/8 PortRange={From=40001, To=65535}",
        );
        assert_eq!(lost_out(&[WEB, &low, &high]), [""; 0]);
        assert_eq!(lost_out(&[WEB, &low]), ["e0: 40001-65535 to 10.8.0.0/16"]);
    }

    #[test]
    fn a_part_of_the_clients_is_told_and_a_few_are_not() {
        let replies = |block: &str| {
            out(
                200,
                &format!("RuleAction=allow CidrBlock={block} PortRange={{From=1024, To=65535}}"),
            )
        };
        assert_eq!(
            lost_out(&[WEB, &replies("10.8.0.0/17")]),
            ["e0: 1024-65535 to 10.8.128.0/17"]
        );
        assert_eq!(
            lost_out(&[WEB, &replies("10.8.4.0/24")]),
            ["e0: all 1024-65535 to 10.8.0.0/22, 10.8.5.0-10.8.255.255"]
        );
        let few = out(
            100,
            "RuleAction=deny CidrBlock=10.8.4.0/24 PortRange={From=0, To=65535}",
        );
        assert_eq!(lost_out(&[WEB, &replies("10.8.0.0/16"), &few]), [""; 0]);
        let many = few.replace("/24", "/18");
        assert_eq!(
            lost_out(&[WEB, &replies("10.8.0.0/16"), &many]),
            ["e0: 1024-65535 to 10.8.0.0/18"]
        );
    }

    #[test]
    fn who_lets_no_request_in_loses_no_reply() {
        let deny = "RuleNumber=90 RuleAction=deny Protocol=-1 CidrBlock=0.0.0.0/0";
        assert_eq!(lost_out(&[WEB, deny]), [""; 0]);
        // What is open may be the entry that allows them.
        let open = out(
            100,
            "RuleAction=allow CidrBlock=@main.VpcId PortRange={From=0, To=65535}",
        );
        assert_eq!(lost_out(&[WEB, &open]), [""; 0]);
    }

    #[test]
    fn ports_lost_for_different_clients_are_not_lost_for_all() {
        let low = out(
            100,
            "RuleAction=allow CidrBlock=10.8.0.0/17 PortRange={From=1024, To=40000}",
        );
        let high = out(
            110,
            "RuleAction=allow CidrBlock=10.8.128.0/17 PortRange={From=40001, To=65535}",
        );
        assert_eq!(
            lost_out(&[WEB, &low, &high]),
            ["e0: 1024-40000 to 10.8.128.0/17; 40001-65535 to 10.8.0.0/17"]
        );
    }
}
