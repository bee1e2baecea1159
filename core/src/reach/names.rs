//! What places, origins and flows are called in sentences.

use crate::lower::Lowered;
use crate::message::Message;
use crate::network::{Flow, Origin, PlaceId, PlaceKind, PortSet, Protocol};
use crate::template::{LogicalId, PropertyPath};

/// A place by its name, inside a sentence.
pub(super) fn place(lowered: &Lowered, id: PlaceId) -> Message {
    let Some(place) = lowered.network.place(id) else {
        return Message::new("nobody");
    };
    match place.kind {
        PlaceKind::Outside(_) if id == lowered.internet => Message::new("the Internet"),
        PlaceKind::Service(_) if id == lowered.s3 => Message::new("Amazon S3"),
        PlaceKind::Service(_) => Message::new("Amazon DynamoDB"),
        PlaceKind::Remote(_) => {
            Message::new("the site behind {gateway}").resource("gateway", &place.origin.resource)
        }
        _ => whole(&place.origin),
    }
}

/// The thing that an origin is of, inside a sentence.
pub(super) fn whole(origin: &Origin) -> Message {
    Message::new("{resource}").resource("resource", &origin.resource)
}

/// The resource of an origin; none for the Internet.
pub(super) fn resource(lowered: &Lowered, origin: &Origin) -> Option<LogicalId> {
    let outside = [lowered.internet, lowered.s3, lowered.dynamodb];
    let mut outside = outside.iter().filter_map(|id| lowered.network.place(*id));
    let is_outside = outside.any(|place| place.origin == *origin);
    (!is_outside && !origin.resource.is_empty()).then(|| LogicalId::new(&origin.resource))
}

/// Whether an origin is a VPC: what has no resource of its own, the main route
/// table and the default security group, goes by the name of its VPC.
pub(super) fn is_vpc(lowered: &Lowered, origin: &Origin) -> bool {
    let mut routers = lowered.network.routers();
    routers.any(|(_, router)| router.origin == *origin)
}

/// The property of an origin.
pub(super) fn path(origin: &Origin) -> PropertyPath {
    PropertyPath::from(&*origin.path)
}

/// The resource of a place; none for the Internet.
pub(super) fn resource_of(lowered: &Lowered, id: PlaceId) -> Option<LogicalId> {
    let place = lowered.network.place(id)?;
    resource(lowered, &place.origin)
}

/// Protocol and ports: `tcp 443`, `udp 1024-65535`, `icmp`.
pub(super) fn traffic(flow: &Flow, ports: &PortSet) -> String {
    let name = match flow.protocol {
        Protocol::Tcp => "tcp",
        Protocol::Udp => "udp",
        Protocol::Icmp => return "icmp".to_owned(),
        Protocol::Icmpv6 => return "icmpv6".to_owned(),
        Protocol::Any => return "every protocol".to_owned(),
        Protocol::Other(number) => return format!("protocol {number}"),
    };
    format!("{name} {}", range(ports))
}

/// The ports, each interval as `80` or `1024-65535`.
pub(super) fn range(ports: &PortSet) -> String {
    let intervals = ports.intervals().map(|interval| {
        let (first, last) = (interval.start(), interval.end());
        if first == last {
            first.to_string()
        } else {
            format!("{first}-{last}")
        }
    });
    intervals.collect::<Vec<_>>().join(", ")
}
