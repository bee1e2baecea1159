//! The number of a new entry of a network ACL: behind those that are there.

use super::Site;
use crate::catalogue::ec2;
use crate::edit::surroundings;
use crate::template::{Evaluator, Map, Resource, Value};

/// The highest number that an entry can have.
///
/// <https://docs.aws.amazon.com/vpc/latest/userguide/nacl-rules.html>
const LAST: i64 = 32_766;

/// Numbers the entry ten behind the last of its direction, for room between.
pub(super) fn number(site: &Site<'_>, properties: &mut Map) {
    let kind = ec2::NetworkAcl::KIND;
    let Some(acl) = surroundings::nearest(site.evaluator, &site.chain, kind) else {
        return;
    };
    let is_egress = properties.get("Egress").and_then(Value::as_bool);
    let entries = site
        .evaluator
        .template()
        .of_kind(ec2::NetworkAclEntry::KIND);
    let numbers = entries.filter_map(|(_, entry)| {
        let is_here = surroundings::names(site.evaluator, entry, "NetworkAclId", kind, &acl)
            && direction(site.evaluator, entry) == is_egress.unwrap_or(false);
        let number = site.evaluator.property(entry, &"RuleNumber".into());
        number.integer().filter(|_| is_here)
    });
    if let Some(last) = numbers.filter(|number| *number < LAST).max() {
        let next = last.saturating_add(10).min(LAST);
        properties.insert("RuleNumber".to_owned(), next.into());
    }
}

/// Whether an entry is for what goes out; what comes in, unless it says so.
fn direction(evaluator: &Evaluator<'_>, entry: &Resource) -> bool {
    let egress = evaluator.property(entry, &"Egress".into());
    egress.truth().unwrap_or(false)
}
