//! The walk at a many-to-one translator: out in its name, back to whom it spoke
//! for. Knows only the memory that this walk, or the recalled one, holds.

use super::memory::Translation;
use super::{Next, Stepped, Walk, blocked};
use crate::network::{
    Cause, Family, Interface, Place, PlaceId, Segment, SegmentId, Step, Translator,
};

impl Walk<'_> {
    /// A translator may serve some zones only.
    pub(super) fn serve_zone(
        &mut self,
        id: PlaceId,
        place: &Place,
        translator: &Translator,
        from: Option<SegmentId>,
    ) -> Stepped<()> {
        let zone = from.and_then(|from| self.zone(from));
        match zone {
            Some(zone) if !translator.zones.is_empty() && !translator.zones.contains(&zone) => {
                self.object(&place.origin, Cause::ZoneNotServed(id))
            }
            _ => Ok(()),
        }
    }

    /// Sends on what is not addressed to the translator, in its name.
    pub(super) fn translate(
        &mut self,
        id: PlaceId,
        place: &Place,
        interface: &Interface,
        segment: &Segment,
        translator: &Translator,
    ) -> Stepped<Next> {
        let before = self.flow.source;
        let refuse = |cause| Err(blocked(&place.origin, cause));
        if self.manner.recalled.is_some() {
            return refuse(Cause::NoState(id));
        }
        if !translator.protocols.contains(&self.flow.protocol) {
            let protocol = self.flow.protocol;
            self.object(&place.origin, Cause::ProtocolRefused { at: id, protocol })?;
        }
        // What it sent itself comes back to it when its own table leads to it.
        if interface.owning(before).is_some() {
            return refuse(Cause::LoopDetected(id));
        }
        if !self.through_hub && self.network.owner(segment.router, before).is_none() {
            return refuse(Cause::ForeignSource {
                at: id,
                source: before,
            });
        }
        let family = Family::of(before);
        let Some(address) = interface.address(family) else {
            return refuse(Cause::NoAddress(id, family));
        };
        self.lose_sender(id);
        self.memory.translations.push(Translation {
            at: id,
            source: before,
            source_ports: self.flow.source_ports.clone(),
        });
        self.flow.source = address.own;
        if self.flow.protocol.has_ports() {
            self.flow.source_ports = translator.ports.clone();
        }
        self.hop(
            &place.origin,
            Step::SourceTranslated {
                at: id,
                before,
                after: address.own,
            },
        );
        Ok(Next::Leave(id))
    }

    /// Gives an answer back to whom the translator spoke for; what is for the
    /// translator itself has arrived, if it takes that.
    pub(super) fn restore(
        &mut self,
        id: PlaceId,
        place: &Place,
        translator: &Translator,
    ) -> Stepped<Next> {
        let entries = self
            .manner
            .recalled
            .map_or(&[][..], |memory| &memory.translations);
        let Some(entry) = entries.iter().rev().find(|entry| entry.at == id) else {
            if translator.takes_calls {
                return Ok(Next::Arrived(id));
            }
            return Err(blocked(&place.origin, Cause::NoState(id)));
        };
        let before = self.flow.destination;
        self.flow.destination = entry.source;
        self.end_stretch(entry.source_ports.clone());
        let after = entry.source;
        self.hop(
            &place.origin,
            Step::DestinationTranslated {
                at: id,
                before,
                after,
            },
        );
        Ok(Next::Leave(id))
    }
}
