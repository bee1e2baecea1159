//! Answers, exposure and matrix as Markdown, for a ticket or a page. Asks
//! nothing: it is given what was found.

use std::fmt::Write;

use super::verdict::{heading, headline, remark};
use super::{Answer, Direction, Question};

/// A line of a list of what is reached or leaves.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Who.
    pub resource: String,
    /// What: `tcp 443`, or the address that it leaves by.
    pub traffic: String,
    /// Through what, in order; may be empty.
    pub through: String,
}

/// Question and answer.
// Writing into a text does not fail.
pub fn answer(question: &Question, answer: &Answer) -> String {
    let mut text = format!("**{}**", headline(question, answer));
    let remark = remark(answer);
    if !remark.is_empty() {
        text.extend([" ", &remark]);
    }
    text.push('\n');
    for direction in [Direction::There, Direction::Back] {
        let hops = answer.path.iter().filter(|hop| hop.direction == direction);
        let hops: Vec<_> = hops.map(|hop| &hop.what).collect();
        let blocked = answer.blocked.iter();
        let blocked: Vec<_> = blocked.filter(|it| it.direction == direction).collect();
        if hops.is_empty() && blocked.is_empty() {
            continue;
        }
        let _ = writeln!(text, "\n{}:\n", heading(direction));
        for (index, what) in hops.iter().enumerate() {
            let _ = writeln!(text, "{}. {what}", index + 1);
        }
        for (index, blocked) in blocked.iter().enumerate() {
            let number = hops.len() + index + 1;
            let (code, sentence) = (blocked.code.as_str(), &blocked.sentence);
            let _ = writeln!(text, "{number}. **Blocked** (`{code}`): {sentence}");
        }
    }
    if !answer.assumptions.is_empty() {
        text += "\nAssumed:\n\n";
        for assumption in &answer.assumptions {
            let _ = writeln!(text, "- {assumption}");
        }
    }
    let _ = writeln!(text, "\n`{question}`");
    text
}

/// What the Internet reaches, what leaves to it, and of what the design does not
/// settle whether it passes: there `through` is the reason.
pub fn exposure(reached: &[Line], leaving: &[Line], unsettled: &[Line]) -> String {
    let mut text = "## The Internet reaches\n\n".to_owned();
    if reached.is_empty() {
        text += "Nothing.\n";
    } else {
        table(&mut text, ["Resource", "Traffic", "Through"], reached);
    }
    if !leaving.is_empty() {
        text += "\n## What leaves to the Internet\n\n";
        table(&mut text, ["Resource", "As", "Through"], leaving);
    }
    if !unsettled.is_empty() {
        text += "\n## What the design does not settle\n\n";
        table(&mut text, ["Resource", "Traffic", "Why"], unsettled);
    }
    text
}

fn table(text: &mut String, head: [&str; 3], lines: &[Line]) {
    row(text, head.into_iter());
    row(text, head.iter().map(|_| "---"));
    for line in lines {
        let cells = [&line.resource, &line.traffic, &line.through];
        row(text, cells.into_iter().map(|cell| escaped(cell)));
    }
}

/// A list of groups, each with its members.
pub fn groups<'a>(
    title: &str,
    groups: impl IntoIterator<Item = (&'a str, Vec<&'a str>)>,
) -> String {
    let mut text = format!("## {title}\n\n");
    for (name, members) in groups {
        let _ = writeln!(text, "- **{name}**: {}", members.join(", "));
    }
    text
}

/// Who reaches whom: a row for each name of `from`, a column for each of `to`.
pub fn matrix(from: &[String], to: &[String], cell: &dyn Fn(usize, usize) -> String) -> String {
    let mut text = String::new();
    let head = std::iter::once("From, to".to_owned()).chain(to.iter().map(|it| escaped(it)));
    row(&mut text, head);
    row(&mut text, (0..=to.len()).map(|_| "---"));
    for (index, name) in from.iter().enumerate() {
        let cells = (0..to.len()).map(|at| escaped(&cell(index, at)));
        row(&mut text, std::iter::once(escaped(name)).chain(cells));
    }
    text
}

fn row(text: &mut String, cells: impl Iterator<Item = impl AsRef<str>>) {
    text.push('|');
    for cell in cells {
        let _ = write!(text, " {} |", cell.as_ref());
    }
    text.push('\n');
}

/// A text that does not end its cell.
fn escaped(text: &str) -> String {
    text.replace('|', "\\|")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::design;
    use crate::lower::Lowered;
    use crate::lower::survey::Survey;
    use crate::reach::ask;

    fn lines(lines: &[[&str; 3]]) -> Vec<Line> {
        let line = |[resource, traffic, through]: &[&str; 3]| Line {
            resource: (*resource).to_owned(),
            traffic: (*traffic).to_owned(),
            through: (*through).to_owned(),
        };
        lines.iter().map(line).collect()
    }

    fn answered(text: &str) -> (String, Answer) {
        let lowered = Lowered::of(&Survey::of(&design(
            "vpc main CidrBlock=10.0.0.0/16
  subnet private CidrBlock=10.0.1.0/24
    instance web
    instance job",
        )));
        let question: Question = text.parse().unwrap();
        let found = ask(&lowered, &question).unwrap();
        (answer(&question, &found), found)
    }

    #[test]
    fn an_answer_says_what_blocks_and_ends_with_its_question() {
        let (text, answer) = answered("internet -> web tcp 80");
        let start = "**The Internet does not reach web on tcp 80.**\n\nThere:\n\n1. ";
        assert!(text.starts_with(start), "{text}");
        for blocked in &answer.blocked {
            let told = format!(
                "**Blocked** (`{}`): {}",
                blocked.code.as_str(),
                blocked.sentence
            );
            assert!(text.contains(&told), "{text}");
        }
        assert_eq!(text.matches("**Blocked**").count(), answer.blocked.len());
        assert!(text.ends_with("\n`internet -> web tcp 80`\n"), "{text}");
    }

    #[test]
    fn an_answer_counts_the_steps_of_each_direction_from_one() {
        let (text, answer) = answered("job -> web tcp 80");
        let back = text.split_once("\nBack:\n\n").expect("a way back").1;
        assert!(back.starts_with("1. "), "{text}");
        let steps = text.lines().filter(|it| it.starts_with(char::is_numeric));
        assert_eq!(steps.count(), answer.path.len());
    }

    #[test]
    fn exposure_is_a_table_and_says_when_nothing_is_reached() {
        let reached = lines(&[["Web", "tcp 443", "Gateway"]]);
        let text = "## The Internet reaches

| Resource | Traffic | Through |
| --- | --- | --- |
| Web | tcp 443 | Gateway |
";
        assert_eq!(exposure(&reached, &[], &[]), text);
        let leaving = lines(&[["Job", "54.64.0.4", "Nat"]]);
        let text = exposure(&[], &leaving, &[]);
        assert!(
            text.contains("reaches\n\nNothing.\n\n## What leaves"),
            "{text}"
        );
        assert!(text.ends_with("| Job | 54.64.0.4 | Nat |\n"), "{text}");
        let unsettled = lines(&[["Web", "tcp 22", "A rule of Sg is not clear."]]);
        let text = exposure(&reached, &[], &unsettled);
        let expected = "
## What the design does not settle

| Resource | Traffic | Why |
| --- | --- | --- |
| Web | tcp 22 | A rule of Sg is not clear. |
";
        assert!(text.ends_with(expected), "{text}");
    }

    #[test]
    fn a_matrix_has_a_row_for_each_who_and_keeps_its_cells_apart() {
        let names = ["a|b".to_owned(), "c".to_owned()];
        let text = matrix(&names, &names[1..], &|from, to| format!("{from}{to}"));
        let expected = "| From, to | c |\n| --- | --- |\n| a\\|b | 00 |\n| c | 10 |\n";
        assert_eq!(text, expected);
    }

    #[test]
    fn groups_are_a_list_with_their_members() {
        let text = groups("Route tables", [("Public", vec!["a", "b"])]);
        assert_eq!(text, "## Route tables\n\n- **Public**: a, b\n");
    }
}
