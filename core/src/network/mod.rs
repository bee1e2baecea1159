//! The neutral network: places, segments, routers, filters, and the walk of a
//! flow over them, forward and back.
//!
//! It knows addresses, prefixes, ports and state. It deliberately knows no
//! cloud, no resource type and no template: the caller labels every part with
//! an [`Origin`], and reads the labels back from the hops of a [`Trace`].
//!
//! Reading order: [`Flow`] (what travels), [`Rule`] with [`Stateful`] and
//! [`Stateless`] (what may pass), [`Table`] (where it goes), [`Place`] and
//! [`Segment`] (where it is), [`Network`] (all of them), [`ask`] (the answer).

mod answer;
mod asking;
mod balancer;
mod barrier;
mod flow;
mod gateway;
mod graph;
mod hop;
mod id;
mod islands;
mod origin;
mod place;
mod ports;
mod question;
mod round;
mod rule;
mod stateful;
mod stateless;
mod sweep;
mod table;
#[cfg(test)]
mod tests;
mod walk;

pub use answer::{Answer, Call, Path, Returns, Round};
pub use asking::{ask, verdict};
pub use balancer::{Backend, Backing, Balancer, Listener};
pub use barrier::Barrier;
pub use flow::{Direction, Family, Flow, Icmp, Protocol, is_private, is_shared};
pub use gateway::{Attached, Attachment, Gateway, Hub, Way};
pub use graph::Network;
pub use hop::{Blocked, Cause, Decision, FilterKind, Hop, Step, Trace, Verdict};
pub use id::{BalancerId, HubId, PlaceId, RouterId, SegmentId, StatefulId, StatelessId, TableId};
pub use islands::Islands;
pub use origin::Origin;
pub use place::{
    Address, Interface, Outside, Place, PlaceKind, Remote, Role, Router, Segment, Service,
    Translator,
};
pub use ports::PortSet;
pub use question::{End, Question};
pub use round::{Explained, explain};
pub use rule::{Action, Carries, IcmpMatch, Peer, Rule};
pub use stateful::Stateful;
pub use stateless::Stateless;
pub use sweep::{Pair, Sweep, SweepMemory, Swept};
pub use table::{Precedence, Route, Table, Target};
pub use walk::Stop;
