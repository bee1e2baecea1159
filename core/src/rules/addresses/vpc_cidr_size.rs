//! A block of a VPC is larger or smaller than AWS allows.

use ipnet::IpNet;

use crate::cidr;
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};

pub(super) static RULE: Rule = Rule {
    id: "vpc-cidr-size",
    severity: Severity::Error,
    title: "VPC too large or too small",
    why: "An IPv4 block of a VPC has between 16 addresses (/28) and 65,536 (/16), and an IPv6 \
          block of your own is /44, /48, /52, /56 or /60. AWS refuses any other size. A VPC that \
          needs more has further blocks.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/8 # error vpc-cidr-size: main has 10.0.0.0/8: a block of a VPC is between /16 and /28.
vpc tiny CidrBlock=10.1.0.0/28
  vpccidrblock six Ipv6CidrBlock=\"2001:db8::/62\" Ipv6Pool=pool-1 # error vpc-cidr-size: six has 2001:db8::/62: an IPv6 block of a VPC is /44, /48, /52, /56 or /60.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
vpc tiny CidrBlock=10.1.0.0/28
  vpccidrblock six Ipv6CidrBlock=\"2001:db8::/56\" Ipv6Pool=pool-1
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    for block in context.survey.vpcs.values().flat_map(|vpc| &vpc.blocks) {
        if !cidr::is_vpc_size(block.net) {
            let sentence = match block.net {
                IpNet::V4(_) => "{vpc} has {block}: a block of a VPC is between /16 and /28.",
                IpNet::V6(_) => {
                    "{vpc} has {block}: an IPv6 block of a VPC is /44, /48, /52, /56 or /60."
                }
            };
            let message = Message::new(sentence)
                .resource("vpc", &block.resource)
                .text("block", block.net);
            findings.add(&block.resource, block.path.clone(), message);
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let mut blocks = context.survey.vpcs.values().flat_map(|vpc| &vpc.blocks);
    let block = blocks.find(|it| it.resource == finding.resource && it.path == finding.path);
    let allowed = block.and_then(|block| {
        let prefix = match block.net {
            IpNet::V4(net) => net.prefix_len().clamp(16, 28),
            IpNet::V6(net) => net.prefix_len().clamp(44, 60) / 4 * 4,
        };
        let net = IpNet::new(block.net.network(), prefix).ok()?;
        Some(net.trunc())
    });
    let Some(allowed) = allowed else {
        return Vec::new();
    };
    let title = Message::new("Make it {block}").text("block", allowed);
    Fix::review(context, title, |draft| {
        mend::set_block(context, draft, &finding.resource, &finding.path, allowed)
    })
}
