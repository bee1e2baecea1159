//! JSON or YAML: which of the two a text is.

use super::json::{MAX_BYTES, NoJson, read_json};
use super::read::{Note, Refused};
use super::source::Inside;
use super::yaml::read_yaml;
use super::{LineIndex, Source};
use crate::message::Message;

/// The form in which a template is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Format {
    /// JSON.
    #[default]
    Json,
    /// YAML, with short forms of the functions.
    Yaml,
}

impl Format {
    /// The usual ending of a file's name, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Json => "json",
            Self::Yaml => "yaml",
        }
    }
}

/// Reads a text in the format that it has: JSON if it begins with a bracket and
/// JSON can be made of it, else YAML.
pub(super) fn read_source(text: &str) -> Result<(Source, Vec<Note>), Refused> {
    if text.len() > MAX_BYTES {
        let message = Message::new(
            "The file has {size} bytes: {limit} is the most that is read. CloudFormation itself takes at most 1 MB.",
        );
        return Err(Refused {
            position: LineIndex::new("").position("", 0),
            message: message.text("size", text.len()).text("limit", MAX_BYTES),
        });
    }
    match first_sign(text) {
        // The JSON reader has the sentence for an empty file.
        None => read_json(text).map_err(NoJson::refused),
        Some(b'{' | b'[') => match read_json(text) {
            Ok(read) => Ok(read),
            Err(NoJson::Limit(refused)) => Err(refused),
            Err(NoJson::Form(refused)) => {
                let read = read_yaml(text).ok();
                let read = read.filter(|(source, _)| matches!(source.root.inside, Inside::Map(_)));
                let Some((source, mut notes)) = read else {
                    return Err(refused);
                };
                let sentence = "This is no JSON, and was read as YAML: {why}";
                notes.push(Note {
                    position: refused.position,
                    message: Message::new(sentence).message("why", refused.message),
                });
                Ok((source, notes))
            }
        },
        Some(_) => read_yaml(text),
    }
}

/// The first byte that is no blank, no byte order mark and in no comment of
/// the kind that editors allow in JSON.
fn first_sign(text: &str) -> Option<u8> {
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|it: char| it.is_whitespace() || it == '\u{feff}');
        rest = if let Some(comment) = rest.strip_prefix("//") {
            let end = comment.find(['\r', '\n']).unwrap_or(comment.len());
            comment.get(end..).unwrap_or("")
        } else if let Some(comment) = rest.strip_prefix("/*") {
            comment.split_once("*/").map_or("", |(_, after)| after)
        } else {
            return rest.bytes().next();
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn format(text: &str) -> Option<Format> {
        read_source(text).ok().map(|(source, _)| source.format)
    }

    #[test]
    fn a_text_is_read_in_the_format_that_it_has() {
        assert_eq!(format("\u{feff} // why\n{\"a\": 1}"), Some(Format::Json));
        assert_eq!(format("{a: 1}"), Some(Format::Yaml));
        assert_eq!(format("a: 1"), Some(Format::Yaml));
        assert_eq!(format("# {\na: 1"), Some(Format::Yaml));
    }

    #[test]
    fn what_is_neither_is_refused_where_reading_ended() {
        let refused = read_source("{\n  \"a\": 1,\n  \"b\": [1\n}").unwrap_err();
        assert!(refused.position.line >= 3, "{refused}");
        let refused = read_source("{\n  // why\n  \"a\": [1,],\n  \"b\" 1\n}").unwrap_err();
        assert_eq!(refused.position.line, 4, "{refused}");
        let refused = read_source("a: 1\nb: [1\n").unwrap_err();
        assert_eq!(refused.position.line, 2, "{refused}");
        assert!(read_source("").is_err() && read_source("a: 1\n\tb: 2").is_err());
    }
}
