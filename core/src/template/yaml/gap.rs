//! What stands between two values of a YAML text: blanks, comments, signs,
//! line ends. Knows no tree.

/// From a byte on, past blanks, line ends and comments.
pub(super) fn skip(text: &str, from: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = if from == 0 { first_line(text) } else { from };
    while let Some(byte) = bytes.get(at) {
        match byte {
            b' ' | b'\t' | b'\r' | b'\n' => at += 1,
            b'#' if at == 0 || bytes.get(at - 1).is_some_and(u8::is_ascii_whitespace) => {
                let rest = text.get(at..).unwrap_or("");
                // A lone carriage return ends a line of YAML too.
                at += rest.find(['\r', '\n']).unwrap_or(rest.len());
            }
            _ => break,
        }
    }
    at
}

/// From a byte on, past the blanks of its line.
pub(super) fn skip_blanks(text: &str, from: usize) -> usize {
    let rest = text.get(from..).unwrap_or("");
    from + (rest.len() - rest.trim_start_matches([' ', '\t']).len())
}

/// Behind the colon of the key that ends at a byte; there itself if an
/// explicit key has none.
pub(super) fn after_colon(text: &str, key_end: usize) -> usize {
    let at = skip(text, key_end);
    if text.as_bytes().get(at) == Some(&b':') {
        at + 1
    } else {
        key_end
    }
}

/// The first byte of the line in which a byte stands.
pub(super) fn line_start(text: &str, at: usize) -> usize {
    let before = text.get(..at).unwrap_or(text);
    let start = before.rfind('\n').map_or(0, |newline| newline + 1);
    if start == 0 {
        first_line(text).min(at)
    } else {
        start
    }
}

/// Where the first line begins: behind a byte order mark.
fn first_line(text: &str) -> usize {
    let mark = '\u{feff}';
    if text.starts_with(mark) {
        mark.len_utf8()
    } else {
        0
    }
}

/// Where the line of a byte stops: before its line end.
pub(super) fn line_stop(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or("");
    let stop = rest.find('\n').map_or(text.len(), |newline| at + newline);
    let line = text.get(at..stop).unwrap_or("");
    at + line.trim_end_matches('\r').len()
}

/// The first byte of the line after that of a byte, or the text's end.
pub(super) fn next_line(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or("");
    rest.find('\n')
        .map_or(text.len(), |newline| at + newline + 1)
}

/// Behind the last line that a value ending at a byte covers. A text in a
/// block may end with its line end already.
pub(super) fn lines_end(text: &str, end: usize) -> usize {
    if end > 0 && text.as_bytes().get(end - 1) == Some(&b'\n') {
        end
    } else {
        next_line(text, end)
    }
}

/// The column of a byte: how many bytes stand before it in its line.
pub(super) fn column(text: &str, at: usize) -> usize {
    at.saturating_sub(line_start(text, at))
}

/// Whether nothing but blanks stands before a byte in its line.
pub(super) fn leads_its_line(text: &str, at: usize) -> bool {
    skip_blanks(text, line_start(text, at)) >= at
}

/// Whether a line is blank, and if it is a comment, at which column.
pub(super) fn comment_column(text: &str, line: usize) -> Option<usize> {
    let at = skip_blanks(text, line);
    (text.as_bytes().get(at) == Some(&b'#')).then(|| at - line)
}

/// Whether the line that starts at a byte is there and has blanks only.
pub(super) fn is_blank(text: &str, line: usize) -> bool {
    line < text.len() && skip_blanks(text, line) >= line_stop(text, line)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_line_ends_are_gaps() {
        let text = "a : # why\r\n  # more\n  b#c";
        assert_eq!(after_colon(text, 1), 3);
        assert_eq!(&text[skip(text, 3)..], "b#c");
        assert_eq!(line_stop(text, 0), 9);
        assert_eq!(next_line(text, 0), 11);
    }

    #[test]
    fn lines_know_what_they_hold() {
        let text = "a:\n  # x\n \t\n  b";
        assert_eq!(comment_column(text, 3), Some(2));
        assert!(is_blank(text, 9) && !is_blank(text, 3));
        assert!(leads_its_line(text, 14) && !leads_its_line(text, 1));
    }
}
