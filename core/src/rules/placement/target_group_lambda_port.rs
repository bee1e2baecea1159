//! A target group of a function has what only networks have.

use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};

pub(super) static RULE: Rule = Rule {
    id: "target-group-lambda-port",
    severity: Severity::Error,
    title: "Port of a function",
    why: "A load balancer calls a Lambda function by its name, not at a port of a network. AWS \
          refuses a port, a protocol or a VPC for a target group of type lambda.",
    guide: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html",
    bad: "\
targetgroup call TargetType=lambda Port=80 Protocol=HTTP # error target-group-lambda-port: call calls a function: AWS refuses its Port and Protocol.
",
    good: "\
targetgroup call TargetType=lambda
",
    check,
    fixes,
}
.told();

/// What AWS refuses.
const PROPERTIES: [&str; 3] = ["Port", "Protocol", "VpcId"];

fn check(context: &Context<'_>, findings: &mut Findings) {
    for group in context.survey.target_groups.values() {
        if group.target_type.known().is_none_or(|it| it != "lambda") {
            continue;
        }
        let Some(resource) = context.resource(&group.id) else {
            continue;
        };
        let is_written = |name: &&str| resource.property(name).is_some();
        let written: Vec<&str> = PROPERTIES.into_iter().filter(is_written).collect();
        let Some(first) = written.first() else {
            continue;
        };
        let message = Message::new("{group} calls a function: AWS refuses its {properties}.")
            .resource("group", &group.id)
            .text("properties", written.join(" and "));
        findings.add(&group.id, *first, message);
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let id = &finding.resource;
    Fix::safe(context, Message::new("Remove what is refused"), |draft| {
        for name in PROPERTIES {
            mend::unset(draft, id, name);
        }
        Some(())
    })
}
