//! A subnet is associated with a route table of another VPC.

use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};

pub(super) static RULE: Rule = Rule {
    id: "route-table-other-vpc",
    severity: Severity::Error,
    title: "Route table of another VPC",
    why: "A route table belongs to one VPC and serves subnets of that VPC only. AWS refuses to \
          associate it with any other.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
vpc other CidrBlock=10.1.0.0/16
  routetable table
tableassociation joins SubnetId=@a RouteTableId=@table # error route-table-other-vpc: a is in main, but table is in other.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
  routetable table
tableassociation joins SubnetId=@a RouteTableId=@table
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    let survey = context.survey;
    for association in &survey.table_associations {
        let (Some(subnet), Some(table)) = (association.subnet.known(), association.to.known())
        else {
            continue;
        };
        let here = context.vpc_of_subnet(subnet);
        let there = survey.tables.get(table).and_then(|it| it.vpc.known());
        let (Some(here), Some(there)) = (here, there) else {
            continue;
        };
        if here != there {
            let message = Message::new("{subnet} is in {here}, but {table} is in {there}.")
                .resource("subnet", subnet)
                .resource("here", here)
                .resource("table", table)
                .resource("there", there);
            findings
                .add(&association.id, "RouteTableId", message)
                .with([subnet, table]);
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let id = &finding.resource;
    let vpc = finding
        .others
        .first()
        .and_then(|subnet| context.vpc_of_subnet(subnet));
    let tables = context.survey.tables.values();
    let ours = tables.filter(|table| vpc.is_some() && table.vpc.known() == vpc);
    let mut ways: Vec<Fix> = ours
        .flat_map(|table| {
            let title = Message::new("Associate it with {table}").resource("table", &table.id);
            Fix::review(context, title, |draft| {
                mend::set(draft, id, "RouteTableId", mend::reference(&table.id))
            })
        })
        .collect();
    let title = Message::new("Remove {association}").resource("association", id);
    ways.extend(Fix::review(context, title, |draft| mend::remove(draft, id)));
    ways
}
