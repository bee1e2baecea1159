//! A new DNS record: a name of its zone, and nothing that an alias may not have.

use super::filling::Task;
use crate::template::{Evaluator, LogicalId, Resource};

/// Fills the record in.
///
/// <https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-alias.html>
pub(super) fn fill(task: &Task<'_>, record: &mut Resource) {
    if record.property("AliasTarget").is_some() {
        record.remove(&"TTL".into());
    }
    if let Some(name) = name_in(task.evaluator, &task.connection.from) {
        record.set(&"Name".into(), name.into());
    }
}

/// The usual name in a hosted zone, if the zone's own can be told.
pub(in crate::edit) fn name_in(evaluator: &Evaluator<'_>, zone: &LogicalId) -> Option<String> {
    let zone = evaluator.template().resource(zone)?;
    let name = evaluator.property(zone, &"Name".into()).text()?;
    Some(format!("www.{}", name.trim_end_matches('.')))
}
