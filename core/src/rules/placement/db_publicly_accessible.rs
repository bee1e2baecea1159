//! A database has a public address.

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
",
    good: "\
AWS::RDS::DBInstance orders Engine=mysql PubliclyAccessible=false
",
    check,
    fixes,
};

fn check(context: &Context<'_>, findings: &mut Findings) {
    let databases = context.survey.databases.values();
    for database in databases.filter(|it| it.is_public) {
        let message =
            Message::new("{database} gets a public address.").resource("database", &database.id);
        findings.add(&database.id, "PubliclyAccessible", message);
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let id = &finding.resource;
    let title = Message::new("Give {database} no public address").resource("database", id);
    Fix::review(context, title, |draft| {
        mend::set(draft, id, "PubliclyAccessible", false)
    })
}
