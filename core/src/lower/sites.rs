//! Sites outside of AWS: what is behind virtual private gateways and VPN
//! connections. One site stands behind all gateways that the same device at
//! the customer's end is connected to.
//!
//! What a site announces over BGP is not known; blocks are taken from static
//! routes, and where there are none, assumed.

use ipnet::IpNet;

use super::lowered::{Builder, origin};
use super::survey::{Fact, GatewayKind};
use crate::cidr;
use crate::message::Message;
use crate::network::{Place, PlaceKind, Remote};
use crate::sorting;
use crate::template::LogicalId;

/// Where a site is taken to be when the template does not say: the first that
/// no VPC overlaps.
const SITES: [&str; 3] = ["192.168.0.0/16", "172.16.0.0/12", "10.0.0.0/8"];

/// A site that is being found.
#[derive(Debug, Default)]
struct Site {
    /// What leads to it: virtual private gateways, and VPN connections of
    /// transit gateways.
    ends: Vec<LogicalId>,
    /// The devices there.
    devices: Vec<LogicalId>,
    /// The connections to it.
    connections: Vec<LogicalId>,
    /// The transit gateways that are joined to it.
    hubs: Vec<LogicalId>,
}

impl Site {
    fn absorb(&mut self, other: Self) {
        self.ends.extend(other.ends);
        self.devices.extend(other.devices);
        self.connections.extend(other.connections);
        self.hubs.extend(other.hubs);
    }

    fn meets(&self, other: &Self) -> bool {
        self.ends.iter().any(|end| other.ends.contains(end))
            || self.devices.iter().any(|it| other.devices.contains(it))
    }
}

impl Builder<'_> {
    /// Adds the sites. Each is found by the name of a gateway, of a connection
    /// and of a transit gateway that leads to it.
    ///
    /// <https://docs.aws.amazon.com/vpn/latest/s2svpn/how_it_works.html>
    pub(super) fn add_sites(&mut self) {
        let mut taken: Vec<(LogicalId, Vec<IpNet>)> = Vec::new();
        for site in self.find_sites() {
            let Some(name) = site.ends.first() else {
                continue;
            };
            let mut blocks = self.site_blocks(&site);
            if blocks.is_empty() {
                let near = taken.iter().filter(|(hub, _)| site.hubs.contains(hub));
                let near: Vec<IpNet> = near.flat_map(|(_, blocks)| blocks).copied().collect();
                blocks.extend(self.assumed_site(name, &near));
            }
            for end in &site.ends {
                let message = Message::new("A VPN connection or Direct Connect joins {gateway} to your site, and the site answers.")
                    .resource("gateway", end);
                self.assume(end, message);
            }
            let remote = Remote {
                blocks: blocks.clone(),
            };
            let place = self.lowered.network.add_place(Place {
                origin: origin(name),
                kind: PlaceKind::Remote(remote),
            });
            taken.extend(site.hubs.iter().map(|hub| (hub.clone(), blocks.clone())));
            for id in site.ends.iter().chain(&site.connections).chain(&site.hubs) {
                let sites = &mut self.lowered.sites;
                sites.entry(id.clone()).or_insert(place);
            }
        }
    }

    /// The sites, apart as far as the template tells them apart.
    fn find_sites(&self) -> Vec<Site> {
        let survey = self.survey;
        let gateways = survey.gateways.values();
        let gateways = gateways.filter(|gateway| gateway.kind == GatewayKind::Vpn);
        let mut found: Vec<Site> = gateways
            .map(|gateway| Site {
                ends: vec![gateway.id.clone()],
                ..Site::default()
            })
            .collect();
        for connection in survey.vpn_connections.values() {
            let mut site = Site {
                connections: vec![connection.id.clone()],
                ..Site::default()
            };
            if let Some(hub) = connection.transit_gateway.known() {
                site.ends.push(connection.id.clone());
                site.hubs.push(hub.clone());
            } else if let Some(gateway) = connection.gateway.known() {
                site.ends.push(gateway.clone());
            } else {
                continue;
            }
            site.devices
                .extend(connection.customer_gateway.known().cloned());
            found.push(site);
        }
        let mut sites: Vec<Site> = Vec::new();
        for mut site in found {
            // The first of all that it meets keeps its place in the order.
            let mut at = None;
            let mut index = 0;
            while let Some(other) = sites.get(index) {
                if !other.meets(&site) {
                    index += 1;
                    continue;
                }
                let mut other = sites.remove(index);
                other.absorb(site);
                site = other;
                at.get_or_insert(index);
            }
            site.ends = unique(site.ends);
            site.hubs = unique(site.hubs);
            sites.insert(at.unwrap_or(sites.len()), site);
        }
        sites
    }

    /// The known blocks of a site: static routes of its connections and what
    /// these are held to, and static routes of tables that lead to it.
    ///
    /// <https://docs.aws.amazon.com/vpn/latest/s2svpn/VPNRoutingTypes.html>
    fn site_blocks(&self, site: &Site) -> Vec<IpNet> {
        let survey = self.survey;
        let is_end = |fact: &Fact<LogicalId>| fact.known().is_some_and(|id| site.ends.contains(id));
        let written = survey.site_blocks.iter().filter(|block| {
            let connection = block.connection.known();
            connection.is_some_and(|id| site.connections.contains(id)) || is_end(&block.gateway)
        });
        let written = written.filter_map(|block| block.block.known());
        let leading = survey.routes.values();
        let leading = leading.filter(|route| route.targets.iter().any(|it| is_end(&it.target)));
        let leading = leading.filter_map(|route| route.destination.known());
        let across = survey.transit_routes.values();
        let across = across.filter(|route| is_end(&route.attachment));
        let across = across.filter_map(|route| route.destination.known());
        let connections = site.connections.iter();
        let connections = connections.filter_map(|id| survey.vpn_connections.get(id));
        let held = connections.flat_map(|connection| &connection.site_blocks);
        let held = held.filter_map(Fact::known).copied();
        let blocks = written.chain(leading).chain(across).map(|it| it.block());
        let blocks = blocks.chain(held);
        // A default route says nothing of where the site is.
        let mut blocks: Vec<IpNet> = blocks.filter(|block| block.prefix_len() > 0).collect();
        sorting::sort(&mut blocks);
        blocks.dedup();
        blocks
    }

    fn assumed_site(&mut self, gateway: &LogicalId, near: &[IpNet]) -> Option<IpNet> {
        let vpcs = self.survey.vpcs.values();
        let ours = vpcs.flat_map(|vpc| &vpc.blocks).map(|block| block.net);
        let taken: Vec<IpNet> = ours.chain(near.iter().copied()).collect();
        let mut free = SITES
            .iter()
            .filter_map(|text| text.parse::<IpNet>().ok())
            .filter(|site| {
                let mut taken = taken.iter();
                taken.all(|block| cidr::overlap(*site, *block).is_none())
            });
        let site = free.next()?;
        let message = Message::new(
            "The site behind {gateway} has {block}: its addresses are learned after deployment.",
        )
        .resource("gateway", gateway)
        .text("block", site);
        self.assume(gateway, message);
        Some(site)
    }
}

fn unique(ids: Vec<LogicalId>) -> Vec<LogicalId> {
    let mut found: Vec<LogicalId> = Vec::new();
    for id in ids {
        if !found.contains(&id) {
            found.push(id);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::fixture::design;
    use crate::lower::Lowered;
    use crate::lower::survey::Survey;

    #[test]
    fn one_device_is_one_site_whatever_leads_to_it() {
        let lowered = Lowered::of(&Survey::of(&design(
            "vpc main CidrBlock=10.0.0.0/16
AWS::EC2::VPNGateway one Type=ipsec.1
AWS::EC2::VPNGateway two Type=ipsec.1
AWS::EC2::VPNGateway apart Type=ipsec.1
AWS::EC2::TransitGateway hub
AWS::EC2::CustomerGateway device Type=ipsec.1 IpAddress=203.0.113.9
AWS::EC2::VPNConnection a VpnGatewayId=@one CustomerGatewayId=@device
AWS::EC2::VPNConnection b VpnGatewayId=@two CustomerGatewayId=@device
AWS::EC2::VPNConnection c TransitGatewayId=@hub CustomerGatewayId=@device",
        )));
        let site = |id: &str| lowered.sites[id];
        for id in ["two", "a", "b", "c", "hub"] {
            assert_eq!(site(id), site("one"), "{id}");
        }
        assert_ne!(site("apart"), site("one"));
    }
}
