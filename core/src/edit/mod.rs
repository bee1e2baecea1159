//! What a person can do to a document: each command a pure function from a
//! document to a [`Change`](crate::document::Change), or to a
//! [`Refusal`](crate::document::Refusal) that says what to do instead.
//!
//! * [`place`], [`can_place`]: a new resource where it was dropped.
//! * [`relocate`], [`nudge`], [`resize`]: where things are drawn, and what they live in.
//! * [`connections`], [`connect`], [`disconnect`]: lines between resources.
//! * [`set_property`], [`set_attribute`], [`set_tag`], [`set_body`].
//! * [`set_region`], [`set_account`], [`set_parameter_value`]; [`choose_variant`],
//!   [`add_variant`], [`rename_variant`], [`remove_variant`].
//! * [`rename`], [`remove`] with [`removal`], [`duplicate`], [`copy`], [`paste`].
//! * [`rewrite`]: the whole template, edited as text; [`convert`]: in the other format.
//!
//! Commands read the catalogue's entries. What a kind needs beyond its entry
//! when it is made stands in `place/` alone; how a new line is filled in stands
//! in `connect/` alone. Nothing here knows rules, reachability or the screen.

mod body;
mod connect;
mod convert;
mod copy;
mod disconnect;
mod duplicate;
mod frames;
mod naming;
mod parameter;
mod paste;
mod place;
mod property;
mod relocate;
mod remove;
mod rename;
mod rewrite;
mod setting;
mod spot;
mod stand_in;
mod surroundings;
mod wording;

pub use body::set_body;
pub use connect::{Connection, Written, connect, connections, plain_one};
pub use convert::convert;
pub use copy::copy;
pub use disconnect::disconnect;
pub use duplicate::duplicate;
pub use frames::{nudge, resize};
pub use parameter::Parameter;
pub use paste::paste;
pub use place::{Place, can_place, place};
pub use property::{set_attribute, set_property, set_tag};
pub use relocate::{Into, land, relocate};
pub use remove::{removal, remove};
pub use rename::rename;
pub use rewrite::{Rewriting, rewrite};
pub use setting::{
    add_variant, choose_variant, remove_variant, rename_variant, set_account, set_parameter_value,
    set_region,
};

#[cfg(test)]
mod any_sequence_tests;
