//! Templates in YAML: reading them with the place of everything, and writing
//! what changed in the style of what stands around it. Knows no resource.

mod gap;
mod leaf;
mod merge;
mod open;
mod read;
mod refusal;
mod scalar;
mod tag;

pub(super) use read::read_yaml;
