//! AWS WAF: filters of web requests.

pub mod ip_set;
pub mod web_acl;
pub mod web_acl_association;
