//! A VPC has two Internet gateways, or an Internet gateway two VPCs.

use std::collections::HashMap;

use crate::lower::survey::GatewayKind;
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::LogicalId;

pub(super) static RULE: Rule = Rule {
    id: "internet-gateway-twice",
    severity: Severity::Error,
    title: "Second Internet gateway",
    why: "A VPC has one Internet gateway, and a gateway serves one VPC. AWS refuses the second \
          attachment. One is enough: it is no machine, and has no limit of its own.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Internet_Gateway.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  routetable public
    route out DestinationCidrBlock=0.0.0.0/0 GatewayId=@two
igw one
  attachment first VpcId=@main
igw two
  attachment second VpcId=@main # error internet-gateway-twice: second attaches two to main, but first attaches one to main.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
vpc other CidrBlock=10.1.0.0/16
igw one
  attachment first VpcId=@main
igw two
  attachment second VpcId=@other
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    let mut of_vpc: HashMap<&LogicalId, (&LogicalId, &LogicalId)> = HashMap::new();
    let gateways = context.survey.gateways.values();
    for gateway in gateways.filter(|it| it.kind == GatewayKind::Internet) {
        let mut of_gateway: Option<(&LogicalId, &LogicalId)> = None;
        for (attachment, vpc) in &gateway.attachments {
            let Some(vpc) = vpc.known() else { continue };
            let here = of_vpc.get(vpc).map(|(at, other)| (*at, *other, vpc));
            let there = of_gateway.map(|(at, other)| (at, &gateway.id, other));
            if let Some((first, earlier, where_to)) = here.or(there) {
                let message = Message::new(
                    "{attachment} attaches {gateway} to {vpc}, but {first} attaches {earlier} to {other}.",
                )
                .resource("attachment", attachment)
                .resource("gateway", &gateway.id)
                .resource("vpc", vpc)
                .resource("first", first)
                .resource("earlier", earlier)
                .resource("other", where_to);
                findings
                    .add(attachment, "VpcId", message)
                    .with([&gateway.id, earlier, vpc]);
                continue;
            }
            of_vpc.insert(vpc, (attachment, &gateway.id));
            of_gateway = Some((attachment, vpc));
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let [gateway, earlier, vpc] = finding.others.as_slice() else {
        return Vec::new();
    };
    let id = &finding.resource;
    let survey = context.survey;
    let title = Message::new("Remove {attachment}; routes lead to {gateway}")
        .resource("attachment", id)
        .resource("gateway", earlier);
    Fix::review(context, title, |draft| {
        mend::remove(draft, id)?;
        for route in survey.routes.values() {
            let table = route.table.known().and_then(|it| survey.tables.get(it));
            if table.and_then(|it| it.vpc.known()) != Some(vpc) {
                continue;
            }
            for target in &route.targets {
                if target.target.known() == Some(gateway) {
                    let value = mend::reference(earlier);
                    mend::set(draft, &route.id, target.path.clone(), value)?;
                }
            }
        }
        Some(())
    })
}
