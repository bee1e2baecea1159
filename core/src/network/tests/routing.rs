//! Tables, local delivery, and where flows end for want of a route.

use super::*;

#[test]
fn neighbors_in_a_segment_meet_neither_table_nor_segment_filter() {
    let mut sample = Sample::new();
    let closed = sample.filtered("10.0.1.0/24", Some((vec![], vec![])));
    let left = sample.host(closed, "10.0.1.4", None);
    let right = sample.host(closed, "10.0.1.5", None);
    let round = sample.ask(left, right, 80);
    assert_eq!(
        steps(&round.there),
        "leaves 10.0.1.4; direct; arrives at 10.0.1.5"
    );
    assert_eq!(round.returns, Returns::Always);
}

#[test]
fn another_segment_is_reached_by_the_local_route() {
    let mut sample = Sample::new();
    let (one, two) = (sample.segment("10.0.1.0/24"), sample.segment("10.0.2.0/24"));
    sample.routes(one, &[]);
    sample.routes(two, &[]);
    let left = sample.host(one, "10.0.1.4", None);
    let right = sample.host(two, "10.0.2.4", None);
    let round = sample.ask(left, right, 80);
    let way = "leaves 10.0.1.4; by table/10.0.0.0/16; arrives at 10.0.2.4";
    assert_eq!(steps(&round.there), way);
    assert_eq!(round.returns, Returns::Always);
}

#[test]
fn without_a_table_nothing_leaves_the_segment() {
    let mut sample = Sample::new();
    let (one, two) = (sample.segment("10.0.1.0/24"), sample.segment("10.0.2.0/24"));
    sample.routes(two, &[]);
    let left = sample.host(one, "10.0.1.4", None);
    let right = sample.host(two, "10.0.2.4", None);
    let there = sample.ask(left, right, 80).there;
    assert_eq!(
        there.cause(),
        Some(&Cause::NoRoute {
            segment: one,
            table: None
        })
    );
    let other = sample.ask(right, left, 80);
    assert!(other.there.arrives());
    assert_eq!(other.returns, Returns::Never);
}

#[test]
fn a_route_to_what_is_gone_is_a_blackhole() {
    let mut sample = Sample::new();
    let segment = sample.segment("10.0.1.0/24");
    sample.routes(segment, &[("0.0.0.0/0", Target::Blackhole)]);
    let host = sample.host(segment, "10.0.1.4", None);
    let there = sample.ask(host, sample.outside, 443).there;
    assert!(matches!(
        there.cause(),
        Some(Cause::Blackhole { route: 2, .. })
    ));
    assert_eq!(
        there.hops.last().unwrap().origin.to_string(),
        "table/0.0.0.0/0"
    );
}

#[test]
fn what_is_not_modeled_says_why() {
    let mut sample = Sample::new();
    let segment = sample.segment("10.0.1.0/24");
    sample.routes(
        segment,
        &[("0.0.0.0/0", Target::Unsupported("too new".into()))],
    );
    let host = sample.host(segment, "10.0.1.4", None);
    let there = sample.ask(host, sample.outside, 443).there;
    assert_eq!(there.cause(), Some(&Cause::Unsupported("too new".into())));
}

#[test]
fn two_forwarders_that_point_at_each_other_are_a_loop() {
    let mut sample = Sample::new();
    let (one, two) = (sample.segment("10.0.1.0/24"), sample.segment("10.0.2.0/24"));
    let left = sample.interface(one, "10.0.1.4", None, Role::Forwarder, &[]);
    let right = sample.interface(two, "10.0.2.4", None, Role::Forwarder, &[]);
    sample.routes(one, &[("0.0.0.0/0", Target::Through(right))]);
    sample.routes(two, &[("0.0.0.0/0", Target::Through(left))]);
    let there = sample.ask(left, sample.outside, 443).there;
    assert_eq!(there.cause(), Some(&Cause::LoopDetected(left)));
}

#[test]
fn a_host_does_not_forward() {
    let mut sample = Sample::new();
    let (one, two) = (sample.segment("10.0.1.0/24"), sample.segment("10.0.2.0/24"));
    let middle = sample.host(two, "10.0.2.4", None);
    sample.routes(one, &[("0.0.0.0/0", Target::Through(middle))]);
    let host = sample.host(one, "10.0.1.4", None);
    let there = sample.ask(host, sample.outside, 443).there;
    assert_eq!(there.cause(), Some(&Cause::NotForwarding(middle)));
}

#[test]
fn an_address_that_nobody_has_is_not_deliverable() {
    let mut sample = Sample::new();
    let (one, two) = (sample.segment("10.0.1.0/24"), sample.segment("10.0.2.0/24"));
    sample.routes(one, &[]);
    let host = sample.host(one, "10.0.1.4", None);
    let other = sample.host(two, "10.0.2.4", None);
    for nobody in ["10.0.1.9", "10.0.2.9"] {
        let (from, to) = (End::Place(host), End::Place(other));
        let mut question = Question::new(from, to, Protocol::Tcp, 80);
        question.to_address = Some(ip(nobody));
        let cause = sample.round(&question).there.cause().cloned();
        assert_eq!(cause, Some(Cause::NotDeliverable(ip(nobody))));
    }
}

#[test]
fn ends_of_two_families_never_meet() {
    let mut sample = Sample::new();
    let segment = sample.segment("10.0.1.0/24");
    let host = sample.host(segment, "10.0.1.4", None);
    let mut question = Question::new(
        End::Place(host),
        End::Place(sample.outside),
        Protocol::Tcp,
        80,
    );
    question.to_address = Some(ip("2001:db8:ffff::7"));
    assert_eq!(
        sample.round(&question).there.cause(),
        Some(&Cause::WrongFamily)
    );
    question.to_address = None;
    question.family = Family::V6;
    let cause = sample.round(&question).there.cause().cloned();
    assert_eq!(cause, Some(Cause::NoAddress(host, Family::V6)));
}

#[test]
fn a_remote_site_is_reached_over_its_link_and_answers_over_it() {
    let mut sample = Sample::new();
    let blocks = vec![block("192.168.0.0/16")];
    let kind = PlaceKind::Remote(Remote { blocks });
    let site = sample.network.add_place(Place {
        origin: Origin::whole("site"),
        kind,
    });
    let gateway = Gateway {
        router: Some(sample.router),
        way: Way::Link(site),
        table: None,
    };
    let kind = PlaceKind::Gateway(gateway);
    let link = sample.network.add_place(Place {
        origin: Origin::whole("link"),
        kind,
    });
    let segment = sample.segment("10.0.1.0/24");
    sample.routes(segment, &[("192.168.0.0/16", Target::Through(link))]);
    let host = sample.host(segment, "10.0.1.4", None);
    let round = sample.ask(site, host, 22);
    assert_eq!(
        steps(&round.there),
        "leaves site; crosses link; arrives at 10.0.1.4"
    );
    assert_eq!(round.returns, Returns::Always);
    assert!(sample.ask(host, site, 22).there.arrives());
    let islands = Islands::of(&sample.network);
    assert!(islands.are_joined(site, sample.outside));
}

#[test]
fn a_gateway_of_no_router_joins_nothing() {
    let mut sample = Sample::new();
    let gateway = Gateway {
        router: None,
        way: Way::OneToOne,
        table: None,
    };
    let kind = PlaceKind::Gateway(gateway);
    let loose = sample.network.add_place(Place {
        origin: Origin::whole("loose"),
        kind,
    });
    let segment = sample.segment("10.0.1.0/24");
    sample.routes(segment, &[("0.0.0.0/0", Target::Through(loose))]);
    let host = sample.host(segment, "10.0.1.4", Some("203.0.113.4"));
    let there = sample.ask(host, sample.outside, 443).there;
    assert_eq!(there.cause(), Some(&Cause::NotAttached(loose)));
}

#[test]
fn routers_without_a_way_between_them_are_two_islands() {
    let mut sample = Sample::new();
    let blocks = vec![block("10.9.0.0/16")];
    let router = sample.network.add_router(Router {
        origin: Origin::whole("other"),
        blocks,
    });
    let here = sample.segment("10.0.1.0/24");
    sample.router = router;
    let there = sample.segment("10.9.1.0/24");
    let (left, right) = (
        sample.host(here, "10.0.1.4", None),
        sample.host(there, "10.9.1.4", None),
    );
    let islands = Islands::of(&sample.network);
    assert!(!islands.are_joined(left, right));
    assert!(islands.are_joined(left, sample.outside));
}

#[test]
fn an_answer_that_takes_another_way_out_goes_astray() {
    let mut sample = Sample::new();
    let kind = PlaceKind::Remote(Remote {
        blocks: vec![block("198.51.100.0/24")],
    });
    let site = sample.network.add_place(Place {
        origin: Origin::whole("site"),
        kind,
    });
    let gateway = Gateway {
        router: Some(sample.router),
        way: Way::Link(site),
        table: None,
    };
    let kind = PlaceKind::Gateway(gateway);
    sample.network.add_place(Place {
        origin: Origin::whole("link"),
        kind,
    });
    let segment = sample.segment("10.0.1.0/24");
    sample.routes(segment, &[("0.0.0.0/0", Target::Through(sample.gateway))]);
    let host = sample.host(segment, "10.0.1.4", Some("203.0.113.4"));
    let round = sample.ask(site, host, 22);
    assert!(round.there.arrives());
    let cause = Cause::DeliveredElsewhere(sample.outside);
    assert_eq!(round.back.unwrap().cause(), Some(&cause));
}
