//! Two resources of a subnet want the same private address.

use std::collections::HashMap;

use super::written_addresses::{all, choose_another};
use crate::message::Message;
use crate::rules::{Context, Findings, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "private-address-twice",
    severity: Severity::Error,
    title: "Private address used twice",
    why: "An address belongs to one network interface at a time. AWS refuses to build the second \
          resource that asks for it.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
    instance web PrivateIpAddress=10.0.1.10
    instance app PrivateIpAddress=10.0.1.10 # error private-address-twice: web already has 10.0.1.10 in a.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
    instance web PrivateIpAddress=10.0.1.10
    instance app PrivateIpAddress=10.0.1.11
vpc other CidrBlock=10.0.0.0/16
  subnet b CidrBlock=10.0.1.0/24
    instance elsewhere PrivateIpAddress=10.0.1.10
",
    check,
    fixes: choose_another,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    let mut first = HashMap::new();
    for it in all(context) {
        // Resources under conditions may exclude each other.
        if !context.is_certain(it.resource) {
            continue;
        }
        let key = (&it.subnet.id, it.address);
        let Some(earlier) = first.get(&key) else {
            first.insert(key, it.resource);
            continue;
        };
        let message = Message::new("{earlier} already has {address} in {subnet}.")
            .resource("earlier", earlier)
            .text("address", it.address)
            .resource("subnet", &it.subnet.id);
        findings
            .add(it.resource, it.path, message)
            .with([*earlier, &it.subnet.id]);
    }
}
