//! Transit gateways as hubs, and what is attached to them. Their route tables
//! have a file of their own.

use indexmap::IndexMap;

use super::lowered::{Builder, origin};
use super::reason::reason;
use super::survey::{Fact, TransitAttachment, TransitAttachmentKind, TransitGateway, Vpc};
use crate::message::Message;
use crate::network::{Attached, Attachment, Hub, HubId, PlaceId, RouterId, SegmentId, Way};
use crate::sorting;
use crate::template::LogicalId;

/// The hubs of a network that is being built.
#[derive(Debug, Default)]
pub(super) struct Hubs {
    /// The hub of each transit gateway.
    pub(super) ids: IndexMap<LogicalId, HubId>,
    /// Each attachment at each of its transit gateways: a peering has two.
    pub(super) joined: Vec<Joined>,
    /// For each transit gateway a place that is attached to nothing.
    pub(super) detached: IndexMap<LogicalId, PlaceId>,
}

/// An attachment at a transit gateway.
#[derive(Debug)]
pub(super) struct Joined {
    /// The attachment's name.
    pub(super) attachment: LogicalId,
    /// The transit gateway's name.
    pub(super) gateway: LogicalId,
    /// Its place, or why there is none.
    pub(super) place: Result<PlaceId, Message>,
}

impl Hubs {
    /// An attachment at a transit gateway.
    pub(super) fn joined(&self, attachment: &LogicalId, gateway: &LogicalId) -> Option<&Joined> {
        let mut joined = self.joined.iter();
        joined.find(|it| it.attachment == *attachment && it.gateway == *gateway)
    }
}

impl<'a> Builder<'a> {
    /// Adds transit gateways with what is attached to them, and for routes of a
    /// VPC that is not attached, a place that leads nowhere.
    ///
    /// <https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html>
    pub(super) fn add_hubs(&mut self) {
        let survey = self.survey;
        for gateway in survey.transit_gateways.values() {
            let tells_groups = self.is(&gateway.references_groups, gateway, false);
            let hub = self.lowered.network.add_hub(Hub {
                origin: origin(&gateway.id),
                tells_groups,
            });
            self.hubs.ids.insert(gateway.id.clone(), hub);
        }
        for attachment in survey.transit_attachments.values() {
            self.add_attachment(attachment);
        }
        let ids: Vec<(LogicalId, HubId)> = self.hubs.ids.clone().into_iter().collect();
        for (id, hub) in ids {
            let place = self.add_gateway(&id, None, unattached(hub));
            self.hubs.detached.insert(id, place);
        }
    }

    /// A setting of a transit gateway. One that is not known is taken for its
    /// default.
    pub(super) fn is(
        &mut self,
        fact: &Fact<bool>,
        gateway: &TransitGateway,
        otherwise: bool,
    ) -> bool {
        if let Some(known) = fact.known() {
            return *known;
        }
        let message = Message::new("A setting of {gateway} is taken for its default: it {why}.")
            .resource("gateway", &gateway.id)
            .message("why", reason(fact));
        // Every table asks again.
        if self
            .lowered
            .assumptions
            .iter()
            .all(|it| it.message != message)
        {
            self.assume(&gateway.id, message);
        }
        otherwise
    }

    fn add_attachment(&mut self, attachment: &TransitAttachment) {
        let hub = attachment.gateway.known();
        let Some((gateway, hub)) = hub.and_then(|id| Some((id.clone(), *self.hubs.ids.get(id)?)))
        else {
            let why = Message::new("The transit gateway of {attachment} {why}.")
                .resource("attachment", &attachment.id)
                .message("why", reason(&attachment.gateway));
            self.refuse(&attachment.id, why);
            return;
        };
        let place = match attachment.kind {
            TransitAttachmentKind::Vpc => self.attach_vpc(attachment, &gateway, hub),
            TransitAttachmentKind::Vpn => self.attach_site(attachment, hub),
            TransitAttachmentKind::Peering => self.attach_peer(attachment, hub),
            TransitAttachmentKind::Connect => Err(Message::new(
                "{attachment} is a Connect attachment, which is not modeled.",
            )
            .resource("attachment", &attachment.id)),
        };
        if let Err(why) = &place {
            self.refuse(&attachment.id, why.clone());
        }
        self.hubs.joined.push(Joined {
            attachment: attachment.id.clone(),
            gateway,
            place,
        });
    }

    /// A VPC, by one subnet in each zone. What AWS would choose among several
    /// in one zone is the first.
    ///
    /// <https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html>
    fn attach_vpc(
        &mut self,
        attachment: &TransitAttachment,
        gateway: &LogicalId,
        hub: HubId,
    ) -> Result<PlaceId, Message> {
        let (vpc, router) = self.attached_vpc(attachment)?;
        let survey = self.survey;
        let mut by_zone: Vec<(Option<&str>, SegmentId)> = Vec::new();
        for used in &attachment.subnets {
            let subnet = used.id.known().and_then(|id| survey.subnets.get(id));
            let subnet = subnet.filter(|subnet| subnet.vpc.known() == Some(&vpc.id));
            let found = subnet.and_then(|it| Some((it, *self.segments.get(&it.id)?)));
            if let Some((subnet, segment)) = found {
                by_zone.push((subnet.zone.known().map(String::as_str), segment));
            } else {
                let message = Message::new("A subnet of {attachment} is left out: it {why}.")
                    .resource("attachment", &attachment.id)
                    .message("why", reason(&used.id));
                self.assume(&attachment.id, message);
            }
        }
        sorting::sort_by_key(&mut by_zone, |(zone, _)| *zone);
        let way = Way::Hub(Attachment {
            hub,
            table: None,
            to: Attached::Router {
                segments: by_zone.into_iter().map(|(_, segment)| segment).collect(),
                keeps_zone: attachment.appliance_mode == Fact::Known(true),
                tells_groups: attachment.references_groups == Fact::Known(true),
            },
        });
        let place = self.gateway_place(&attachment.id, Some(router), way);
        // Routes of the VPC name the transit gateway.
        self.gateways.push((gateway.clone(), Some(router), place));
        Ok(place)
    }

    /// The VPC of an attachment, unless it is attached already.
    fn attached_vpc(&self, attachment: &TransitAttachment) -> Result<(&'a Vpc, RouterId), Message> {
        let survey = self.survey;
        let vpc = attachment.vpc.known().and_then(|id| survey.vpcs.get(id));
        let router = vpc.and_then(|vpc| self.routers.get(&vpc.id)).copied();
        let Some((vpc, router)) = vpc.zip(router) else {
            return Err(Message::new("The VPC of {attachment} {why}.")
                .resource("attachment", &attachment.id)
                .message("why", reason(&attachment.vpc)));
        };
        let id = attachment.gateway.known();
        let mut others = self.gateways.iter();
        if others.any(|(other, of, _)| Some(other) == id && *of == Some(router)) {
            return Err(
                Message::new("AWS refuses {attachment}: {vpc} is attached already.")
                    .resource("attachment", &attachment.id)
                    .resource("vpc", &vpc.id),
            );
        }
        Ok((vpc, router))
    }

    fn attach_site(
        &mut self,
        attachment: &TransitAttachment,
        hub: HubId,
    ) -> Result<PlaceId, Message> {
        let site = self.lowered.sites.get(&attachment.id).copied();
        let site = site.ok_or_else(|| {
            Message::new("What is behind {attachment} is not known.")
                .resource("attachment", &attachment.id)
        })?;
        let way = Way::Hub(Attachment {
            hub,
            table: None,
            to: Attached::Remote(site),
        });
        Ok(self.gateway_place(&attachment.id, None, way))
    }

    /// Two transit gateways, a place at each.
    ///
    /// <https://docs.aws.amazon.com/vpc/latest/tgw/tgw-peering.html>
    fn attach_peer(
        &mut self,
        attachment: &TransitAttachment,
        hub: HubId,
    ) -> Result<PlaceId, Message> {
        let peer = attachment.peer.known();
        let found = peer.and_then(|id| Some((id.clone(), *self.hubs.ids.get(id)?)));
        let Some((other, far)) = found.filter(|(_, far)| *far != hub) else {
            return Err(
                Message::new("The other transit gateway of {attachment} {why}.")
                    .resource("attachment", &attachment.id)
                    .message("why", reason(&attachment.peer)),
            );
        };
        let here = self.gateway_place(&attachment.id, None, unattached(hub));
        let there = self.gateway_place(&attachment.id, None, unattached(far));
        self.lowered.network.join_hubs(here, there);
        self.lowered.network.join_hubs(there, here);
        self.hubs.joined.push(Joined {
            attachment: attachment.id.clone(),
            gateway: other,
            place: Ok(there),
        });
        Ok(here)
    }
}

/// A way into a hub by nothing that is attached to it.
fn unattached(hub: HubId) -> Way {
    Way::Hub(Attachment {
        hub,
        table: None,
        to: Attached::Router {
            segments: Vec::new(),
            keeps_zone: false,
            tells_groups: true,
        },
    })
}
