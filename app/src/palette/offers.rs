//! What the palette shows for a search, group by group. Knows no control.

use drawbridge_core::catalogue::{Category, Entry, Form, Shape, entry, forms};
use drawbridge_core::schema::Schemas;

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
    let mut groups: Vec<Group> = Category::ALL
        .iter()
        .map(|category| of_category(*category, wanted))
        .collect();
    if !wanted.is_empty() {
        groups.push(others(wanted, schemas));
    }
    groups.retain(|group| !group.first.is_empty());
    groups
}

fn of_category(category: Category, wanted: &str) -> Group {
    let fits = |form: &Form| {
        let entry = form.entry;
        entry.category == category
            && [form.label(), entry.word, entry.kind, form.summary()]
                .iter()
                .any(|text| text.to_lowercase().contains(wanted))
    };
    let entries: Vec<Form> = forms().filter(fits).collect();
    // What joins others is drawn from one to the other, and so comes last.
    let (lines, things): (Vec<_>, Vec<_>) =
        entries.into_iter().partition(|form| is_line(form.entry));
    let all = things.into_iter().chain(lines);
    let mut first: Vec<Offer> = all.map(Offer::of).collect();
    let rest = if wanted.is_empty() && first.len() > FIRST + 1 {
        first.split_off(FIRST)
    } else {
        Vec::new()
    };
    Group {
        label: category.label(),
        first,
        rest,
        hidden: 0,
    }
}

fn is_line(entry: &Entry) -> bool {
    entry.shape == Shape::Arrow || entry.ends.is_some()
}

/// The types without an entry whose name has the text.
fn others(wanted: &str, schemas: &Schemas) -> Group {
    // "lambda layer" finds AWS::Lambda::LayerVersion.
    let words: Vec<&str> = wanted.split_whitespace().collect();
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
    fn without_a_search_the_first_of_each_category_show() {
        let all = groups("", &Schemas::default());
        assert!(all.iter().all(|group| group.first.len() <= FIRST + 1));
        assert_eq!(all[0].first[0].label, "VPC");
    }
}
