//! Reads load balancers, their listeners and target groups.

use indexmap::IndexMap;

use super::{Reader, address, address6, choice, integer, reference, text};
use crate::catalogue::elbv2;
use crate::lower::survey::{
    AddressType, BalancerKind, Fact, Listener, LoadBalancer, NodeAddress, TargetGroup, Used,
};
use crate::template::{LogicalId, PropertyPath, Resource};

/// The families of a load balancer's addresses.
const ADDRESS_TYPES: &[(&str, AddressType)] = &[
    ("ipv4", AddressType::Ipv4),
    ("dualstack", AddressType::Dualstack),
    (
        "dualstack-without-public-ipv4",
        AddressType::DualstackWithoutPublicIpv4,
    ),
];

/// The kinds of load balancer.
const KINDS: &[(&str, BalancerKind)] = &[
    ("application", BalancerKind::Application),
    ("network", BalancerKind::Network),
    ("gateway", BalancerKind::Gateway),
];

impl Reader<'_> {
    pub(in super::super) fn load_balancers(
        &self,
        listeners: &IndexMap<LogicalId, Listener>,
    ) -> IndexMap<LogicalId, LoadBalancer> {
        let all = self.of_kind(elbv2::LoadBalancer::KIND);
        let read = all.map(|(id, resource)| {
            let mut subnets = self.used_list(resource, &"Subnets".into());
            let mut nodes = Vec::new();
            if subnets.is_empty() {
                let mappings = self.elements(resource, &"SubnetMappings".into());
                let written = mappings.iter().map(|(_, mapping)| NodeAddress {
                    allocation: reference(self.inside(mapping, "AllocationId")),
                    private_ip: address(self.inside(mapping, "PrivateIPv4Address")),
                    ipv6: address6(self.inside(mapping, "IPv6Address")),
                });
                nodes = written.collect();
                subnets = mappings
                    .into_iter()
                    .map(|(path, mapping)| Used {
                        path: path.key("SubnetId"),
                        id: reference(self.inside(&mapping, "SubnetId")),
                    })
                    .collect();
            }
            let own = listeners
                .values()
                .filter(|listener| listener.load_balancer.known() == Some(id));
            let kind = self.balancer_kind(resource);
            let scheme = text(self.property(resource, "Scheme"));
            let balancer = LoadBalancer {
                id: id.clone(),
                // A Gateway Load Balancer has no scheme, and no public address.
                is_internet_facing: match &scheme {
                    Fact::Absent => kind != Fact::Known(BalancerKind::Gateway),
                    scheme => scheme.known().is_some_and(|it| it == "internet-facing"),
                },
                kind,
                scheme,
                subnets,
                groups: self.used_list(resource, &"SecurityGroups".into()),
                listeners: own.map(|listener| listener.id.clone()).collect(),
                crosses_zones: self.attribute(
                    resource,
                    "LoadBalancerAttributes",
                    "load_balancing.cross_zone.enabled",
                ),
                address_type: choice(self.property(resource, "IpAddressType"), ADDRESS_TYPES)
                    .or(AddressType::Ipv4),
                nodes,
            };
            (id.clone(), balancer)
        });
        read.collect()
    }

    fn balancer_kind(&self, resource: &Resource) -> Fact<BalancerKind> {
        choice(self.property(resource, "Type"), KINDS).or(BalancerKind::Application)
    }

    /// A truth value in a list of keys and values.
    fn attribute(&self, resource: &Resource, list: &str, key: &str) -> Option<bool> {
        let elements = self.elements(resource, &list.into());
        let mut named = elements
            .iter()
            .filter(|(_, element)| self.inside(element, "Key").text().as_deref() == Some(key));
        named.find_map(|(_, element)| self.inside(element, "Value").truth())
    }

    pub(in super::super) fn listeners(&self) -> IndexMap<LogicalId, Listener> {
        let all = self.of_kind(elbv2::Listener::KIND);
        let read = all.map(|(id, resource)| {
            let (groups, answers_itself) = self.forwarded(resource, "DefaultActions");
            let listener = Listener {
                id: id.clone(),
                load_balancer: self.named(resource, "LoadBalancerArn"),
                port: integer(self.property(resource, "Port")),
                protocol: text(self.property(resource, "Protocol")),
                groups,
                by_rules: Vec::new(),
                answers_itself,
            };
            (id.clone(), listener)
        });
        let mut listeners: IndexMap<LogicalId, Listener> = read.collect();
        for (id, rule) in self.of_kind(elbv2::listener_rule::ENTRY.kind) {
            let listener = self.named(rule, "ListenerArn");
            let listener = listener.known().and_then(|id| listeners.get_mut(id));
            if let Some(listener) = listener {
                let (groups, _) = self.forwarded(rule, "Actions");
                let groups = groups.into_iter().map(|used| (id.clone(), used));
                listener.by_rules.extend(groups);
            }
        }
        listeners
    }

    /// The target groups that a list of actions forwards to, and whether one
    /// answers by itself.
    fn forwarded(&self, resource: &Resource, list: &str) -> (Vec<Used>, bool) {
        let mut groups = Vec::new();
        let mut answers_itself = false;
        for (path, action) in self.elements(resource, &list.into()) {
            let kind = self.inside(&action, "Type").text();
            answers_itself |= matches!(kind.as_deref(), Some("redirect" | "fixed-response"));
            let mut push = |path: PropertyPath, value| {
                let id = reference(value);
                // `TargetGroupArn` and `ForwardConfig` may say the same.
                let is_new = groups.iter().all(|used: &Used| used.id != id);
                if !id.is_absent() && is_new {
                    groups.push(Used { path, id });
                }
            };
            push(
                path.key("TargetGroupArn"),
                self.inside(&action, "TargetGroupArn"),
            );
            let weighted = path.key("ForwardConfig").key("TargetGroups");
            for (path, group) in self.elements(resource, &weighted) {
                push(
                    path.key("TargetGroupArn"),
                    self.inside(&group, "TargetGroupArn"),
                );
            }
        }
        (groups, answers_itself)
    }

    pub(in super::super) fn target_groups(&self) -> IndexMap<LogicalId, TargetGroup> {
        let all = self.of_kind(elbv2::TargetGroup::KIND);
        let read = all.map(|(id, resource)| {
            let targets = self.elements(resource, &"Targets".into()).into_iter();
            let mut target_zones = Vec::new();
            let targets = targets.map(|(path, target)| {
                target_zones.push(text(self.inside(&target, "AvailabilityZone")));
                let used = Used {
                    path: path.key("Id"),
                    id: reference(self.inside(&target, "Id")),
                };
                (used, self.inside(&target, "Port").integer())
            });
            let target_type = match text(self.property(resource, "TargetType")) {
                Fact::Absent => Fact::Known("instance".to_owned()),
                fact => fact,
            };
            let group = TargetGroup {
                id: id.clone(),
                vpc: self.named(resource, "VpcId"),
                port: integer(self.property(resource, "Port")),
                protocol: text(self.property(resource, "Protocol")),
                target_type,
                targets: targets.collect(),
                target_zones,
                members: Vec::new(),
                // `traffic-port` is no number: the port of the traffic.
                health_check_port: self.property(resource, "HealthCheckPort").integer(),
                health_check_protocol: text(self.property(resource, "HealthCheckProtocol")),
                crosses_zones: self.attribute(
                    resource,
                    "TargetGroupAttributes",
                    "load_balancing.cross_zone.enabled",
                ),
                is_ipv6: choice(
                    self.property(resource, "IpAddressType"),
                    &[("ipv4", false), ("ipv6", true)],
                )
                .or(false),
                preserves_client_ip: self.attribute(
                    resource,
                    "TargetGroupAttributes",
                    "preserve_client_ip.enabled",
                ),
            };
            (id.clone(), group)
        });
        read.collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::fixture::design;
    use crate::lower::survey::{BalancerKind, Fact, Survey};

    #[test]
    fn a_load_balancer_knows_its_listeners_and_their_groups() {
        let survey = Survey::of(&design(
            "AWS::ElasticLoadBalancingV2::LoadBalancer front Type=network Scheme=internal SubnetMappings=[{SubnetId=@a}]
AWS::ElasticLoadBalancingV2::Listener web LoadBalancerArn=@front Port=\"80\" Protocol=TCP DefaultActions=[{Type=forward, TargetGroupArn=@apps, ForwardConfig={TargetGroups=[{TargetGroupArn=@apps}]}}]
listenerrule some ListenerArn=@web Priority=1 Actions=[{Type=forward, TargetGroupArn=@apps}]
listenerrule other ListenerArn=elsewhere Priority=1 Actions=[{Type=forward, TargetGroupArn=@apps}]
AWS::ElasticLoadBalancingV2::TargetGroup apps Port=8080 Protocol=TCP HealthCheckPort=traffic-port Targets=[{Id=@app, Port=9090}]
AWS::EC2::Instance app
AWS::EC2::Subnet a",
        ));
        let front = &survey.load_balancers["front"];
        assert_eq!(front.kind, Fact::Known(BalancerKind::Network));
        assert!(!front.is_internet_facing);
        assert_eq!(front.subnets[0].path, "SubnetMappings.0.SubnetId".into());
        assert_eq!(front.listeners, ["web".into()]);
        let web = &survey.listeners["web"];
        assert_eq!((web.port.clone(), web.groups.len()), (Fact::Known(80), 1));
        let by_rules: Vec<_> = web.by_rules.iter().map(|(rule, _)| rule.as_str()).collect();
        assert_eq!(by_rules, ["some"]);
        let apps = &survey.target_groups["apps"];
        assert_eq!(apps.targets[0].1, Some(9090));
        assert_eq!(apps.health_check_port, None);
    }
}
