//! How a new arrow or row is filled in beyond its ends: the one place that
//! knows single kinds while connecting.

use super::offer::Connection;
use super::{listening, record, routing};
use crate::catalogue::{Entry, Role, ec2, ends_of, named};
use crate::document::{Draft, Refusal};
use crate::edit::surroundings::names;
use crate::message::Message;
use crate::template::{Evaluator, LogicalId, Resource};

/// What filling in may look at.
pub(super) struct Task<'a> {
    pub(super) evaluator: &'a Evaluator<'a>,
    pub(super) known: &'static Entry,
    pub(super) connection: &'a Connection,
    pub(super) port: Option<u16>,
}

/// The name that the new resource begins with.
pub(super) fn stem(task: &Task<'_>) -> String {
    match task.known.role {
        Role::RouteTableAssociation | Role::NetworkAclAssociation => {
            format!("{}{}", task.connection.from, task.known.stem)
        }
        _ => task.known.stem.to_owned(),
    }
}

/// The existing resource that is to name the new end instead of its own: a
/// subnet has one route table and one network ACL.
///
/// # Errors
/// The line is there already, or there may be one and it is another's.
///
/// <https://docs.aws.amazon.com/vpc/latest/userguide/WorkWithRouteTables.html>
pub(super) fn to_turn(task: &Task<'_>) -> Result<Option<LogicalId>, Refusal> {
    let (from, to) = (&task.connection.from, &task.connection.to);
    match task.known.role {
        Role::RouteTableAssociation | Role::NetworkAclAssociation => {
            let mut all = task.evaluator.template().of_kind(task.known.kind);
            let existing =
                all.find(|(_, it)| names(task.evaluator, it, "SubnetId", ec2::Subnet::KIND, from));
            let Some((id, association)) = existing else {
                return Ok(None);
            };
            let ends = task.known.ends.iter().flat_map(|ends| ends.to);
            let mut ends = ends;
            if ends.any(|end| names(task.evaluator, association, end.property, end.kind, to)) {
                let message = Message::new("{from} {verb} {to} already.");
                let message = message.resource("from", from).resource("to", to);
                return Err(message.text("verb", task.connection.verb).into());
            }
            Ok(Some(id.clone()))
        }
        Role::GatewayAttachment => attached(task).map(|()| None),
        _ => Ok(None),
    }
}

/// Refuses a second attachment of a gateway, or of a VPC to an Internet gateway.
fn attached(task: &Task<'_>) -> Result<(), Refusal> {
    let (gateway, vpc) = (&task.connection.from, &task.connection.to);
    let template = task.evaluator.template();
    let kind = template.resource(gateway).map(Resource::kind);
    let ends = task.known.ends.iter().flat_map(|ends| ends.from);
    let Some(end) = ends
        .into_iter()
        .find(|end| kind.is_some_and(|kind| kind == end.kind))
    else {
        return Ok(());
    };
    for (id, attachment) in template.of_kind(task.known.kind) {
        let same_gateway = names(task.evaluator, attachment, end.property, end.kind, gateway);
        let same_vpc = names(task.evaluator, attachment, "VpcId", ec2::Vpc::KIND, vpc)
            && !named(task.evaluator, attachment, end.property, end.kind).is_empty();
        let message = if same_gateway {
            "{gateway} is attached already, by {attachment}: remove that first."
        } else if same_vpc {
            "{vpc} has such a gateway already, by {attachment}: remove that first."
        } else {
            continue;
        };
        let message = Message::new(message).resource("gateway", gateway);
        let message = message.resource("vpc", vpc).resource("attachment", id);
        return Err(message.into());
    }
    Ok(())
}

/// Fills in what the kind needs beyond its ends and its entry's defaults; what
/// the ends themselves need goes into the draft.
pub(super) fn fill(
    task: &Task<'_>,
    resource: &mut Resource,
    draft: &mut Draft<'_>,
) -> Result<(), Refusal> {
    match task.known.role {
        Role::Route => routing::route(task, resource),
        Role::RoutePropagation => {
            routing::wait(task, resource, &task.connection.from);
            Ok(())
        }
        Role::DnsRecord => {
            record::fill(task, resource);
            Ok(())
        }
        Role::ListenerRule => {
            listening::last(task, resource);
            Ok(())
        }
        Role::Listener => listening::fill(task, resource, draft),
        Role::SecurityGroupIngress | Role::SecurityGroupEgress => rule(task, resource),
        _ => Ok(()),
    }
}

/// A rule for one TCP port.
fn rule(task: &Task<'_>, resource: &mut Resource) -> Result<(), Refusal> {
    let Some(port) = task.port else {
        let message = "A rule lets {from} connect to {to} at a port: say which, such as 443.";
        let message = Message::new(message).resource("from", &task.connection.from);
        return Err(message.resource("to", &task.connection.to).into());
    };
    let port = i64::from(port);
    let same = task.evaluator.template().of_kind(task.known.kind);
    let mut same = same.filter(|(id, rule)| {
        let ends = ends_of(task.evaluator, id);
        let at = |name: &str| task.evaluator.property(rule, &name.into()).integer();
        ends == (
            Some(task.connection.from.clone()),
            Some(task.connection.to.clone()),
        ) && at("FromPort") == Some(port)
            && at("ToPort") == Some(port)
    });
    if let Some((rule, _)) = same.next() {
        let message = "{rule} lets {from} connect to {to} at port {port} already.";
        let message = Message::new(message).resource("rule", rule);
        let message = message.resource("from", &task.connection.from);
        let message = message.resource("to", &task.connection.to);
        return Err(message.text("port", port).into());
    }
    resource.set(&"IpProtocol".into(), "tcp".into());
    resource.set(&"FromPort".into(), port.into());
    resource.set(&"ToPort".into(), port.into());
    Ok(())
}
