//! No further subnet fits into a VPC.

use ipnet::Ipv4Net;

use super::subnet_outside_vpc::has_untold_block;
use crate::catalogue::ec2;
use crate::cidr;
use crate::message::Message;
use crate::rules::context::ipv4;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend, mend_blocks};
use crate::template::{LogicalId, Value};

pub(super) static RULE: Rule = Rule {
    id: "vpc-no-free-space",
    severity: Severity::Hint,
    title: "VPC without free space",
    why: "The subnets take so much of their VPC that not one more fits that is as large as the \
          smallest of them. To grow, the VPC needs a further block, or smaller subnets from the \
          beginning: a subnet cannot be made smaller later.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html",
    bad: "\
vpc main CidrBlock=10.2.0.0/24 # hint vpc-no-free-space: main has no room for another subnet of /25, the size of its smallest.
  subnet a CidrBlock=10.2.0.0/25
  subnet b CidrBlock=10.2.0.128/25
",
    good: "\
vpc main CidrBlock=10.2.0.0/24
  subnet a CidrBlock=10.2.0.0/26
  subnet b CidrBlock=10.2.0.64/26
vpc empty CidrBlock=10.3.0.0/24
",
    check,
    fixes,
}
.told();

/// The length of the smallest subnet's prefix, if there is no room for another
/// such and everything about the VPC is known.
fn lacking(context: &Context<'_>, vpc: &LogicalId) -> Option<u8> {
    let within = context.blocks_of(vpc);
    let subnets = context.subnets_of(vpc).iter();
    let taken = subnets.map(|subnet| ipv4(subnet.cidr.known()?.block()));
    let taken: Vec<Ipv4Net> = taken.collect::<Option<_>>()?;
    // What overlaps or lies outside is told elsewhere, and no free space is
    // counted before it is mended.
    let is_inside = |block: &Ipv4Net| within.iter().any(|it| it.contains(block));
    let smallest = taken.iter().map(Ipv4Net::prefix_len).max()?;
    let is_full = taken.iter().all(is_inside)
        && cidr::next_free(&within, &taken, smallest.clamp(16, 28)).is_none();
    is_full.then_some(smallest)
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    for (vpc, it) in &context.survey.vpcs {
        // A further block may be of a size that cannot be told.
        if has_untold_block(context, it, false) {
            continue;
        }
        if let Some(prefix) = lacking(context, vpc) {
            let message = Message::new(
                "{vpc} has no room for another subnet of /{prefix}, the size of its smallest.",
            )
            .resource("vpc", vpc)
            .text("prefix", prefix);
            findings.add(vpc, "CidrBlock", message);
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let vpc = &finding.resource;
    let blocks = context.blocks_of(vpc);
    let free = blocks.first().and_then(|first| {
        mend_blocks::free_vpc_block(context, *first, first.prefix_len().clamp(16, 28))
    });
    let Some(free) = free else {
        return Vec::new();
    };
    let title = Message::new("Give {vpc} {block} too")
        .resource("vpc", vpc)
        .text("block", free);
    Fix::review(context, title, |draft| {
        let properties = [
            ("VpcId", mend::reference(vpc)),
            ("CidrBlock", Value::from(free.to_string())),
        ];
        let stem = format!("{vpc}CidrBlock");
        mend::add(draft, &stem, ec2::VpcCidrBlock::KIND, properties);
        Some(())
    })
}
