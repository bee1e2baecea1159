//! Reads what has addresses: instances and load balancers.

use indexmap::IndexMap;

use super::{Reader, address, integer, reference, text, truth};
use crate::catalogue::{ec2, elbv2};
use crate::lower::survey::{
    BalancerKind, ElasticIp, Fact, Instance, Listener, LoadBalancer, TargetGroup, Used,
};
use crate::message::Message;
use crate::template::{Evaluated, LogicalId, PropertyPath, Resource};

impl Reader<'_> {
    pub(in super::super) fn instances(
        &self,
        elastic_ips: &IndexMap<LogicalId, ElasticIp>,
    ) -> IndexMap<LogicalId, Instance> {
        let all = self.of_kind(ec2::Instance::KIND);
        all.map(|(id, resource)| (id.clone(), self.instance(id, resource, elastic_ips)))
            .collect()
    }

    /// An instance by its first interface: `SubnetId` and `SecurityGroupIds`,
    /// or what the interface of device index 0 says.
    fn instance(
        &self,
        id: &LogicalId,
        resource: &Resource,
        elastic_ips: &IndexMap<LogicalId, ElasticIp>,
    ) -> Instance {
        let interfaces = self.elements(resource, &"NetworkInterfaces".into());
        let index = |interface: &Evaluated| self.inside(interface, "DeviceIndex").integer();
        let first = interfaces
            .iter()
            .find(|(_, interface)| index(interface) == Some(0))
            .or_else(|| interfaces.first());
        let at = |key: &str| -> PropertyPath {
            match first {
                Some((path, _)) => path.key(key),
                None => key.into(),
            }
        };
        let (subnet, groups, private) = if first.is_some() {
            (at("SubnetId"), at("GroupSet"), at("PrivateIpAddress"))
        } else {
            (
                at("SubnetId"),
                at("SecurityGroupIds"),
                at("PrivateIpAddress"),
            )
        };
        let associates = first.map(|(_, it)| self.inside(it, "AssociatePublicIpAddress"));
        let used = |path: PropertyPath| Used {
            id: reference(self.evaluator.property(resource, &path)),
            path,
        };
        let named = elastic_ips
            .values()
            .filter(|address| address.instance.known() == Some(id));
        Instance {
            id: id.clone(),
            subnet: used(subnet),
            groups: self.used_list(resource, &groups),
            associates_public_ip: associates.map_or(Fact::Absent, truth),
            private_ip: address(self.evaluator.property(resource, &private)),
            elastic_ips: named.map(|address| address.id.clone()).collect(),
            checks_source_destination: self.property(resource, "SourceDestCheck").truth()
                != Some(false),
        }
    }

    pub(in super::super) fn load_balancers(
        &self,
        listeners: &IndexMap<LogicalId, Listener>,
    ) -> IndexMap<LogicalId, LoadBalancer> {
        let all = self.of_kind(elbv2::LoadBalancer::KIND);
        let read = all.map(|(id, resource)| {
            let mut subnets = self.used_list(resource, &"Subnets".into());
            if subnets.is_empty() {
                let mappings = self.elements(resource, &"SubnetMappings".into());
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
            };
            (id.clone(), balancer)
        });
        read.collect()
    }

    fn balancer_kind(&self, resource: &Resource) -> Fact<BalancerKind> {
        match text(self.property(resource, "Type")) {
            Fact::Absent => Fact::Known(BalancerKind::Application),
            Fact::Known(kind) => match kind.as_str() {
                "application" => Fact::Known(BalancerKind::Application),
                "network" => Fact::Known(BalancerKind::Network),
                "gateway" => Fact::Known(BalancerKind::Gateway),
                _ => Fact::Malformed(
                    Message::new("{kind} is no kind of load balancer: write application, network or gateway.")
                        .text("kind", kind),
                ),
            },
            Fact::Unknown(why) => Fact::Unknown(why),
            Fact::Elsewhere(id) => Fact::Elsewhere(id),
            Fact::Malformed(message) => Fact::Malformed(message),
        }
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
            let targets = targets.map(|(path, target)| {
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
                // `traffic-port` is no number: the port of the traffic.
                health_check_port: self.property(resource, "HealthCheckPort").integer(),
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
    fn an_instance_is_read_from_its_first_interface() {
        let survey = Survey::of(&design(
            "vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
    instance plain PrivateIpAddress=10.0.1.9 SourceDestCheck=false SecurityGroupIds=[sg-1]
AWS::EC2::Instance second NetworkInterfaces=[{DeviceIndex=1, SubnetId=@b}, {DeviceIndex=0, SubnetId=@a, GroupSet=[@open], AssociatePublicIpAddress=true}]
AWS::EC2::EIP address InstanceId=@plain",
        ));
        let plain = &survey.instances["plain"];
        assert_eq!(plain.subnet.id, Fact::Known("a".into()));
        assert_eq!(plain.groups[0].id, Fact::Elsewhere("sg-1".to_owned()));
        assert_eq!(plain.private_ip, Fact::Known("10.0.1.9".parse().unwrap()));
        assert_eq!(plain.elastic_ips, ["address".into()]);
        assert!(!plain.checks_source_destination);
        let second = &survey.instances["second"];
        assert_eq!(second.subnet.path, "NetworkInterfaces.1.SubnetId".into());
        assert_eq!(
            second.groups[0].path,
            "NetworkInterfaces.1.GroupSet.0".into()
        );
        assert_eq!(second.associates_public_ip, Fact::Known(true));
    }

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
