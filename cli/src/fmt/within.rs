//! Which lines of a YAML text are inside of a value that began on an earlier
//! line, and at whose ends blanks may count. Alters nothing.

use drawbridge_core::template::{Form, Inside, Node, Source, Span};

/// What the values of a text say of one of its lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    /// It goes on with a value of an earlier line.
    pub(super) goes_on: bool,
    /// Blanks at its end may be a part of a value.
    pub(super) keeps_end: bool,
}

/// What the values of a text say of each of its lines, which end with `\n`.
pub(super) fn lines_within(source: &Source) -> Vec<Line> {
    let text = source.text.as_str();
    let ends = text.match_indices('\n').map(|(at, _)| at + 1);
    let starts: Vec<usize> = std::iter::once(0).chain(ends).collect();
    let mut marks = Marks {
        lines: vec![Line::default(); starts.len()],
        starts,
    };
    marks.node(&source.root);
    marks.lines
}

struct Marks {
    starts: Vec<usize>,
    lines: Vec<Line>,
}

impl Marks {
    fn node(&mut self, node: &Node) {
        match &node.inside {
            Inside::Nothing if node.form == Form::Block => self.block(node),
            Inside::Nothing => self.scalar(node.span),
            Inside::List(nodes) => {
                self.brackets(node);
                for node in nodes {
                    self.node(node);
                }
            }
            Inside::Map(entries) => {
                self.brackets(node);
                for entry in entries {
                    self.scalar(entry.key_span);
                    self.node(&entry.value);
                }
            }
        }
    }

    /// Blanks between brackets say nothing.
    fn brackets(&mut self, node: &Node) {
        if node.form == Form::Flow {
            let (first, last) = self.first_and_last(node.span);
            for line in self.lines.iter_mut().take(last + 1).skip(first + 1) {
                line.goes_on = true;
            }
        }
    }

    /// A text in quotes or without: its last line may have blanks behind it.
    fn scalar(&mut self, span: Span) {
        let (first, last) = self.first_and_last(span);
        for (place, line) in self.lines.iter_mut().enumerate().take(last + 1).skip(first) {
            line.goes_on |= place > first;
            line.keeps_end |= place < last;
        }
    }

    /// A text behind `|` or `>`: nothing of it may be lost but its first line's end.
    fn block(&mut self, node: &Node) {
        let (first, last) = self.first_and_last(node.span);
        for line in self.lines.iter_mut().take(last + 1).skip(first + 1) {
            line.goes_on = true;
            line.keeps_end = true;
        }
    }

    /// The numbers, from 0, of the lines of a span's first and last byte.
    fn first_and_last(&self, span: Span) -> (usize, usize) {
        let number = |byte: usize| self.starts.partition_point(|start| *start <= byte) - 1;
        let first = number(span.start);
        (first, number(span.end.saturating_sub(1)).max(first))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use drawbridge_core::template::read;

    #[test]
    fn lines_of_values_are_told_from_lines_that_begin_something() {
        let text =
            "A: 'x \n  y' \nB: [1,\n 2]\nC: |+\n  a \n\n\nD: >\n  b\n\nE: f\n g\nResources: {}\n";
        let template = read(text).unwrap().template;
        let lines = lines_within(template.source().unwrap());
        let shown = lines.iter().map(|it| match (it.goes_on, it.keeps_end) {
            (false, false) => '.',
            (false, true) => '>',
            (true, false) => '|',
            (true, true) => '#',
        });
        assert_eq!(shown.collect::<String>(), ">|.|.###.#.>|..");
    }
}
