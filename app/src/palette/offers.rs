//! What the palette shows for a search, group by group. Knows no control.

use std::cmp::Reverse;

use drawbridge_core::catalogue::{Category, Entry, Form, Shape, entry, forms};
use drawbridge_core::schema::Schemas;
use drawbridge_core::sorting::sort_by_key;

use crate::workspace::Offer;

/// How many kinds a group shows before it is asked for all.
const FIRST: usize = 8;

/// How many types without an entry are shown at once.
const MOST_PLAIN: usize = 30;

/// A group of the palette.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Group {
    /// Its heading.
    pub(super) label: &'static str,
    /// What is shown at once.
    pub(super) first: Vec<Offer>,
    /// What is shown when all is asked for.
    pub(super) rest: Vec<Offer>,
    /// How many more there are that only a longer search shows.
    pub(super) hidden: usize,
}

/// The groups that have something for a search, in lower case; all without one.
pub(super) fn groups(wanted: &str, schemas: &Schemas) -> Vec<Group> {
    let words: Vec<&str> = wanted.split_whitespace().collect();
    let mut ranked: Vec<([usize; 3], Group)> = Category::ALL
        .iter()
        .map(|category| of_category(*category, &words))
        .collect();
    // The group with the best hits first; without a search all are equal.
    sort_by_key(&mut ranked, |(hits, _)| hits.map(Reverse));
    let mut groups: Vec<Group> = ranked.into_iter().map(|(_, group)| group).collect();
    if !words.is_empty() {
        groups.push(others(&words, schemas));
    }
    groups.retain(|group| !group.first.is_empty());
    groups
}

/// The group of a category, and how many hits it has by how good they are.
fn of_category(category: Category, wanted: &[&str]) -> ([usize; 3], Group) {
    let all = forms().filter(|form| form.entry.category == category);
    let mut found: Vec<(usize, Form)> = all
        .filter_map(|form| Some((rank(&form, wanted)?, form)))
        .collect();
    let mut hits = [0; 3];
    for (rank, _) in found.iter().filter(|_| !wanted.is_empty()) {
        if let Some(count) = hits.get_mut(*rank) {
            *count += 1;
        }
    }
    // What joins others is drawn from one to the other, and so comes last.
    sort_by_key(&mut found, |(rank, form)| (*rank, is_line(form.entry)));
    let mut first: Vec<Offer> = found.iter().map(|(_, form)| Offer::of(*form)).collect();
    let rest = if wanted.is_empty() && first.len() > FIRST + 1 {
        first.split_off(FIRST)
    } else {
        Vec::new()
    };
    let group = Group {
        label: category.label(),
        first,
        rest,
        hidden: 0,
    };
    (hits, group)
}

/// How far from its name a kind has all words: 0 in the name or as its
/// initials, 1 in what AWS or the catalogue calls it, 2 in what it is for.
fn rank(form: &Form, wanted: &[&str]) -> Option<usize> {
    let entry = form.entry;
    let label = form.label().to_lowercase();
    let initials: String = label
        .split([' ', '-'])
        .filter_map(|it| it.chars().next())
        .collect();
    let names = [entry.label, entry.word, entry.kind, entry.category.label()];
    let names = names.map(str::to_lowercase);
    let summary = form.summary().to_lowercase();
    let of_word = |word: &&str| {
        if label.contains(word) || initials == **word {
            Some(0)
        } else if names.iter().any(|name| name.contains(word)) {
            Some(1)
        } else {
            summary.contains(word).then_some(2)
        }
    };
    wanted
        .iter()
        .try_fold(0, |worst: usize, word| Some(worst.max(of_word(word)?)))
}

fn is_line(entry: &Entry) -> bool {
    entry.shape == Shape::Arrow || entry.ends.is_some()
}

/// The types without an entry whose name has the text.
fn others(words: &[&str], schemas: &Schemas) -> Group {
    // "lambda layer" finds AWS::Lambda::LayerVersion.
    let fits = |kind: &&str| {
        let name = kind.to_lowercase();
        words.iter().all(|word| name.contains(word)) && entry(kind).is_none()
    };
    let mut found: Vec<&str> = schemas.names().filter(fits).collect();
    let hidden = found.len().saturating_sub(MOST_PLAIN);
    found.truncate(MOST_PLAIN);
    Group {
        label: "All other types",
        first: found.into_iter().map(Offer::plain).collect(),
        rest: Vec::new(),
        hidden,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(wanted: &str) -> Vec<String> {
        let schemas = Schemas::default().with_names("AWS::IoT::Thing\nAWS::EC2::Subnet\n");
        let groups = groups(wanted, &schemas);
        let offers = groups.into_iter().flat_map(|group| group.first);
        offers.map(|offer| offer.label).collect()
    }

    #[test]
    fn a_search_finds_kinds_by_words_of_theirs_and_other_types_by_name() {
        assert_eq!(shown("aws::ec2::subnet")[0], "Subnet");
        assert_eq!(shown("iot thing"), ["IoT::Thing"]);
        assert_eq!(shown("no such thing"), [""; 0]);
    }

    #[test]
    fn words_are_found_apart_and_names_come_before_descriptions() {
        let endpoints = shown("vpc endpoint");
        assert!(
            endpoints.contains(&"Gateway endpoint".to_owned()),
            "{endpoints:?}"
        );
        assert!(endpoints.contains(&"Interface endpoint".to_owned()));
        assert_eq!(shown("load balancer")[0], "Application Load Balancer");
        assert_eq!(shown("alb")[0], "Application Load Balancer");
        assert_eq!(shown("security group")[0], "Security group");
    }

    #[test]
    fn without_a_search_the_first_of_each_category_show() {
        let all = groups("", &Schemas::default());
        assert!(all.iter().all(|group| group.first.len() < 10));
        assert!(all[0].rest.len() > 10);
        assert_eq!(all[0].first[0].label, "VPC");
    }
}
