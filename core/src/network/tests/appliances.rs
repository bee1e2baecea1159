//! Appliances in the way: tables of gateways that lead through them, replies
//! that miss them, and groups that are lost behind them.

use super::*;

/// An appliance before a host: what comes in by the gateway goes through it,
/// and what leaves the host does if `is_symmetric`.
fn inspected(
    appliance_outside: Option<&str>,
    role: Role,
    is_symmetric: bool,
) -> (Sample, PlaceId, PlaceId) {
    let mut sample = Sample::new();
    let gateway = sample.gateway;
    let front = sample.segment("10.0.1.0/24");
    let hosts = sample.segment("10.0.2.0/24");
    sample.routes_of(front, &[("0.0.0.0/0", Target::Through(gateway))]);
    let appliance = sample.interface(front, "10.0.1.4", appliance_outside, role, &[]);
    let out = if is_symmetric { appliance } else { gateway };
    sample.routes_of(hosts, &[("0.0.0.0/0", Target::Through(out))]);
    let host = sample.host(hosts, "10.0.2.4", Some("203.0.113.4"));
    let edge = table(
        "edge",
        &[
            (block("10.0.0.0/16"), Target::Local),
            (block("10.0.2.0/24"), Target::Through(appliance)),
        ],
    );
    let edge = sample.network.add_table(edge);
    sample.network.attach_gateway_table(gateway, edge);
    (sample, host, appliance)
}

#[test]
fn what_comes_in_goes_through_the_appliance_and_so_does_the_reply() {
    let (sample, host, _) = inspected(Some("203.0.113.9"), Role::Forwarder, true);
    let round = sample.ask(sample.outside, host, 80);
    assert_eq!(round.returns, Returns::Always);
    assert_eq!(
        steps(&round.there),
        "leaves outside; crosses gateway; to 203.0.113.4 as 10.0.2.4; by edge/10.0.2.0/24; leaves 10.0.1.4; by table/10.0.0.0/16; arrives at 10.0.2.4"
    );
    assert_eq!(
        sample.ask(host, sample.outside, 80).returns,
        Returns::Always
    );
}

#[test]
fn an_appliance_without_an_outside_address_takes_nothing_from_there() {
    let (sample, host, appliance) = inspected(None, Role::Forwarder, true);
    let round = sample.ask(sample.outside, host, 80);
    assert_eq!(
        round.there.cause(),
        Some(&Cause::MiddleboxNotOutside(appliance))
    );
    let (sample, host, _) = inspected(None, Role::Inline, true);
    assert_eq!(
        sample.ask(sample.outside, host, 80).returns,
        Returns::Always
    );
}

#[test]
fn a_redirected_segment_cannot_leave_directly() {
    let (sample, host, appliance) = inspected(Some("203.0.113.9"), Role::Forwarder, false);
    let round = sample.ask(host, sample.outside, 80);
    let gateway = sample.gateway;
    assert_eq!(
        round.there.cause(),
        Some(&Cause::Redirected {
            gateway,
            through: appliance
        })
    );
}

/// Two segments; what leaves the first for the second goes through an
/// appliance in a third, and back if `is_symmetric`.
fn between(
    is_symmetric: bool,
    inbound: impl Fn(StatefulId) -> Vec<Rule>,
) -> (Sample, [PlaceId; 3]) {
    let mut sample = Sample::new();
    let [one, two, middle] =
        ["10.0.1.0/24", "10.0.2.0/24", "10.0.3.0/24"].map(|text| sample.segment(text));
    let appliance = sample.interface(middle, "10.0.3.4", None, Role::Forwarder, &[]);
    let through = |prefix| vec![(prefix, Target::Through(appliance))];
    sample.routes_of(one, &through("10.0.2.0/24"));
    sample.routes_of(
        two,
        &if is_symmetric {
            through("10.0.1.0/24")
        } else {
            vec![]
        },
    );
    sample.routes_of(middle, &[]);
    let group = sample.group(vec![], anything());
    let guarded = sample.group(inbound(group), anything());
    let near = sample.interface(one, "10.0.1.4", None, Role::Host, &[group]);
    let far = sample.interface(two, "10.0.2.4", None, Role::Host, &[guarded]);
    (sample, [near, far, appliance])
}

#[test]
fn a_reply_that_misses_the_appliance_is_no_reply() {
    let (sample, [near, far, _]) = between(true, |_| anything());
    assert_eq!(sample.ask(near, far, 80).returns, Returns::Always);
    let (sample, [near, far, appliance]) = between(false, |_| anything());
    let round = sample.ask(near, far, 80);
    assert!(round.there.arrives());
    assert_eq!(round.returns, Returns::Never);
    assert_eq!(
        round.back.unwrap().cause(),
        Some(&Cause::Asymmetric(appliance))
    );
}

#[test]
fn behind_an_appliance_nobody_knows_the_senders_group() {
    let members = |group| {
        vec![Rule {
            peer: Peer::Members(group),
            ..anything().remove(0)
        }]
    };
    let (sample, [near, far, appliance]) = between(true, members);
    let by = FilterKind::Stateful(far);
    let round = sample.ask(near, far, 80);
    assert_eq!(
        round.there.cause(),
        Some(&Cause::GroupLost { by, at: appliance })
    );
}

#[test]
fn an_appliance_remembers_who_began_and_not_only_that_somebody_did() {
    // A host calls its own outside address by way of the appliance: call and
    // reply both leave through it, and the reply answers nothing that it saw.
    for (outbound, expected) in [(80..=80, Returns::Never), (1..=65535, Returns::Always)] {
        let mut sample = Sample::new();
        let front = sample.segment("10.0.1.0/24");
        let hosts = sample.segment("10.0.2.0/24");
        sample.routes(front, &[("0.0.0.0/0", Target::Through(sample.gateway))]);
        let group = sample.group(anything(), vec![tcp(Action::Allow, "0.0.0.0/0", outbound)]);
        let appliance = sample.interface(front, "10.0.1.4", None, Role::Forwarder, &[group]);
        sample.routes(hosts, &[("0.0.0.0/0", Target::Through(appliance))]);
        let host = sample.host(hosts, "10.0.2.4", Some("203.0.113.4"));
        let mut question = Question::new(End::Place(host), End::Place(host), Protocol::Tcp, 80);
        question.to_address = Some(ip("203.0.113.4"));
        let round = sample.round(&question);
        assert!(round.there.arrives());
        assert_eq!(round.returns, expected);
    }
}
