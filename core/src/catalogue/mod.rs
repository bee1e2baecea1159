//! What AWS offers: a folder for each service, a file for each kind of
//! resource. Palette, inspector, placing, connecting, picture and rules read
//! the [`Entry`] of a kind; a kind without one is a plain box.
//!
//! Knows templates, and nothing of documents, pictures or networks.

mod entry;
mod field;
mod kinds;
mod relations;
mod view;

pub mod ec2;
pub mod elbv2;
pub mod rds;

pub use entry::{
    Category, End, Ends, Entry, Field, Format, Home, Link, Owner, Position, Role, Shape,
};
pub use kinds::{ENTRIES, entry, entry_of_word};
pub use relations::{ends_of, expand, home_of, links_of, named, owner_of};

use view::view;
