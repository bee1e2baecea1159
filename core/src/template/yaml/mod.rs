//! Templates in YAML: reading them with the place of everything, and writing
//! what changed in the style of what stands around it. Knows no resource.

mod anchors;
mod anew;
mod block;
mod flow;
mod fresh;
mod gap;
mod leaf;
mod merge;
mod open;
mod pairing;
mod print;
mod read;
mod refusal;
mod scalar;
mod splice;
mod style;
mod tag;

pub(super) use print::{fresh_yaml, print_yaml};
pub(super) use read::read_yaml;
pub(super) use style::Style;
