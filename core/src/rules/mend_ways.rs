//! Steps of fixes that concern gateways, route tables and public subnets.

use super::mend::{add, reference, set};
use super::{Context, Fix, WayOut};
use crate::catalogue::ec2;
use crate::document::Draft;
use crate::lower::survey::{Gateway, GatewayKind, RouteTable, Subnet};
use crate::message::Message;
use crate::sorting;
use crate::template::LogicalId;

/// Attaches a gateway to a VPC.
pub(super) fn attach(draft: &mut Draft<'_>, gateway: &Gateway, vpc: &LogicalId) {
    let key = match gateway.kind {
        GatewayKind::Internet => "InternetGatewayId",
        GatewayKind::Vpn => "VpnGatewayId",
    };
    let properties = [("VpcId", reference(vpc)), (key, reference(&gateway.id))];
    let stem = format!("{}Attachment", gateway.id);
    add(draft, &stem, ec2::VpcGatewayAttachment::KIND, properties);
}

/// Associates a subnet with a route table.
pub(super) fn associate(draft: &mut Draft<'_>, subnet: &LogicalId, table: &LogicalId) {
    let properties = [
        ("SubnetId", reference(subnet)),
        ("RouteTableId", reference(table)),
    ];
    let stem = format!("{subnet}RouteTableAssociation");
    let kind = ec2::SubnetRouteTableAssociation::KIND;
    add(draft, &stem, kind, properties);
}

/// Gives a subnet a route table in place of the one that it has.
pub(super) fn use_table(
    context: &Context<'_>,
    draft: &mut Draft<'_>,
    subnet: &LogicalId,
    table: &LogicalId,
) -> Option<()> {
    let mut associations = context.survey.table_associations.iter();
    let now = associations.find(|it| it.subnet.known() == Some(subnet));
    let Some(now) = now else {
        associate(draft, subnet, table);
        return Some(());
    };
    set(draft, &now.id, "RouteTableId", reference(table))
}

/// The public subnets of a VPC, those of a zone first.
pub(super) fn public_subnets<'a>(
    context: &Context<'a>,
    vpc: &LogicalId,
    zone: Option<&String>,
) -> Vec<&'a Subnet> {
    let all = context.subnets_of(vpc).iter().copied();
    let mut public: Vec<_> = all
        .filter(|subnet| context.way_out(subnet) == WayOut::Internet)
        .collect();
    sorting::sort_by_key(&mut public, |subnet| subnet.zone.known() != zone);
    public
}

/// Ways to put a NAT gateway into a public subnet of its VPC: of its zone if
/// there is one.
pub(super) fn move_to_public(context: &Context<'_>, nat: &LogicalId) -> Vec<Fix> {
    let survey = context.survey;
    let now = survey
        .nat_gateways
        .get(nat)
        .and_then(|nat| survey.subnets.get(nat.subnet.known()?));
    let target = now.and_then(|now| {
        let public = public_subnets(context, now.vpc.known()?, now.zone.known());
        public.into_iter().find(|subnet| subnet.id != now.id)
    });
    let Some(target) = target else {
        return Vec::new();
    };
    let title = Message::new("Move {nat} to {subnet}")
        .resource("nat", nat)
        .resource("subnet", &target.id);
    Fix::review(context, title, |draft| {
        set(draft, nat, "SubnetId", reference(&target.id))
    })
}

/// Ways to give a subnet the table that leads to the Internet in its VPC.
pub(super) fn make_public(context: &Context<'_>, subnet: &LogicalId) -> Vec<Fix> {
    let vpc = context.vpc_of_subnet(subnet);
    let tables = context.survey.tables.values();
    let mut public =
        tables.filter(|table| table.vpc.known() == vpc && leads_to_internet(context, table));
    let Some(table) = public.next() else {
        return Vec::new();
    };
    let title = Message::new("Give {subnet} the routes of {table}")
        .resource("subnet", subnet)
        .resource("table", &table.id);
    Fix::review(context, title, |draft| {
        use_table(context, draft, subnet, &table.id)
    })
}

fn leads_to_internet(context: &Context<'_>, table: &RouteTable) -> bool {
    let survey = context.survey;
    let mut routes = table.routes.iter().filter_map(|id| survey.routes.get(id));
    routes.any(|route| {
        let destination = route.destination.known().map(|it| it.block());
        let target = route.targets.first().and_then(|it| it.target.known());
        let gateway = target.and_then(|id| survey.gateways.get(id));
        destination == Some(super::context::everywhere())
            && gateway.is_some_and(|it| it.kind == GatewayKind::Internet)
    })
}
