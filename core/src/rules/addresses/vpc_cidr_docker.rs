//! A VPC has the addresses that Docker gives to containers.

use ipnet::{IpNet, Ipv4Net};

use crate::cidr;
use crate::message::Message;
use crate::rules::{Context, Findings, Rule, Severity, no_fix};

pub(super) static RULE: Rule = Rule {
    id: "vpc-cidr-docker",
    severity: Severity::Warning,
    title: "VPC with Docker's addresses",
    why: "Docker takes 172.17.0.0/16 for its containers. A machine that runs Docker, as Cloud9 \
          and SageMaker do, sends what is meant for such an address of the VPC to itself.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html",
    bad: "\
vpc main CidrBlock=172.17.0.0/16 # warning vpc-cidr-docker: main has 172.17.0.0/16, which Docker uses for containers.
",
    good: "\
vpc main CidrBlock=172.18.0.0/16
",
    check,
    fixes: no_fix,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    let Ok(docker) = Ipv4Net::new([172, 17, 0, 0].into(), 16) else {
        return;
    };
    for block in context.survey.vpcs.values().flat_map(|vpc| &vpc.blocks) {
        if let Some(shared) = cidr::overlap(block.net, IpNet::V4(docker)) {
            let message = Message::new("{vpc} has {shared}, which Docker uses for containers.")
                .resource("vpc", &block.resource)
                .text("shared", shared);
            findings.add(&block.resource, block.path.clone(), message);
        }
    }
}
