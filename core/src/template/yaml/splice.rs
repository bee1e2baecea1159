//! Changes of a text by place, collected in any order. Knows no YAML.

use crate::sorting;

/// Changes that are yet to be made.
#[derive(Default)]
pub(super) struct Splices(Vec<Splice>);

struct Splice {
    start: usize,
    end: usize,
    text: String,
    /// What comes first of those at one place: parts of a value, then elements
    /// behind others, the innermost first, then elements before others.
    rank: (u8, usize),
}

impl Splices {
    /// Puts a part of a value at a place.
    pub(super) fn insert(&mut self, at: usize, text: String) {
        self.push(at, at, text, (0, 0));
    }

    /// Puts an element behind the one that ends at a place. `depth` says how
    /// many values it is inside of: what ends there too gets its own first.
    pub(super) fn insert_behind(&mut self, at: usize, text: String, depth: usize) {
        self.push(at, at, text, (1, usize::MAX - depth));
    }

    /// Puts an element before the one that begins at a place.
    pub(super) fn insert_before(&mut self, at: usize, text: String, depth: usize) {
        self.push(at, at, text, (2, depth));
    }

    /// Takes the bytes between two places away.
    pub(super) fn remove(&mut self, start: usize, end: usize) {
        self.replace(start, end, String::new());
    }

    /// Puts a text in place of the bytes between two places.
    pub(super) fn replace(&mut self, start: usize, end: usize, text: String) {
        let rank = if start < end { 3 } else { 0 };
        self.push(start, end, text, (rank, 0));
    }

    fn push(&mut self, start: usize, end: usize, text: String, rank: (u8, usize)) {
        if start < end || !text.is_empty() {
            self.0.push(Splice {
                start,
                end,
                text,
                rank,
            });
        }
    }

    /// The text with the changes made. Of two that overlap, both take their
    /// bytes away and both put their texts, the earlier place first.
    pub(super) fn apply(mut self, text: &str) -> String {
        sorting::sort_by_key(&mut self.0, |splice| (splice.start, splice.rank));
        let mut out = String::with_capacity(text.len() + 64);
        let mut at = 0;
        for splice in self.0 {
            out.push_str(text.get(at..splice.start).unwrap_or(""));
            out.push_str(&splice.text);
            at = splice.end.max(at);
        }
        out.push_str(text.get(at..).unwrap_or(""));
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_made_where_they_belong() {
        let mut splices = Splices::default();
        splices.remove(4, 6);
        splices.remove(3, 5);
        splices.insert(1, "-".to_owned());
        splices.replace(7, 8, "H".to_owned());
        assert_eq!(splices.apply("abcdefgh"), "a-bcgH");
    }

    #[test]
    fn at_one_place_the_innermost_ends_first() {
        let mut splices = Splices::default();
        splices.replace(1, 2, "7".to_owned());
        splices.insert_before(1, "6".to_owned(), 2);
        splices.insert_before(1, "5".to_owned(), 1);
        splices.insert_behind(1, "3".to_owned(), 1);
        splices.insert_behind(1, "2".to_owned(), 2);
        splices.insert_behind(1, "4".to_owned(), 1);
        splices.insert(1, "1".to_owned());
        assert_eq!(splices.apply("abc"), "a1234567c");
    }
}
