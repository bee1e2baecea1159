//! A private address is one that AWS keeps of every subnet.

use super::written_addresses::{all, choose_another};
use crate::cidr;
use crate::message::Message;
use crate::rules::{Context, Findings, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "private-address-reserved",
    severity: Severity::Error,
    title: "Private address that AWS keeps",
    why: "AWS keeps the first four addresses of each subnet and the last one: for the network, \
          its router, the DNS server, the future and broadcast. AWS refuses to give them away.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
    instance web PrivateIpAddress=10.0.1.1 # error private-address-reserved: web has 10.0.1.1, which AWS keeps in a: VPC router.
    instance app PrivateIpAddress=10.0.1.255 # error private-address-reserved: app has 10.0.1.255, which AWS keeps in a: broadcast, which a VPC does not support.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
    instance web PrivateIpAddress=10.0.1.4
    instance app PrivateIpAddress=10.0.1.254
",
    check,
    fixes: choose_another,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    for it in all(context) {
        let kept = cidr::reserved(it.block);
        let Some((_, reason)) = kept.iter().find(|(address, _)| *address == it.address) else {
            continue;
        };
        let message =
            Message::new("{resource} has {address}, which AWS keeps in {subnet}: {reason}.")
                .resource("resource", it.resource)
                .text("address", it.address)
                .resource("subnet", &it.subnet.id)
                .text("reason", reason);
        findings
            .add(it.resource, it.path, message)
            .with([&it.subnet.id]);
    }
}
