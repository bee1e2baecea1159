//! The outside's further sides: gateways that only let out, services with and
//! without a way of their own, and who only answers or only opens.

use super::*;

/// A segment with both families; its default routes lead through `gateway`.
fn six(way: Way) -> (Sample, PlaceId, PlaceId) {
    let mut sample = Sample::new();
    let router = sample.router;
    let gateway = sample.gateway("way", Some(router), way);
    let segment = sample.segment("10.0.1.0/24 2001:db8:1:1::/64");
    let lines = [
        ("::/0", Target::Through(gateway)),
        ("0.0.0.0/0", Target::Through(gateway)),
    ];
    sample.routes_of(segment, &lines);
    let host = sample.host(segment, "2001:db8:1:1::4", None);
    (sample, host, gateway)
}

fn asked(from: PlaceId, to: PlaceId, family: Family) -> Question {
    let mut question = Question::new(End::Place(from), End::Place(to), Protocol::Tcp, 443);
    question.family = family;
    question
}

#[test]
fn what_only_lets_out_takes_the_reply_back() {
    let (sample, host, _) = six(Way::OutOnly);
    let round = sample.round(&asked(host, sample.outside, Family::V6));
    assert_eq!(round.returns, Returns::Always);
    assert_eq!(
        steps(&round.back.unwrap()),
        "leaves outside; crosses way; arrives at 2001:db8:1:1::4"
    );
}

#[test]
fn nothing_is_opened_inwards_by_what_only_lets_out() {
    let (sample, host, gateway) = six(Way::OutOnly);
    // The other gateway lets it in, and the reply leaves by the one that
    // remembers nothing.
    let round = sample.round(&asked(sample.outside, host, Family::V6));
    assert!(round.there.arrives());
    assert_eq!(round.back.unwrap().cause(), Some(&Cause::NoState(gateway)));
}

#[test]
fn without_another_gateway_it_does_not_even_come_in() {
    let mut sample = Sample::new();
    let router = sample.router("10.5.0.0/16 2001:db8:5::/48");
    let gateway = sample.gateway("way", Some(router), Way::OutOnly);
    let segment = sample.segment_of(router, "2001:db8:5:1::/64", None, None);
    sample.routes_of(segment, &[("::/0", Target::Through(gateway))]);
    let host = sample.host(segment, "2001:db8:5:1::4", None);
    let round = sample.round(&asked(sample.outside, host, Family::V6));
    assert_eq!(round.there.cause(), Some(&Cause::NoState(gateway)));
}

#[test]
fn what_only_lets_out_carries_no_ipv4() {
    let (mut sample, _, gateway) = six(Way::OutOnly);
    let segment = sample.network.segments().next().unwrap().0;
    let host = sample.host(segment, "10.0.1.4", Some("203.0.113.4"));
    let round = sample.ask(host, sample.outside, 443);
    let family = Family::V4;
    assert_eq!(
        round.there.cause(),
        Some(&Cause::FamilyRefused {
            at: gateway,
            family
        })
    );
}

/// A service, and a host whose route to it leads through a gateway to it.
fn served() -> (Sample, PlaceId, PlaceId, PlaceId) {
    let mut sample = Sample::new();
    let service = sample.network.add_place(Place {
        origin: Origin::whole("service"),
        kind: PlaceKind::Service(Service {
            blocks: vec![block("203.0.113.0/24")],
        }),
    });
    let router = sample.router;
    let gateway = sample.gateway("endpoint", Some(router), Way::Service(service));
    let segment = sample.segment("10.0.1.0/24");
    sample.routes_of(segment, &[("203.0.113.0/24", Target::Through(gateway))]);
    let host = sample.host(segment, "10.0.1.4", None);
    (sample, host, service, gateway)
}

#[test]
fn a_service_answers_by_the_gateway_that_it_was_called_by() {
    let (sample, host, service, _) = served();
    let round = sample.ask(host, service, 443);
    assert_eq!(round.returns, Returns::Always);
    assert_eq!(
        steps(&round.there),
        "leaves 10.0.1.4; by table/203.0.113.0/24; crosses endpoint; arrives at service"
    );
    assert_eq!(
        steps(&round.back.unwrap()),
        "leaves service; crosses endpoint; arrives at 10.0.1.4"
    );
}

#[test]
fn the_gateway_of_a_service_carries_tcp_only() {
    let (sample, host, service, gateway) = served();
    let question = Question::new(End::Place(host), End::Place(service), Protocol::Udp, 443);
    let protocol = Protocol::Udp;
    assert_eq!(
        sample.round(&question).there.cause(),
        Some(&Cause::ProtocolRefused {
            at: gateway,
            protocol
        })
    );
}

#[test]
fn a_service_is_reached_through_the_outside_too() {
    let (mut sample, _, service, _) = served();
    let segment = sample.segment("10.0.2.0/24");
    let gateway = sample.gateway;
    sample.routes_of(segment, &[("0.0.0.0/0", Target::Through(gateway))]);
    let host = sample.host(segment, "10.0.2.4", Some("198.51.100.9"));
    let round = sample.ask(host, service, 443);
    assert_eq!(round.returns, Returns::Always);
    assert!(steps(&round.there).contains("crosses gateway"));
}

#[test]
fn who_only_answers_opens_nothing_and_who_only_opens_takes_nothing() {
    let mut sample = Sample::new();
    let segment = sample.segment("10.0.1.0/24");
    let answers = sample.interface(segment, "10.0.1.4", None, Role::Answers, &[]);
    let opens = sample.interface(segment, "10.0.1.5", None, Role::Opens, &[]);
    assert_eq!(sample.ask(opens, answers, 443).returns, Returns::Always);
    let round = sample.ask(answers, opens, 443);
    assert_eq!(round.there.cause(), Some(&Cause::NeverOpens(answers)));
    let host = sample.host(segment, "10.0.1.6", None);
    assert_eq!(
        sample.ask(host, opens, 443).there.cause(),
        Some(&Cause::NeverTakes(opens))
    );
}

#[test]
fn a_translator_that_is_a_host_too_takes_what_is_for_itself() {
    let mut sample = Sample::new();
    let segment = sample.segment("10.0.1.0/24");
    let client = sample.host(segment, "10.0.1.4", None);
    let translator = |takes_calls| {
        Role::Translator(Translator {
            zones: Vec::new(),
            ports: PortSet::from(1024..=65535),
            protocols: vec![Protocol::Tcp],
            takes_calls,
        })
    };
    let taking = sample.interface(segment, "10.0.1.5", None, translator(true), &[]);
    let refusing = sample.interface(segment, "10.0.1.6", None, translator(false), &[]);
    assert_eq!(sample.ask(client, taking, 22).returns, Returns::Always);
    let there = sample.ask(client, refusing, 22).there;
    assert_eq!(there.cause(), Some(&Cause::NoState(refusing)));
}
