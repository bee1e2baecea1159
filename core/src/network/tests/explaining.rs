//! Every cause along a way, as if the ones before it were mended.

use super::FilterKind::{Stateful, Stateless};
use super::*;

fn causes(stops: &[Stop]) -> Vec<&Cause> {
    stops.iter().map(|stop| &stop.blocked.cause).collect()
}

fn explained(sample: &Sample, from: PlaceId, to: PlaceId) -> Explained {
    let question = Question::new(End::Place(from), End::Place(to), Protocol::Tcp, 80);
    let answer = ask(&sample.network, &question);
    explain(&sample.network, &question, answer.best().unwrap()).remove(0)
}

#[test]
fn what_passes_has_no_cause() {
    let mut sample = Sample::new();
    let segment = sample.segment("10.0.1.0/24");
    let [one, two] = ["10.0.1.4", "10.0.1.5"].map(|own| sample.host(segment, own, None));
    let explained = explained(&sample, one, two);
    assert!(explained.there_stops.is_empty() && explained.back_stops.is_empty());
    assert!(explained.back.unwrap().arrives());
}

#[test]
fn every_filter_in_the_way_is_told_there_and_back() {
    let mut sample = Sample::new();
    let closed = || Some((vec![], vec![]));
    let one = sample.filtered("10.0.1.0/24", closed());
    let two = sample.filtered("10.0.2.0/24", closed());
    sample.routes_of(one, &[]);
    sample.routes_of(two, &[]);
    let none = sample.group(vec![], vec![]);
    let near = sample.interface(one, "10.0.1.4", None, Role::Host, &[none]);
    let far = sample.interface(two, "10.0.2.4", None, Role::Host, &[none]);
    let explained = explained(&sample, near, far);
    let by = |stops: &[Stop]| -> Vec<FilterKind> {
        let by = causes(stops).into_iter().map(|cause| match cause {
            Cause::FilterDenied { by, .. } => *by,
            other => panic!("{other:?}"),
        });
        by.collect()
    };
    assert_eq!(
        by(&explained.there_stops),
        [
            Stateful(near),
            Stateless(one),
            Stateless(two),
            Stateful(far)
        ]
    );
    assert_eq!(by(&explained.back_stops), [Stateless(two), Stateless(one)]);
}

#[test]
fn without_a_route_the_likely_one_is_followed() {
    let mut sample = Sample::new();
    let segment = sample.filtered("10.0.1.0/24", Some((anything(), vec![])));
    sample.routes_of(segment, &[]);
    let host = sample.host(segment, "10.0.1.4", None);
    let explained = explained(&sample, host, sample.outside);
    let causes = causes(&explained.there_stops);
    assert!(
        matches!(
            causes[..],
            [
                Cause::FilterDenied { .. },
                Cause::NoRoute { .. },
                Cause::NoTranslation { .. }
            ]
        ),
        "{causes:?}"
    );
}

#[test]
fn who_has_no_outside_address_may_have_closed_filters_too() {
    let mut sample = Sample::new();
    let segment = sample.filtered("10.0.1.0/24", Some((vec![], anything())));
    sample.routes_of(segment, &[]);
    let none = sample.group(vec![], anything());
    let host = sample.interface(segment, "10.0.1.4", None, Role::Host, &[none]);
    let explained = explained(&sample, sample.outside, host);
    let causes = causes(&explained.there_stops);
    assert!(
        matches!(
            causes[..],
            [
                Cause::NoOutsideAddress(_),
                Cause::FilterDenied { .. },
                Cause::FilterDenied { .. }
            ]
        ),
        "{causes:?}"
    );
    // And nothing would leave.
    assert!(matches!(
        explained.back_stops[0].blocked.cause,
        Cause::NoRoute { .. }
    ));
}
