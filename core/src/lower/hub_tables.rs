//! Route tables of transit gateways: which attachment has which, what is
//! written in them, and what attachments propagate into them.

use ipnet::IpNet;

use super::hubs::Joined;
use super::lowered::{Builder, origin};
use super::reason::reason;
use super::survey::{Fact, TransitAttachmentKind, TransitGateway, TransitJoin, TransitRoute};
use crate::cidr;
use crate::message::Message;
use crate::network::{Origin, PlaceId, PlaceKind, Precedence, Route, Table, Target};
use crate::template::LogicalId;

/// How propagated routes rank: those of VPCs, then those of VPN connections,
/// with Direct Connect and Connect between them; last what cannot be told.
///
/// <https://docs.aws.amazon.com/vpc/latest/tgw/how-transit-gateways-work.html#tgw-route-evaluation-overview>
const VPC: Precedence = Precedence::Propagated(0);
const VPN: Precedence = Precedence::Propagated(4);

/// The rank of what stands for routes that cannot be told.
pub(super) const UNTOLD: Precedence = Precedence::Propagated(u8::MAX);

/// The prefixes of every address, by family.
pub(super) const EVERYWHERE: [&str; 2] = ["0.0.0.0/0", "::/0"];

/// Lines that answer "not known" wherever no other line matches.
pub(super) fn untold(from: &Origin, why: &Message, precedence: Precedence) -> Vec<Route> {
    let prefixes = EVERYWHERE.iter().filter_map(|it| it.parse::<IpNet>().ok());
    let lines = prefixes.map(|prefix| Route {
        origin: from.clone(),
        prefix,
        target: unsupported(why),
        precedence,
    });
    lines.collect()
}

/// A target with the reason why it is not modeled.
pub(super) fn unsupported(why: &Message) -> Target {
    // It becomes a sentence again where it is told.
    Target::Unsupported(why.to_string().trim_end_matches('.').to_owned())
}

impl Builder<'_> {
    /// Adds the tables of every transit gateway, and gives each attachment the
    /// one that it is associated with.
    ///
    /// <https://docs.aws.amazon.com/vpc/latest/tgw/tgw-route-tables.html>
    pub(super) fn add_hub_tables(&mut self) {
        let survey = self.survey;
        for gateway in survey.transit_gateways.values() {
            let own = survey.transit_tables.values();
            let own = own.filter(|table| table.gateway.known() == Some(&gateway.id));
            // The default table goes by the name of its transit gateway.
            let names = std::iter::once(&gateway.id).chain(own.map(|table| &table.id));
            for name in names {
                let table = self.hub_table(gateway, name);
                let table = self.lowered.network.add_table(table);
                for place in self.associated(gateway, name) {
                    self.lowered.network.attach_gateway_table(place, table);
                }
            }
            self.leave_tables_open(gateway);
        }
    }

    /// The places of the attachments that a table is for.
    fn associated(&mut self, gateway: &TransitGateway, table: &LogicalId) -> Vec<PlaceId> {
        let by_default = self.is(&gateway.default_association, gateway, true);
        let is_default = *table == gateway.id;
        let associations = &self.survey.transit_associations;
        // What would be attached would have the default table.
        let detached = self.hubs.detached.get(table).copied();
        let mut found: Vec<PlaceId> = detached.filter(|_| by_default).into_iter().collect();
        let mut twice = Vec::new();
        for joined in &self.hubs.joined {
            let Some(place) = here(joined, gateway) else {
                continue;
            };
            let explicit = of(associations, &joined.attachment);
            // A peering has an association at each of its two ends.
            let mut explicit = explicit.filter(|it| self.is_of(&it.table, gateway));
            let fits = match explicit.next() {
                Some(join) => {
                    if by_default && join.table.known() == Some(table) && !is_default {
                        twice.push(join.id.clone());
                    }
                    join.table.known() == Some(table)
                }
                None => is_default && by_default,
            };
            if fits {
                found.push(place);
            }
        }
        for id in twice {
            let message = Message::new("{association} counts, although {gateway} associates every attachment with its default table: AWS refuses a second one. Disable DefaultRouteTableAssociation.")
                .resource("association", &id)
                .resource("gateway", &gateway.id);
            self.assume(&id, message);
        }
        found
    }

    /// Whether a table is, or may be, one of a transit gateway.
    fn is_of(&self, table: &Fact<LogicalId>, gateway: &TransitGateway) -> bool {
        match table {
            Fact::Known(id) if *id == gateway.id => true,
            Fact::Known(id) => {
                let table = self.survey.transit_tables.get(id);
                table.is_some_and(|table| table.gateway.known() == Some(&gateway.id))
            }
            _ => true,
        }
    }

    /// Gives attachments whose table is not here one that says so.
    fn leave_tables_open(&mut self, gateway: &TransitGateway) {
        let survey = self.survey;
        let mut open = Vec::new();
        for joined in &self.hubs.joined {
            let Some(place) = here(joined, gateway) else {
                continue;
            };
            let mut joins = of(&survey.transit_associations, &joined.attachment);
            let join = joins.find(|it| matches!(it.table, Fact::Unknown(_) | Fact::Elsewhere(_)));
            open.extend(join.map(|join| (place, join)));
        }
        for (place, join) in open {
            let why = Message::new("The route table of {association} {why}.")
                .resource("association", &join.id)
                .message("why", reason(&join.table));
            let from = origin(&join.id);
            let table = Table::new(from.clone(), untold(&from, &why, Precedence::Static));
            let table = self.lowered.network.add_table(table);
            self.lowered.network.attach_gateway_table(place, table);
        }
    }

    fn hub_table(&mut self, gateway: &TransitGateway, name: &LogicalId) -> Table {
        let survey = self.survey;
        let mut lines = Vec::new();
        let routes = survey.transit_routes.values();
        for route in routes.filter(|route| route.table.known() == Some(name)) {
            lines.extend(self.hub_line(gateway, name, route));
        }
        lines.extend(self.propagated(gateway, name));
        lines.extend(self.propagated_from_elsewhere(gateway, name));
        Table::new(origin(name), lines)
    }

    /// A static route.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-transitgatewayroute.html>
    fn hub_line(
        &mut self,
        gateway: &TransitGateway,
        table: &LogicalId,
        route: &TransitRoute,
    ) -> Vec<Route> {
        let leave_out = |builder: &mut Self, why: Message| {
            let message = Message::new("{route} is left out of {table}: {why}.")
                .resource("route", &route.id)
                .resource("table", table)
                .message("why", why);
            builder.assume(table, message);
        };
        let Some(block) = route.destination.known() else {
            let why = reason(&route.destination);
            let why = Message::new("its destination {why}").message("why", why);
            leave_out(self, why.clone());
            if !matches!(route.destination, Fact::Unknown(_)) {
                return Vec::new();
            }
            let why = Message::new("{route} is not settled: {why}")
                .resource("route", &route.id)
                .message("why", why);
            return untold(&origin(&route.id), &why, UNTOLD);
        };
        let target = match &route.attachment {
            _ if route.is_blackhole == Fact::Known(true) => Target::Blackhole,
            Fact::Known(id) => {
                let Some(joined) = self.hubs.joined(id, &gateway.id) else {
                    let why = Message::new("{attachment} is not attached to {gateway}")
                        .resource("attachment", id)
                        .resource("gateway", &gateway.id);
                    leave_out(self, why);
                    return Vec::new();
                };
                match &joined.place {
                    Ok(place) => Target::Through(*place),
                    Err(why) => unsupported(why),
                }
            }
            fact => {
                let why = Message::new("The attachment of {route} {why}.")
                    .resource("route", &route.id)
                    .message("why", reason(fact));
                unsupported(&why)
            }
        };
        vec![Route {
            origin: origin(&route.id),
            prefix: block.block(),
            target,
            precedence: Precedence::Static,
        }]
    }

    /// What attachments propagate into a table. Peerings propagate nothing,
    /// nor does a VPC whose block overlaps one that is there already.
    ///
    /// <https://docs.aws.amazon.com/vpc/latest/tgw/tgw-vpc-attachments.html>
    fn propagated(&mut self, gateway: &TransitGateway, table: &LogicalId) -> Vec<Route> {
        let survey = self.survey;
        let by_default = self.is(&gateway.default_propagation, gateway, true);
        let by_default = by_default && *table == gateway.id;
        let mut lines: Vec<Route> = Vec::new();
        let mut hidden = Vec::new();
        for joined in &self.hubs.joined {
            let mut joins = of(&survey.transit_propagations, &joined.attachment);
            let explicit = joins.find(|it| it.table.known() == Some(table));
            if joined.gateway != gateway.id || !(by_default || explicit.is_some()) {
                continue;
            }
            let Some(attachment) = survey.transit_attachments.get(&joined.attachment) else {
                continue;
            };
            let from = explicit.map_or(&joined.attachment, |join| &join.id);
            let place = match &joined.place {
                _ if attachment.kind == TransitAttachmentKind::Peering => continue,
                Ok(place) => *place,
                Err(why) => {
                    lines.extend(untold(&origin(from), why, UNTOLD));
                    continue;
                }
            };
            let (blocks, precedence) = match attachment.kind {
                TransitAttachmentKind::Vpc => {
                    let vpc = attachment.vpc.known().and_then(|id| survey.vpcs.get(id));
                    let blocks = vpc.map(|vpc| &vpc.blocks[..]).unwrap_or_default();
                    let mut nets: Vec<IpNet> = blocks.iter().map(|block| block.net).collect();
                    let carries_ipv6 = attachment.carries_ipv6 == Fact::Known(true);
                    nets.retain(|net| net.addr().is_ipv4() || carries_ipv6);
                    (nets, VPC)
                }
                _ => (self.site_of(&joined.attachment), VPN),
            };
            for block in blocks {
                let is_shared = |line: &&Route| {
                    line.precedence == VPC && cidr::overlap(line.prefix, block).is_some()
                };
                if precedence == VPC && lines.iter().any(|line| is_shared(&line)) {
                    hidden.push((joined.attachment.clone(), block));
                    continue;
                }
                lines.push(Route {
                    origin: origin(from),
                    prefix: block,
                    target: Target::Through(place),
                    precedence,
                });
            }
        }
        for (attachment, block) in hidden {
            let message = Message::new("{attachment} does not propagate {block} to {table}: a VPC before it overlaps that.")
                .resource("attachment", &attachment)
                .text("block", block)
                .resource("table", table);
            self.assume(&attachment, message);
        }
        lines
    }

    /// What attachments that are not here may propagate: those of Direct
    /// Connect, which have no resource, and those of elsewhere.
    fn propagated_from_elsewhere(&self, gateway: &TransitGateway, table: &LogicalId) -> Vec<Route> {
        let survey = self.survey;
        let joins = survey.transit_propagations.iter();
        let joins = joins.filter(|join| join.table.known() == Some(table));
        let open = joins.filter(|join| join.attachment.known().is_none());
        let open = open.map(|join| {
            let why = Message::new("The attachment of {propagation} {why}.")
                .resource("propagation", &join.id)
                .message("why", reason(&join.attachment));
            (&join.id, why)
        });
        let has_default = *table == gateway.id && gateway.default_propagation != Fact::Known(false);
        let direct = survey.direct_connects.iter();
        let direct = direct.filter(|it| has_default && it.gateway.known() == Some(&gateway.id));
        let direct = direct.map(|it| {
            let why =
                "{association} joins {gateway} to Direct Connect: what is there is not modeled.";
            let why = Message::new(why)
                .resource("association", &it.id)
                .resource("gateway", &gateway.id);
            (&it.id, why)
        });
        let lines = open.chain(direct);
        lines
            .flat_map(|(id, why)| untold(&origin(id), &why, UNTOLD))
            .collect()
    }

    fn site_of(&self, connection: &LogicalId) -> Vec<IpNet> {
        let site = self.lowered.sites.get(connection);
        let site = site.and_then(|site| self.lowered.network.place(*site));
        match site.map(|place| &place.kind) {
            Some(PlaceKind::Remote(site)) => site.blocks.clone(),
            _ => Vec::new(),
        }
    }
}

fn here(joined: &Joined, gateway: &TransitGateway) -> Option<PlaceId> {
    let place = joined.place.as_ref().ok().copied();
    place.filter(|_| joined.gateway == gateway.id)
}

fn of<'a>(
    joins: &'a [TransitJoin],
    attachment: &'a LogicalId,
) -> impl Iterator<Item = &'a TransitJoin> {
    let is_its = move |join: &&TransitJoin| join.attachment.known() == Some(attachment);
    joins.iter().filter(is_its)
}

#[cfg(test)]
mod tests {
    use crate::fixture::design;
    use crate::lower::Lowered;
    use crate::lower::survey::Survey;
    use crate::network::{Table, Way};

    /// The tables of the attachments of a design, by what each is called.
    fn tables(lowered: &Lowered) -> Vec<(String, &Table)> {
        let network = &lowered.network;
        let places = network.places().filter_map(|(id, place)| {
            let Way::Hub(attachment) = &network.gateway(id)?.way else {
                return None;
            };
            let table = network.table(attachment.table?)?;
            Some((place.origin.to_string(), table))
        });
        places.collect()
    }

    const DESIGN: &str = "vpc one CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
vpc two CidrBlock=10.0.0.0/17
  subnet b CidrBlock=10.0.2.0/24
AWS::EC2::TransitGateway hub
AWS::EC2::TransitGatewayRouteTable own TransitGatewayId=@hub
AWS::EC2::TransitGatewayVpcAttachment first TransitGatewayId=@hub VpcId=@one SubnetIds=[@a]
AWS::EC2::TransitGatewayVpcAttachment second TransitGatewayId=@hub VpcId=@two SubnetIds=[@b]
AWS::EC2::TransitGatewayRouteTableAssociation uses TransitGatewayAttachmentId=@second TransitGatewayRouteTableId=@own
AWS::EC2::TransitGatewayRouteTablePropagation tells TransitGatewayAttachmentId=@second TransitGatewayRouteTableId=@own";

    #[test]
    fn an_attachment_has_the_table_of_its_association_else_the_default_one() {
        let lowered = Lowered::of(&Survey::of(&design(DESIGN)));
        let tables = tables(&lowered);
        let names = tables.iter().map(|(place, table)| {
            let lines = table.routes().len();
            format!("{place} {} {lines}", table.origin)
        });
        let names: Vec<String> = names.collect();
        assert_eq!(names, ["first hub 1", "second own 1", "hub hub 1"]);
    }

    #[test]
    fn what_is_hidden_or_refused_is_told() {
        let lowered = Lowered::of(&Survey::of(&design(DESIGN)));
        let told = lowered.assumptions.iter().map(|it| it.message.to_string());
        let told: Vec<String> = told.collect();
        assert!(
            told.contains(
                &"second does not propagate 10.0.0.0/17 to hub: a VPC before it overlaps that."
                    .to_owned()
            )
        );
        assert!(told.iter().any(|it| it.starts_with("uses counts")));
    }
}
