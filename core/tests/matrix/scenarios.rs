//! The matrix of every scenario says what questions say: so whatever a scenario
//! shows, the matrix knows too.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use drawbridge_core::fixture::design;
use drawbridge_core::lower::Lowered;
use drawbridge_core::lower::survey::Survey;
use drawbridge_core::network::{Family, Protocol};
use drawbridge_core::reach::{Cell, Matrix};

use super::{are_one, compare, ends, is_outside_alone};

#[test]
fn the_matrix_of_every_scenario_says_what_questions_say() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios");
    let files = fs::read_dir(folder).unwrap();
    let mut files: Vec<PathBuf> = files.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut checked = 0;
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        for scenario in text.split("\n== ") {
            let (_, body) = scenario.split_once('\n').unwrap();
            let lines = body.lines().filter(|line| !line.starts_with("? "));
            let lines: Vec<&str> = lines.filter(|line| !line.trim().is_empty()).collect();
            // The samples are documents of their own.
            if !lines.iter().any(|line| line.starts_with("sample ")) {
                check(&lines.join("\n"));
                checked += 1;
            }
        }
    }
    assert!(checked >= 100, "only {checked} scenarios");
}

fn check(text: &str) {
    let lowered = Lowered::of(&Survey::of(&design(text)));
    let matrix = Matrix::of(&lowered);
    let classes = || matrix.classes.iter().enumerate();
    let mut places = lowered.network.places();
    let has_six = places.any(|(_, place)| {
        let interface = place.interface();
        interface.is_some_and(|it| it.address(Family::V6).is_some())
    });
    // A family in which nobody has an address has no cells.
    let families = if has_six {
        &[(Family::V4, Protocol::Icmp), (Family::V6, Protocol::Icmpv6)][..]
    } else {
        &[(Family::V4, Protocol::Icmp)]
    };
    for (from, opener) in classes() {
        for (to, taker) in classes() {
            let cells: Vec<&Cell> = matrix.cell(from, to).collect();
            for &(family, echo) in families {
                for protocol in [Protocol::Tcp, Protocol::Udp, echo] {
                    let cells = cells.iter();
                    let mut cells =
                        cells.filter(|it| (it.family, it.protocol) == (family, protocol));
                    let cell = cells.next().copied();
                    let ports = borders(protocol, cell);
                    for from_end in ends(opener) {
                        for to_end in ends(taker) {
                            let ends = (&from_end, &to_end);
                            let is_one = are_one(&lowered, &from_end, &to_end);
                            if !is_one && !is_outside_alone(ends) {
                                compare(&lowered, (family, protocol), ends, (cell, &ports), text);
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Ports on both sides of every border of a cell, and two that are usual.
fn borders(protocol: Protocol, cell: Option<&Cell>) -> BTreeSet<u16> {
    if !protocol.has_ports() {
        return [0].into();
    }
    let mut ports: BTreeSet<u16> = [80, 443].into();
    for set in cell
        .iter()
        .flat_map(|it| [&it.ports, &it.sometimes, &it.unanswered, &it.unsettled])
    {
        for interval in set.intervals() {
            let (first, last) = (*interval.start(), *interval.end());
            ports.extend([first.saturating_sub(1), first, last, last.saturating_add(1)]);
        }
    }
    ports
}
