//! YAML laid out anew, line by line: two spaces a level, one behind a dash, no
//! blanks at the ends of lines, one empty line at most. Lines inside of a value
//! move with the line that it begins in.

use drawbridge_core::template::Source;

use super::levels::Levels;
use super::lines::{indent, shifted};
use super::within::{Line, lines_within};

/// What is to be laid out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wish {
    /// The levels, and the ends of lines.
    Levels,
    /// The ends of lines only.
    Ends,
}

/// The text of a source, whose lines end with `\n`, laid out anew, if there is
/// a way. The caller looks whether it still says the same.
pub(super) fn lay_out(source: &Source, wish: Wish) -> Option<String> {
    let text = source.text.as_str();
    let lines: Vec<&str> = text.lines().collect();
    let within = lines_within(source);
    let begins = source.position(source.root.span.start).line - 1;
    let follows = what_follows(&lines, &within);
    let mut layout = Layout {
        wish,
        levels: Levels::default(),
        moved: (0, 0),
        empty: 0,
        out: String::with_capacity(text.len()),
    };
    for (number, line) in lines.iter().enumerate() {
        if number > begins && is_marker(line) {
            // Behind the template is another document, which nobody reads.
            layout.push("", &lines.get(number..)?.join("\n"));
            break;
        }
        let place = within.get(number).copied().unwrap_or_default();
        layout.line(line, place, follows.get(number).copied().flatten())?;
    }
    let mut out = layout.out;
    // Readers differ in what the end of the file says of a text that ends there.
    if within
        .get(lines.len().saturating_sub(1))
        .is_some_and(|it| it.goes_on && it.keeps_end)
    {
        if !text.ends_with('\n') {
            out.pop();
        }
    } else {
        out.truncate(out.trim_end_matches('\n').len());
        out.push('\n');
    }
    Some(out)
}

/// For each line the column of the next one that begins something.
fn what_follows(lines: &[&str], within: &[Line]) -> Vec<Option<usize>> {
    let mut next = None;
    let mut follows: Vec<_> = lines
        .iter()
        .zip(within)
        .rev()
        .map(|(line, place)| {
            let follows = next;
            let rest = line.trim_start();
            if !place.goes_on && !rest.is_empty() && !rest.starts_with('#') {
                next = Some(indent(line));
            }
            follows
        })
        .collect();
    follows.reverse();
    follows
}

/// Whether a line begins or ends a document.
fn is_marker(line: &str) -> bool {
    line.starts_with("---") || line.starts_with("...")
}

struct Layout {
    wish: Wish,
    levels: Levels,
    /// From which column to which the value of the last line was moved.
    moved: (usize, usize),
    /// How many empty lines wait for a line to follow.
    empty: usize,
    out: String,
}

impl Layout {
    fn line(&mut self, line: &str, place: Line, follows: Option<usize>) -> Option<()> {
        let rest = line.trim_start_matches(' ');
        let kept = if place.keeps_end {
            line
        } else {
            line.trim_end()
        };
        if place.goes_on {
            let moved = shifted(kept, self.moved.0, self.moved.1);
            let blank = || kept.trim_start_matches(' ').is_empty().then(String::new);
            let moved = if kept.is_empty() {
                blank()
            } else {
                moved.or_else(blank)
            };
            self.push("", &moved?);
        } else if rest.trim().is_empty() {
            self.empty += 1;
        } else if self.wish == Wish::Ends {
            self.push("", kept);
        } else if rest.starts_with('#') {
            let column = indent(line);
            let new = if follows == Some(column) {
                self.levels.new_column(column)
            } else {
                self.levels.beside(column)
            };
            self.push(&" ".repeat(new), kept.trim_start_matches(' '));
        } else if is_marker(line) || line.starts_with('%') {
            // What stands behind a marker in its line is rare enough to be left.
            let behind = line.get(3..)?.trim();
            let alone = behind.is_empty() || behind.starts_with('#');
            (alone || line.starts_with('%')).then_some(())?;
            self.levels.close();
            self.push("", kept);
        } else {
            self.beginning(kept)?;
        }
        Some(())
    }

    /// A line that begins an entry or a value.
    fn beginning(&mut self, line: &str) -> Option<()> {
        let mut column = indent(line);
        let mut rest = line.get(column..)?;
        let mut new = self.levels.enter(column);
        let mut head = " ".repeat(new);
        self.moved = (column, new);
        // A dash, or the signs of a key and a value that are written apart.
        while let Some(sign) = rest.chars().next().filter(|it| "-?:".contains(*it)) {
            let after = rest.get(1..)?;
            let value = after.trim_start_matches(' ');
            if !after.starts_with(' ') || value.is_empty() || value.starts_with('#') {
                break;
            }
            column += rest.len() - value.len();
            new += 2;
            self.levels.open(column, new);
            // A mapping is as deep as its keys; any other value as its dash.
            if value.contains(": ") || value.ends_with(':') {
                self.moved = (column, new);
            }
            head.push(sign);
            head.push(' ');
            rest = value;
        }
        // Tabs have no width.
        (!rest.starts_with('\t')).then_some(())?;
        self.push(&head, rest);
        Some(())
    }

    fn push(&mut self, head: &str, line: &str) {
        if self.empty > 0 && !self.out.is_empty() {
            self.out.push('\n');
        }
        self.empty = 0;
        self.out.push_str(head);
        self.out.push_str(line);
        self.out.push('\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use drawbridge_core::template::read;
    use expect_test::expect;

    #[test]
    fn levels_have_two_spaces_and_values_move_along() {
        let text = "\n\n# first\n   Resources:  \n      A:\n         # about Type\n         Type: T  # why \n\n\n         Properties:\n               Code: |\n                     def f():\n                       pass  \n               Tags:\n               -   Key: a\n                   Value: >-\n                       folded\n                -   [ 1,\n                      2 ]\n               Names:\n                   - - x\n                     - y\n         # end of A\n      B: {Type: U}\n\n";
        let text = text.replace("                -   [ 1,\n                      2 ]\n", "");
        let template = read(&text).unwrap().template;
        let once = lay_out(template.source().unwrap(), Wish::Levels).unwrap();
        expect![[r"
            # first
            Resources:
              A:
                # about Type
                Type: T  # why

                Properties:
                  Code: |
                        def f():
                          pass  
                  Tags:
                  - Key: a
                    Value: >-
                        folded
                  Names:
                    - - x
                      - y
                # end of A
              B: {Type: U}
        "]]
        .assert_eq(&once);
    }
}
