//! A CloudFormation template as data, knowing no type of resource: but for the
//! IPv6 blocks of VPCs, which evaluation deals.
//!
//! [`read()`] never fails whole: it gives the best template that the text holds
//! and [`Note`]s with line and column; only text that is neither JSON
//! nor YAML is refused. [`print()`] gives back the bytes that were read, except where the
//! template was changed since. [`Evaluator`] resolves parameters, conditions
//! and intrinsic functions, and says when it cannot.

mod carve;
mod conditions;
mod convert;
mod evaluate;
mod format;
mod function;
mod intrinsics;
mod json;
mod name;
mod named;
mod parameters;
mod path;
mod position;
mod pretty;
mod print;
mod provided;
mod read;
mod references;
mod regions;
mod renaming;
mod resource;
mod setting;
mod source;
mod template_type;
mod texts;
mod unknown;
mod value;
mod yaml;

pub use convert::convert;
pub use evaluate::{Evaluated, Evaluator};
pub use format::Format;
pub use function::{Function, FunctionName};
pub use json::{MAX_BYTES, MAX_DEPTH, MAX_VALUES, value_of_json};
pub use name::{LogicalId, NameError, TypeName};
pub use named::{Named, named_in_sections};
pub use path::{PropertyPath, Step};
pub use position::{LineIndex, Position, Span};
pub use pretty::pretty;
pub use print::print;
pub use read::{Note, Reading, Refused, read};
pub use references::{Reference, references, rename_references, without_references};
pub use regions::{REGIONS, Region, zones_of};
pub use resource::Resource;
pub use setting::{Assumed, Setting};
pub use source::{Entry, Form, Inside, Node, Source};
pub use template_type::{Template, Written};
pub use unknown::Unknown;
pub use value::{Map, Number, Value};
