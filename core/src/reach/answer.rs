//! The answer: a verdict in two halves, the way step by step, and what is in
//! the way.

use std::net::IpAddr;

use super::Code;
use crate::message::Message;
use crate::packet::PacketSet;
use crate::template::{LogicalId, PropertyPath};

/// The answer to a question.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Whether the first packet arrives.
    pub forward: bool,
    /// Whether the reply gets back.
    pub reply: Reply,
    /// The steps in order, there and then back; through a load balancer to
    /// the node and on to the target.
    pub path: Vec<ReachHop>,
    /// Everything in the way on the best way found, in order: there, then
    /// back. The first is what stops it; each of the others would once the
    /// ones before it were mended. Empty only when everything passes.
    pub blocked: Vec<Blocked>,
    /// The packets of the one who asks that get there and whose reply gets
    /// back, as they leave it: its address, the one called, the protocol, and
    /// the ports that it may open from.
    pub passing: PacketSet,
    /// What the template leaves open and the verdict rests on.
    pub assumptions: Vec<Message>,
    /// Of all pairs of nodes and targets, how many get through; 1 or 0 of 1
    /// where no load balancer is asked for.
    pub ways: (usize, usize),
}

impl PartialEq for Answer {
    fn eq(&self, other: &Self) -> bool {
        let these = (self.forward, self.reply, self.ways);
        these == (other.forward, other.reply, other.ways)
            && self.path == other.path
            && self.blocked == other.blocked
            && self.assumptions == other.assumptions
            && self.passing.equals(&other.passing) == Ok(true)
    }
}

/// Whether the reply gets back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reply {
    /// Whatever port the client opened from.
    Always,
    /// For some clients: it depends on the port that they open from.
    Sometimes,
    /// Never; also when nothing arrived.
    Never,
}

/// There or back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// From the one who opens.
    There,
    /// The reply.
    Back,
}

/// A step of the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReachHop {
    /// What happens, in a sentence.
    pub what: Message,
    /// The resource that decided; `None` for the Internet.
    pub resource: Option<LogicalId>,
    /// The property of that resource that decided; the root for all of it.
    pub path: PropertyPath,
    /// Where the packet is then: an instance, gateway, subnet.
    pub at: Option<LogicalId>,
    /// There or back.
    pub direction: Direction,
    /// The address that was replaced.
    pub translation: Option<Translation>,
}

/// An address that was replaced by another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Translation {
    /// The sender's.
    Source {
        /// Before the step.
        before: IpAddr,
        /// After it.
        after: IpAddr,
    },
    /// The receiver's.
    Destination {
        /// Before the step.
        before: IpAddr,
        /// After it.
        after: IpAddr,
    },
}

/// What is in the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Blocked {
    /// AWS's code for it, or ours where AWS has none.
    pub code: Code,
    /// What happens, and what to do.
    pub sentence: Message,
    /// The resource to look at; `None` for the Internet.
    pub resource: Option<LogicalId>,
    /// The property to look at; the root for the whole resource.
    pub path: PropertyPath,
    /// There or back.
    pub direction: Direction,
}

/// Why a question has no answer: a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsupported(pub Message);

impl Reply {
    /// The word of the terminal command: `always`, `sometimes` or `never`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Always => "always",
            Self::Sometimes => "sometimes",
            Self::Never => "never",
        }
    }
}
