//! The text that is shown, with the places of resources and findings in it.
//! Knows nothing of the screen beyond rows.

use std::collections::BTreeMap;
use std::ops::Range;

use drawbridge_core::document::{Document, export, save};
use drawbridge_core::rules::{Finding, Severity};
use drawbridge_core::template::{LogicalId, PropertyPath, Span, Template, read};

use super::rows::{Row, row_of, rows};

/// A text in rows.
#[derive(Clone, Debug)]
pub(super) struct Shown {
    /// Tells it from the texts before.
    pub(super) number: u64,
    text: String,
    rows: Vec<Row>,
    /// The text read back, for the places in it.
    template: Option<Template>,
    /// The letters of the longest row.
    pub(super) columns: usize,
}

/// The findings of a row, in short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// The worst.
    pub(super) severity: Severity,
    /// What they say, line by line.
    pub(super) text: String,
}

impl Shown {
    pub(super) fn of(document: &Document, with_layout: bool, number: u64) -> Self {
        let text = if with_layout {
            save(document)
        } else {
            export(document)
        };
        let rows = rows(&text);
        let letters = |row: &Row| {
            text.get(row.start..row.end)
                .map_or(0, |row| row.chars().count())
        };
        let columns = rows.iter().map(letters).max().unwrap_or(0);
        let template = read(&text).ok().map(|reading| reading.template);
        Self {
            number,
            text,
            rows,
            template,
            columns,
        }
    }

    /// How many rows there are.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// A row and its text.
    pub(super) fn row(&self, index: usize) -> Option<(Row, &str)> {
        let row = *self.rows.get(index)?;
        Some((row, self.text.get(row.start..row.end)?))
    }

    /// The digits of the last line's number.
    pub(super) fn digits(&self) -> usize {
        self.rows.last().map_or(1, |row| row.line.to_string().len())
    }

    /// The rows of a resource.
    pub(super) fn rows_of(&self, id: &LogicalId) -> Option<Range<usize>> {
        let entry = self.template.as_ref()?.source()?.resource(id.as_str())?;
        let span = Span {
            start: entry.key_span.start,
            end: entry.value.span.end,
        };
        Some(self.rows_in(span))
    }

    /// The rows of a property, or of the nearest thing around it.
    pub(super) fn rows_of_property(
        &self,
        id: &LogicalId,
        path: &PropertyPath,
    ) -> Option<Range<usize>> {
        let span = self
            .template
            .as_ref()?
            .source()?
            .property_span(id.as_str(), path)?;
        Some(self.rows_in(span))
    }

    /// The resource that a row belongs to.
    pub(super) fn resource_at(&self, row: usize) -> Option<LogicalId> {
        let (row, text) = self.row(row)?;
        // Where the text of the row begins: the spaces before it belong to nothing.
        let byte = row.start + (text.len() - text.trim_start().len());
        let (id, _) = self.template.as_ref()?.source()?.resource_at(byte)?;
        Some(LogicalId::new(id))
    }

    /// The rows that findings point at.
    pub(super) fn marks(&self, findings: &[Finding]) -> BTreeMap<usize, Mark> {
        let mut marks: BTreeMap<usize, Mark> = BTreeMap::new();
        for finding in findings {
            let source = self.template.as_ref().and_then(Template::source);
            let Some(span) = source.and_then(|source| finding.span(source)) else {
                continue;
            };
            let rows = self.rows_in(span);
            let severity = finding.severity;
            marks
                .entry(rows.start)
                .and_modify(|mark| {
                    mark.severity = mark.severity.min(severity);
                    mark.text.push('\n');
                    mark.text.push_str(&finding.message.to_string());
                })
                .or_insert_with(|| Mark {
                    severity,
                    text: finding.message.to_string(),
                });
        }
        marks
    }

    fn rows_in(&self, span: Span) -> Range<usize> {
        row_of(&self.rows, span.start)..row_of(&self.rows, span.end.saturating_sub(1)) + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use drawbridge_core::document::open;

    const TEXT: &str = r#"{
  "Resources": {
    "A": {
      "Type": "T",
      "Properties": { "Size": 1 }
    },
    "B": { "Type": "T" }
  }
}
"#;

    fn shown() -> Shown {
        Shown::of(&open(TEXT).unwrap().document, false, 1)
    }

    #[test]
    fn a_resource_has_its_rows() {
        assert_eq!(shown().rows_of(&"A".into()), Some(2..6));
        assert_eq!(shown().rows_of(&"B".into()), Some(6..7));
        assert_eq!(shown().rows_of(&"C".into()), None);
        let size = shown().rows_of_property(&"A".into(), &"Size".into());
        assert_eq!(size, Some(4..5));
    }

    #[test]
    fn a_row_has_its_resource() {
        let shown = shown();
        let found: Vec<_> = (0..shown.len()).map(|row| shown.resource_at(row)).collect();
        let (a, b) = (Some("A".into()), Some("B".into()));
        let expected = [
            None,
            None,
            a.clone(),
            a.clone(),
            a.clone(),
            a,
            b,
            None,
            None,
        ];
        assert_eq!(found, expected);
    }
}
