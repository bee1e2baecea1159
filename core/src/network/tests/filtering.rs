//! Filters there and back: memory, its absence, and the client's ports.

use super::*;

/// Two segments with routes; the right one filtered so; a host in each.
fn pair(inbound: Vec<Rule>, outbound: Vec<Rule>) -> (Sample, PlaceId, PlaceId) {
    let mut sample = Sample::new();
    let one = sample.segment("10.0.1.0/24");
    let two = sample.filtered("10.0.2.0/24", Some((inbound, outbound)));
    sample.routes(one, &[]);
    sample.routes(two, &[]);
    let left = sample.host(one, "10.0.1.4", None);
    let right = sample.host(two, "10.0.2.4", None);
    (sample, left, right)
}

fn web() -> Vec<Rule> {
    vec![tcp(Action::Allow, "10.0.0.0/16", 443..=443)]
}

#[test]
fn a_stateful_filter_lets_the_answer_back_without_a_rule() {
    let mut sample = Sample::new();
    let segment = sample.segment("10.0.1.0/24");
    let group = sample.group(web(), vec![]);
    let left = sample.host(segment, "10.0.1.4", None);
    let right = sample.interface(segment, "10.0.1.5", None, Role::Host, &[group]);
    let round = sample.ask(left, right, 443);
    assert_eq!(round.returns, Returns::Always);
    let back = "leaves 10.0.1.5; group outbound remembers; direct; arrives at 10.0.1.4";
    assert_eq!(steps(&round.back.unwrap()), back);
    let refused = sample.ask(left, right, 80).there;
    let by = FilterKind::Stateful(right);
    let cause = Cause::FilterDenied {
        by,
        direction: Direction::Inbound,
        empty: false,
    };
    assert_eq!(refused.cause(), Some(&cause));
    let opened = sample.ask(right, left, 443).there;
    let cause = Cause::FilterDenied {
        by,
        direction: Direction::Outbound,
        empty: true,
    };
    assert_eq!(opened.cause(), Some(&cause));
}

#[test]
fn several_stateful_filters_are_united_and_the_deciding_rule_is_named() {
    let mut sample = Sample::new();
    let segment = sample.segment("10.0.1.0/24");
    let ssh = vec![
        tcp(Action::Allow, "10.0.9.0/24", 22..=22),
        tcp(Action::Allow, "10.0.1.4/32", 22..=22),
    ];
    let (web, ssh) = (sample.group(web(), vec![]), sample.group(ssh, vec![]));
    let left = sample.host(segment, "10.0.1.4", None);
    let right = sample.interface(segment, "10.0.1.5", None, Role::Host, &[web, ssh]);
    assert!(sample.ask(left, right, 443).there.arrives());
    let there = sample.ask(left, right, 22).there;
    let verdicts = there.hops.iter().find_map(|hop| match &hop.step {
        Step::Filtered {
            verdict: Verdict::Judged {
                decisions, rules, ..
            },
            ..
        } => Some((decisions.clone(), *rules)),
        _ => None,
    });
    let (decisions, rules) = verdicts.unwrap();
    assert_eq!(rules, 3);
    assert_eq!(decisions.len(), 1);
    assert_eq!(decisions[0].rule.as_ref().unwrap().0, 1);
}

#[test]
fn a_rule_for_a_group_matches_only_its_members() {
    let mut sample = Sample::new();
    let segment = sample.segment("10.0.1.0/24");
    let clients = sample.group(vec![], anything());
    let mut from_clients = web();
    from_clients[0].peer = Peer::Members(clients);
    let servers = sample.group(from_clients, vec![]);
    let member = sample.interface(segment, "10.0.1.4", None, Role::Host, &[clients]);
    let stranger = sample.host(segment, "10.0.1.5", None);
    let server = sample.interface(segment, "10.0.1.6", None, Role::Host, &[servers]);
    assert!(sample.ask(member, server, 443).there.arrives());
    assert!(!sample.ask(stranger, server, 443).there.arrives());
}

#[test]
fn a_stateless_filter_stops_the_answer_when_client_ports_are_closed() {
    let (sample, left, right) = pair(web(), web());
    let round = sample.ask(left, right, 443);
    assert!(round.there.arrives());
    assert_eq!(round.returns, Returns::Never);
    let back = round.back.unwrap();
    let Some(Cause::FilterDenied {
        by: FilterKind::Stateless(_),
        direction,
        ..
    }) = back.cause()
    else {
        panic!("{back:?}");
    };
    assert_eq!(*direction, Direction::Outbound);
}

#[test]
fn the_answer_returns_sometimes_when_some_client_ports_are_open() {
    let open = vec![tcp(Action::Allow, "10.0.1.0/24", 32768..=65535)];
    let (sample, left, right) = pair(web(), open);
    let returns = sample.ask(left, right, 443).returns;
    let passing = PortSet::from(32768..=65535);
    let meant = PortSet::from(1024..=65535);
    assert_eq!(
        returns,
        Returns::Sometimes {
            passing: passing.clone(),
            meant
        }
    );
    let ends = (End::Place(left), End::Place(right));
    let mut question = Question::new(ends.0, ends.1, Protocol::Tcp, 443);
    question.client_ports = PortSet::from(49152..=65535);
    assert_eq!(sample.round(&question).returns, Returns::Always);
}

#[test]
fn a_denied_port_in_the_middle_of_the_range_is_sometimes() {
    let list = vec![
        tcp(Action::Deny, "0.0.0.0/0", 3389..=3389),
        tcp(Action::Allow, "0.0.0.0/0", 1024..=65535),
    ];
    let (sample, left, right) = pair(web(), list);
    let Returns::Sometimes { passing, .. } = sample.ask(left, right, 443).returns else {
        panic!("the answer should return sometimes");
    };
    assert_eq!(passing.to_string(), "1024-3388, 3390-65535");
}

#[test]
fn a_ping_and_its_answer_need_their_own_messages() {
    let message = |kind| Rule {
        origin: Origin::whole("ping"),
        action: Action::Allow,
        carries: Carries::Icmp(IcmpMatch {
            kind: Some(kind),
            code: None,
        }),
        peer: Peer::block(block("0.0.0.0/0")),
    };
    for (answer, expected) in [(0, Returns::Always), (8, Returns::Never)] {
        let (sample, left, right) = pair(vec![message(8)], vec![message(answer)]);
        let ends = (End::Place(left), End::Place(right));
        let round = sample.round(&Question::new(ends.0, ends.1, Protocol::Icmp, 0));
        assert!(round.there.arrives());
        assert_eq!(round.returns, expected);
    }
}

#[test]
fn a_place_that_calls_itself_meets_no_filter() {
    let mut sample = Sample::new();
    let segment = sample.segment("10.0.1.0/24");
    let group = sample.group(vec![], vec![]);
    let host = sample.interface(segment, "10.0.1.4", None, Role::Host, &[group]);
    let round = sample.ask(host, host, 80);
    assert_eq!(steps(&round.there), "leaves 10.0.1.4; arrives at 10.0.1.4");
    assert_eq!(round.returns, Returns::Always);
}

#[test]
fn what_to_look_at_is_the_rule_that_denies_or_else_the_filter() {
    let deny = vec![tcp(Action::Deny, "10.0.1.0/24", 443..=443)];
    for (inbound, expected) in [(deny, "filter/10.0.1.0/24"), (vec![], "list")] {
        let (sample, left, right) = pair(inbound, vec![]);
        let blocked = sample.ask(left, right, 443).there.outcome.unwrap_err();
        assert_eq!(blocked.origin.to_string(), expected);
    }
    let mut sample = Sample::new();
    let segment = sample.segment("10.0.1.0/24");
    let group = sample.group(vec![], vec![]);
    let left = sample.host(segment, "10.0.1.4", None);
    let right = sample.interface(segment, "10.0.1.5", None, Role::Host, &[group]);
    let blocked = sample.ask(left, right, 443).there.outcome.unwrap_err();
    assert_eq!(blocked.origin.to_string(), "group");
}
