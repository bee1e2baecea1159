//! A database with a public address stands where the Internet cannot reach it.

use crate::lower::survey::{Database, Subnet};
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, WayOut, mend};
use crate::template::LogicalId;

pub(super) static RULE: Rule = Rule {
    id: "db-public-without-way",
    severity: Severity::Error,
    title: "Public database without a way to the Internet",
    why: "RDS makes a publicly accessible database only in a VPC with an Internet gateway, DNS \
          support and DNS host names, and it answers only from public subnets. Give the VPC what is \
          missing or, better, give the database no public address.",
    guide: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html#USER_VPC.Hiding",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
  subnet b CidrBlock=10.0.2.0/24 AvailabilityZone=us-east-1b
igw igw
  attachment joins VpcId=@main
AWS::RDS::DBSubnetGroup data DBSubnetGroupDescription=d SubnetIds=[@a, @b]
AWS::RDS::DBInstance orders Engine=mysql DBSubnetGroupName=@data PubliclyAccessible=true # error db-public-without-way: orders is to have a public address, but main gives no DNS host names.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16 EnableDnsHostnames=true
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
  subnet b CidrBlock=10.0.2.0/24 AvailabilityZone=us-east-1b
  routetable public
    route out DestinationCidrBlock=0.0.0.0/0 GatewayId=@igw
tableassociation aPublic SubnetId=@a RouteTableId=@public
tableassociation bPublic SubnetId=@b RouteTableId=@public
igw igw
  attachment joins VpcId=@main
AWS::RDS::DBSubnetGroup data DBSubnetGroupDescription=d SubnetIds=[@a, @b]
AWS::RDS::DBInstance orders Engine=mysql DBSubnetGroupName=@data PubliclyAccessible=true
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    let databases = context.survey.databases.values();
    for database in databases.filter(|it| it.is_public) {
        let Some((severity, message)) = fault(context, database) else {
            continue;
        };
        findings
            .add(&database.id, "PubliclyAccessible", message)
            .severity = severity;
    }
}

/// The known subnets of a database.
fn subnets<'a>(context: &Context<'a>, database: &Database) -> Vec<&'a Subnet> {
    let group = database.subnet_group.known();
    let group = group.and_then(|id| context.survey.subnet_groups.get(id));
    let used = group.map_or(&[][..], |group| &group.subnets[..]).iter();
    used.filter_map(|used| context.survey.subnets.get(used.id.known()?))
        .collect()
}

fn fault(context: &Context<'_>, database: &Database) -> Option<(Severity, Message)> {
    let subnets = subnets(context, database);
    let vpc = subnets.first()?.vpc.known()?;
    let facts = context.survey.vpcs.get(vpc)?;
    let about = |sentence, vpc: &LogicalId| {
        Message::new(sentence)
            .resource("database", &database.id)
            .resource("place", vpc)
    };
    // What is written and cannot be told reads as false.
    let says_no = |property: &str, absent: bool| {
        let resource = context.resource(vpc);
        let said = resource.map(|it| context.evaluator.property(it, &property.into()));
        said.is_some_and(|it| match it {
            crate::template::Evaluated::Absent => absent,
            other => other.truth() == Some(false),
        })
    };
    if !facts.dns_support && says_no("EnableDnsSupport", false) {
        let sentence = "{database} is to have a public address, but {place} has no DNS support.";
        return Some((Severity::Error, about(sentence, vpc)));
    }
    if !facts.dns_hostnames && says_no("EnableDnsHostnames", true) {
        let sentence =
            "{database} is to have a public address, but {place} gives no DNS host names.";
        return Some((Severity::Error, about(sentence, vpc)));
    }
    let private = subnets
        .iter()
        .find(|it| matches!(context.way_out(it), WayOut::Nowhere | WayOut::Elsewhere))?;
    let sentence =
        "{database} is to have a public address, but {place} has no route to an Internet gateway.";
    Some((Severity::Warning, about(sentence, &private.id)))
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let id = &finding.resource;
    let title = Message::new("Give {database} no public address").resource("database", id);
    let mut ways = Fix::review(context, title, |draft| {
        mend::set(draft, id, "PubliclyAccessible", false)
    });
    let database = context.survey.databases.get(id);
    let subnets = database.map(|it| subnets(context, it)).unwrap_or_default();
    let vpc = subnets.first().and_then(|it| it.vpc.known());
    let facts = vpc.and_then(|vpc| context.survey.vpcs.get(vpc));
    let lacks_dns = facts.is_some_and(|it| !it.dns_support || !it.dns_hostnames);
    let is_else_right = subnets
        .iter()
        .all(|it| context.way_out(it) == WayOut::Internet);
    if let Some(vpc) = vpc.filter(|_| lacks_dns && is_else_right) {
        let title = Message::new("Let {vpc} give DNS host names").resource("vpc", vpc);
        ways.extend(Fix::review(context, title, |draft| {
            mend::set(draft, vpc, "EnableDnsSupport", true)?;
            mend::set(draft, vpc, "EnableDnsHostnames", true)
        }));
    }
    ways
}

#[cfg(test)]
mod tests {
    use crate::analysis::analyze;
    use crate::fixture::design;
    use crate::schema::Schemas;

    #[test]
    fn a_private_subnet_and_missing_dns_support_are_told_apart() {
        let found = |vpc: &str| -> Vec<String> {
            let text = format!(
                "vpc main CidrBlock=10.0.0.0/16 {vpc}
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
  subnet b CidrBlock=10.0.2.0/24 AvailabilityZone=us-east-1b
AWS::RDS::DBSubnetGroup data DBSubnetGroupDescription=d SubnetIds=[@a, @b]
AWS::RDS::DBInstance orders Engine=mysql DBSubnetGroupName=@data PubliclyAccessible=true"
            );
            let findings = analyze(&design(&text), &Schemas::default()).findings;
            let own = findings.iter().filter(|it| it.rule == &super::RULE);
            own.map(|it| format!("{}: {}", it.severity, it.message))
                .collect()
        };
        assert_eq!(
            found("EnableDnsHostnames=true"),
            [
                "warning: orders is to have a public address, but a has no route to an Internet gateway."
            ]
        );
        assert_eq!(
            found("EnableDnsSupport=false EnableDnsHostnames=true"),
            ["error: orders is to have a public address, but main has no DNS support."]
        );
        assert_eq!(
            found("EnableDnsSupport=@Maybe EnableDnsHostnames=@Maybe").len(),
            1
        );
    }
}
