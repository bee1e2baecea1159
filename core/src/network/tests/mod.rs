//! Small networks, built in a few words, and what flows do in them.

mod any_network;
mod appliances;
mod balancing;
mod explaining;
mod filtering;
mod hubs;
mod outside;
mod peers;
mod routing;
mod translating;

use super::*;
use ipnet::IpNet;
use std::net::IpAddr;

/// A router with 10.0.0.0/16, a gateway, and the outside behind it.
struct Sample {
    network: Network,
    router: RouterId,
    outside: PlaceId,
    gateway: PlaceId,
}

fn ip(text: &str) -> IpAddr {
    text.parse().unwrap()
}

fn block(text: &str) -> IpNet {
    text.parse().unwrap()
}

fn tcp(action: Action, peer: &str, ports: std::ops::RangeInclusive<u16>) -> Rule {
    let origin = Origin::whole("filter").at(format!("/{peer}"));
    let peer = Peer::block(block(peer));
    Rule {
        origin,
        action,
        carries: Carries::Tcp(PortSet::from(ports)),
        peer,
    }
}

fn anything() -> Vec<Rule> {
    let everywhere = [block("0.0.0.0/0"), block("::/0")];
    vec![Rule {
        origin: Origin::whole("anything"),
        action: Action::Allow,
        carries: Carries::Anything,
        peer: Peer::Blocks(everywhere.into()),
    }]
}

impl Sample {
    fn new() -> Self {
        let mut network = Network::default();
        let router = network.add_router(Router {
            origin: Origin::whole("router"),
            blocks: vec![block("10.0.0.0/16"), block("2001:db8:1::/48")],
        });
        let outside = network.add_place(Place {
            origin: Origin::whole("outside"),
            kind: PlaceKind::Outside(Outside {
                addresses: vec![ip("198.51.100.7"), ip("2001:db8:ffff::7")],
            }),
        });
        let gateway = network.add_place(Place {
            origin: Origin::whole("gateway"),
            kind: PlaceKind::Gateway(Gateway {
                router: Some(router),
                way: Way::OneToOne,
                table: None,
            }),
        });
        Self {
            network,
            router,
            outside,
            gateway,
        }
    }

    fn segment(&mut self, block_text: &str) -> SegmentId {
        self.filtered(block_text, None)
    }

    fn filtered(&mut self, blocks: &str, rules: Option<(Vec<Rule>, Vec<Rule>)>) -> SegmentId {
        let origin = Origin::whole("list");
        let filter = rules.map(|(inbound, outbound)| {
            self.network.add_stateless(Stateless {
                origin,
                inbound,
                outbound,
            })
        });
        self.network.add_segment(Segment {
            origin: Origin::whole(blocks),
            router: self.router,
            blocks: blocks.split(' ').map(block).collect(),
            table: None,
            filter,
            zone: None,
        })
    }

    /// Gives a segment a table: local delivery, and these.
    fn routes(&mut self, segment: SegmentId, lines: &[(&str, Target)]) {
        let local = [
            ("10.0.0.0/16", Target::Local),
            ("2001:db8:1::/48", Target::Local),
        ];
        let routes = local.iter().chain(lines).map(|(prefix, target)| Route {
            origin: Origin::whole("table").at(format!("/{prefix}")),
            prefix: block(prefix),
            target: target.clone(),
            precedence: Precedence::Static,
        });
        let table = Table::new(Origin::whole("table"), routes.collect());
        let table = self.network.add_table(table);
        self.network.attach_table(segment, table);
    }

    fn group(&mut self, inbound: Vec<Rule>, outbound: Vec<Rule>) -> StatefulId {
        let id = self.network.add_stateful(Origin::whole("group"));
        self.network.set_rules(id, inbound, outbound);
        id
    }

    fn host(&mut self, segment: SegmentId, own: &str, outside: Option<&str>) -> PlaceId {
        self.interface(segment, own, outside, Role::Host, &[])
    }

    fn translator(&mut self, segment: SegmentId, own: &str, outside: Option<&str>) -> PlaceId {
        let translator = Translator {
            zones: Vec::new(),
            ports: PortSet::from(1024..=65535),
            protocols: vec![Protocol::Tcp, Protocol::Udp, Protocol::Icmp],
            takes_calls: false,
        };
        self.interface(segment, own, outside, Role::Translator(translator), &[])
    }

    fn interface(
        &mut self,
        segment: SegmentId,
        own: &str,
        outside: Option<&str>,
        role: Role,
        guards: &[StatefulId],
    ) -> PlaceId {
        let addresses = vec![Address {
            own: ip(own),
            outside: outside.map(ip),
        }];
        let guards = guards.to_vec();
        self.network.add_place(Place {
            origin: Origin::whole(own),
            kind: PlaceKind::Interface(Interface {
                segment,
                addresses,
                guards,
                role,
            }),
        })
    }

    /// A further router with these blocks.
    fn router(&mut self, blocks: &str) -> RouterId {
        self.network.add_router(Router {
            origin: Origin::whole(blocks),
            blocks: blocks.split(' ').map(block).collect(),
        })
    }

    /// A segment of a router, with local delivery and these routes.
    fn segment_of(
        &mut self,
        router: RouterId,
        block_text: &str,
        zone: Option<&str>,
        filter: Option<StatelessId>,
    ) -> SegmentId {
        self.network.add_segment(Segment {
            origin: Origin::whole(block_text),
            router,
            blocks: block_text.split(' ').map(block).collect(),
            table: None,
            filter,
            zone: zone.map(Into::into),
        })
    }

    /// Gives a segment a table: these, and local delivery in its router.
    fn routes_of(&mut self, segment: SegmentId, lines: &[(&str, Target)]) {
        let router = self.network.segment(segment).unwrap().router;
        let blocks = self.network.router(router).unwrap().blocks.clone();
        let local = blocks.iter().map(|block| (*block, Target::Local));
        let lines = lines
            .iter()
            .map(|(prefix, target)| (block(prefix), target.clone()));
        let table = table("table", &local.chain(lines).collect::<Vec<_>>());
        let table = self.network.add_table(table);
        self.network.attach_table(segment, table);
    }

    fn gateway(&mut self, name: &str, router: Option<RouterId>, way: Way) -> PlaceId {
        self.network.add_place(Place {
            origin: Origin::whole(name),
            kind: PlaceKind::Gateway(Gateway {
                router,
                way,
                table: None,
            }),
        })
    }

    /// Asks for TCP; there must be one path with one round.
    fn ask(&self, from: PlaceId, to: PlaceId, port: u16) -> Round {
        let (from, to) = (End::Place(from), End::Place(to));
        self.round(&Question::new(from, to, Protocol::Tcp, port))
    }

    fn round(&self, question: &Question) -> Round {
        let mut answer = ask(&self.network, question);
        assert_eq!(answer.paths.len(), 1);
        let mut path = answer.paths.remove(0);
        assert_eq!(path.rounds.len(), 1);
        path.rounds.remove(0)
    }
}

fn table(name: &str, lines: &[(IpNet, Target)]) -> Table {
    let routes = lines.iter().map(|(prefix, target)| Route {
        origin: Origin::whole(name).at(format!("/{prefix}")),
        prefix: *prefix,
        target: target.clone(),
        precedence: Precedence::Static,
    });
    Table::new(Origin::whole(name), routes.collect())
}

/// The steps of a trace in short words, for comparing whole ways.
fn steps(trace: &Trace) -> String {
    let word = |hop: &Hop| match &hop.step {
        Step::Leaves(_) => format!("leaves {}", hop.origin),
        Step::Filtered {
            by,
            direction,
            verdict,
        } => {
            let by = match by {
                FilterKind::Stateful(_) => "group",
                FilterKind::Stateless(_) => "list",
            };
            let verdict = match verdict {
                Verdict::Remembered => "remembers".to_owned(),
                Verdict::Judged { passed, .. } => format!("passes {passed}"),
            };
            format!("{by} {direction:?} {verdict}").to_lowercase()
        }
        Step::Direct(_) => "direct".to_owned(),
        Step::Routed { .. } => format!("by {}", hop.origin),
        Step::Carried(_) => format!("carried to {}", hop.origin),
        Step::Crosses(_) => format!("crosses {}", hop.origin),
        Step::SourceTranslated { before, after, .. } => format!("from {before} as {after}"),
        Step::DestinationTranslated { before, after, .. } => format!("to {before} as {after}"),
        Step::Delivered(_) => format!("arrives at {}", hop.origin),
    };
    trace.hops.iter().map(word).collect::<Vec<_>>().join("; ")
}
