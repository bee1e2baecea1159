//! A subnet group of databases spans one zone only.

use super::zones::Listed;
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity};
use crate::template::{Evaluated, Value};

pub(super) static RULE: Rule = Rule {
    id: "db-subnet-group-zones",
    severity: Severity::Error,
    title: "Subnet group in one zone",
    why: "RDS, DocumentDB and Neptune refuse a subnet group whose subnets are all in one zone, \
          even for a database without a standby, so that one can be added later.",
    guide: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
  subnet b CidrBlock=10.0.2.0/24 AvailabilityZone=us-east-1a
AWS::RDS::DBSubnetGroup data DBSubnetGroupDescription=d SubnetIds=[@a, @b] # error db-subnet-group-zones: All subnets of data are in us-east-1a: RDS needs two zones.
AWS::DocDB::DBSubnetGroup papers DBSubnetGroupDescription=d SubnetIds=[@a, @b] # error db-subnet-group-zones: All subnets of papers are in us-east-1a: DocumentDB needs two zones.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
  subnet b CidrBlock=10.0.2.0/24 AvailabilityZone=us-east-1b
AWS::RDS::DBSubnetGroup data DBSubnetGroupDescription=d SubnetIds=[@a, @b]
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    for group in context.survey.subnet_groups.values() {
        let Some(listed) = Listed::new(context, &group.id, &group.subnets) else {
            continue;
        };
        if let (1, Some(zone)) = (listed.count(), listed.zones.first()) {
            let message =
                Message::new("All subnets of {group} are in {zone}: RDS needs two zones.")
                    .resource("group", &group.id)
                    .text("zone", zone);
            findings
                .add(&group.id, "SubnetIds", message)
                .with(listed.subnets.iter().map(|subnet| &subnet.id));
        }
    }
    check_others(context, findings);
}

/// Kinds that are not RDS's own, and ask for two zones as RDS does.
const OTHERS: [(&str, &str); 2] = [
    ("AWS::DocDB::DBSubnetGroup", "DocumentDB"),
    ("AWS::Neptune::DBSubnetGroup", "Neptune"),
];

fn check_others(context: &Context<'_>, findings: &mut Findings) {
    for (kind, service) in OTHERS {
        for (id, resource) in context.template().of_kind(kind) {
            let written = resource.property("SubnetIds").and_then(Value::as_list);
            let zones = written.unwrap_or_default().iter().map(|value| {
                let Evaluated::Resource { id, .. } = context.evaluator.evaluate(value) else {
                    return None;
                };
                context.survey.subnets.get(&id)?.zone.known()
            });
            let Some(zones) = zones.collect::<Option<Vec<_>>>() else {
                continue;
            };
            let Some(zone) = zones
                .first()
                .filter(|zone| zones.iter().all(|it| it == *zone))
            else {
                continue;
            };
            let message =
                Message::new("All subnets of {group} are in {zone}: {service} needs two zones.")
                    .resource("group", id)
                    .text("zone", zone)
                    .text("service", service);
            findings.add(id, "SubnetIds", message);
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let group = context.survey.subnet_groups.get(&finding.resource);
    let listed = group.and_then(|it| Listed::new(context, &it.id, &it.subnets));
    listed.map_or_else(Vec::new, |listed| listed.spread(context, None))
}
