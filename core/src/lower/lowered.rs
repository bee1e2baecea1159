//! The network of a design, and which of its places is which resource.

use std::collections::{BTreeMap, BTreeSet};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use indexmap::IndexMap;

use super::addresses::Addresses;
use super::hubs::Hubs;
use super::regional::Regional;
use super::survey::{Survey, Tier};
use crate::message::Message;
use crate::network::{
    BalancerId, Network, Origin, Outside, Place, PlaceId, PlaceKind, PortSet, Protocol, Route,
    RouterId, SegmentId, StatefulId,
};
use crate::sorting;
use crate::template::{LogicalId, PropertyPath};

/// Who stands for the Internet, in each family: addresses kept for
/// documentation, so that nobody's are meant.
const INTERNET: [IpAddr; 2] = [
    IpAddr::V4(Ipv4Addr::new(198, 51, 100, 7)),
    IpAddr::V6(Ipv6Addr::new(0x2001, 0xdb8, 0xffff, 0, 0, 0, 0, 7)),
];

/// A design as a network: built once, asked often.
#[derive(Clone, Debug)]
pub struct Lowered {
    /// The network. Origins are logical ids and property paths.
    pub network: Network,
    /// Where each resource that has addresses is.
    pub places: IndexMap<LogicalId, Whereabouts>,
    /// The Internet.
    pub internet: PlaceId,
    /// Amazon S3.
    pub s3: PlaceId,
    /// Amazon DynamoDB.
    pub dynamodb: PlaceId,
    /// The site behind each virtual private gateway, VPN connection, and
    /// transit gateway with one.
    pub sites: IndexMap<LogicalId, PlaceId>,
    /// What the template leaves open and was decided here.
    pub assumptions: Vec<Assumption>,
    /// Resources that are not in the network, with the reason.
    pub unsupported: IndexMap<LogicalId, Message>,
    /// Resources of which a part is not known, so that a "no" of theirs may be
    /// a "yes" after deployment; with the reason.
    pub open: BTreeMap<LogicalId, Message>,
    /// Instances of which it is not known whether they have a public address,
    /// with the reason.
    pub open_addresses: BTreeMap<LogicalId, Message>,
    /// Load balancers that may listen at more than is known, with the reason.
    pub open_listeners: BTreeMap<LogicalId, Message>,
    /// What is offered, by whom and where.
    pub services: Vec<Service>,
    /// Listeners that answer by themselves instead of calling a target.
    pub answering: BTreeSet<LogicalId>,
    /// Where the resolvers of the VPCs answer: the third address of the primary
    /// block of each.
    ///
    /// <https://docs.aws.amazon.com/vpc/latest/userguide/AmazonDNS-concepts.html>
    pub resolvers: BTreeSet<IpAddr>,
    /// How each subnet's default route leaves.
    pub tiers: IndexMap<LogicalId, Tier>,
}

/// Where a resource is in the network.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whereabouts {
    /// Interfaces of its own, the primary one first. Any of them may stand for
    /// it.
    Interfaces(Vec<PlaceId>),
    /// A load balancer with a node in each of its subnets.
    Balancer(BalancerId),
}

/// Something that the template leaves open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assumption {
    /// The resource that leaves it open.
    pub about: LogicalId,
    /// What was assumed.
    pub message: Message,
}

/// Ports that a resource offers, as far as the design says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Service {
    /// The resource.
    pub resource: LogicalId,
    /// The protocol.
    pub protocol: Protocol,
    /// The ports.
    pub ports: PortSet,
}

impl Lowered {
    /// Builds the network of a survey.
    pub fn of(survey: &Survey) -> Self {
        let mut network = Network::default();
        let internet = network.add_place(Place {
            origin: Origin::whole("internet"),
            kind: PlaceKind::Outside(Outside {
                addresses: INTERNET.to_vec(),
            }),
        });
        let mut service = |name: &str, blocks: &[&str]| {
            let blocks = blocks.iter().filter_map(|block| block.parse().ok());
            network.add_place(Place {
                origin: Origin::whole(name),
                kind: PlaceKind::Service(crate::network::Service {
                    blocks: blocks.collect(),
                }),
            })
        };
        let s3 = service("s3", &["52.216.0.0/15"]);
        let dynamodb = service("dynamodb", &["52.94.0.0/22"]);
        let mut builder = Builder {
            survey,
            addresses: Addresses::deal(survey),
            routers: IndexMap::new(),
            segments: IndexMap::new(),
            groups: IndexMap::new(),
            default_groups: IndexMap::new(),
            gateways: Vec::new(),
            offers: IndexMap::new(),
            entrances: 0,
            hubs: Hubs::default(),
            service_routes: Vec::new(),
            idle_endpoints: BTreeSet::new(),
            regional: Vec::new(),
            lowered: Self {
                network,
                places: IndexMap::new(),
                internet,
                s3,
                dynamodb,
                sites: IndexMap::new(),
                assumptions: Vec::new(),
                unsupported: IndexMap::new(),
                open: BTreeMap::new(),
                open_addresses: BTreeMap::new(),
                open_listeners: BTreeMap::new(),
                services: Vec::new(),
                answering: BTreeSet::new(),
                resolvers: resolvers(survey),
                tiers: IndexMap::new(),
            },
        };
        builder.add_routers();
        builder.add_groups();
        builder.add_segments();
        builder.add_gateways();
        builder.add_hosts();
        builder.add_balancers();
        builder.add_entrances();
        builder.add_inline_endpoints();
        builder.add_tables();
        for (id, why) in &survey.open_conditions {
            let message = Message::new(
                "{resource} is taken to be built: whether it is cannot be told, since {why}.",
            )
            .resource("resource", id)
            .text("why", why);
            builder.assume(id, message);
        }
        builder.tell_grounds();
        let offers = std::mem::take(&mut builder.offers).into_iter();
        let offers = offers.map(|((resource, protocol), ports)| Service {
            resource,
            protocol,
            ports,
        });
        builder.lowered.services = offers.collect();
        let subnets = survey.subnets.values();
        builder.lowered.tiers = subnets.map(|it| (it.id.clone(), it.tier)).collect();
        builder.lowered
    }
}

/// The resolvers of the VPCs that have one.
fn resolvers(survey: &Survey) -> BTreeSet<IpAddr> {
    let vpcs = survey.vpcs.values().filter(|vpc| vpc.dns_support);
    let blocks = vpcs.filter_map(|vpc| vpc.cidr.known());
    let found = blocks.filter_map(|block| match block.block().network() {
        IpAddr::V4(first) => {
            let number = first.to_bits().checked_add(2)?;
            Some(IpAddr::V4(Ipv4Addr::from_bits(number)))
        }
        IpAddr::V6(_) => None,
    });
    sorting::set(found)
}

/// A network that is being built.
pub(super) struct Builder<'a> {
    pub(super) survey: &'a Survey,
    pub(super) lowered: Lowered,
    pub(super) addresses: Addresses,
    pub(super) routers: IndexMap<LogicalId, RouterId>,
    pub(super) segments: IndexMap<LogicalId, SegmentId>,
    pub(super) groups: IndexMap<LogicalId, StatefulId>,
    /// The default security group of each VPC.
    pub(super) default_groups: IndexMap<LogicalId, StatefulId>,
    /// Each attachment of a gateway, and one without a router for a gateway
    /// that is not attached.
    pub(super) gateways: Vec<(LogicalId, Option<RouterId>, PlaceId)>,
    /// What is offered: the ports of each resource and protocol.
    pub(super) offers: IndexMap<(LogicalId, Protocol), PortSet>,
    /// How many ways in from the Internet there are that are no place in a VPC.
    pub(super) entrances: usize,
    /// Transit gateways, and what is attached to them.
    pub(super) hubs: Hubs,
    /// The routes that gateway endpoints write, by table.
    pub(super) service_routes: Vec<(LogicalId, Route)>,
    /// Endpoints of Gateway Load Balancers that have no target.
    pub(super) idle_endpoints: BTreeSet<LogicalId>,
    /// NAT gateways that stand in no subnet.
    pub(super) regional: Vec<Regional>,
}

impl Builder<'_> {
    pub(super) fn assume(&mut self, about: &LogicalId, message: Message) {
        self.lowered.assumptions.push(Assumption {
            about: about.clone(),
            message,
        });
    }

    /// Notes an assumption that several parts of a resource may ask for.
    pub(super) fn assume_once(&mut self, about: &LogicalId, message: Message) {
        let mut assumed = self.lowered.assumptions.iter();
        if assumed.all(|it| it.about != *about || it.message != message) {
            self.assume(about, message);
        }
    }

    pub(super) fn refuse(&mut self, id: &LogicalId, why: Message) {
        self.lowered.unsupported.insert(id.clone(), why);
    }

    /// Notes that a part of a resource is not known; the first reason stays.
    pub(super) fn leave_open(&mut self, id: &LogicalId, why: Message) {
        self.lowered.open.entry(id.clone()).or_insert(why);
    }
}

/// A resource as an origin.
pub(super) fn origin(id: &LogicalId) -> Origin {
    Origin::whole(id.as_str())
}

/// A property of a resource as an origin.
pub(super) fn origin_at(id: &LogicalId, path: &PropertyPath) -> Origin {
    origin(id).at(path.to_string())
}
