//! A subnet is larger or smaller than AWS allows.

use ipnet::IpNet;

use crate::cidr;
use crate::message::Message;
use crate::rules::mend_blocks::{self, both_blocks};
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity};

pub(super) static RULE: Rule = Rule {
    id: "subnet-cidr-size",
    severity: Severity::Error,
    title: "Subnet too large or too small",
    why: "An IPv4 subnet has between 16 addresses (/28) and 65,536 (/16), of which AWS keeps \
          five. An IPv6 one is /44, /48 and so on in steps of four to /64. AWS refuses any other \
          size.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-sizing.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/29 # error subnet-cidr-size: a has 10.0.1.0/29: a subnet is between /16 and /28.
vpc six CidrBlock=10.1.0.0/16
  vpccidrblock more Ipv6CidrBlock=\"2001:db8::/56\" Ipv6Pool=pool-1
  subnet b CidrBlock=10.1.1.0/24 Ipv6CidrBlock=\"2001:db8::/65\" # error subnet-cidr-size: b has 2001:db8::/65: an IPv6 subnet is /44 to /64, in steps of four.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  vpccidrblock more Ipv6CidrBlock=\"2001:db8::/56\" Ipv6Pool=pool-1
  subnet a CidrBlock=10.0.1.0/28
  subnet b CidrBlock=10.0.2.0/24 Ipv6CidrBlock=\"2001:db8::/60\"
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    for subnet in context.survey.subnets.values() {
        for (id, path, cidr) in both_blocks(subnet) {
            let Some(block) = cidr.known().map(|it| it.block()) else {
                continue;
            };
            // A block of the wrong family is told elsewhere.
            if block.addr().is_ipv6() != path.contains("v6") || cidr::is_subnet_size(block) {
                continue;
            }
            let sentence = match block {
                IpNet::V4(_) => "{subnet} has {block}: a subnet is between /16 and /28.",
                IpNet::V6(_) => {
                    "{subnet} has {block}: an IPv6 subnet is /44 to /64, in steps of four."
                }
            };
            let message = Message::new(sentence)
                .resource("subnet", &subnet.id)
                .text("block", block);
            findings.add(id, path, message);
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    mend_blocks::move_by_path(context, &finding.resource, &finding.path)
}
