//! A route leads to a machine that drops what is not for itself.

use std::collections::HashSet;

use super::route_gateway_other_vpc::belongs_to_other_vpc;
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::{Evaluated, Value};

pub(super) static RULE: Rule = Rule {
    id: "route-target-checks-addresses",
    severity: Severity::Error,
    title: "Route to a machine that forwards nothing",
    why: "Every network interface drops packets that are neither from it nor for it, unless its \
          source and destination check is off. A machine that a route leads to, such as a NAT \
          instance or a firewall, gets exactly such packets: turn the check off.",
    guide: "https://docs.aws.amazon.com/vpc/latest/userguide/work-with-nat-instances.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
    instance nat
    eni card
  routetable private
    route out DestinationCidrBlock=0.0.0.0/0 InstanceId=@nat # error route-target-checks-addresses: out leads to nat, which drops what is not for itself.
    route more DestinationCidrBlock=172.16.0.0/16 InstanceId=@nat
    route site DestinationCidrBlock=192.168.0.0/16 NetworkInterfaceId=@card # error route-target-checks-addresses: site leads to card, which drops what is not for itself.
",
    good: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
    instance nat SourceDestCheck=false
    eni card SourceDestCheck=false
  routetable private
    route out DestinationCidrBlock=0.0.0.0/0 InstanceId=@nat
    route site DestinationCidrBlock=192.168.0.0/16 NetworkInterfaceId=@card
",
    check,
    fixes,
}
.told();

fn check(context: &Context<'_>, findings: &mut Findings) {
    let mut told = HashSet::new();
    for route in context.survey.routes.values() {
        for target in &route.targets {
            let path = target.path.to_string();
            if path != "InstanceId" && path != "NetworkInterfaceId" {
                continue;
            }
            let Some(id) = target.target.known() else {
                continue;
            };
            let Some(resource) = context.resource(id) else {
                continue;
            };
            let said = context
                .evaluator
                .property(resource, &"SourceDestCheck".into());
            let checks = match said {
                Evaluated::Absent => true,
                Evaluated::Known(value) => value.as_bool() == Some(true),
                _ => false,
            };
            // The check of an instance with interfaces of its own is theirs.
            let has_interfaces = resource.property("NetworkInterfaces").is_some_and(|it| {
                let mut list = it.as_list().unwrap_or_default().iter();
                list.any(|it| {
                    let map = it.as_map();
                    map.is_none_or(|map| map.contains_key("NetworkInterfaceId"))
                })
            });
            // What AWS refuses for its VPC is another rule's.
            if belongs_to_other_vpc(context, route, id) {
                continue;
            }
            // One finding for each machine.
            if !checks || has_interfaces || !told.insert(id) {
                continue;
            }
            let message =
                Message::new("{route} leads to {target}, which drops what is not for itself.")
                    .resource("route", &route.id)
                    .resource("target", id);
            findings
                .add(&route.id, target.path.clone(), message)
                .with([id]);
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let Some(id) = finding.others.first() else {
        return Vec::new();
    };
    let title = Message::new("Let {target} forward: turn its check off").resource("target", id);
    Fix::safe(context, title, |draft| {
        mend::set(draft, id, "SourceDestCheck", Value::Bool(false))
    })
}
