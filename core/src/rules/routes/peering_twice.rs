//! Two VPCs are peered twice, or a VPC with itself.

use std::collections::HashMap;

use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};

pub(super) static RULE: Rule = Rule {
    id: "peering-twice",
    severity: Severity::Error,
    title: "Peering that AWS refuses",
    why: "Two VPCs have at most one peering connection, whichever of them asked, and a VPC has \
          none with itself. AWS refuses what is more. One carries everything, in both directions.",
    guide: "https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-basics.html",
    bad: "\
vpc main CidrBlock=10.1.0.0/16
vpc other CidrBlock=10.2.0.0/16
peering joins VpcId=@main PeerVpcId=@other
peering again VpcId=@other PeerVpcId=@main # error peering-twice: joins already joins other and main.
",
    good: "\
vpc main CidrBlock=10.1.0.0/16
vpc other CidrBlock=10.2.0.0/16
vpc third CidrBlock=10.3.0.0/16
peering joins VpcId=@main PeerVpcId=@other
peering further VpcId=@main PeerVpcId=@third
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    let mut first = HashMap::new();
    for peering in context.survey.peerings.values() {
        let (Some(vpc), Some(peer)) = (peering.vpc.known(), peering.peer.known()) else {
            continue;
        };
        if vpc == peer {
            let message = Message::new("{peering} joins {vpc} with itself.")
                .resource("peering", &peering.id)
                .resource("vpc", vpc);
            findings.add(&peering.id, "PeerVpcId", message);
            continue;
        }
        // Connections under conditions may exclude each other.
        if !context.is_certain(&peering.id) {
            continue;
        }
        let pair = if vpc < peer { (vpc, peer) } else { (peer, vpc) };
        let Some(earlier) = first.get(&pair) else {
            first.insert(pair, &peering.id);
            continue;
        };
        let message = Message::new("{earlier} already joins {vpc} and {peer}.")
            .resource("earlier", earlier)
            .resource("vpc", vpc)
            .resource("peer", peer);
        findings.add(&peering.id, "", message).with([*earlier]);
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let id = &finding.resource;
    let Some(earlier) = finding.others.first() else {
        return mend::remove_resource(context, id);
    };
    let title = Message::new("Remove {peering}; routes lead over {earlier}")
        .resource("peering", id)
        .resource("earlier", earlier);
    Fix::review(context, title, |draft| {
        mend::remove(draft, id)?;
        for route in context.survey.routes.values() {
            for target in &route.targets {
                if target.target.known() == Some(id) {
                    let value = mend::reference(earlier);
                    mend::set(draft, &route.id, target.path.clone(), value)?;
                }
            }
        }
        Some(())
    })
}
