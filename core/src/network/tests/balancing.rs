//! Load balancers: client to node, node to target.

use super::*;

/// A balancer called from outside on port 80, its node open to everyone; the
/// target listens on 8080 behind `target_rules`.
fn balanced(target_rules: Vec<Rule>, keeps_source: bool) -> (Sample, BalancerId) {
    let mut sample = Sample::new();
    let (front, inner) = (sample.segment("10.0.1.0/24"), sample.segment("10.0.2.0/24"));
    sample.routes(front, &[("0.0.0.0/0", Target::Through(sample.gateway))]);
    sample.routes(inner, &[]);
    let open = sample.group(anything(), anything());
    let node = sample.interface(front, "10.0.1.4", Some("203.0.113.4"), Role::Node, &[open]);
    let group = sample.group(target_rules, vec![]);
    let target = sample.interface(inner, "10.0.2.4", None, Role::Host, &[group]);
    let origin = Origin::whole("balancer");
    let backend = Backend {
        keeps_source,
        ..Backend::new(origin.at("/0"), Backing::Place(target), 8080)
    };
    let listener = Listener {
        origin: origin.clone(),
        protocol: Protocol::Tcp,
        port: 80,
        backends: vec![backend],
    };
    let balancer = Balancer {
        origin,
        nodes: vec![node],
        is_called_outside: true,
        is_filtered_inside: false,
        listeners: vec![listener],
    };
    let id = sample.network.add_balancer(balancer);
    (sample, id)
}

fn from_outside(sample: &Sample, id: BalancerId, port: u16) -> Answer {
    let ends = (End::Place(sample.outside), End::Balancer(id));
    ask(
        &sample.network,
        &Question::new(ends.0, ends.1, Protocol::Tcp, port),
    )
}

#[test]
fn the_whole_way_is_two_rounds() {
    let rules = vec![tcp(Action::Allow, "10.0.1.0/24", 8080..=8080)];
    let (sample, id) = balanced(rules, false);
    let answer = from_outside(&sample, id, 80);
    assert!(answer.arrives());
    assert_eq!(answer.returns(), Returns::Always);
    let path = answer.best().unwrap();
    assert_eq!(path.rounds.len(), 2);
    let way = "leaves 10.0.1.4; group outbound passes 8080; by table/10.0.0.0/16; \
               group inbound passes 8080; arrives at 10.0.2.4";
    assert_eq!(steps(&path.rounds[1].there), way);
}

#[test]
fn a_target_that_refuses_the_node_blocks_the_second_round() {
    let rules = vec![tcp(Action::Allow, "198.51.100.0/24", 8080..=8080)];
    let (sample, id) = balanced(rules, false);
    let answer = from_outside(&sample, id, 80);
    assert!(!answer.arrives());
    assert!(answer.paths[0].rounds[0].there.arrives());
    let cause = &answer.best().unwrap().blocked().unwrap().cause;
    assert!(matches!(
        cause,
        Cause::FilterDenied {
            direction: Direction::Inbound,
            ..
        }
    ));
}

#[test]
fn a_kept_source_is_judged_by_the_target_and_returns_through_the_node() {
    let rules = vec![tcp(Action::Allow, "198.51.100.0/24", 8080..=8080)];
    let (sample, id) = balanced(rules, true);
    let answer = from_outside(&sample, id, 80);
    assert!(answer.arrives());
    assert_eq!(answer.returns(), Returns::Always);
    let back = answer.paths[0].rounds[1].back.as_ref().unwrap();
    let way = "leaves 10.0.2.4; group outbound remembers; carried to 10.0.1.4; \
               group inbound remembers; arrives at 10.0.1.4";
    assert_eq!(steps(back), way);
}

#[test]
fn without_a_listener_for_the_port_nothing_is_taken() {
    let (sample, id) = balanced(vec![], false);
    let answer = from_outside(&sample, id, 81);
    assert_eq!(
        answer.best().unwrap().blocked().unwrap().cause,
        Cause::NoListener
    );
}

#[test]
fn a_node_that_keeps_the_source_still_counts_as_its_group() {
    let (mut sample, id) = balanced(vec![], true);
    let node = sample.network.balancer(id).unwrap().nodes[0];
    let front = sample.network.interface(node).unwrap().guards[0];
    let mut rule = tcp(Action::Allow, "0.0.0.0/0", 8080..=8080);
    rule.peer = Peer::Members(front);
    let Backing::Place(target) = sample.network.balancer(id).unwrap().listeners[0].backends[0].to
    else {
        panic!("a place");
    };
    let group = sample.network.interface(target).unwrap().guards[0];
    sample.network.set_rules(group, vec![rule], vec![]);
    assert_eq!(from_outside(&sample, id, 80).returns(), Returns::Always);
}

#[test]
fn a_balancer_without_nodes_or_targets_says_so() {
    let mut network = Network::default();
    let origin = Origin::whole("empty");
    let kind = PlaceKind::Outside(Outside {
        addresses: vec![ip("198.51.100.7")],
    });
    let outside = network.add_place(Place {
        origin: origin.clone(),
        kind,
    });
    let protocol = Protocol::Tcp;
    let backends = vec![];
    let listener = Listener {
        origin: origin.clone(),
        protocol,
        port: 80,
        backends,
    };
    let balancer = Balancer {
        origin,
        nodes: vec![],
        is_called_outside: true,
        is_filtered_inside: false,
        listeners: vec![listener],
    };
    let id = network.add_balancer(balancer);
    let ends = (End::Place(outside), End::Balancer(id));
    let answer = ask(&network, &Question::new(ends.0, ends.1, protocol, 80));
    let blocked = answer.best().unwrap().blocked().unwrap();
    assert_eq!(
        (blocked.origin.to_string().as_str(), &blocked.cause),
        ("empty", &Cause::NoTarget)
    );
}

#[test]
fn a_target_is_tried_only_from_the_nodes_that_use_it() {
    let (mut sample, id) = balanced(anything(), false);
    let mut balancer = sample.network.balancer(id).unwrap().clone();
    balancer.listeners[0].backends[0].nodes = Some(vec![]);
    let id = sample.network.add_balancer(balancer);
    let answer = from_outside(&sample, id, 80);
    let path = answer.best().unwrap();
    assert!(path.rounds[0].there.arrives());
    let cause = &path.blocked().unwrap().cause;
    assert!(matches!(cause, Cause::NoTargetHere(_)));
}

#[test]
fn a_kept_source_answered_from_another_segment_meets_the_lists_of_both() {
    let (mut sample, id) = balanced(anything(), true);
    let mut balancer = sample.network.balancer(id).unwrap().clone();
    let (closed, open) = ((anything(), vec![]), (anything(), anything()));
    for (lists, host, expected) in [
        (closed.clone(), "10.0.3.4", Returns::Never),
        (open, "10.0.3.5", Returns::Always),
    ] {
        let number = if expected == Returns::Never {
            "10.0.3.4/32"
        } else {
            "10.0.3.5/32"
        };
        let segment = sample.filtered(number, Some(lists));
        balancer.listeners[0].backends[0].to = Backing::Place(sample.host(segment, host, None));
        let id = sample.network.add_balancer(balancer.clone());
        assert_eq!(from_outside(&sample, id, 80).returns(), expected);
    }
}

#[test]
fn a_kept_source_answered_beside_the_node_meets_no_list() {
    let (mut sample, id) = balanced(anything(), true);
    let mut balancer = sample.network.balancer(id).unwrap().clone();
    let segment = sample.filtered("10.0.3.0/24", Some((anything(), vec![])));
    let node = sample.interface(segment, "10.0.3.4", Some("203.0.113.5"), Role::Node, &[]);
    balancer.nodes = vec![node];
    balancer.listeners[0].backends[0].to = Backing::Place(sample.host(segment, "10.0.3.5", None));
    let id = sample.network.add_balancer(balancer);
    let answer = from_outside(&sample, id, 80);
    assert_eq!(answer.paths[0].rounds[1].returns, Returns::Always);
}

#[test]
fn a_kept_source_whose_rounds_let_back_other_ports_is_never_answered() {
    for (low, is_never) in [(1024..=32767, true), (1024..=49151, false)] {
        let (mut sample, id) = balanced(anything(), true);
        let mut balancer = sample.network.balancer(id).unwrap().clone();
        let out = |ports| Some((anything(), vec![tcp(Action::Allow, "0.0.0.0/0", ports)]));
        let front = sample.filtered("10.0.3.0/24", out(low));
        sample.routes(front, &[("0.0.0.0/0", Target::Through(sample.gateway))]);
        let node = sample.interface(front, "10.0.3.4", Some("203.0.113.5"), Role::Node, &[]);
        let inner = sample.filtered("10.0.4.0/24", out(32768..=65535));
        let target = sample.host(inner, "10.0.4.4", None);
        balancer.nodes = vec![node];
        balancer.listeners[0].backends[0].to = Backing::Place(target);
        let id = sample.network.add_balancer(balancer);
        let answer = from_outside(&sample, id, 80);
        assert!(answer.arrives());
        assert_eq!(answer.returns() == Returns::Never, is_never);
    }
}

#[test]
fn a_target_may_be_called_by_another_address_or_family_or_by_somebody_else() {
    let (mut sample, id) = balanced(anything(), true);
    let mut balancer = sample.network.balancer(id).unwrap().clone();
    let segment = sample.segment("10.0.3.0/24");
    sample.routes(segment, &[]);
    let caller = sample.host(segment, "10.0.3.4", None);
    balancer.listeners[0].backends[0].keeps_source = false;
    balancer.listeners[0].backends[0].callers = vec![caller];
    let id = sample.network.add_balancer(balancer.clone());
    let answer = from_outside(&sample, id, 80);
    let call = answer.paths[0].rounds[1].call.clone().unwrap();
    assert_eq!((call.from, call.flow.source), (caller, ip("10.0.3.4")));
    balancer.listeners[0].backends[0].address = Some(ip("10.0.2.99"));
    let id = sample.network.add_balancer(balancer.clone());
    let answer = from_outside(&sample, id, 80);
    assert_eq!(
        answer.best().unwrap().blocked().unwrap().cause,
        Cause::NotDeliverable(ip("10.0.2.99"))
    );
    // Nobody here has an address of the wider family.
    balancer.listeners[0].backends[0].address = None;
    balancer.listeners[0].backends[0].family = Some(Family::V6);
    let id = sample.network.add_balancer(balancer);
    let answer = from_outside(&sample, id, 80);
    let cause = &answer.best().unwrap().blocked().unwrap().cause;
    assert_eq!(*cause, Cause::NoAddress(caller, Family::V6));
}
