//! What a reader of YAML says where a text stops being YAML: the likely cause,
//! in a sentence.

use granit_parser::{ErrorKind, ScanError};

use crate::message::Message;
use crate::template::{LineIndex, Refused};

/// Where and why a text is no YAML.
pub(super) fn refused(error: &ScanError, text: &str, lines: &LineIndex) -> Refused {
    let byte = error.marker().byte_offset().unwrap_or(0);
    Refused {
        position: lines.position(text, byte),
        message: Message::new(sentence(error.kind())),
    }
}

fn sentence(kind: &ErrorKind) -> &'static str {
    use ErrorKind as Kind;
    match kind {
        Kind::TabNotAllowed
        | Kind::TabInBlockIndentation
        | Kind::TabInIndentation
        | Kind::TabInPlainScalar
        | Kind::TabAtBlockScalarStart => {
            "A tab stands here where YAML wants spaces: indent with spaces."
        }
        Kind::UnexpectedEofFlowSequence
        | Kind::UnexpectedEofFlowMapping
        | Kind::UnexpectedEofImplicitFlowMapping
        | Kind::UnclosedFlowCollection { .. } => "A bracket opened here is never closed.",
        Kind::MismatchedFlowCollectionEnd { .. } | Kind::MisplacedFlowCollectionEnd => {
            "This bracket closes one that was not opened."
        }
        Kind::ExpectedFlowMappingSeparator | Kind::ExpectedFlowSequenceSeparator => {
            "A comma or a closing bracket is missing before this."
        }
        Kind::UnclosedQuotedScalar | Kind::DocumentIndicatorInQuotedScalar => {
            "A quote is opened here and never closed."
        }
        Kind::InvalidTrailingSingleQuotedScalar | Kind::InvalidTrailingDoubleQuotedScalar => {
            "Something stands behind the closing quote: put the whole text between the quotes."
        }
        Kind::UnknownQuotedScalarEscape
        | Kind::InvalidQuotedScalarHexEscape
        | Kind::InvalidUnicodeEscape => {
            "A backslash stands here in double quotes with an unknown letter behind it: use single quotes, or write it twice."
        }
        Kind::RecursionLimitExceeded => "Values are nested deeper than 200 levels here.",
        Kind::MappingValueNotAllowed | Kind::InvalidColonPlacement => {
            "A colon stands here inside a text, or the line is indented wrongly: put the text in quotes, or align the key."
        }
        Kind::SimpleKeyExpected | Kind::InvalidSimpleKey => {
            "A colon is missing after the key in this line, or the line is indented wrongly."
        }
        Kind::ExpectedBlockMappingKey
        | Kind::ExpectedBlockSequenceEntry
        | Kind::BlockSequenceEntryNotAllowed
        | Kind::MappingKeyNotAllowed
        | Kind::InvalidIndentation => {
            "This line is indented differently from the ones beside it: align it with them."
        }
        Kind::UnexpectedCharacter { .. } => "A text cannot begin with this sign: put it in quotes.",
        Kind::InvalidBlockScalarIndent => {
            "A line of this block of text is indented less than its first one."
        }
        _ => "YAML does not allow this here.",
    }
}
