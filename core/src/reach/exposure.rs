//! What the Internet reaches: every port that the design offers and an address
//! on the Internet can open, and who exactly.

use std::net::IpAddr;

use super::{End, Question, ask};
use crate::lower::Lowered;
use crate::network::{PortSet, Protocol};
use crate::template::LogicalId;

/// Ports of a resource that the Internet reaches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exposure {
    /// The resource.
    pub resource: LogicalId,
    /// The protocol.
    pub protocol: Protocol,
    /// The ports.
    pub ports: PortSet,
}

/// What anybody on the Internet reaches, in the order of the services. Each
/// range of ports that a rule opens is tried at its first and last port; what
/// is open to single addresses only is not counted.
pub fn exposure(lowered: &Lowered) -> Vec<Exposure> {
    let mut found = Vec::new();
    for service in &lowered.services {
        let reached = |port: u16| {
            let to = End::Resource(service.resource.clone());
            let question = Question::new(End::Internet(None::<IpAddr>), to, service.protocol, port);
            ask(lowered, &question).is_ok_and(|answer| answer.forward)
        };
        let ports = service
            .ports
            .intervals()
            .filter(|range| reached(*range.start()) && reached(*range.end()))
            .fold(PortSet::none(), |all, range| {
                all.union(&PortSet::from(range))
            });
        if !ports.is_empty() {
            found.push(Exposure {
                resource: service.resource.clone(),
                protocol: service.protocol,
                ports,
            });
        }
    }
    found
}
