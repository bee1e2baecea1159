//! A text cut into the rows that are shown: its lines, very long ones in
//! several pieces, so that a template on a single line can be read too. Knows
//! nothing of the screen.

use super::tokens::tokens;

/// How many bytes a row has before it is cut at the next mark.
const LONG: usize = 240;

/// A row: which line it belongs to, and which bytes of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// The number of the line, from 1.
    pub(super) line: usize,
    /// Whether it is the first of its line.
    pub(super) is_first: bool,
    /// Its first byte.
    pub(super) start: usize,
    /// Behind its last byte, the line's end left out.
    pub(super) end: usize,
}

/// The rows of a text; at least one.
pub(super) fn rows(text: &str) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut start = 0;
    for (index, line) in text.split('\n').enumerate() {
        let line_number = index + 1;
        let next = start + line.len() + 1;
        let shown = line.strip_suffix('\r').unwrap_or(line);
        let mut row = Row {
            line: line_number,
            is_first: true,
            start,
            end: start,
        };
        if shown.len() > LONG {
            for token in tokens(shown) {
                row.end += token.text.len();
                if row.end - row.start >= LONG && row.end < start + shown.len() {
                    rows.push(row);
                    row = Row {
                        is_first: false,
                        start: row.end,
                        ..row
                    };
                }
            }
        }
        row.end = start + shown.len();
        rows.push(row);
        start = next;
    }
    // Behind the line end that every text file has stands no line.
    if rows.len() > 1 && text.ends_with('\n') {
        rows.pop();
    }
    rows
}

/// The place of the row that holds a byte.
pub(super) fn row_of(rows: &[Row], byte: usize) -> usize {
    rows.partition_point(|row| row.start <= byte)
        .saturating_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_a_line_without_its_end() {
        let text = "{\r\n  1\n}\n";
        let shown: Vec<_> = rows(text)
            .iter()
            .map(|row| &text[row.start..row.end])
            .collect();
        assert_eq!(shown, ["{", "  1", "}"]);
        assert_eq!(rows("").len(), 1);
    }

    #[test]
    fn a_long_line_is_cut_between_its_tokens() {
        let line = format!("[{}]", vec![r#""some text""#; 100].join(", "));
        let rows = rows(&line);
        assert!(rows.len() > 3);
        assert_eq!(rows.iter().filter(|row| row.is_first).count(), 1);
        let shown: String = rows.iter().map(|row| &line[row.start..row.end]).collect();
        assert_eq!(shown, line);
        assert!(
            rows.iter()
                .all(|row| line[row.start..row.end].matches('"').count() % 2 == 0)
        );
    }

    #[test]
    fn every_byte_is_in_its_row() {
        let text = "ab\ncd\n\nef";
        let rows = rows(text);
        let found: Vec<_> = (0..text.len()).map(|byte| row_of(&rows, byte)).collect();
        assert_eq!(found, [0, 0, 0, 1, 1, 1, 2, 3, 3]);
    }
}
