//! A database has a public address.

use crate::lower::survey::{Fact, HostKind};
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};

pub(super) static RULE: Rule = Rule {
    id: "db-publicly-accessible",
    severity: Severity::Warning,
    title: "Database with a public address",
    why: "A publicly accessible database has an address that the whole Internet can try; only a \
          security group stands between. Applications in the VPC, and people by VPN or bastion, \
          reach it by its private address.",
    guide: "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html#USER_VPC.Hiding",
    bad: "\
AWS::RDS::DBInstance orders Engine=mysql PubliclyAccessible=true # warning db-publicly-accessible: orders gets a public address.
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
AWS::Redshift::ClusterSubnetGroup places Description=d SubnetIds=[@a]
AWS::Redshift::Cluster warehouse ClusterSubnetGroupName=@places PubliclyAccessible=true # warning db-publicly-accessible: warehouse gets a public address.
",
    good: "\
AWS::RDS::DBInstance orders Engine=mysql PubliclyAccessible=false
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    let survey = context.survey;
    let databases = survey.databases.values();
    let databases = databases.filter(|it| it.is_public).map(|it| &it.id);
    let clusters = survey.clusters.values();
    let clusters = clusters
        .filter(|it| it.is_public && it.members.is_empty())
        .map(|it| &it.id);
    let stores = survey.hosts.values();
    let stores = stores
        .filter(|it| it.kind == HostKind::Store && it.public_ip == Fact::Known(true))
        .map(|it| &it.id);
    for id in databases.chain(clusters).chain(stores) {
        let message = Message::new("{database} gets a public address.").resource("database", id);
        findings.add(id, "PubliclyAccessible", message);
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let id = &finding.resource;
    let title = Message::new("Give {database} no public address").resource("database", id);
    Fix::review(context, title, |draft| {
        mend::set(draft, id, "PubliclyAccessible", false)
    })
}
