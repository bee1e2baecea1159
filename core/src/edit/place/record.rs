//! A new DNS record: a name of the zone that it is dropped on.

use super::Site;
use crate::catalogue::route53;
use crate::edit::connect::name_in;
use crate::edit::surroundings;
use crate::template::{Map, Value};

/// An address that is kept free for documentation, to be replaced.
///
/// <https://www.rfc-editor.org/rfc/rfc5737>
const EXAMPLE: &str = "192.0.2.10";

/// Names the record, and gives it an address until it gets its own.
pub(super) fn fill(site: &Site<'_>, properties: &mut Map) {
    let kind = route53::hosted_zone::ENTRY.kind;
    let zone = surroundings::nearest(site.evaluator, &site.chain, kind);
    if let Some(name) = zone.and_then(|zone| name_in(site.evaluator, &zone)) {
        properties.insert("Name".to_owned(), name.into());
    }
    let values: Vec<Value> = vec![EXAMPLE.into()];
    properties.insert("ResourceRecords".to_owned(), values.into());
}
