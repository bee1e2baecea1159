//! What must hold of the properties of a mapping together: at least one, no
//! two, one with another. Knows no value.

use super::Wrong;
use super::presence::{self, Presence};
use crate::schema::{Conditions, Shape};
use crate::template::{Evaluator, Map};

/// What does not hold of a mapping: the property that it is said of, if it is
/// one, and what is wrong.
pub(super) fn check(
    evaluator: &Evaluator<'_>,
    map: &Map,
    conditions: &Conditions,
) -> Vec<(Option<String>, Wrong)> {
    let mut together = Together {
        evaluator,
        map,
        found: Vec::new(),
    };
    together.conditions(conditions);
    // The data often say the same by several of their words.
    let mut found: Vec<(Option<String>, Wrong)> = Vec::new();
    for wrong in together.found {
        if !found.iter().any(|it| is_same(it, &wrong)) {
            found.push(wrong);
        }
    }
    found
}

fn is_same(one: &(Option<String>, Wrong), other: &(Option<String>, Wrong)) -> bool {
    match (&one.1, &other.1) {
        (Wrong::NoneOf(names), Wrong::NoneOf(others)) => {
            names.len() == others.len() && names.iter().all(|it| others.contains(it))
        }
        _ => one == other,
    }
}

struct Together<'a> {
    evaluator: &'a Evaluator<'a>,
    map: &'a Map,
    found: Vec<(Option<String>, Wrong)>,
}

impl Together<'_> {
    fn conditions(&mut self, conditions: &Conditions) {
        self.at_least_one(&conditions.at_least_one);
        self.exactly_one(&conditions.exactly_one);
        for (with, needed) in &conditions.needs {
            if self.presence(with) == Presence::There {
                let missing = needed.iter().filter(|it| self.is_absent(it));
                let missing: Vec<_> = missing.cloned().collect();
                let missing = missing.into_iter();
                let wrong = missing.map(|it| (Some(it), Wrong::NeededBy(with.clone())));
                self.found.extend(wrong);
            }
        }
        for (with, excluded) in &conditions.excludes {
            for other in excluded {
                self.exclusive(with, other);
            }
        }
        self.variants(&conditions.any_of);
        self.variants(&conditions.one_of);
        if let Some(names) = singles(&conditions.one_of) {
            self.no_two(&names);
        }
        for part in conditions.all_of.iter().filter(|it| says_only_names(it)) {
            for name in &part.required {
                if self.is_absent(name) {
                    self.found.push((Some(name.clone()), Wrong::Missing));
                }
            }
            if let Some(conditions) = &part.conditions {
                self.conditions(conditions);
            }
        }
    }

    /// At least one of the parts holds, where all of them only say which
    /// properties are required.
    fn variants(&mut self, parts: &[Shape]) {
        let is_plain = |part: &Shape| {
            !part.required.is_empty() && part.conditions.is_none() && says_only_names(part)
        };
        if parts.is_empty() || !parts.iter().all(is_plain) {
            return;
        }
        let holds = |part: &Shape| !part.required.iter().any(|it| self.is_absent(it));
        if !parts.iter().any(holds) {
            // What all parts want is said as missing, else what is wanted first.
            let mut names: Vec<String> = Vec::new();
            for part in parts {
                let absent = part.required.iter().find(|it| self.is_absent(it));
                names.extend(absent.filter(|it| !names.contains(it)).cloned());
            }
            self.found.push(match names.as_slice() {
                [name] => (Some(name.clone()), Wrong::Missing),
                _ => (None, Wrong::NoneOf(names)),
            });
        }
    }

    fn at_least_one(&mut self, names: &[String]) {
        if !names.is_empty() && names.iter().all(|it| self.is_absent(it)) {
            self.found.push((None, Wrong::NoneOf(names.to_vec())));
        }
    }

    fn exactly_one(&mut self, names: &[String]) {
        self.at_least_one(names);
        self.no_two(names);
    }

    fn no_two(&mut self, names: &[String]) {
        let there = |it: &&String| self.presence(it) == Presence::There;
        let there: Vec<_> = names.iter().filter(there).collect();
        if let [first, others @ ..] = there.as_slice() {
            let others = others.iter();
            let wrong = others.map(|it| (Some((*it).clone()), Wrong::ExcludedBy((*first).clone())));
            self.found.extend(wrong);
        }
    }

    /// Two properties exclude each other: said once, of the later one.
    fn exclusive(&mut self, with: &str, other: &str) {
        let both = [with, other].map(|it| self.presence(it));
        if both != [Presence::There; 2] {
            return;
        }
        let place = |name: &str| self.map.get_index_of(name);
        let (first, later) = if place(with) < place(other) {
            (with, other)
        } else {
            (other, with)
        };
        let wrong = (Some(later.to_owned()), Wrong::ExcludedBy(first.to_owned()));
        self.found.push(wrong);
    }

    fn presence(&self, name: &str) -> Presence {
        presence::of(self.evaluator, self.map, name)
    }

    fn is_absent(&self, name: &str) -> bool {
        self.presence(name) == Presence::Absent
    }
}

/// The names, where each part is one required property and nothing else.
fn singles(parts: &[Shape]) -> Option<Vec<String>> {
    let name = |part: &Shape| match part.required.as_slice() {
        [name] if part.conditions.is_none() && says_only_names(part) => Some(name.clone()),
        _ => None,
    };
    parts.iter().map(name).collect()
}

/// Whether a part says nothing of the properties' values.
fn says_only_names(part: &Shape) -> bool {
    part.properties.is_empty() && part.same.is_none() && part.named.is_empty()
}
