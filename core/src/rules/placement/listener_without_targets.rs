//! A listener forwards to nothing.

use super::load_balancer_without_listener::groups_near;
use crate::message::Message;
use crate::rules::{Context, Finding, Findings, Fix, Rule, Severity, mend};
use crate::template::{Evaluated, LogicalId, PropertyPath, Value};

pub(super) static RULE: Rule = Rule {
    id: "listener-without-targets",
    severity: Severity::Error,
    title: "Listener that forwards to nothing",
    why: "An action of type forward names the target group that it forwards to. AWS refuses a \
          listener whose action does not.",
    guide: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-elasticloadbalancingv2-listener-action.html",
    bad: "\
vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24 AvailabilityZone=us-east-1a
  subnet b CidrBlock=10.0.2.0/24 AvailabilityZone=us-east-1b
  targetgroup apps Port=8080 Protocol=HTTP
lb front Subnets=[@a, @b] Scheme=internal
  listener web Port=80 Protocol=HTTP DefaultActions=[{Type=forward}] # error listener-without-targets: web forwards to no target group.
",
    good: "\
lb front Type=application
  listener web Port=80 Protocol=HTTP DefaultActions=[{Type=redirect, RedirectConfig={Protocol=HTTPS, StatusCode=HTTP_301}}]
",
    check,
    fixes,
}
.told();

/// Where the first action of a listener that forwards stands.
fn forwarding(context: &Context<'_>, listener: &LogicalId) -> Option<PropertyPath> {
    let resource = context.resource(listener)?;
    let list = PropertyPath::root().key("DefaultActions");
    let Evaluated::Known(Value::List(actions)) = context.evaluator.property(resource, &list) else {
        return None;
    };
    let place = actions.iter().position(|action| {
        let kind = action.as_map().and_then(|action| action.get("Type"));
        kind.and_then(Value::as_text) == Some("forward")
    })?;
    Some(list.index(place))
}

fn check(context: &Context<'_>, findings: &mut Findings) {
    let listeners = context.survey.listeners.values();
    for listener in listeners.filter(|it| it.groups.is_empty()) {
        if let Some(path) = forwarding(context, &listener.id) {
            let message = Message::new("{listener} forwards to no target group.")
                .resource("listener", &listener.id);
            findings.add(&listener.id, path, message);
        }
    }
}

fn fixes(context: &Context<'_>, finding: &Finding) -> Vec<Fix> {
    let survey = context.survey;
    let listener = survey.listeners.get(&finding.resource);
    let balancer = listener.and_then(|it| survey.load_balancers.get(it.load_balancer.known()?));
    let Some(balancer) = balancer else {
        return Vec::new();
    };
    let ways = groups_near(context, balancer)
        .into_iter()
        .flat_map(|group| {
            let title = Message::new("Forward to {group}").resource("group", group);
            Fix::review(context, title, |draft| {
                let path = finding.path.key("TargetGroupArn");
                mend::set(draft, &finding.resource, path, mend::reference(group))
            })
        });
    ways.collect()
}
