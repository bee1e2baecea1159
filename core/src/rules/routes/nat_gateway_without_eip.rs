//! A public NAT gateway has no address to translate to.

use crate::catalogue::ec2;
use crate::lower::survey::Connectivity;
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::Value;

pub(super) static RULE: Rule = Rule {
    id: "nat-gateway-without-eip",
    severity: Severity::Error,
    title: "NAT gateway without an address",
    why: "A public NAT gateway translates to an Elastic IP address. AWS refuses one without an \
          allocation. A private one, which leads to other networks only, has none.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-nat-gateway.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet public CidrBlock=10.0.0.0/24
    nat nat # error nat-gateway-without-eip: nat has no Elastic IP address to translate to.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet public CidrBlock=10.0.0.0/24
    nat nat AllocationId=@address.AllocationId
    nat inner ConnectivityType=private
eip address Domain=vpc
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    for nat in context.survey.nat_gateways.values() {
        // A regional one takes addresses by itself.
        let resource = context.resource(&nat.id);
        let is_regional = resource.is_some_and(|it| it.property("AvailabilityMode").is_some());
        if nat.connectivity == Connectivity::Public && nat.allocation.is_absent() && !is_regional {
            let message = Message::new("{nat} has no Elastic IP address to translate to.")
                .resource("nat", &nat.id);
            findings.add(&nat.id, "AllocationId", message);
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let nat = &finding.resource;
    let title = Message::new("Give {nat} an Elastic IP address").resource("nat", nat);
    Fix::safe(context, title, |draft| {
        let domain = [("Domain", Value::from("vpc"))];
        let stem = format!("{nat}Address");
        let address = mend::add(draft, &stem, ec2::ElasticIp::KIND, domain);
        let value = Value::attribute(address.as_str(), "AllocationId");
        mend::set(draft, nat, "AllocationId", value)
    })
}
