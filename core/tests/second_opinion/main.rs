//! A second, simpler opinion on who reaches whom: single packets with real
//! ports, walked hop by hop. It shares the lowered network with the engine, and
//! neither its walk nor its sets. Both must say the same.

#![expect(
    clippy::unwrap_used,
    reason = "whatever is missing is to fail the test"
)]

mod comparing;
mod designs;
mod dice;
mod filters;
mod gateways;
mod map;
mod opinion;
mod packet;
mod walker;
mod ways;

use std::collections::BTreeMap;
use std::fs;

use comparing::{Case, Compared, matters};
use opinion::Back;
use proptest::prelude::*;

/// The designs of all scenarios, by title.
fn scenarios() -> Vec<(String, String)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/scenarios");
    let mut designs = Vec::new();
    for file in fs::read_dir(folder).unwrap() {
        let text = fs::read_to_string(file.unwrap().path()).unwrap();
        for scenario in format!("\n{text}").split("\n== ").skip(1) {
            let (title, body) = scenario.split_once('\n').unwrap();
            let lines = body.lines().filter(|line| !line.starts_with("? "));
            let lines: Vec<&str> = lines.collect();
            if !lines.iter().any(|line| line.starts_with("sample ")) {
                designs.push((title.to_owned(), lines.join("\n")));
            }
        }
    }
    designs.sort();
    designs
}

/// Asks both for every pair of ends of a design.
fn compare_all(text: &str, ports: &[u16], mut note: impl FnMut(Compared)) {
    let case = Case::of(text);
    let thinker = case.thinker();
    let ends = case.ends();
    for from in ends.iter().filter(|it| !it.ends_with("@public")) {
        for to in &ends {
            for matter in matters(ports, case.has_six()) {
                note(case.compare(&thinker, &format!("{from} -> {to} {matter}")));
            }
        }
    }
}

#[test]
fn both_opinions_agree_on_every_pair_of_ends_of_every_scenario() {
    let mut wrong = Vec::new();
    for (title, text) in scenarios() {
        compare_all(&text, &[80, 443], |it| {
            if let Some(other) = it.other {
                wrong.push(format!(
                    "{title}: {}\n   {:?}\n   {other}",
                    it.asked, it.opinion
                ));
            }
        });
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.join("\n"), wrong.len());
}

/// How many choices a design takes at most.
const ROLLS: usize = 420;

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, max_shrink_iters: 400, ..ProptestConfig::default() })]

    #[test]
    fn both_opinions_agree_on_random_designs(rolls in prop::collection::vec(any::<u16>(), ROLLS)) {
        let text = designs::draw(&rolls);
        let mut wrong = None;
        compare_all(&text, &[80], |it| {
            if let (Some(other), None) = (&it.other, &wrong) {
                wrong = Some(format!("{}\n{:?}\n{other}", it.asked, it.opinion));
            }
        });
        prop_assert!(wrong.is_none(), "{}\nin\n{text}", wrong.unwrap_or_default());
    }
}

/// The same numbers every time, without a crate for them.
fn rolls(seed: usize) -> Vec<u16> {
    let mut state = u64::try_from(seed).unwrap();
    let mut next = || {
        state = state
            .wrapping_mul(0x5851_F42D_4C95_7F2D)
            .wrapping_add(0x1405_7B7E_F767_814F);
        u16::try_from(state >> 48).unwrap()
    };
    // The first numbers of neighboring seeds are alike.
    next();
    next();
    (0..ROLLS).map(|_| next()).collect()
}

/// How often each verdict and reason is met in so many designs, the questions
/// that were asked, and where the two differ.
fn census(designs: usize) -> (BTreeMap<String, usize>, usize, Vec<String>) {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let (mut asked, mut wrong) = (0, Vec::new());
    for seed in 0..designs {
        let text = designs::draw(&rolls(seed));
        compare_all(&text, &[80], |it| {
            asked += 1;
            let opinion = it.opinion;
            let verdict = match (opinion.forward, opinion.back) {
                (false, _) => "no".to_owned(),
                (true, back) => format!("yes {back:?}"),
            };
            let why = if (opinion.forward, opinion.back) == (true, Back::Always) {
                ""
            } else {
                opinion.why
            };
            *counts.entry(format!("{verdict}: {why}")).or_default() += 1;
            if !it.is_settled {
                *counts.entry("(not settled)".to_owned()).or_default() += 1;
            }
            if let Some(other) = it.other {
                wrong.push(format!(
                    "seed {seed}: {}\n   {opinion:?}\n   {other}",
                    it.asked
                ));
            }
        });
    }
    (counts, asked, wrong)
}

#[test]
#[ignore = "many designs, by hand: SECOND_OPINION_DESIGNS says how many"]
fn both_opinions_agree_on_many_designs() {
    let designs = std::env::var("SECOND_OPINION_DESIGNS");
    let designs = designs.map_or(1000, |it| it.parse().unwrap());
    let (counts, asked, wrong) = census(designs);
    println!("{asked} questions of {designs} designs: {counts:#?}");
    assert!(wrong.is_empty(), "{}\n{}", wrong.join("\n"), wrong.len());
}
