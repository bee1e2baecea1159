//! What several rules ask of route tables: the default route of a family, the
//! VPC of a route, and what a subnet is called. It judges nothing.

use ipnet::{IpNet, Ipv6Net};

use crate::lower::survey::{Fact, Route, RouteTable, Subnet};
use crate::rules::Context;
use crate::rules::context::everywhere;
use crate::template::{LogicalId, Value};

/// `::/0`.
pub(super) fn everywhere_ipv6() -> IpNet {
    IpNet::V6(Ipv6Net::default())
}

/// The routes of a table.
pub(super) fn routes_of<'a>(
    context: &Context<'a>,
    table: &'a RouteTable,
) -> impl Iterator<Item = &'a Route> + use<'a> {
    let survey = context.survey;
    table.routes.iter().filter_map(|id| survey.routes.get(id))
}

/// The table that a subnet is associated with.
pub(super) fn table_of<'a>(context: &Context<'a>, subnet: &Subnet) -> Option<&'a RouteTable> {
    context.survey.tables.get(subnet.table.as_ref()?)
}

/// The VPC of the table of a route.
pub(super) fn vpc_of<'a>(context: &Context<'a>, route: &Route) -> Option<&'a LogicalId> {
    let table = context.survey.tables.get(route.table.known()?)?;
    table.vpc.known()
}

/// The route of a table to exactly a block.
pub(super) fn route_to<'a>(
    context: &Context<'a>,
    table: &'a RouteTable,
    block: IpNet,
) -> Option<&'a Route> {
    let mut routes = routes_of(context, table);
    routes.find(|route| route.destination.known().map(|it| it.block()) == Some(block))
}

/// The IPv4 default route of a table.
pub(super) fn default_route<'a>(context: &Context<'a>, table: &'a RouteTable) -> Option<&'a Route> {
    route_to(context, table, everywhere())
}

/// Whether a destination of a table cannot be told, so that it may be any.
pub(super) fn has_untold_route(context: &Context<'_>, table: &RouteTable) -> bool {
    let survey = context.survey;
    let mut routes = table.routes.iter().filter_map(|id| survey.routes.get(id));
    routes.any(|route| {
        matches!(
            route.destination,
            Fact::Unknown(_) | Fact::Elsewhere(_) | Fact::Malformed(_)
        )
    })
}

/// What the name of a subnet says of its way to the Internet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Called {
    /// It is called public.
    Public,
    /// It is called private or isolated.
    Private,
}

/// What a subnet is called, by its logical id or its `Name` tag; `None` if
/// neither says it, or both of two names do.
pub(super) fn called(context: &Context<'_>, subnet: &LogicalId) -> Option<Called> {
    let by_id = said(subnet.as_str());
    let tags = context.resource(subnet).and_then(|it| it.property("Tags"));
    let mut tags = tags.and_then(Value::as_list).unwrap_or_default().iter();
    let by_tag = tags.find_map(|tag| {
        let tag = tag.as_map()?;
        if tag.get("Key")?.as_text()? != "Name" {
            return None;
        }
        let value = tag.get("Value")?;
        let argument = value.as_function().map(|it| &it.argument);
        said(argument.unwrap_or(value).as_text()?)
    });
    match (by_id, by_tag) {
        (Some(one), Some(other)) if one != other => None,
        (one, other) => one.or(other),
    }
}

fn said(name: &str) -> Option<Called> {
    let name = name.to_ascii_lowercase();
    let is_private = ["private", "isolated"].iter().any(|it| name.contains(it));
    let is_public = name.contains("public") && !name.contains("publicat");
    let is_negated = name.contains("nonpublic") || name.contains("non-public");
    match (is_public && !is_negated, is_private) {
        (true, false) => Some(Called::Public),
        (false, true) => Some(Called::Private),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_one_thing_or_nothing() {
        assert_eq!(said("PublicSubnet1"), Some(Called::Public));
        assert_eq!(said("app-private-a"), Some(Called::Private));
        assert_eq!(said("PrivateAndPublic"), None);
        assert_eq!(said("NonPublicSubnet"), None);
        assert_eq!(said("Publications"), None);
        assert_eq!(said("App"), None);
    }
}
