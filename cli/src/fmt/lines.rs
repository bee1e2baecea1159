//! Line ends and indentation of a text. Knows no format.

/// The line end of a text: that of its first line.
pub(super) fn newline(text: &str) -> &'static str {
    let first = text.split_inclusive('\n').next();
    match first {
        Some(line) if line.ends_with("\r\n") => "\r\n",
        _ => "\n",
    }
}

/// How many spaces a line begins with.
pub(super) fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// A line moved to the left or right by spaces; `None` if it has too few.
pub(super) fn shifted(line: &str, from: usize, to: usize) -> Option<String> {
    if from <= to {
        return Some(" ".repeat(to - from) + line);
    }
    let less = from - to;
    let spaces = line.get(..less)?;
    let blank = spaces.bytes().all(|byte| byte == b' ');
    blank.then(|| line.get(less..).unwrap_or("").to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_says_how_lines_end() {
        assert_eq!(newline("a\r\nb\n"), "\r\n");
        assert_eq!(newline("a\nb\r\n"), "\n");
        assert_eq!(newline("a"), "\n");
    }

    #[test]
    fn a_line_is_moved_only_over_spaces() {
        assert_eq!(shifted("  a", 1, 3).as_deref(), Some("    a"));
        assert_eq!(shifted("  a", 3, 1).as_deref(), Some("a"));
        assert_eq!(shifted("  a", 3, 0), None);
    }
}
