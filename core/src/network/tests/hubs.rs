//! Routers joined by a hub: tables of attachments, zones, the filters of
//! attachment segments, groups, and translators behind it.

use super::*;

/// Two routers on one hub, a host and an attachment segment in each, all in
/// zone a.
struct Hubbed {
    sample: Sample,
    near: PlaceId,
    far: PlaceId,
    out: PlaceId,
    back: PlaceId,
    host_segment: SegmentId,
}

fn hubbed(host_zone: &str, tells_groups: bool, attachment_filter: Option<Stateless>) -> Hubbed {
    let mut sample = Sample::new();
    let hub = sample.network.add_hub(Hub {
        origin: Origin::whole("hub"),
        tells_groups,
    });
    let filter = attachment_filter.map(|filter| sample.network.add_stateless(filter));
    let far_router = sample.router("10.1.0.0/16");
    let routers = [(sample.router, "10.0"), (far_router, "10.1")];
    let mut attachments = Vec::new();
    let mut segments = Vec::new();
    for (router, net) in routers {
        let joint = sample.segment_of(router, &format!("{net}.9.0/24"), Some("a"), filter);
        sample.routes_of(joint, &[]);
        let way = Way::Hub(Attachment {
            hub,
            table: None,
            to: Attached::Router {
                segments: vec![joint],
                keeps_zone: false,
                tells_groups: true,
            },
        });
        attachments.push(sample.gateway(&format!("attachment {net}"), Some(router), way));
        segments.push(sample.segment_of(router, &format!("{net}.1.0/24"), Some(host_zone), None));
    }
    let hub_table = table(
        "hub table",
        &[
            (block("10.0.0.0/16"), Target::Through(attachments[0])),
            (block("10.1.0.0/16"), Target::Through(attachments[1])),
        ],
    );
    let hub_table = sample.network.add_table(hub_table);
    for (attachment, segment) in attachments.iter().zip(&segments) {
        sample.network.attach_gateway_table(*attachment, hub_table);
        sample.routes_of(*segment, &[("10.0.0.0/8", Target::Through(*attachment))]);
    }
    let group = sample.group(vec![], anything());
    let members = Rule {
        peer: Peer::Members(group),
        ..anything().remove(0)
    };
    let guarded = sample.group(vec![members], anything());
    let near = sample.interface(segments[0], "10.0.1.4", None, Role::Host, &[group]);
    let far = sample.interface(segments[1], "10.1.1.4", None, Role::Host, &[guarded]);
    Hubbed {
        sample,
        near,
        far,
        out: attachments[0],
        back: attachments[1],
        host_segment: segments[0],
    }
}

#[test]
fn a_flow_passes_both_attachments_by_the_hubs_table() {
    let hubbed = hubbed("a", true, None);
    let round = hubbed.sample.ask(hubbed.near, hubbed.far, 80);
    assert_eq!(round.returns, Returns::Always);
    assert_eq!(
        steps(&round.there),
        "leaves 10.0.1.4; group outbound passes 80; by table/10.0.0.0/8; crosses attachment 10.0; by hub table/10.1.0.0/16; crosses attachment 10.1; by table/10.1.0.0/16; group inbound passes 80; arrives at 10.1.1.4"
    );
}

#[test]
fn a_hub_that_does_not_tell_groups_loses_them() {
    let hubbed = hubbed("a", false, None);
    let round = hubbed.sample.ask(hubbed.near, hubbed.far, 80);
    let by = FilterKind::Stateful(hubbed.far);
    assert_eq!(
        round.there.cause(),
        Some(&Cause::GroupLost { by, at: hubbed.out })
    );
}

#[test]
fn a_zone_without_an_attachment_segment_is_not_served() {
    let hubbed = hubbed("b", true, None);
    let round = hubbed.sample.ask(hubbed.near, hubbed.far, 80);
    assert_eq!(round.there.cause(), Some(&Cause::ZoneNotServed(hubbed.out)));
}

#[test]
fn a_segment_in_the_zone_is_used_before_one_that_may_be_in_it() {
    let mut hubbed = hubbed("a", true, None);
    let router = hubbed.sample.router;
    let closed = hubbed.sample.network.add_stateless(Stateless {
        origin: Origin::whole("list"),
        inbound: vec![],
        outbound: vec![],
    });
    let unknown = hubbed
        .sample
        .segment_of(router, "10.0.8.0/24", None, Some(closed));
    let known = hubbed.sample.network.segments().next().unwrap().0;
    let attachment = hubbed.sample.network.gateway(hubbed.out).unwrap();
    let mut attachment = attachment.attachment().unwrap().clone();
    let Attached::Router { segments, .. } = &mut attachment.to else {
        panic!("a router");
    };
    *segments = vec![unknown, known];
    let way = Way::Hub(attachment);
    let both = hubbed.sample.gateway("both", Some(router), way);
    let to_far = [("10.1.0.0/16", Target::Through(both))];
    hubbed.sample.routes_of(hubbed.host_segment, &to_far);
    let round = hubbed.sample.ask(hubbed.near, hubbed.far, 80);
    assert!(round.there.arrives());
}

#[test]
fn the_filter_of_an_attachment_segment_is_asked_inwards_and_outwards() {
    let list = |inbound: Vec<Rule>, outbound: Vec<Rule>| Stateless {
        origin: Origin::whole("list"),
        inbound,
        outbound,
    };
    for (filter, direction) in [
        (list(vec![], anything()), Direction::Inbound),
        (list(anything(), vec![]), Direction::Outbound),
    ] {
        let hubbed = hubbed("a", true, Some(filter));
        let round = hubbed.sample.ask(hubbed.near, hubbed.far, 80);
        assert!(matches!(
            round.there.cause(),
            Some(Cause::FilterDenied { by: FilterKind::Stateless(_), direction: found, .. }) if *found == direction
        ));
    }
}

#[test]
fn a_host_in_the_attachment_segment_takes_without_its_filter() {
    let closed = Stateless {
        origin: Origin::whole("list"),
        inbound: anything(),
        outbound: vec![],
    };
    let mut hubbed = hubbed("a", true, Some(closed));
    let joint = hubbed.sample.network.segments().nth(2).unwrap().0;
    let host = hubbed.sample.host(joint, "10.1.9.4", None);
    let round = hubbed.sample.ask(hubbed.near, host, 80);
    assert!(round.there.arrives());
}

#[test]
fn an_attachment_without_a_table_and_a_table_without_a_route_end_the_flow() {
    let mut hubbed = hubbed("a", true, None);
    let empty = hubbed.sample.network.add_table(table("empty", &[]));
    hubbed
        .sample
        .network
        .attach_gateway_table(hubbed.out, empty);
    let round = hubbed.sample.ask(hubbed.near, hubbed.far, 80);
    assert_eq!(
        round.there.cause(),
        Some(&Cause::NoHubRoute {
            at: hubbed.out,
            table: empty
        })
    );
    let drops = table("drops", &[(block("10.1.0.0/16"), Target::Blackhole)]);
    let drops = hubbed.sample.network.add_table(drops);
    hubbed
        .sample
        .network
        .attach_gateway_table(hubbed.out, drops);
    let round = hubbed.sample.ask(hubbed.near, hubbed.far, 80);
    assert_eq!(
        round.there.cause(),
        Some(&Cause::HubBlackhole {
            table: drops,
            route: 0
        })
    );
    // The way back is the other attachment's affair.
    let round = hubbed.sample.ask(hubbed.far, hubbed.near, 80);
    assert!(!matches!(
        round.there.cause(),
        Some(Cause::NoHubRoute { .. })
    ));
    assert_ne!(hubbed.back, hubbed.out);
}

#[test]
fn a_translator_serves_what_comes_by_the_hub() {
    let mut hubbed = hubbed("a", true, None);
    let sample = &mut hubbed.sample;
    let gateway = sample.gateway;
    let exit = sample.segment("10.0.5.0/24");
    let back = hubbed.out;
    sample.routes_of(
        exit,
        &[
            ("0.0.0.0/0", Target::Through(gateway)),
            ("10.1.0.0/16", Target::Through(back)),
        ],
    );
    let translator = sample.translator(exit, "10.0.5.4", Some("203.0.113.5"));
    let joint = sample.network.segments().next().unwrap().0;
    sample.routes_of(joint, &[("0.0.0.0/0", Target::Through(translator))]);
    let all = table(
        "all",
        &[
            (block("0.0.0.0/0"), Target::Through(hubbed.out)),
            (block("10.1.0.0/16"), Target::Through(hubbed.back)),
        ],
    );
    let all = sample.network.add_table(all);
    sample.network.attach_gateway_table(hubbed.back, all);
    sample.network.attach_gateway_table(hubbed.out, all);
    let far_segment = sample.network.interface(hubbed.far).unwrap().segment;
    sample.routes_of(far_segment, &[("0.0.0.0/0", Target::Through(hubbed.back))]);
    // The exit is in no zone, so the hub serves it.
    let round = sample.ask(hubbed.far, sample.outside, 443);
    assert_eq!(
        round.returns,
        Returns::Always,
        "{:?}",
        round.back.as_ref().map(|it| it.cause())
    );
    assert!(steps(&round.there).contains("from 10.1.1.4 as 10.0.5.4"));
    assert_ne!(hubbed.host_segment, exit);
}
