//! Asks both, and says where they differ.

use std::net::IpAddr;

use drawbridge_core::fixture::design;
use drawbridge_core::lower::survey::Survey;
use drawbridge_core::lower::{Lowered, Whereabouts};
use drawbridge_core::network::{self, Address, Family, Network, PlaceId, PlaceKind, Protocol};
use drawbridge_core::network::{Returns, Segment, verdict};
use drawbridge_core::reach::{self, Reply};
use drawbridge_core::template::LogicalId;

use crate::map::Map;
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
        let addresses = [
            "internet:203.0.113.50",
            "internet:10.9.9.9",
            "ip:10.1.1.4",
            "ip:10.0.2.9",
        ];
        ends.extend(addresses.map(str::to_owned));
        ends.push("ip:54.64.0.1".to_owned());
        if !self.lowered.sites.is_empty() {
            ends.push("onprem:192.168.7.7".to_owned());
        }
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
        for from in self.places(&question.from, &question.to) {
            for to in self.places(&question.to, &question.from) {
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
            && !self.is_one_of_many_sites(&question)
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

    /// Whether an end is a site that the engine chooses among several.
    fn is_one_of_many_sites(&self, question: &reach::Question) -> bool {
        let is_any =
            |end: &reach::End| matches!(end, reach::End::OnPremises(_) | reach::End::Address(_));
        self.lowered.sites.len() > 1 && (is_any(&question.from) || is_any(&question.to))
    }

    fn asking(
        &self,
        question: &reach::Question,
        from: network::End,
        to: network::End,
    ) -> Option<network::Question> {
        let mut asking = network::Question::new(from, to, question.protocol, question.port);
        asking.family = question.family;
        asking.from_address = address_of(&question.from);
        asking.to_address = address_of(&question.to);
        if let (reach::End::Public(_), network::End::Place(place)) = (&question.to, to) {
            let interface = self.network().interface(place)?;
            let is_meant = |it: &&Address| it.own.is_ipv4() == (question.family == Family::V4);
            let mut all = interface.addresses.iter().filter(is_meant);
            asking.to_address = Some(all.find_map(crate::map::seen)?);
        }
        Some(asking)
    }

    /// The places that an end may mean; whoever has an address is looked for
    /// near the other end first.
    fn places(&self, end: &reach::End, other: &reach::End) -> Vec<network::End> {
        let place = |place: PlaceId| vec![network::End::Place(place)];
        match end {
            reach::End::Resource(id) | reach::End::Public(id) => self.named(id),
            reach::End::S3 => place(self.lowered.s3),
            reach::End::DynamoDb => place(self.lowered.dynamodb),
            reach::End::Internet(_) => place(self.lowered.internet),
            reach::End::OnPremises(_) => {
                let sites = self.lowered.sites.values().copied();
                sites.map(network::End::Place).collect()
            }
            reach::End::Address(address) => place(self.who_has(*address, other)),
        }
    }

    fn named(&self, id: &LogicalId) -> Vec<network::End> {
        match (self.lowered.places.get(id), self.lowered.sites.get(id)) {
            (Some(Whereabouts::Interfaces(places)), _) => {
                places.iter().copied().map(network::End::Place).collect()
            }
            (Some(Whereabouts::Balancer(id)), _) => vec![network::End::Balancer(*id)],
            (None, site) => site.copied().map(network::End::Place).into_iter().collect(),
        }
    }

    fn who_has(&self, address: IpAddr, other: &reach::End) -> PlaceId {
        let map = Map {
            network: self.network(),
        };
        let near = match other {
            reach::End::Resource(id) | reach::End::Public(id) => {
                let first = self.named(id).first().copied();
                let first = first.and_then(|it| match it {
                    network::End::Place(place) => Some(place),
                    network::End::Balancer(id) => {
                        self.network().balancer(id)?.nodes.first().copied()
                    }
                });
                first.and_then(|it| map.owner(map.router_of(it)?, address))
            }
            _ => None,
        };
        let routers = self.network().routers();
        let far = || {
            routers
                .map(|(id, _)| id)
                .find_map(|it| map.owner(it, address))
        };
        let known = || map.known(address).map(|(place, _)| place);
        let mut sites = self.lowered.sites.values().copied();
        let is_there = |site: &PlaceId| match map.kind(*site) {
            PlaceKind::Remote(it) => it.blocks.iter().any(|it| it.contains(&address)),
            _ => false,
        };
        let site = || sites.find(is_there);
        let outside = || map.outside_at(address);
        let found = near.or_else(known).or_else(far);
        let found = found.or_else(site).or_else(outside);
        found.unwrap_or(self.lowered.internet)
    }

    pub(crate) fn thinker(&self) -> Thinker<'_> {
        Thinker::of(self.network())
    }
}

/// The address that an end names.
fn address_of(end: &reach::End) -> Option<IpAddr> {
    match end {
        reach::End::Internet(address) | reach::End::OnPremises(address) => *address,
        reach::End::Address(address) => Some(*address),
        _ => None,
    }
}

/// The protocols and ports that are asked for.
pub(crate) fn matters(ports: &[u16], has_six: bool) -> Vec<String> {
    let mut all: Vec<String> = ports.iter().map(|port| format!("tcp {port}")).collect();
    all.extend(["udp 53", "icmp", "all"].map(str::to_owned));
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
    let [tcp, udp, ping] = [Protocol::Tcp, Protocol::Udp, Protocol::Icmp];
    assert_eq!(
        protocols,
        [tcp, udp, ping, Protocol::Any, tcp, Protocol::Icmpv6]
    );
}
