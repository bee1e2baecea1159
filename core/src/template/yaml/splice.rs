//! Changes of a text by place, collected in any order. Knows no YAML.

use crate::sorting;

/// Changes that are yet to be made.
#[derive(Default)]
pub(super) struct Splices(Vec<Splice>);

struct Splice {
    start: usize,
    end: usize,
    text: String,
}

impl Splices {
    /// Puts a text at a place.
    pub(super) fn insert(&mut self, at: usize, text: String) {
        self.replace(at, at, text);
    }

    /// Takes the bytes between two places away.
    pub(super) fn remove(&mut self, start: usize, end: usize) {
        self.replace(start, end, String::new());
    }

    /// Puts a text in place of the bytes between two places.
    pub(super) fn replace(&mut self, start: usize, end: usize, text: String) {
        if start < end || !text.is_empty() {
            self.0.push(Splice { start, end, text });
        }
    }

    /// The text with the changes made. Of two that overlap, both take their
    /// bytes away and both put their texts, the earlier place first.
    pub(super) fn apply(mut self, text: &str) -> String {
        sorting::sort_by_key(&mut self.0, |splice| splice.start);
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
}
