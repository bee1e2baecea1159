//! Whatever the network, a walk ends, and what it says fits together.

use super::*;
use proptest::prelude::*;

/// How one segment is made: where its default route leads, what its interfaces
/// do, which of them are known outside, and what its filter lets out.
#[derive(Debug, Clone)]
struct Made {
    route: Option<usize>,
    roles: [u8; 2],
    is_known: [bool; 2],
    open: Option<std::ops::RangeInclusive<u16>>,
}

fn made() -> impl Strategy<Value = Made> {
    let open = prop_oneof![Just(1024..=65535_u16), Just(32768..=65535), Just(443..=443)];
    let parts = (
        prop::option::of(0_usize..10),
        any::<[bool; 2]>(),
        prop::option::of(open),
    );
    (parts, [0_u8..4, 0_u8..4]).prop_map(|((route, is_known, open), roles)| Made {
        route,
        roles,
        is_known,
        open,
    })
}

fn built(made: &[Made]) -> (Sample, Vec<PlaceId>) {
    let mut sample = Sample::new();
    let mut ends = vec![sample.outside];
    let mut segments = Vec::new();
    for (number, made) in made.iter().enumerate() {
        let rules = made.open.clone().map(|open| {
            let inbound = anything();
            (inbound, vec![tcp(Action::Allow, "0.0.0.0/0", open)])
        });
        let segment = sample.filtered(&format!("10.0.{number}.0/24"), rules);
        segments.push(segment);
        for (host, (role, is_known)) in made.roles.iter().zip(made.is_known).enumerate() {
            let own = format!("10.0.{number}.{}", host + 4);
            let known = is_known.then(|| format!("203.0.113.{}", number * 2 + host));
            let place = match role {
                0 => sample.translator(segment, &own, known.as_deref()),
                1 => sample.interface(segment, &own, known.as_deref(), Role::Forwarder, &[]),
                _ => sample.host(segment, &own, known.as_deref()),
            };
            ends.push(place);
        }
    }
    // Every place, the outside included, may stand in a route; one past the
    // last is no place at all.
    for (made, segment) in made.iter().zip(segments) {
        let target = made.route.map(|place| Target::Through(PlaceId(place)));
        let lines: Vec<_> = target
            .into_iter()
            .map(|target| ("0.0.0.0/0", target))
            .collect();
        sample.routes(segment, &lines);
    }
    (sample, ends)
}

proptest! {
    #[test]
    fn a_walk_ends_and_its_verdict_fits_its_hops(
        made in prop::collection::vec(made(), 1..4),
        from in any::<prop::sample::Index>(),
        to in any::<prop::sample::Index>(),
    ) {
        let (sample, ends) = built(&made);
        let (from, to) = (*from.get(&ends), *to.get(&ends));
        let round = sample.ask(from, to, 443);
        let last = round.there.hops.last().map(|hop| hop.step.clone());
        prop_assert_ne!(round.there.cause(), Some(&Cause::TooManyHops));
        prop_assert_eq!(round.there.arrives(), round.back.is_some());
        if round.there.arrives() {
            prop_assert_eq!(last, Some(Step::Delivered(to)));
            prop_assert!(Islands::of(&sample.network).are_joined(from, to));
        }
        let is_back = round.back.as_ref().is_some_and(Trace::arrives);
        prop_assert_eq!(is_back, round.returns != Returns::Never);
    }

    #[test]
    fn fewer_client_ports_never_turn_an_answer_that_returns_into_one_that_may_not(
        made in prop::collection::vec(made(), 1..4),
        from in any::<prop::sample::Index>(),
        to in any::<prop::sample::Index>(),
        port in 1024_u16..,
    ) {
        let (sample, ends) = built(&made);
        let ends = (End::Place(*from.get(&ends)), End::Place(*to.get(&ends)));
        let mut question = Question::new(ends.0, ends.1, Protocol::Tcp, 443);
        let wide = sample.round(&question).returns;
        question.client_ports = PortSet::single(port);
        let narrow = sample.round(&question).returns;
        match wide {
            Returns::Always => prop_assert_eq!(narrow, Returns::Always),
            Returns::Never => prop_assert_eq!(narrow, Returns::Never),
            Returns::Sometimes { .. } => {}
        }
    }
}
