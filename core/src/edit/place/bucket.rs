//! The policy of a bucket: its first statement names the bucket that it guards,
//! which no text in the catalogue can know.

use super::Site;
use super::making::made_of;
use super::start::Start;
use crate::catalogue::s3;
use crate::edit::{naming, surroundings};
use crate::template::{Map, Value, value_of_json};

/// Refuses what is not encrypted on the way.
///
/// <https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html>
const TLS_ONLY: &str = r#"{"Version":"2012-10-17","Statement":[{"Sid":"RefuseWithoutTls","Effect":"Deny","Principal":"*","Action":"s3:*","Resource":[{"Fn::GetAtt":["BUCKET","Arn"]},{"Fn::Sub":"${BUCKET.Arn}/*"}],"Condition":{"Bool":{"aws:SecureTransport":"false"}}}]}"#;

/// Guards the bucket under the pointer, else the first without a policy; a new
/// one comes along if there is none.
pub(super) fn policy(site: &Site<'_>, properties: &mut Map) -> Start {
    let known = &s3::bucket::ENTRY;
    let template = site.evaluator.template();
    let is_guarded = |id| {
        let mut policies = template.of_kind(s3::bucket_policy::ENTRY.kind);
        policies.any(|(_, it)| surroundings::names(site.evaluator, it, "Bucket", known.kind, id))
    };
    let under = surroundings::nearest(site.evaluator, &site.chain, known.kind);
    let open = || {
        let mut buckets = template.of_kind(known.kind).map(|(id, _)| id);
        buckets.find(|id| !is_guarded(id)).cloned()
    };
    let mut start = Start::default();
    let bucket = under.or_else(open).unwrap_or_else(|| {
        let id = naming::fresh(site.document, known.stem, &[site.id.clone()].into());
        let made = made_of(known, known.starting_properties());
        start.along.push((id.clone(), made));
        id
    });
    let text = TLS_ONLY.replace("BUCKET", bucket.as_str());
    properties.insert("Bucket".to_owned(), Value::reference(bucket.as_str()));
    if let Some(policy) = value_of_json(&text) {
        properties.insert("PolicyDocument".to_owned(), policy);
    }
    start
}
