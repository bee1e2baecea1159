//! One written rule as the packets that it is about. Knows no other rule, and
//! not whether an entry allows or denies.

use ipnet::IpNet;

use crate::lower::reason::reason;
use crate::lower::survey::{AclEntry, Fact, Peer, Permission, Ports};
use crate::message::Message;
use crate::network::{Direction, Protocol};
use crate::packet::{ICMP, ICMPV6, Intervals, PacketSet, Pattern, TCP, UDP};
use crate::template::LogicalId;

/// The packets that one written rule is about.
#[derive(Clone, Debug)]
pub struct Meant {
    /// The packets; all that it may be about, where something is open.
    pub packets: PacketSet,
    /// What is not known of the rule, as the end of a sentence about it.
    pub open: Option<Message>,
}

/// By what a security group's rule names the other side.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Side {
    /// By its address, which the packets say.
    Addresses,
    /// By its membership in a group. Who the members are is not looked at, so
    /// only rules on the same group, or rules for every address of both
    /// families, cover such a rule.
    Members(LogicalId),
}

/// The packets of a security group's rule, and by what it names the other side.
///
/// A rule that names nobody is about no packet.
///
/// <https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html>
pub fn of_permission(rule: &Permission, direction: Direction) -> (Side, Meant) {
    let mut reading = Reading::default();
    let mut side = Side::Addresses;
    match &rule.peer {
        Peer::Block(_, block) => reading.block(block, direction),
        Peer::Group(_, Fact::Known(group)) => side = Side::Members(group.clone()),
        Peer::Group(_, group) => reading.doubt(part("is not clear: its group {why}", group)),
        Peer::PrefixList(_, Fact::Known(listed)) if listed.service.is_some() => reading.doubt(
            Message::new("names a prefix list of AWS, whose addresses are not in this template"),
        ),
        Peer::PrefixList(_, Fact::Known(listed)) => reading.blocks(&listed.blocks, direction),
        Peer::PrefixList(_, list) => {
            reading.doubt(part("is not clear: its prefix list {why}", list));
        }
        Peer::Nobody => {
            let packets = PacketSet::empty();
            return (
                side,
                Meant {
                    packets,
                    open: None,
                },
            );
        }
    }
    let wants_ports = matches!(rule.protocol, Fact::Known(Protocol::Tcp | Protocol::Udp));
    if wants_ports && rule.ports.is_absent() {
        reading.doubt(part("is not clear: its port {why}", &rule.ports));
    }
    reading.carries(&rule.protocol, &rule.ports, &rule.ports);
    (side, reading.meant())
}

/// The packets of a network ACL's entry. What its number or its action may be
/// is part of what is open.
///
/// <https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html>
pub fn of_entry(entry: &AclEntry) -> Meant {
    let mut reading = Reading::default();
    let direction = if entry.is_egress {
        Direction::Outbound
    } else {
        Direction::Inbound
    };
    if entry.number.known().is_none() {
        reading.doubt(part("is not clear: its number {why}", &entry.number));
    }
    if entry.allows.is_none() {
        reading.doubt(Message::new("neither allows nor denies"));
    }
    reading.block(&entry.block, direction);
    reading.carries(&entry.protocol, &entry.ports, &entry.icmp);
    reading.meant()
}

/// What is left of all packets while a rule is read, part by part. A part that
/// is not known leaves all of them, and is noted.
struct Reading {
    pattern: Pattern,
    open: Option<Message>,
}

impl Default for Reading {
    fn default() -> Self {
        Self {
            pattern: Pattern::everything(),
            open: None,
        }
    }
}

impl Reading {
    fn meant(self) -> Meant {
        Meant {
            packets: self.pattern.packets(),
            open: self.open,
        }
    }

    /// Notes what is open; the first of several is told.
    fn doubt(&mut self, why: Message) {
        self.open.get_or_insert(why);
    }

    fn narrow(&mut self, change: impl FnOnce(Pattern) -> Pattern) {
        let pattern = std::mem::replace(&mut self.pattern, Pattern::everything());
        self.pattern = change(pattern);
    }

    /// The other side, by one block.
    fn block(&mut self, block: &Fact<IpNet>, direction: Direction) {
        match block {
            Fact::Known(block) => self.blocks(&[*block], direction),
            _ => self.doubt(part("is not clear: its block {why}", block)),
        }
    }

    /// The other side: the source of what comes in, the destination of what
    /// goes out.
    fn blocks(&mut self, blocks: &[IpNet], direction: Direction) {
        match direction {
            Direction::Inbound => self.narrow(|it| it.from(blocks)),
            Direction::Outbound => self.narrow(|it| it.to(blocks)),
        }
    }

    /// The protocol, and destination ports or type and code, where the protocol
    /// has them.
    fn carries(&mut self, protocol: &Fact<Protocol>, ports: &Fact<Ports>, icmp: &Fact<Ports>) {
        let Fact::Known(protocol) = protocol else {
            self.doubt(part("is not clear: its protocol {why}", protocol));
            return;
        };
        let number = match protocol {
            Protocol::Any => return,
            Protocol::Tcp => TCP,
            Protocol::Udp => UDP,
            Protocol::Icmp => ICMP,
            Protocol::Icmpv6 => ICMPV6,
            Protocol::Other(number) => *number,
        };
        self.narrow(|it| it.protocol(number));
        match number {
            TCP | UDP => self.ports(ports),
            ICMP | ICMPV6 => self.message(icmp),
            _ => {}
        }
    }

    fn ports(&mut self, written: &Fact<Ports>) {
        let ports = match written {
            Fact::Absent => return,
            Fact::Known(ports) => ports,
            _ => return self.doubt(part("is not clear: its port {why}", written)),
        };
        match (u16::try_from(ports.from), u16::try_from(ports.to)) {
            (Ok(from), Ok(to)) if from <= to => {
                self.narrow(|it| it.to_ports(&Intervals::from(from..=to)));
            }
            _ => self.doubt(
                Message::new("is not clear: its ports {from} to {to} are no range")
                    .text("from", ports.from)
                    .text("to", ports.to),
            ),
        }
    }

    /// Type and code, where -1 is any.
    ///
    /// <https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IcmpTypeCode.html>
    fn message(&mut self, written: &Fact<Ports>) {
        let message = match written {
            Fact::Absent => return,
            Fact::Known(message) => message,
            _ => return self.doubt(part("is not clear: its ICMP type {why}", written)),
        };
        for (is_type, written) in [(true, message.from), (false, message.to)] {
            match (u8::try_from(written), is_type) {
                (Ok(number), true) => self.narrow(|it| it.types(&Intervals::single(number))),
                (Ok(number), false) => self.narrow(|it| it.codes(&Intervals::single(number))),
                _ if written == -1 => {}
                _ => self.doubt(
                    Message::new("is not clear: {written} is no ICMP type or code")
                        .text("written", written),
                ),
            }
        }
    }
}

/// The end of a sentence about a rule, with what is wrong with a part of it.
fn part<T>(sentence: &'static str, fact: &Fact<T>) -> Message {
    Message::new(sentence).message("why", reason(fact))
}
