//! Ways in from the Internet that are no place in a VPC: distributions and
//! APIs. Each is somebody outside who calls what stands behind it. Caches,
//! paths of requests and methods are not modeled: any origin may be asked.

use std::net::{IpAddr, Ipv4Addr};

use super::lowered::{Builder, Whereabouts, origin, origin_at};
use super::reason::reason;
use super::survey::{Api, ApiIntegration, Distribution, DistributionOrigin, Fact};
use crate::message::Message;
use crate::network::{
    Backend, Backing, Balancer, Family, Listener, Origin, Outside, Place, PlaceId, PlaceKind,
    PortSet, Protocol,
};
use crate::template::LogicalId;

/// Addresses from which `CloudFront` calls origins begin here, and a little
/// further on those of APIs.
///
/// <https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/LocationsOfEdgeServers.html>
const EDGES: u32 = u32::from_be_bytes([130, 176, 0, 7]);

/// The ports at which a distribution is called: for HTTP and for HTTPS.
const WEB: [u16; 2] = [80, 443];

impl Builder<'_> {
    pub(super) fn add_entrances(&mut self) {
        let survey = self.survey;
        for distribution in survey.distributions.values() {
            self.add_distribution(distribution);
        }
        for api in survey.apis.values() {
            self.add_api(api);
        }
    }

    /// Somebody outside who goes by the name of a resource.
    fn edge(&mut self, id: &LogicalId) -> PlaceId {
        let number = u32::try_from(self.entrances).unwrap_or(0);
        self.entrances += 1;
        let address = Ipv4Addr::from(EDGES.saturating_add(number));
        let message = Message::new(
            "{edge} calls from {address}: AWS uses many addresses there, and any of them stands for all.",
        );
        let message = message.resource("edge", id).text("address", address);
        self.assume(id, message);
        self.lowered.network.add_place(Place {
            origin: origin(id),
            kind: PlaceKind::Outside(Outside {
                addresses: vec![IpAddr::V4(address)],
            }),
        })
    }

    fn enter_by(&mut self, id: &LogicalId, listeners: Vec<Listener>) {
        let edge = self.edge(id);
        for listener in &listeners {
            self.offer(id, Protocol::Tcp, &PortSet::single(listener.port));
        }
        let made = self.lowered.network.add_balancer(Balancer {
            origin: origin(id),
            nodes: vec![edge],
            is_called_outside: true,
            listeners,
            is_filtered_inside: false,
        });
        let made = Whereabouts::Balancer(made);
        self.lowered.places.insert(id.clone(), made);
    }

    /// <https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistS3AndCustomOrigins.html>
    fn add_distribution(&mut self, distribution: &Distribution) {
        let id = &distribution.id;
        let mut listeners = Vec::new();
        for (number, port) in WEB.into_iter().enumerate() {
            let mut backends = Vec::new();
            let mut answers = false;
            for origin in &distribution.origins {
                match self.asked(id, origin, number) {
                    Some(asked) => backends.extend(asked),
                    None => answers = true,
                }
            }
            if answers {
                // What is no place in a network answers whatever else does not.
                backends.clear();
                self.lowered.answering.insert(id.clone());
            }
            listeners.push(Listener {
                origin: origin(id),
                protocol: Protocol::Tcp,
                port,
                backends,
            });
        }
        self.enter_by(id, listeners);
    }

    /// Whom a distribution asks at an origin; `None` for what needs no network,
    /// such as a bucket.
    fn asked(
        &mut self,
        id: &LogicalId,
        written: &DistributionOrigin,
        number: usize,
    ) -> Option<Vec<Backend>> {
        if !written.vpc_origin.is_absent() {
            let why = Message::new(
                "{distribution} goes into a VPC by a VPC origin, and from which address it calls there is not modeled",
            );
            self.leave_open(id, why.resource("distribution", id));
            return Some(Vec::new());
        }
        let from = origin_at(id, &written.path);
        let port = written.ports.get(number).or(written.ports.first());
        let Some(port) = port else {
            return match &written.target {
                Fact::Unknown(_) | Fact::Malformed(_) => Some(self.open_origin(id, written)),
                _ => None,
            };
        };
        let port = port.known().and_then(|port| u16::try_from(*port).ok());
        let to = match &written.target {
            Fact::Known(target) => match self.lowered.places.get(target) {
                Some(Whereabouts::Balancer(balancer)) => Backing::Balancer(*balancer),
                Some(Whereabouts::Interfaces(places)) => Backing::Place(*places.first()?),
                None if self.lowered.unsupported.contains_key(target) => {
                    return Some(self.open_origin(id, written));
                }
                None => return None,
            },
            // A name that is not ours is somebody on the Internet.
            Fact::Elsewhere(_) => Backing::Place(self.lowered.internet),
            _ => return Some(self.open_origin(id, written)),
        };
        let Some(port) = port else {
            return Some(self.open_origin(id, written));
        };
        Some(vec![Backend {
            family: Some(Family::V4),
            ..Backend::new(from, to, port)
        }])
    }

    fn open_origin(&mut self, id: &LogicalId, written: &DistributionOrigin) -> Vec<Backend> {
        let why = Message::new("an origin of {distribution} {why}")
            .resource("distribution", id)
            .message("why", reason(&written.target));
        self.leave_open(id, why);
        Vec::new()
    }

    /// <https://docs.aws.amazon.com/apigateway/latest/developerguide/welcome.html>
    fn add_api(&mut self, api: &Api) {
        let id = &api.id;
        match &api.is_private {
            Fact::Known(false) => {}
            Fact::Known(true) => {
                let why = Message::new(
                    "{api} is private: only interface endpoints lead to it. Ask for the endpoint.",
                );
                self.refuse(id, why.resource("api", id));
                return;
            }
            fact => {
                let why = Message::new("The endpoint type of {api} {why}.")
                    .resource("api", id)
                    .message("why", reason(fact));
                self.refuse(id, why);
                return;
            }
        }
        let mut backends = Vec::new();
        for integration in &api.integrations {
            backends.extend(self.integrated(id, integration));
        }
        if api.integrations.is_empty() {
            // What answers is no place in a network, such as a function.
            self.lowered.answering.insert(id.clone());
        }
        let listener = Listener {
            origin: origin(id),
            protocol: Protocol::Tcp,
            port: 443,
            backends,
        };
        self.enter_by(id, vec![listener]);
    }

    /// Whom an API calls by an integration.
    fn integrated(&mut self, api: &LogicalId, written: &ApiIntegration) -> Vec<Backend> {
        let survey = self.survey;
        let from = origin(&written.id);
        let made = if written.link.is_absent() {
            self.listened(&from, written.target.known(), &[])
        } else if let Some(link) = written.link.known().and_then(|it| survey.vpc_links.get(it)) {
            let callers = match self.lowered.places.get(&link.id) {
                Some(Whereabouts::Interfaces(places)) => places.clone(),
                _ => Vec::new(),
            };
            if link.targets.is_empty() && !callers.is_empty() {
                self.listened(&from, written.target.known(), &callers)
            } else {
                let targets = link.targets.iter().filter_map(|it| it.id.known());
                let targets: Vec<&LogicalId> = targets.collect();
                let made = targets.iter().map(|it| self.behind(&from, it));
                made.collect::<Option<Vec<_>>>()
                    .map(|made| made.into_iter().flatten().collect())
            }
        } else {
            None
        };
        let is_found = made.as_ref().is_some_and(|made| !made.is_empty());
        if !is_found {
            let fact = if written.link.known().is_some() || written.link.is_absent() {
                &written.target
            } else {
                &written.link
            };
            let why = Message::new("whom {api} calls by {integration} {why}")
                .resource("api", api)
                .resource("integration", &written.id)
                .message("why", reason(fact));
            self.leave_open(api, why);
        }
        made.unwrap_or_default()
    }

    /// A load balancer at the port of the listener that is named, or at each
    /// of its ports.
    ///
    /// <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-private-integration.html>
    fn listened(
        &self,
        from: &Origin,
        target: Option<&LogicalId>,
        callers: &[PlaceId],
    ) -> Option<Vec<Backend>> {
        let target = target?;
        let listener = self.survey.listeners.get(target);
        let id = match listener {
            Some(listener) => listener.load_balancer.known()?,
            None => target,
        };
        let Some(Whereabouts::Balancer(balancer)) = self.lowered.places.get(id) else {
            return None;
        };
        let named = listener.and_then(|it| it.port.known()).copied();
        let listeners = &self.lowered.network.balancer(*balancer)?.listeners;
        let of_name = listeners
            .iter()
            .filter(|it| it.protocol == Protocol::Tcp)
            .filter(|it| named.is_none_or(|port| port == i64::from(it.port)));
        let made = of_name.map(|it| Backend {
            callers: callers.to_vec(),
            family: Some(Family::V4),
            ..Backend::new(from.clone(), Backing::Balancer(*balancer), it.port)
        });
        Some(made.collect())
    }

    /// The targets of a Network Load Balancer that is called over `PrivateLink`:
    /// its nodes call them, always in their own name. Whether its groups are
    /// asked there is a setting that is not read.
    ///
    /// <https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html>
    fn behind(&self, from: &Origin, id: &LogicalId) -> Option<Vec<Backend>> {
        let Some(Whereabouts::Balancer(balancer)) = self.lowered.places.get(id) else {
            return None;
        };
        let has_groups = self.survey.load_balancers.get(id);
        if has_groups.is_some_and(|it| !it.groups.is_empty()) {
            return None;
        }
        let balancer = self.lowered.network.balancer(*balancer)?;
        let backends = balancer.listeners.iter().flat_map(|it| &it.backends);
        let made = backends.map(|backend| Backend {
            origin: from.clone(),
            nodes: None,
            callers: backend
                .nodes
                .clone()
                .unwrap_or_else(|| balancer.nodes.clone()),
            keeps_source: false,
            ..backend.clone()
        });
        Some(made.filter(|it| !it.callers.is_empty()).collect())
    }
}
