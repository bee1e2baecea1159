//! A further block of a VPC is of a range that AWS does not let join the first.

use ipnet::Ipv4Net;

use crate::message::Message;
use crate::rules::context::ipv4;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend, mend_blocks};

pub(super) static RULE: Rule = Rule {
    id: "vpc-cidr-restricted",
    severity: Severity::Error,
    title: "Further block that AWS refuses",
    why: "A VPC that begins in one of the private ranges (10.0.0.0/8, 172.16.0.0/12, \
          192.168.0.0/16) may grow by blocks of the same range, of 100.64.0.0/10 or of public \
          addresses, and not by blocks of another private range. 198.19.0.0/16 stands apart, \
          and 169.254.0.0/16 is never allowed. A VPC with a block of 10.0.0.0/15 gets none of \
          10.0.0.0/16, and one that begins in 172.16.0.0/12 none of 172.31.0.0/16.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html#add-cidr-block-restrictions",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  vpccidrblock more CidrBlock=192.168.0.0/24 # error vpc-cidr-restricted: AWS does not let 192.168.0.0/24 join main, which begins with 10.0.0.0/16.
vpc second CidrBlock=10.1.0.0/16
  vpccidrblock first CidrBlock=10.0.0.0/20 # error vpc-cidr-restricted: AWS does not let 10.0.0.0/20 join second, which begins with 10.1.0.0/16.
vpc third CidrBlock=172.16.0.0/16
  vpccidrblock last CidrBlock=172.31.0.0/20 # error vpc-cidr-restricted: AWS does not let 172.31.0.0/20 join third, which begins with 172.16.0.0/16.
vpc local CidrBlock=169.254.0.0/20 # error vpc-cidr-restricted: AWS does not let local have 169.254.0.0/20.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  vpccidrblock more CidrBlock=100.64.0.0/16
  vpccidrblock most CidrBlock=10.2.0.0/16
",
    check,
    fixes,
}
.told();

/// Ranges that do not mix, and whether they are private.
const RANGES: [([u8; 4], u8, bool); 4] = [
    ([10, 0, 0, 0], 8, true),
    ([172, 16, 0, 0], 12, true),
    ([192, 168, 0, 0], 16, true),
    ([198, 19, 0, 0], 16, false),
];

/// The range of a block: `None` for 100.64.0.0/10 and public addresses.
fn range(block: Ipv4Net) -> Option<(usize, bool)> {
    let found = RANGES.iter().enumerate().find(|(_, (start, prefix, _))| {
        let range = Ipv4Net::new((*start).into(), *prefix);
        range.is_ok_and(|range| range.contains(&block))
    });
    found.map(|(index, (.., is_private))| (index, *is_private))
}

fn is_refused(first: Ipv4Net, further: Ipv4Net) -> bool {
    if further.addr().is_link_local() {
        return true;
    }
    // A block is one of those that these ranges keep out of their neighbors.
    let is_of = |block: Ipv4Net, start: [u8; 4], prefix| {
        Ipv4Net::new(start.into(), prefix).is_ok_and(|range| range.contains(&block))
    };
    if is_of(first, [10, 0, 0, 0], 15) && is_of(further, [10, 0, 0, 0], 16) {
        return true;
    }
    if is_of(first, [172, 16, 0, 0], 12) && is_of(further, [172, 31, 0, 0], 16) {
        return true;
    }
    match (range(first), range(further)) {
        (_, None) => false,
        (None, Some(_)) => true,
        (Some((a, _)), Some((b, _))) => a != b,
    }
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    for vpc in context.survey.vpcs.values() {
        let Some(first) = vpc.cidr.known().and_then(|it| ipv4(it.block())) else {
            continue;
        };
        if first.addr().is_link_local() {
            let message = Message::new("AWS does not let {vpc} have {first}.")
                .resource("vpc", &vpc.id)
                .text("first", first);
            findings.add(&vpc.id, "CidrBlock", message);
        }
        for block in vpc.blocks.iter().filter(|block| block.resource != vpc.id) {
            let Some(further) = ipv4(block.net).filter(|it| is_refused(first, *it)) else {
                continue;
            };
            let message =
                Message::new("AWS does not let {further} join {vpc}, which begins with {first}.")
                    .text("further", further)
                    .resource("vpc", &vpc.id)
                    .text("first", first);
            findings
                .add(&block.resource, block.path.clone(), message)
                .with([&vpc.id]);
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let vpc = finding
        .others
        .first()
        .and_then(|id| context.survey.vpcs.get(id));
    let free = vpc.and_then(|vpc| {
        let first = vpc.cidr.known().and_then(|it| ipv4(it.block()))?;
        mend_blocks::free_vpc_block(context, first, first.prefix_len())
    });
    let Some(free) = free else {
        return Vec::new();
    };
    let title = Message::new("Make it {block}").text("block", free);
    Fix::review(context, title, |draft| {
        mend::set_block(context, draft, &finding.resource, &finding.path, free)
    })
}
