//! Asks both, and says where they differ.

use drawbridge_core::fixture::design;
use drawbridge_core::lower::survey::Survey;
use drawbridge_core::lower::{Lowered, Whereabouts};
use drawbridge_core::network::{self, Address, Family, Network, PlaceId, PlaceKind, Protocol};
use drawbridge_core::network::{Returns, Segment, verdict};
use drawbridge_core::reach::{self, Reply};
use drawbridge_core::template::LogicalId;

use crate::opinion::{Back, Opinion, Thinker};

/// A question, and what the walker thinks of it.
pub(crate) struct Compared {
    pub(crate) asked: String,
    pub(crate) opinion: Opinion,
    /// What the engine says, where that is something else.
    pub(crate) other: Option<String>,
    /// Whether the design settles the answer.
    pub(crate) is_settled: bool,
}

/// A design, lowered once for both.
pub(crate) struct Case {
    lowered: Lowered,
}

impl Case {
    pub(crate) fn of(text: &str) -> Self {
        Self::lowering(&Survey::of(&design(text)))
    }

    pub(crate) fn lowering(survey: &Survey) -> Self {
        Self {
            lowered: Lowered::of(survey),
        }
    }

    /// Everybody who may ask or be asked for, as questions write it.
    pub(crate) fn ends(&self) -> Vec<String> {
        let mut ends = vec!["internet".to_owned(), "s3".to_owned()];
        for (id, place) in &self.lowered.places {
            ends.push(id.to_string());
            let is_known = |place: &PlaceId| {
                let interface = self.network().interface(*place);
                let addresses = interface.map_or(&[][..], |it| &it.addresses);
                addresses.iter().any(|it| it.outside.is_some())
            };
            if matches!(place, Whereabouts::Interfaces(all) if all.iter().any(is_known)) {
                ends.push(format!("{id}@public"));
            }
        }
        ends.extend(self.lowered.sites.keys().map(LogicalId::to_string));
        ends
    }

    fn network(&self) -> &Network {
        &self.lowered.network
    }

    /// Whether a packet of this family could be meant at all.
    pub(crate) fn has_six(&self) -> bool {
        let is_six = |it: &Segment| it.blocks.iter().any(|it| it.addr().is_ipv6());
        self.network().segments().any(|(_, it)| is_six(it))
    }

    /// Asks both.
    pub(crate) fn compare(&self, thinker: &Thinker, asked: &str) -> Compared {
        let question: reach::Question = asked.parse().unwrap();
        let mut best: Option<Opinion> = None;
        let mut other = None;
        for from in self.places(&question.from) {
            for to in self.places(&question.to) {
                let Some(asking) = self.asking(&question, from, to) else {
                    continue;
                };
                let opinion = thinker.think(&asking);
                let said = verdict(self.network(), &asking);
                let back = match said.returns() {
                    Returns::Always => Back::Always,
                    Returns::Sometimes { .. } => Back::Sometimes,
                    Returns::Never => Back::Never,
                };
                let found = (said.arrives(), back);
                if found != (opinion.forward, opinion.back) {
                    let cause = said.best().and_then(|it| it.blocked());
                    let cause = cause.map(|it| format!("{} {:?}", it.origin, it.cause));
                    other = Some(format!("network: {found:?} {cause:?}"));
                }
                let rank = |it: &Opinion| (it.forward, it.back);
                if best.is_none_or(|best| rank(&opinion) > rank(&best)) {
                    best = Some(opinion);
                }
            }
        }
        let opinion = best.unwrap_or(Opinion {
            forward: false,
            back: Back::Never,
            why: "no ends",
        });
        let answer = reach::ask(&self.lowered, &question);
        let is_settled = answer.is_ok();
        if let Ok(answer) = answer
            && !self.answers_itself(&question)
        {
            let back = match answer.reply {
                Reply::Always => Back::Always,
                Reply::Sometimes => Back::Sometimes,
                Reply::Never => Back::Never,
            };
            if (answer.forward, back) != (opinion.forward, opinion.back) && other.is_none() {
                other = Some(format!("reach: {} {back:?}", answer.forward));
            }
        }
        Compared {
            asked: asked.to_owned(),
            opinion,
            other,
            is_settled,
        }
    }

    /// Whether the question is to a balancer that may answer without a target.
    fn answers_itself(&self, question: &reach::Question) -> bool {
        let reach::End::Resource(id) = &question.to else {
            return false;
        };
        let Some(Whereabouts::Balancer(balancer)) = self.lowered.places.get(id) else {
            return false;
        };
        let balancer = self.network().balancer(*balancer).unwrap();
        balancer.listeners.iter().any(|it| it.backends.is_empty())
    }

    fn asking(
        &self,
        question: &reach::Question,
        from: network::End,
        to: network::End,
    ) -> Option<network::Question> {
        let mut asking = network::Question::new(from, to, question.protocol, question.port);
        asking.family = question.family;
        if let (reach::End::Public(_), network::End::Place(place)) = (&question.to, to) {
            let interface = self.network().interface(place)?;
            let is_meant = |it: &&Address| it.own.is_ipv4() == (question.family == Family::V4);
            let mut all = interface.addresses.iter().filter(is_meant);
            asking.to_address = Some(all.find_map(crate::map::seen)?);
        }
        Some(asking)
    }

    fn places(&self, end: &reach::End) -> Vec<network::End> {
        let place = |place: PlaceId| vec![network::End::Place(place)];
        match end {
            reach::End::Resource(id) | reach::End::Public(id) => {
                match (self.lowered.places.get(id), self.lowered.sites.get(id)) {
                    (Some(Whereabouts::Interfaces(places)), _) => {
                        places.iter().copied().map(network::End::Place).collect()
                    }
                    (Some(Whereabouts::Balancer(id)), _) => vec![network::End::Balancer(*id)],
                    (None, Some(site)) => place(*site),
                    (None, None) => vec![],
                }
            }
            reach::End::S3 => place(self.lowered.s3),
            _ => {
                let mut all = self.network().places();
                let first = all.find(|(_, it)| matches!(it.kind, PlaceKind::Outside(_)));
                first.map_or_else(Vec::new, |(id, _)| place(id))
            }
        }
    }

    pub(crate) fn thinker(&self) -> Thinker<'_> {
        Thinker::of(self.network())
    }
}

/// The protocols and ports that are asked for.
pub(crate) fn matters(ports: &[u16], has_six: bool) -> Vec<String> {
    let mut all: Vec<String> = ports.iter().map(|port| format!("tcp {port}")).collect();
    all.extend(["udp 53", "icmp"].map(str::to_owned));
    if has_six {
        all.extend(["tcp 80 ipv6", "icmpv6 ipv6"].map(str::to_owned));
    }
    all
}

#[test]
fn a_protocol_without_ports_is_asked_without_one() {
    let asked = matters(&[80], true).into_iter();
    let parsed = asked.map(|it| format!("a -> b {it}").parse::<reach::Question>().unwrap());
    let protocols: Vec<Protocol> = parsed.map(|it| it.protocol).collect();
    let (tcp, six) = (Protocol::Tcp, Protocol::Icmpv6);
    assert_eq!(protocols, [tcp, Protocol::Udp, Protocol::Icmp, tcp, six]);
}
