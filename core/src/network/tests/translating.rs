//! Translators: one to one at a gateway, many to one at an interface.

use super::*;

/// A public segment with a route to the gateway.
fn public(sample: &mut Sample) -> SegmentId {
    let segment = sample.segment("10.0.1.0/24 2001:db8:1:1::/64");
    let out = Target::Through(sample.gateway);
    sample.routes(segment, &[("0.0.0.0/0", out.clone()), ("::/0", out)]);
    segment
}

/// A private segment whose way out is a translator in the public one.
fn private(sample: &mut Sample) -> (PlaceId, PlaceId) {
    let segment = public(sample);
    let translator = sample.translator(segment, "10.0.1.9", Some("203.0.113.9"));
    let inner = sample.segment("10.0.2.0/24");
    sample.routes(inner, &[("0.0.0.0/0", Target::Through(translator))]);
    let host = sample.host(inner, "10.0.2.4", None);
    (translator, host)
}

#[test]
fn a_one_to_one_gateway_translates_both_ways() {
    let mut sample = Sample::new();
    let segment = public(&mut sample);
    let host = sample.host(segment, "10.0.1.4", Some("203.0.113.4"));
    let round = sample.ask(sample.outside, host, 443);
    let there = "leaves outside; crosses gateway; to 203.0.113.4 as 10.0.1.4; arrives at 10.0.1.4";
    assert_eq!(steps(&round.there), there);
    let back = "leaves 10.0.1.4; by table/0.0.0.0/0; crosses gateway; \
                from 10.0.1.4 as 203.0.113.4; arrives at outside";
    assert_eq!(steps(&round.back.unwrap()), back);
    assert_eq!(round.returns, Returns::Always);
    assert_eq!(
        sample.ask(host, sample.outside, 443).returns,
        Returns::Always
    );
}

#[test]
fn a_one_to_one_gateway_needs_an_outside_address() {
    let mut sample = Sample::new();
    let segment = public(&mut sample);
    let host = sample.host(segment, "10.0.1.4", None);
    let there = sample.ask(host, sample.outside, 443).there;
    let (gateway, source) = (sample.gateway, ip("10.0.1.4"));
    assert_eq!(
        there.cause(),
        Some(&Cause::NoTranslation { gateway, source })
    );
    let into = sample.ask(sample.outside, host, 443).there;
    assert_eq!(into.cause(), Some(&Cause::NoOutsideAddress(host)));
}

#[test]
fn the_way_in_needs_no_route_but_the_answer_does() {
    let mut sample = Sample::new();
    let segment = sample.segment("10.0.1.0/24");
    sample.routes(segment, &[]);
    let host = sample.host(segment, "10.0.1.4", Some("203.0.113.4"));
    let round = sample.ask(sample.outside, host, 443);
    assert!(round.there.arrives());
    assert_eq!(round.returns, Returns::Never);
    let back = round.back.unwrap();
    assert!(matches!(
        back.cause(),
        Some(Cause::NoRoute { table: Some(_), .. })
    ));
}

#[test]
fn the_wider_family_passes_a_gateway_untranslated() {
    let mut sample = Sample::new();
    let segment = public(&mut sample);
    let host = sample.host(segment, "2001:db8:1:1::4", None);
    let (from, to) = (End::Place(sample.outside), End::Place(host));
    let mut question = Question::new(from, to, Protocol::Tcp, 443);
    question.family = Family::V6;
    let round = sample.round(&question);
    let way = "leaves outside; crosses gateway; arrives at 2001:db8:1:1::4";
    assert_eq!(steps(&round.there), way);
    assert_eq!(round.returns, Returns::Always);
}

#[test]
fn a_many_to_one_translator_hides_the_source_and_takes_the_answer_back() {
    let mut sample = Sample::new();
    let (_, host) = private(&mut sample);
    let round = sample.ask(host, sample.outside, 443);
    let there = "leaves 10.0.2.4; by table/0.0.0.0/0; from 10.0.2.4 as 10.0.1.9; \
                 leaves 10.0.1.9; by table/0.0.0.0/0; crosses gateway; \
                 from 10.0.1.9 as 203.0.113.9; arrives at outside";
    assert_eq!(steps(&round.there), there);
    assert_eq!(round.there.arrived().unwrap().source, ip("203.0.113.9"));
    let back = "leaves outside; crosses gateway; to 203.0.113.9 as 10.0.1.9; \
                to 10.0.1.9 as 10.0.2.4; leaves 10.0.1.9; by table/10.0.0.0/16; \
                arrives at 10.0.2.4";
    assert_eq!(steps(&round.back.unwrap()), back);
    assert_eq!(round.returns, Returns::Always);
}

#[test]
fn a_many_to_one_translator_refuses_what_nobody_inside_opened() {
    let mut sample = Sample::new();
    let (translator, host) = private(&mut sample);
    let there = sample.ask(sample.outside, translator, 443).there;
    assert_eq!(there.cause(), Some(&Cause::NoState(translator)));
    let there = sample.ask(sample.outside, host, 443).there;
    assert_eq!(there.cause(), Some(&Cause::NoOutsideAddress(host)));
}

#[test]
fn a_translator_in_the_segment_that_it_serves_is_a_loop() {
    let mut sample = Sample::new();
    let segment = sample.segment("10.0.1.0/24");
    let translator = sample.translator(segment, "10.0.1.9", Some("203.0.113.9"));
    sample.routes(segment, &[("0.0.0.0/0", Target::Through(translator))]);
    let host = sample.host(segment, "10.0.1.4", None);
    let there = sample.ask(host, sample.outside, 443).there;
    assert_eq!(there.cause(), Some(&Cause::LoopDetected(translator)));
}

#[test]
fn a_translator_refuses_protocols_that_it_does_not_carry() {
    let mut sample = Sample::new();
    let (translator, host) = private(&mut sample);
    let protocol = Protocol::Other(47);
    let ends = (End::Place(host), End::Place(sample.outside));
    let there = sample
        .round(&Question::new(ends.0, ends.1, protocol, 0))
        .there;
    assert_eq!(
        there.cause(),
        Some(&Cause::ProtocolRefused {
            at: translator,
            protocol
        })
    );
}

#[test]
fn an_answer_that_leaves_through_a_translator_has_no_state_there() {
    let mut sample = Sample::new();
    let (translator, _) = private(&mut sample);
    let inner = sample.segment("10.0.3.0/24");
    sample.routes(inner, &[("0.0.0.0/0", Target::Through(translator))]);
    let host = sample.host(inner, "10.0.3.4", Some("203.0.113.4"));
    let round = sample.ask(sample.outside, host, 443);
    assert!(round.there.arrives());
    assert_eq!(
        round.back.unwrap().cause(),
        Some(&Cause::NoState(translator))
    );
}

#[test]
fn a_call_by_the_outside_address_leaves_and_comes_back() {
    let mut sample = Sample::new();
    let segment = public(&mut sample);
    let left = sample.host(segment, "10.0.1.4", Some("203.0.113.4"));
    let right = sample.host(segment, "10.0.1.5", Some("203.0.113.5"));
    let mut question = Question::new(End::Place(left), End::Place(right), Protocol::Tcp, 443);
    question.to_address = Some(ip("203.0.113.5"));
    let round = sample.round(&question);
    assert_eq!(round.there.arrived().unwrap().source, ip("203.0.113.4"));
    assert_eq!(round.returns, Returns::Always);
}

#[test]
fn a_list_at_the_translator_narrows_its_own_ports_not_the_client_s() {
    let mut sample = Sample::new();
    let high = || vec![tcp(Action::Allow, "0.0.0.0/0", 32768..=65535)];
    let mut inbound = high();
    inbound.push(tcp(Action::Allow, "10.0.0.0/16", 443..=443));
    let segment = sample.filtered("10.0.1.0/24", Some((inbound, anything())));
    sample.routes(segment, &[("0.0.0.0/0", Target::Through(sample.gateway))]);
    let translator = sample.translator(segment, "10.0.1.9", Some("203.0.113.9"));
    let inner = sample.segment("10.0.2.0/24");
    sample.routes(inner, &[("0.0.0.0/0", Target::Through(translator))]);
    let host = sample.host(inner, "10.0.2.4", None);
    let ends = (End::Place(host), End::Place(sample.outside));
    let mut question = Question::new(ends.0, ends.1, Protocol::Tcp, 443);
    question.client_ports = PortSet::from(49152..=65535);
    let Returns::Sometimes { passing, meant } = sample.round(&question).returns else {
        panic!("the translator may pick a closed port");
    };
    assert_eq!(passing, PortSet::from(32768..=65535));
    assert_eq!(meant, PortSet::from(1024..=65535));
}

#[test]
fn an_outside_address_without_a_gateway_lets_nobody_in() {
    let mut sample = Sample::new();
    let blocks = vec![block("10.0.0.0/16")];
    sample.router = sample.network.add_router(Router {
        origin: Origin::whole("closed"),
        blocks,
    });
    let segment = sample.segment("10.0.1.0/24");
    let host = sample.host(segment, "10.0.1.4", Some("203.0.113.4"));
    let there = sample.ask(sample.outside, host, 443).there;
    assert_eq!(there.cause(), Some(&Cause::NoWayIn(host)));
}

#[test]
fn a_call_by_the_outside_address_needs_a_way_back_out() {
    let mut sample = Sample::new();
    let segment = public(&mut sample);
    let inner = sample.segment("10.0.2.0/24");
    sample.routes(inner, &[]);
    let client = sample.host(segment, "10.0.1.4", Some("203.0.113.4"));
    let server = sample.host(inner, "10.0.2.4", Some("203.0.113.5"));
    let mut question = Question::new(End::Place(client), End::Place(server), Protocol::Tcp, 443);
    question.to_address = Some(ip("203.0.113.5"));
    let back = sample.round(&question).back.unwrap();
    assert!(matches!(back.cause(), Some(Cause::NoRoute { .. })));
}

#[test]
fn the_outside_gateway_refuses_private_destinations() {
    let mut sample = Sample::new();
    let segment = public(&mut sample);
    let host = sample.host(segment, "10.0.1.4", Some("203.0.113.4"));
    let mut question = Question::new(
        End::Place(host),
        End::Place(sample.outside),
        Protocol::Tcp,
        443,
    );
    for private in ["192.168.0.9", "100.64.3.9"] {
        question.to_address = Some(ip(private));
        let there = sample.round(&question).there;
        assert_eq!(there.cause(), Some(&Cause::PrivateDestination(ip(private))));
    }
}

#[test]
fn an_address_claimed_by_another_place_is_delivered_elsewhere() {
    let mut sample = Sample::new();
    let segment = public(&mut sample);
    let host = sample.host(segment, "10.0.1.4", None);
    let first = sample.host(segment, "10.0.1.5", None);
    let second = sample.host(segment, "10.0.1.5", None);
    let there = sample.ask(host, second, 80).there;
    assert_eq!(there.cause(), Some(&Cause::DeliveredElsewhere(first)));
}

#[test]
fn a_narrow_list_at_the_client_narrows_the_client_s_own_ports() {
    let mut sample = Sample::new();
    let segment = public(&mut sample);
    let translator = sample.translator(segment, "10.0.1.9", Some("203.0.113.9"));
    let inbound = vec![tcp(Action::Allow, "0.0.0.0/0", 50_000..=65535)];
    let inner = sample.filtered("10.0.2.0/24", Some((inbound, anything())));
    sample.routes(inner, &[("0.0.0.0/0", Target::Through(translator))]);
    let host = sample.host(inner, "10.0.2.4", None);
    let ends = (End::Place(host), End::Place(sample.outside));
    let mut question = Question::new(ends.0, ends.1, Protocol::Tcp, 443);
    question.client_ports = PortSet::from(49152..=65535);
    let (passing, meant) = (PortSet::from(50_000..=65535), PortSet::from(49152..=65535));
    assert_eq!(
        sample.round(&question).returns,
        Returns::Sometimes { passing, meant }
    );
}

#[test]
fn a_foreign_source_is_stopped_at_the_host_the_translator_and_the_gateway() {
    let mut sample = Sample::new();
    let (translator, host) = private(&mut sample);
    let inner = sample.network.interface(host).unwrap().segment;
    let forwarder = sample.interface(inner, "10.0.2.9", None, Role::Forwarder, &[]);
    let known = sample.translator(inner, "10.0.2.8", Some("203.0.113.8"));
    let source = ip("192.168.5.5");
    let cause = |from, to| {
        let mut question = Question::new(End::Place(from), End::Place(to), Protocol::Tcp, 443);
        question.from_address = Some(source);
        sample.round(&question).there.cause().cloned()
    };
    let outside = sample.outside;
    assert_eq!(cause(host, outside), Some(Cause::SpoofedSource(host)));
    let foreign = Cause::ForeignSource {
        at: translator,
        source,
    };
    assert_eq!(cause(forwarder, outside), Some(foreign));
    assert_eq!(cause(outside, known), Some(Cause::PrivateSource(source)));
}

#[test]
fn an_answer_between_other_addresses_than_the_call_is_not_known() {
    let mut sample = Sample::new();
    let segment = public(&mut sample);
    let inner = sample.segment("10.0.2.0/24");
    sample.routes(inner, &[("0.0.0.0/0", Target::Through(sample.gateway))]);
    let known = Some("203.0.113.4");
    let client = sample.interface(segment, "10.0.1.4", known, Role::Forwarder, &[]);
    let server = sample.host(inner, "10.0.2.4", Some("203.0.113.5"));
    let mut question = Question::new(End::Place(client), End::Place(server), Protocol::Tcp, 443);
    question.from_address = Some(ip("203.0.113.4"));
    let round = sample.round(&question);
    let (called, answered) = (ip("10.0.2.4"), ip("203.0.113.5"));
    let cause = Cause::AnswerFromElsewhere { called, answered };
    assert_eq!(round.back.unwrap().cause(), Some(&cause));
}
