//! New rules of filters: the number of an entry of a network ACL, behind those
//! that are there, and the other side of a security group's rule.

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

/// A rule of a security group needs another side: the VPC that it is in.
///
/// <https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html>
pub(super) fn peer(site: &Site<'_>, properties: &mut Map) {
    let kind = ec2::Vpc::KIND;
    let around = surroundings::nearest(site.evaluator, &site.chain, kind);
    let block = match around {
        Some(vpc) => Value::attribute(vpc.as_str(), "CidrBlock"),
        // A group that names no VPC is in the account's default one.
        None => DEFAULT_VPC.into(),
    };
    properties.insert("CidrIp".to_owned(), block);
}

/// The block of every account's default VPC.
///
/// <https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc-components.html>
const DEFAULT_VPC: &str = "172.31.0.0/16";

/// Whether an entry is for what goes out; what comes in, unless it says so.
fn direction(evaluator: &Evaluator<'_>, entry: &Resource) -> bool {
    let egress = evaluator.property(entry, &"Egress".into());
    egress.truth().unwrap_or(false)
}
