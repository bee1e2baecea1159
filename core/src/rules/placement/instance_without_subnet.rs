//! An instance stands in no subnet.

use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};

pub(super) static RULE: Rule = Rule {
    id: "instance-without-subnet",
    severity: Severity::Warning,
    title: "Instance outside of the design",
    why: "Without a subnet, AWS puts an instance into the default VPC of the account, apart from \
          the networks of this design, or refuses it where there is no default VPC.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
instance web # warning instance-without-subnet: web stands in no subnet: AWS puts it into the account's default VPC.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
    instance web
instance launched LaunchTemplate={LaunchTemplateId=lt-1}
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    if context.survey.vpcs.is_empty() {
        return;
    }
    for instance in context.survey.instances.values() {
        let says_elsewhere = context.resource(&instance.id).is_some_and(|it| {
            it.property("LaunchTemplate").is_some() || it.property("NetworkInterfaces").is_some()
        });
        if instance.subnet.id.is_absent() && !says_elsewhere {
            let message = Message::new(
                "{instance} stands in no subnet: AWS puts it into the account's default VPC.",
            )
            .resource("instance", &instance.id);
            findings.add(&instance.id, "SubnetId", message);
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let subnets = context.survey.subnets.keys().take(3);
    let ways = subnets.flat_map(|subnet| {
        let title = Message::new("Put {instance} into {subnet}")
            .resource("instance", &finding.resource)
            .resource("subnet", subnet);
        Fix::review(context, title, |draft| {
            mend::set(
                draft,
                &finding.resource,
                "SubnetId",
                mend::reference(subnet),
            )
        })
    });
    ways.collect()
}
