//! The list of entries. A kind that is not here is a plain box.

use super::{Entry, ec2};

/// Every entry, in the order of the palette inside its category.
pub static ENTRIES: &[&Entry] = &[&ec2::vpc::ENTRY, &ec2::subnet::ENTRY];

/// The entry of a type.
pub fn entry(kind: &str) -> Option<&'static Entry> {
    ENTRIES.iter().copied().find(|entry| entry.kind == kind)
}

/// The entry of a fixture's word.
pub fn entry_of_word(word: &str) -> Option<&'static Entry> {
    ENTRIES.iter().copied().find(|entry| entry.word == word)
}
