//! AWS's resource types as data, for programs that carry it inside them: the
//! terminal tool and tests. The app fetches the same files from its server
//! instead. Reads nothing of it: `drawbridge_core::schema` does.
#![warn(missing_docs)]

/// The types that the catalogue has entries for: one JSON object, a type a
/// line. README.md beside it explains the keys.
pub const CURATED: &str = include_str!("../data/curated.json");

/// All other types, in the same form.
pub const FURTHER: &str = include_str!("../data/further.json");

/// The names of all types, sorted, one a line: enough for a search.
pub const KINDS: &str = include_str!("../data/kinds.txt");

/// The availability zones of each region: one JSON object of lists.
pub const ZONES: &str = include_str!("../data/zones.json");
