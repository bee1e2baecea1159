//! Lines between two resources: which can be drawn, and drawing one.
//!
//! What may be joined is read from the catalogue: links that write a property,
//! arrows and rows that are resources of their own, and what they need beside
//! themselves. How a new arrow or row is filled in stands in [`filling`] alone.

mod filling;
mod granting;
mod joining;
mod linking;
mod listening;
mod offer;
mod record;
mod routing;

pub(super) use record::name_in;

pub use offer::{Connection, Written, connections, plain_one};

use crate::document::{Change, Document, Draft, Refusal};
use crate::message::Message;
use crate::template::Evaluator;

/// Draws a line that [`connections`] offered, as one change.
///
/// `port` is for rules of security groups, which need one, and for listeners,
/// which listen at 80 without.
///
/// # Errors
/// The line is there already, lacks its port, or stands in the way of another.
pub fn connect(
    document: &Document,
    connection: &Connection,
    port: Option<u16>,
) -> Result<Change, Refusal> {
    let setting = document.setting();
    let evaluator = Evaluator::new(&document.template, &setting);
    let mut draft = Draft::new(document);
    match &connection.written {
        Written::Property(_) => linking::write(&evaluator, connection, &mut draft)?,
        Written::Resource(kind) => {
            joining::write(document, &evaluator, connection, kind, port, &mut draft)?;
        }
    }
    let title = Message::new("Connect {from} to {to}").resource("from", &connection.from);
    Ok(draft.into_change(title.resource("to", &connection.to)))
}

#[cfg(test)]
#[path = "connect_tests.rs"]
mod tests;
