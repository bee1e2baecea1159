//! What rules read: the survey of a design, with indexes that several rules
//! share, each made when it is first asked for. Judges nothing.

use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap, HashSet};

use ipnet::{IpNet, Ipv4Net};

use super::conformity::{self, Deviation};
use crate::document::Document;
use crate::lower::survey::{Fact, GatewayKind, RouteTarget, Subnet, Survey};
use crate::schema::Schemas;
use crate::template::{
    Evaluated, Evaluator, FunctionName, LogicalId, PropertyPath, Resource, Setting, Template,
    Value, references,
};

/// What rules read.
#[derive(Debug)]
pub struct Context<'a> {
    /// The design.
    pub document: &'a Document,
    /// What it says of networks.
    pub survey: &'a Survey,
    /// What is known of types of resource: perhaps nothing.
    pub schemas: &'a Schemas,
    /// Evaluates what the survey does not hold.
    pub evaluator: Evaluator<'a>,
    subnets: OnceCell<HashMap<LogicalId, Vec<&'a Subnet>>>,
    users: OnceCell<HashMap<String, BTreeSet<LogicalId>>>,
    placed: OnceCell<HashMap<LogicalId, Vec<LogicalId>>>,
    deviations: OnceCell<Vec<Deviation>>,
    given_two_tables: OnceCell<HashSet<&'a LogicalId>>,
}

/// Where the default route of a subnet leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WayOut {
    /// To an Internet gateway.
    Internet,
    /// To something else, such as a NAT gateway.
    Elsewhere,
    /// There is none.
    Nowhere,
    /// It cannot be told: a target or the route table is not in the template.
    Unknown,
}

impl<'a> Context<'a> {
    /// What rules read of a document.
    pub fn new(
        document: &'a Document,
        setting: &'a Setting,
        survey: &'a Survey,
        schemas: &'a Schemas,
    ) -> Self {
        Self {
            document,
            survey,
            schemas,
            evaluator: Evaluator::new(&document.template, setting),
            subnets: OnceCell::new(),
            users: OnceCell::new(),
            placed: OnceCell::new(),
            deviations: OnceCell::new(),
            given_two_tables: OnceCell::new(),
        }
    }

    /// The template.
    pub fn template(&self) -> &'a Template {
        &self.document.template
    }

    /// Where the template departs from what AWS says of its types.
    pub fn deviations(&self) -> &[Deviation] {
        self.deviations.get_or_init(|| conformity::deviations(self))
    }

    /// Takes departures that were found before in the same design.
    pub(super) fn bring(&mut self, deviations: Option<Vec<Deviation>>) {
        if let Some(deviations) = deviations {
            self.deviations = OnceCell::from(deviations);
        }
    }

    /// The departures, if anybody asked for them: for [`Context::bring`].
    pub(super) fn into_deviations(self) -> Option<Vec<Deviation>> {
        self.deviations.into_inner()
    }

    /// A resource by its name.
    pub fn resource(&self, id: &LogicalId) -> Option<&'a Resource> {
        self.document.template.resource(id)
    }

    /// The subnets of a VPC, in the order of the file.
    pub fn subnets_of(&self, vpc: &LogicalId) -> &[&'a Subnet] {
        let index = self.subnets.get_or_init(|| {
            let mut index: HashMap<LogicalId, Vec<&'a Subnet>> = HashMap::new();
            for subnet in self.survey.subnets.values() {
                if let Some(vpc) = subnet.vpc.known() {
                    index.entry(vpc.clone()).or_default().push(subnet);
                }
            }
            index
        });
        index.get(vpc).map_or(&[], Vec::as_slice)
    }

    /// Whether a resource is made for certain. Two resources whose conditions
    /// are open may exclude each other.
    pub fn is_certain(&self, id: &LogicalId) -> bool {
        let resource = self.resource(id);
        resource.is_some_and(|it| self.evaluator.is_made(it) == Ok(true))
    }

    /// Whether an output hands a resource to other templates: by `Ref`, or by
    /// an attribute that identifies it.
    pub fn is_handed_on(&self, id: &LogicalId) -> bool {
        let outputs = self.document.template.sections.get("Outputs");
        let named = outputs.map(references).unwrap_or_default();
        named.iter().any(|it| {
            let attribute = it.attribute.as_deref().unwrap_or("Id");
            it.name == id.as_str() && (attribute.ends_with("Id") || attribute.ends_with("Arn"))
        })
    }

    /// The VPC of a subnet, as far as it is known.
    pub fn vpc_of_subnet(&self, subnet: &LogicalId) -> Option<&'a LogicalId> {
        self.survey.subnets.get(subnet)?.vpc.known()
    }

    /// The resources whose properties refer to a name.
    pub fn users_of(&self, id: &LogicalId) -> impl Iterator<Item = (&LogicalId, &'a Resource)> {
        let index = self.users.get_or_init(|| {
            let mut index: HashMap<String, BTreeSet<LogicalId>> = HashMap::new();
            for (user, resource) in &self.document.template.resources {
                let Some(properties) = resource.attribute("Properties") else {
                    continue;
                };
                for reference in references(properties) {
                    index
                        .entry(reference.name)
                        .or_default()
                        .insert(user.clone());
                }
            }
            index
        });
        let users = index.get(id.as_str()).into_iter().flatten();
        users.filter_map(|user| Some((user, self.resource(user)?)))
    }

    /// What stands in a subnet and cannot stand in another zone without being
    /// built anew: instances and NAT gateways.
    pub fn placed_in(&self, subnet: &LogicalId) -> &[LogicalId] {
        let index = self.placed.get_or_init(|| {
            let mut index: HashMap<LogicalId, Vec<LogicalId>> = HashMap::new();
            let instances = self.survey.instances.values();
            let instances = instances.map(|it| (it.subnet.id.known(), &it.id));
            let gateways = self.survey.nat_gateways.values();
            let gateways = gateways.map(|it| (it.subnet.known(), &it.id));
            for (subnet, id) in instances.chain(gateways) {
                if let Some(subnet) = subnet {
                    index.entry(subnet.clone()).or_default().push(id.clone());
                }
            }
            index
        });
        index.get(subnet).map_or(&[], Vec::as_slice)
    }

    /// Where the IPv4 default route of a subnet leads. Attached or not, an
    /// Internet gateway is one here.
    pub fn way_out(&self, subnet: &Subnet) -> WayOut {
        let Some(table) = &subnet.table else {
            let mut associations = self.survey.table_associations.iter();
            let is_open = associations.any(|it| {
                !it.to.is_absent()
                    && it.to.known().is_none()
                    && it.subnet.known().is_none_or(|id| *id == subnet.id)
            });
            return if is_open {
                WayOut::Unknown
            } else {
                WayOut::Nowhere
            };
        };
        // Which of two tables counts, only the deployment tells.
        if self.given_two_tables().contains(&subnet.id) {
            return WayOut::Unknown;
        }
        let Some(table) = self.survey.tables.get(table) else {
            return WayOut::Unknown;
        };
        let learns = self.survey.propagations.iter();
        let learns = learns
            .filter(|it| it.table.known().is_none_or(|id| *id == table.id))
            .count();
        let mut way = if learns > 0 {
            WayOut::Elsewhere
        } else {
            WayOut::Nowhere
        };
        for route in table
            .routes
            .iter()
            .filter_map(|id| self.survey.routes.get(id))
        {
            // A route without a destination is to become some route.
            if route.destination_path.is_none() {
                way = WayOut::Unknown;
            }
            if route.destination.is_absent() {
                continue;
            }
            let Some(destination) = route.destination.known() else {
                way = WayOut::Unknown;
                continue;
            };
            if destination.block() != everywhere() {
                continue;
            }
            // A mistake in the route is told there, and not wherever it leads from.
            let [first] = route.targets.as_slice() else {
                return WayOut::Unknown;
            };
            if self.is_of_wrong_kind(first) {
                return WayOut::Unknown;
            }
            // What inspects traffic passes it on: where to is not told here.
            let is_inspected = [
                PropertyPath::from("VpcEndpointId"),
                "NetworkInterfaceId".into(),
            ]
            .contains(&first.path);
            if is_inspected {
                return WayOut::Unknown;
            }
            return match &first.target {
                Fact::Known(id) => match self.survey.gateways.get(id) {
                    Some(gateway) if gateway.kind == GatewayKind::Internet => WayOut::Internet,
                    _ => WayOut::Elsewhere,
                },
                Fact::Unknown(_) | Fact::Elsewhere(_) => WayOut::Unknown,
                _ => WayOut::Nowhere,
            };
        }
        way
    }

    /// The subnets that several associations give a route table.
    fn given_two_tables(&self) -> &HashSet<&'a LogicalId> {
        self.given_two_tables.get_or_init(|| {
            let mut seen = HashSet::new();
            let given = self.survey.table_associations.iter();
            let given = given.filter_map(|it| it.subnet.known());
            given.filter(|id| !seen.insert(*id)).collect()
        })
    }

    /// Whether `GatewayId` names what is no gateway of the template.
    fn is_of_wrong_kind(&self, target: &RouteTarget) -> bool {
        let is_gateway = target.path == "GatewayId".into();
        let id = target.target.known().filter(|_| is_gateway);
        let gateways = &self.survey.gateways;
        id.is_some_and(|id| !gateways.contains_key(id) && self.resource(id).is_some())
    }

    /// The Internet gateway attached to a VPC, if one is.
    pub fn internet_gateway_of(&self, vpc: &LogicalId) -> Option<&'a LogicalId> {
        let gateways = self.survey.gateways.values();
        let mut internet = gateways.filter(|it| it.kind == GatewayKind::Internet);
        let found = internet.find(|gateway| {
            let mut attachments = gateway.attachments.iter();
            attachments.any(|(_, attached)| attached.known() == Some(vpc))
        });
        found.map(|gateway| &gateway.id)
    }

    /// The zones of the region as the evaluator knows them.
    pub fn zones(&self) -> Vec<String> {
        let all = Value::function(FunctionName::GetAZs, Value::from(""));
        match self.evaluator.evaluate(&all) {
            Evaluated::Known(Value::List(zones)) => {
                let names = zones.iter().filter_map(Value::as_text);
                names.map(str::to_owned).collect()
            }
            _ => Vec::new(),
        }
    }

    /// The known IPv4 blocks of a VPC.
    pub fn blocks_of(&self, vpc: &LogicalId) -> Vec<Ipv4Net> {
        let blocks = self.survey.vpcs.get(vpc).map(|vpc| vpc.blocks.as_slice());
        let blocks = blocks.unwrap_or_default().iter();
        blocks.filter_map(|block| ipv4(block.net)).collect()
    }

    /// The IPv4 blocks of the subnets of a VPC, but for one.
    pub fn taken_in(&self, vpc: &LogicalId, but: &LogicalId) -> Vec<Ipv4Net> {
        let others = self.subnets_of(vpc).iter().filter(|it| it.id != *but);
        others
            .filter_map(|subnet| ipv4(subnet.cidr.known()?.block()))
            .collect()
    }
}

/// `0.0.0.0/0`.
pub(super) fn everywhere() -> IpNet {
    IpNet::V4(Ipv4Net::default())
}

/// The IPv4 block, if it is one.
pub(super) fn ipv4(block: IpNet) -> Option<Ipv4Net> {
    match block {
        IpNet::V4(block) => Some(block),
        IpNet::V6(_) => None,
    }
}
