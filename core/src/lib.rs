//! Drawbridge's core: everything that is known about a design, computed
//! without a browser, a clock, a disk or a random number.
//!
//! In reading order:
//!
//! * [`cidr`], [`geometry`], [`network`]: address blocks, rectangles, and a
//!   network that knows no AWS word.
//! * [`packet`]: exact sets of packets.
//! * [`message`]: sentences for the user, translatable.
//! * [`sorting`]: the one sort that everything else uses.
//! * [`prose`]: texts that explain, which a build may leave out.
//! * [`template`]: a CloudFormation template as data.
//! * [`schema`]: what AWS says of every type of resource.
//! * [`catalogue`]: what AWS offers, one file a kind of resource.
//! * [`document`]: a template with its layout; changes, undo, files.
//! * [`diagram`]: the picture, read from the template.
//! * [`edit`]: what a person can do to a document.
//! * [`lower`] and [`reach`]: the template as a network, and questions to it.
//! * [`rules`]: what can be wrong, and how it is mended.
//! * [`tool`]: pointer and keyboard as state machines.
//! * [`analysis`]: everything derived, in one call.
//! * [`fixture`]: designs as indented text, for tests and bug reports.
#![warn(missing_docs)]

pub mod analysis;
pub mod catalogue;
pub mod cidr;
pub mod diagram;
pub mod document;
pub mod edit;
pub mod fixture;
pub mod geometry;
pub mod lower;
pub mod message;
pub mod network;
pub mod packet;
pub mod prose;
pub mod reach;
pub mod rules;
pub mod schema;
pub mod sorting;
pub mod template;
pub mod tool;
