//! A subnet is associated with two route tables.

use std::collections::HashMap;

use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};

pub(super) static RULE: Rule = Rule {
    id: "subnet-two-route-tables",
    severity: Severity::Error,
    title: "Subnet with two route tables",
    why: "A subnet has one route table. AWS refuses the second association, or the one that is \
          made last wins: nobody can tell which routes the subnet gets.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
  routetable one
  routetable two
tableassociation first SubnetId=@a RouteTableId=@one
tableassociation second SubnetId=@a RouteTableId=@two # error subnet-two-route-tables: first already gives a a route table.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
  routetable one
tableassociation first SubnetId=@a RouteTableId=@one
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    let mut first = HashMap::new();
    for association in &context.survey.table_associations {
        let Some(subnet) = association.subnet.known() else {
            continue;
        };
        // Associations under conditions may exclude each other.
        if !context.is_certain(&association.id) {
            continue;
        }
        if let Some(earlier) = first.get(subnet) {
            let message = Message::new("{earlier} already gives {subnet} a route table.")
                .resource("earlier", earlier)
                .resource("subnet", subnet);
            findings
                .add(&association.id, "SubnetId", message)
                .with([*earlier, subnet]);
        } else {
            first.insert(subnet, &association.id);
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let both = [&finding.resource]
        .into_iter()
        .chain(finding.others.first());
    let removals = both.flat_map(|id| {
        let title = Message::new("Remove {association}").resource("association", id);
        Fix::review(context, title, |draft| mend::remove(draft, id))
    });
    removals.collect()
}
