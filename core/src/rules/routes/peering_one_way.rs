//! Routes lead over a peering connection from one side only, or from none.

use std::collections::{HashMap, HashSet};

use crate::catalogue::ec2;
use crate::lower::survey::{Fact, RouteTable};
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::{LogicalId, PropertyPath, Value};

use super::tables::vpc_of;

pub(super) static RULE: Rule = Rule {
    id: "peering-one-way",
    severity: Severity::Warning,
    title: "Peering with a route on one side",
    why: "A peering connection carries packets where routes lead over it, and AWS adds none by \
          itself. Answers need a route too: without one on the other side, no connection is ever \
          made. Lead from the tables of both VPCs to the blocks of the other.",
    guide: "https://docs.aws.amazon.com/vpc/latest/peering/vpc-peering-routing.html",
    bad: "\
vpc main CidrBlock=10.1.0.0/16
  subnet a CidrBlock=10.1.1.0/24
  routetable tableA
    route there DestinationCidrBlock=10.2.0.0/16 VpcPeeringConnectionId=@joins
    route far DestinationCidrBlock=10.9.0.0/16 VpcPeeringConnectionId=pcx-1
tableassociation usesA SubnetId=@a RouteTableId=@tableA
vpc other CidrBlock=10.2.0.0/16
  subnet b CidrBlock=10.2.1.0/24
  routetable tableB
tableassociation usesB SubnetId=@b RouteTableId=@tableB
vpc third CidrBlock=10.3.0.0/16
peering joins VpcId=@main PeerVpcId=@other # warning peering-one-way: Routes of main lead over joins, and none of other leads back.
peering idle VpcId=@main PeerVpcId=@third # hint peering-one-way: No route leads over idle, from main or from third.
",
    good: "\
vpc main CidrBlock=10.1.0.0/16
  routetable tableA
    route there DestinationCidrBlock=10.2.0.0/16 VpcPeeringConnectionId=@joins
vpc other CidrBlock=10.2.0.0/16
  routetable tableB
    route back DestinationCidrBlock=10.1.0.0/16 VpcPeeringConnectionId=@joins
peering joins VpcId=@main PeerVpcId=@other
peering far VpcId=@main PeerVpcId=vpc-1
",
    check,
    fixes,
}
.told();

/// The VPCs whose routes lead over each peering connection; `None` if some
/// route may lead over any of them.
fn users<'a>(context: &Context<'a>) -> Option<HashMap<&'a LogicalId, HashSet<&'a LogicalId>>> {
    let over = PropertyPath::from("VpcPeeringConnectionId");
    let mut index: HashMap<_, HashSet<_>> = HashMap::new();
    for route in context.survey.routes.values() {
        for target in route.targets.iter().filter(|it| it.path == over) {
            let peering = match &target.target {
                Fact::Known(peering) => peering,
                Fact::Unknown(_) => return None,
                _ => continue,
            };
            index
                .entry(peering)
                .or_default()
                .insert(vpc_of(context, route)?);
        }
    }
    Some(index)
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    let survey = context.survey;
    let Some(users) = users(context) else {
        return;
    };
    for peering in survey.peerings.values() {
        let (Some(vpc), Some(peer)) = (peering.vpc.known(), peering.peer.known()) else {
            continue;
        };
        if !survey.vpcs.contains_key(vpc) || !survey.vpcs.contains_key(peer) {
            continue;
        }
        let leads = |from| users.get(&peering.id).is_some_and(|it| it.contains(from));
        let (here, there) = match (leads(vpc), leads(peer)) {
            (true, true) => continue,
            (true, false) => (vpc, peer),
            (false, true) => (peer, vpc),
            (false, false) => {
                let message = Message::new("No route leads over {peering}, from {a} or from {b}.")
                    .resource("peering", &peering.id)
                    .resource("a", vpc)
                    .resource("b", peer);
                let found = findings.add(&peering.id, "", message);
                found.with([vpc, peer]).severity = Severity::Hint;
                continue;
            }
        };
        let message =
            Message::new("Routes of {here} lead over {peering}, and none of {there} leads back.")
                .resource("here", here)
                .resource("peering", &peering.id)
                .resource("there", there);
        findings.add(&peering.id, "", message).with([here, there]);
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let survey = context.survey;
    let [here, there] = finding.others.as_slice() else {
        return Vec::new();
    };
    let tables_of = |vpc: &LogicalId| -> Vec<&RouteTable> {
        let tables = survey.tables.values();
        let used = tables.filter(|it| it.vpc.known() == Some(vpc) && !it.subnets.is_empty());
        used.collect()
    };
    let mut sides = vec![(there, here, tables_of(there))];
    if finding.severity == Severity::Hint {
        sides.push((here, there, tables_of(here)));
    }
    if sides.iter().any(|(.., tables)| tables.is_empty()) {
        return Vec::new();
    }
    let title = Message::new("Lead from {there} to {here} over {peering}")
        .resource("there", there)
        .resource("here", here)
        .resource("peering", &finding.resource);
    Fix::review(context, title, |draft| {
        for (_, to, tables) in &sides {
            let block = *context.blocks_of(to).first()?;
            for table in tables {
                let properties = [
                    ("RouteTableId", mend::reference(&table.id)),
                    ("DestinationCidrBlock", Value::from(block.to_string())),
                    ("VpcPeeringConnectionId", mend::reference(&finding.resource)),
                ];
                let stem = format!("{}RouteTo{to}", table.id);
                mend::add(draft, &stem, ec2::Route::KIND, properties);
            }
        }
        Some(())
    })
}
