//! A subnet is associated with a network ACL of another VPC.

use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};

pub(super) static RULE: Rule = Rule {
    id: "network-acl-other-vpc",
    severity: Severity::Error,
    title: "Network ACL of another VPC",
    why: "A network ACL belongs to one VPC and filters subnets of that VPC only. AWS refuses to \
          associate it with any other.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
vpc other CidrBlock=10.1.0.0/16
  acl acl
aclassociation joins SubnetId=@a NetworkAclId=@acl # error network-acl-other-vpc: a is in main, but acl is in other.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
  acl acl
aclassociation joins SubnetId=@a NetworkAclId=@acl
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    let survey = context.survey;
    for association in &survey.acl_associations {
        let (Some(subnet), Some(acl)) = (association.subnet.known(), association.to.known()) else {
            continue;
        };
        let here = context.vpc_of_subnet(subnet);
        let there = survey.network_acls.get(acl).and_then(|it| it.vpc.known());
        let (Some(here), Some(there)) = (here, there) else {
            continue;
        };
        if here != there {
            let message = Message::new("{subnet} is in {here}, but {acl} is in {there}.")
                .resource("subnet", subnet)
                .resource("here", here)
                .resource("acl", acl)
                .resource("there", there);
            findings
                .add(&association.id, "NetworkAclId", message)
                .with([subnet, acl]);
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let id = &finding.resource;
    let title = Message::new("Remove {association}").resource("association", id);
    Fix::review(context, title, |draft| mend::remove(draft, id))
}
