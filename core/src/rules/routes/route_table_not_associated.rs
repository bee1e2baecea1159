//! No subnet uses a route table.

use std::collections::HashSet;

use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend, mend_ways};
use crate::template::LogicalId;

pub(super) static RULE: Rule = Rule {
    id: "route-table-not-associated",
    severity: Severity::Warning,
    title: "Route table without a subnet",
    why: "A subnet that is associated with no route table uses the main one of its VPC, which \
          CloudFormation cannot fill. A table that no subnet is associated with does nothing: \
          associate it with the subnets that it was written for.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-route-tables.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet data CidrBlock=10.0.1.0/24
  routetable lonely # warning route-table-not-associated: No subnet uses lonely.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet data CidrBlock=10.0.1.0/24
  routetable used
tableassociation joins SubnetId=@data RouteTableId=@used
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    let survey = context.survey;
    let associated: HashSet<&LogicalId> = survey
        .table_associations
        .iter()
        .filter_map(|it| it.to.known())
        .collect();
    // An association with what cannot be told may be with any table.
    let mut associations = survey.table_associations.iter();
    if associations.any(|it| !it.to.is_absent() && it.to.known().is_none()) {
        return;
    }
    for table in survey.tables.keys() {
        let mut users = context.users_of(table);
        let serves_gateway =
            users.any(|(_, user)| user.kind() == "AWS::EC2::GatewayRouteTableAssociation");
        if !associated.contains(table) && !serves_gateway {
            let message = Message::new("No subnet uses {table}.").resource("table", table);
            findings.add(table, "", message);
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let id = &finding.resource;
    let Some(table) = context.survey.tables.get(id) else {
        return Vec::new();
    };
    let mut ways = Vec::new();
    let subnets = table.vpc.known().map(|vpc| context.subnets_of(vpc));
    let without: Vec<&LogicalId> = subnets
        .unwrap_or_default()
        .iter()
        .filter(|subnet| subnet.table.is_none())
        .map(|subnet| &subnet.id)
        .collect();
    if !without.is_empty() {
        let names: Vec<_> = without.iter().map(ToString::to_string).collect();
        let title = Message::new("Associate it with {subnets}").text("subnets", names.join(", "));
        ways.extend(Fix::review(context, title, |draft| {
            for subnet in &without {
                mend_ways::associate(draft, subnet, id);
            }
            Some(())
        }));
    }
    let others = context
        .users_of(id)
        .any(|(user, _)| !table.routes.contains(user));
    if !others {
        let title = Message::new("Remove {table} and its routes").resource("table", id);
        ways.extend(Fix::review(context, title, |draft| {
            for route in &table.routes {
                mend::remove(draft, route)?;
            }
            mend::remove(draft, id)
        }));
    }
    ways
}
