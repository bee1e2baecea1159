//! A new listener: it speaks what its load balancer understands, at a port that
//! is free there, and so does the target group behind it.

use super::filling::Task;
use crate::catalogue::{elbv2, named};
use crate::document::{Draft, Refusal};
use crate::edit::surroundings::names;
use crate::message::Message;
use crate::template::Resource;

/// What a type of load balancer speaks, the usual first, and the port at which
/// a target group of it serves that.
///
/// <https://docs.aws.amazon.com/elasticloadbalancing/latest/network/create-listener.html>
struct Language {
    protocols: &'static [&'static str],
    port: i64,
}

/// <https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html>
const APPLICATION: Language = Language {
    protocols: &["HTTP", "HTTPS"],
    port: 80,
};

/// <https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-target-groups.html>
const NETWORK: Language = Language {
    protocols: &["TCP", "TLS", "UDP", "TCP_UDP", "QUIC", "TCP_QUIC"],
    port: 80,
};

/// <https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/target-groups.html>
const GATEWAY: Language = Language {
    protocols: &["GENEVE"],
    port: 6081,
};

/// The highest priority that a rule can have.
const LAST_PRIORITY: i64 = 50_000;

/// Fills the listener in, and fits a target group that nothing uses yet.
///
/// # Errors
/// The port is taken, or the target group is another load balancer's and
/// speaks what this one does not.
pub(super) fn fill(
    task: &Task<'_>,
    listener: &mut Resource,
    draft: &mut Draft<'_>,
) -> Result<(), Refusal> {
    let evaluator = task.evaluator;
    let balancer = evaluator.template().resource(&task.connection.from);
    let kind = balancer.map(|it| evaluator.property(it, &"Type".into()));
    let kind = kind.and_then(|kind| kind.text());
    let language = match kind.as_deref() {
        Some("network") => &NETWORK,
        Some("gateway") => return gateway(task, listener, draft),
        _ => &APPLICATION,
    };
    let spoken = fit(task, language, draft)?;
    // An Application Load Balancer may speak HTTP to clients whatever its
    // targets speak; a Network Load Balancer passes on what it gets.
    if kind.as_deref() == Some("network") {
        let protocol = spoken.unwrap_or_else(|| "TCP".to_owned());
        listener.set(&"Protocol".into(), protocol.into());
    }
    at_port(task, listener)
}

/// A Gateway Load Balancer takes every packet, by its one listener.
///
/// <https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/gateway-listeners.html>
fn gateway(task: &Task<'_>, listener: &mut Resource, draft: &mut Draft<'_>) -> Result<(), Refusal> {
    let balancer = &task.connection.from;
    let mut there = task.evaluator.template().of_kind(task.known.kind);
    let kind = elbv2::LoadBalancer::KIND;
    let first = there.find(|(_, it)| names(task.evaluator, it, "LoadBalancerArn", kind, balancer));
    if let Some((first, _)) = first {
        let message = "{balancer} has its one listener already, {listener}: a Gateway Load Balancer takes no second.";
        let message = Message::new(message).resource("balancer", balancer);
        return Err(message.resource("listener", first).into());
    }
    let mut properties = listener.properties().cloned().unwrap_or_default();
    properties.retain(|name, _| name != "Protocol" && name != "Port");
    *listener = Resource::with_properties(task.known.kind, properties);
    fit(task, &GATEWAY, draft).map(drop)
}

fn at_port(task: &Task<'_>, listener: &mut Resource) -> Result<(), Refusal> {
    let evaluator = task.evaluator;
    let balancer = &task.connection.from;
    let port = i64::from(task.port.unwrap_or(80));
    let kind = elbv2::LoadBalancer::KIND;
    let mut there = evaluator.template().of_kind(task.known.kind);
    let taken = there.any(|(_, it)| {
        names(evaluator, it, "LoadBalancerArn", kind, balancer)
            && evaluator.property(it, &"Port".into()).integer() == Some(port)
    });
    if taken {
        let message = "{balancer} listens at port {port} already: give another port.";
        let message = Message::new(message).resource("balancer", balancer);
        return Err(message.text("port", port).into());
    }
    listener.set(&"Port".into(), port.into());
    Ok(())
}

/// Puts a rule behind the others of its listener, with room between.
///
/// <https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html>
pub(super) fn last(task: &Task<'_>, rule: &mut Resource) {
    let (evaluator, listener) = (task.evaluator, &task.connection.from);
    let all = evaluator.template().of_kind(task.known.kind);
    let kind = elbv2::Listener::KIND;
    let here = all.filter(|(_, it)| names(evaluator, it, "ListenerArn", kind, listener));
    let priority = |it: &Resource| evaluator.property(it, &"Priority".into()).integer();
    if let Some(last) = here.filter_map(|(_, it)| priority(it)).max() {
        let next = last.saturating_add(10).min(LAST_PRIORITY);
        rule.set(&"Priority".into(), next.into());
    }
}

/// Makes the target group speak the language, if it does not and nothing uses
/// it. Gives the protocol that it speaks then, unless it cannot be told.
fn fit(
    task: &Task<'_>,
    language: &Language,
    draft: &mut Draft<'_>,
) -> Result<Option<String>, Refusal> {
    let group = &task.connection.to;
    let evaluator = task.evaluator;
    let resource = evaluator.template().resource(group);
    // A group of functions has no protocol.
    let spoken = resource.map(|it| evaluator.property(it, &"Protocol".into()));
    let Some(spoken) = spoken.and_then(|it| it.text()) else {
        return Ok(None);
    };
    if language.protocols.contains(&spoken.as_str()) {
        return Ok(Some(spoken));
    }
    let listeners = evaluator.template().of_kind(task.known.kind);
    let mut ends = listeners.flat_map(|(_, it)| {
        let ends = task.known.ends.iter().flat_map(|ends| ends.to);
        ends.flat_map(move |end| named(evaluator, it, end.property, end.kind))
    });
    if ends.any(|(_, id)| id == *group) {
        let message = "{group} speaks {spoken} for another load balancer, and {balancer} speaks {languages}: choose another target group.";
        let message = Message::new(message).resource("group", group);
        let message = message.text("spoken", spoken);
        let message = message.resource("balancer", &task.connection.from);
        return Err(message
            .text("languages", language.protocols.join(", "))
            .into());
    }
    let usual = language.protocols.first().copied().unwrap_or_default();
    draft.set(group, &"Protocol".into(), usual.into());
    if spoken == "GENEVE" || usual == "GENEVE" {
        draft.set(group, &"Port".into(), language.port.into());
    }
    Ok(Some(usual.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::super::{Written, connect, connections};
    use crate::document::{Document, Session};
    use crate::fixture::design;
    use crate::template::{LogicalId, Value};

    const HEARD: Written = Written::Resource("AWS::ElasticLoadBalancingV2::Listener");

    /// The design with a listener from `front` to `group`, or why not.
    fn heard(text: &str) -> Result<Document, String> {
        let document = design(text);
        let all = connections(&document, &"front".into(), &"group".into()).unwrap();
        let line = all.iter().find(|it| it.written == HEARD).unwrap();
        let change = connect(&document, line, None).map_err(|why| why.to_string())?;
        let mut session = Session::new(document);
        session.commit(change).unwrap();
        Ok(session.document().clone())
    }

    /// Protocol and port of the listener, then of the group.
    fn spoken(text: &str) -> [String; 4] {
        let document = heard(text).unwrap();
        let said = |id: &str, name: &str| {
            let resource = document.template.resource(&LogicalId::new(id)).unwrap();
            let value = resource.property(name).and_then(Value::as_scalar_text);
            value.unwrap_or_else(|| "-".to_owned())
        };
        [
            said("Listener", "Protocol"),
            said("Listener", "Port"),
            said("group", "Protocol"),
            said("group", "Port"),
        ]
    }

    #[test]
    fn a_target_group_learns_what_its_load_balancer_speaks() {
        let group = "targetgroup group Protocol=HTTP Port=80\n";
        let said = |balancer: &str| spoken(&format!("{balancer}\n{group}"));
        assert_eq!(said("lb front"), ["HTTP", "80", "HTTP", "80"]);
        assert_eq!(said("lb front Type=network"), ["TCP", "80", "TCP", "80"]);
        let all = said("lb front Type=gateway");
        assert_eq!(all, ["-", "-", "GENEVE", "6081"]);
    }

    #[test]
    fn a_network_load_balancer_passes_on_what_its_targets_speak() {
        let text = "lb front Type=network\ntargetgroup group Protocol=UDP Port=53";
        assert_eq!(spoken(text), ["UDP", "80", "UDP", "53"]);
        let text = "lb front\ntargetgroup group Protocol=GENEVE Port=6081";
        assert_eq!(spoken(text), ["HTTP", "80", "HTTP", "80"]);
    }

    #[test]
    fn a_target_group_in_use_is_not_taught_anew() {
        let text = "lb front Type=network\nlb other\ntargetgroup group Protocol=HTTP Port=80\n\
            listener first LoadBalancerArn=@other Port=80 DefaultActions=[{Type=forward, TargetGroupArn=@group}]";
        assert_eq!(
            heard(text).unwrap_err(),
            "group speaks HTTP for another load balancer, and front speaks TCP, TLS, UDP, TCP_UDP, QUIC, TCP_QUIC: choose another target group."
        );
    }

    #[test]
    fn a_gateway_load_balancer_has_one_listener() {
        let text = "lb front Type=gateway\ntargetgroup group Protocol=GENEVE Port=6081\n\
            listener first LoadBalancerArn=@front DefaultActions=[{Type=forward, TargetGroupArn=@group}]";
        assert_eq!(
            heard(text).unwrap_err(),
            "front has its one listener already, first: a Gateway Load Balancer takes no second."
        );
    }
}
