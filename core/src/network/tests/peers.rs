//! Routers joined one to one: both need routes, nothing goes further, and who
//! is in which group is known on the other side.

use super::*;

/// Two routers joined to one another, with a host in each.
struct Pair {
    sample: Sample,
    near: PlaceId,
    far: PlaceId,
    there: SegmentId,
    back: PlaceId,
    group: StatefulId,
}

fn pair() -> Pair {
    let mut sample = Sample::new();
    let peer = sample.router("10.1.0.0/16");
    let out = sample.gateway("peering", Some(sample.router), Way::Peer(peer));
    let back = sample.gateway("peering", Some(peer), Way::Peer(sample.router));
    let here = sample.segment("10.0.1.0/24");
    sample.routes_of(
        here,
        &[
            ("10.1.0.0/16", Target::Through(out)),
            ("10.9.0.0/16", Target::Through(out)),
        ],
    );
    let there = sample.segment_of(peer, "10.1.1.0/24", None, None);
    sample.routes_of(there, &[("10.0.0.0/16", Target::Through(back))]);
    let group = sample.group(vec![], anything());
    let members = Rule {
        peer: Peer::Members(group),
        ..anything().remove(0)
    };
    let guarded = sample.group(vec![members], anything());
    let near = sample.interface(here, "10.0.1.4", None, Role::Host, &[group]);
    let far = sample.interface(there, "10.1.1.4", None, Role::Host, &[guarded]);
    Pair {
        sample,
        near,
        far,
        there,
        back,
        group,
    }
}

#[test]
fn a_group_is_known_to_the_peer() {
    let pair = pair();
    let round = pair.sample.ask(pair.near, pair.far, 80);
    assert_eq!(round.returns, Returns::Always);
    assert_eq!(
        steps(&round.there),
        "leaves 10.0.1.4; group outbound passes 80; by table/10.1.0.0/16; crosses peering; group inbound passes 80; arrives at 10.1.1.4"
    );
    assert!(pair.sample.network.carries(pair.near, pair.group));
}

#[test]
fn a_reply_needs_a_route_of_its_own() {
    let mut pair = pair();
    pair.sample.routes_of(pair.there, &[]);
    let round = pair.sample.ask(pair.near, pair.far, 80);
    assert!(round.there.arrives());
    assert_eq!(round.returns, Returns::Never);
    let back = round.back.unwrap();
    assert!(matches!(back.cause(), Some(Cause::NoRoute { .. })));
}

#[test]
fn nothing_goes_on_from_a_peer() {
    let pair = pair();
    let mut question = Question::new(
        End::Place(pair.near),
        End::Place(pair.far),
        Protocol::Tcp,
        80,
    );
    question.to_address = Some(ip("10.9.0.4"));
    let round = pair.sample.round(&question);
    assert!(
        matches!(round.there.cause(), Some(Cause::NotInPeer { address, .. }) if *address == ip("10.9.0.4"))
    );
}

#[test]
fn a_peer_takes_only_what_its_router_has_sent_itself() {
    let mut pair = pair();
    // A third router behind the far one: its packets do not cross.
    let third = pair.sample.router("10.2.0.0/16");
    let segment = pair.sample.segment_of(third, "10.2.1.0/24", None, None);
    let back = pair.back;
    pair.sample
        .routes_of(segment, &[("10.0.0.0/16", Target::Through(back))]);
    let host = pair.sample.host(segment, "10.2.1.4", None);
    let round = pair.sample.ask(host, pair.near, 80);
    assert_eq!(round.there.cause(), Some(&Cause::NotAttached(back)));
}
