//! Two subnets of a VPC hold the same addresses.

use std::collections::HashSet;

use crate::cidr;
use crate::message::Message;
use crate::rules::mend_blocks::{self, both_blocks};
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "subnet-cidr-overlap",
    severity: Severity::Error,
    title: "Subnets overlap",
    why: "An address belongs to one subnet of a VPC. AWS refuses to create the second of two \
          subnets that share addresses. Give one of them a block that is still free.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
  subnet b CidrBlock=10.0.1.128/25 # error subnet-cidr-overlap: a and b share 10.0.1.128/25.
vpc six CidrBlock=10.1.0.0/16
  vpccidrblock more Ipv6CidrBlock=\"2001:db8::/56\" Ipv6Pool=pool-1
  subnet c CidrBlock=10.1.1.0/24 Ipv6CidrBlock=\"2001:db8::/64\"
  subnet d CidrBlock=10.1.2.0/24 Ipv6CidrBlock=\"2001:db8::/64\" # error subnet-cidr-overlap: c and d share 2001:db8::/64.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
  subnet b CidrBlock=10.0.2.0/25
vpc other CidrBlock=10.0.0.0/16
  subnet c CidrBlock=10.0.1.0/24
",
    check,
    fixes,
}
.told();

/// AWS allows 200 subnets in a VPC, more on request: a bound on how many pairs
/// there can be.
const MAX_SUBNETS: usize = 1_000;

fn check(context: &Context<'_>, findings: &mut Findings) {
    for vpc in context.survey.vpcs.keys() {
        let subnets = context.subnets_of(vpc).iter();
        let subnets = subnets
            .filter(|subnet| context.is_certain(&subnet.id))
            .take(MAX_SUBNETS);
        let blocks = subnets.flat_map(|subnet| {
            let both = both_blocks(subnet).into_iter();
            both.filter_map(|(at, path, cidr)| {
                Some(((&subnet.id, at, path), cidr.known()?.block()))
            })
        });
        let blocks: Vec<_> = blocks.collect();
        let mut seen = HashSet::new();
        for ((a, ..), (b, at, path), block) in cidr::overlaps(&blocks) {
            // One finding for each subnet that is to be moved.
            if a != b && seen.insert(b) {
                let message = Message::new("{a} and {b} share {block}.")
                    .resource("a", a)
                    .resource("b", b)
                    .text("block", block);
                findings.add(at, path, message).with([a]);
            }
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let overlapping = [&finding.resource].into_iter().chain(&finding.others);
    let moves = overlapping.flat_map(|id| mend_blocks::move_by_path(context, id, &finding.path));
    moves.collect()
}
