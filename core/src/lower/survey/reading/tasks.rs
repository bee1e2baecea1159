//! Reads ECS services whose tasks have network interfaces of their own. Tasks
//! that share their instance's are told by the instance.
//!
//! <https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-networking.html>

use indexmap::IndexMap;

use super::services::standing_in;
use super::{Reader, choice, integer, reference};
use crate::lower::survey::{Fact, Host, HostKind, Offered, Registered, Used};
use crate::network::Protocol;
use crate::template::{LogicalId, PropertyPath, Resource};

const CONFIGURATION: &str = "NetworkConfiguration.AwsvpcConfiguration";

impl Reader<'_> {
    pub(super) fn add_tasks(&self, hosts: &mut IndexMap<LogicalId, Host>) {
        for (id, resource) in self.of_kind("AWS::ECS::Service") {
            if !self.is_mapping(resource, CONFIGURATION) {
                continue;
            }
            let base = PropertyPath::from(CONFIGURATION);
            let public = self
                .evaluator
                .property(resource, &base.key("AssignPublicIp"));
            let subnets = self.used_list(resource, &base.key("Subnets"));
            let host = Host {
                groups: self.used_list(resource, &base.key("SecurityGroups")),
                ports: self.container_ports(resource),
                opens: true,
                public_ip: choice(public, &[("ENABLED", true), ("DISABLED", false)]).or(false),
                registered: self.registered(resource),
                ..standing_in(id, HostKind::Service, subnets)
            };
            hosts.insert(id.clone(), host);
        }
    }

    /// The ports of the containers of a service's tasks.
    fn container_ports(&self, service: &Resource) -> Vec<Offered> {
        let named = self.named(service, "TaskDefinition");
        let template = self.evaluator.template();
        let task = named.known().and_then(|id| template.resource(id));
        let task = task.filter(|it| it.kind() == "AWS::ECS::TaskDefinition");
        let Some(task) = task else {
            return Vec::new();
        };
        let mut ports = Vec::new();
        for (path, _) in self.elements(task, &"ContainerDefinitions".into()) {
            for (_, mapping) in self.elements(task, &path.key("PortMappings")) {
                let port = integer(self.inside(&mapping, "ContainerPort"));
                let protocol = choice(
                    self.inside(&mapping, "Protocol"),
                    &[("tcp", Protocol::Tcp), ("udp", Protocol::Udp)],
                );
                let protocol = protocol.or(Protocol::Tcp);
                if let (Fact::Known(protocol), false) = (protocol, port.is_absent()) {
                    ports.push(Offered { protocol, port });
                }
            }
        }
        ports
    }

    /// The target groups that a service registers its tasks with.
    fn registered(&self, service: &Resource) -> Vec<Registered> {
        let mut found = Vec::new();
        for (path, balancer) in self.elements(service, &"LoadBalancers".into()) {
            let id = reference(self.inside(&balancer, "TargetGroupArn"));
            if id.is_absent() {
                continue;
            }
            let path = path.key("TargetGroupArn");
            found.push(Registered {
                group: Used { path, id },
                port: integer(self.inside(&balancer, "ContainerPort")),
            });
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use crate::fixture::design;
    use crate::lower::survey::{Fact, Survey};
    use crate::network::Protocol;

    #[test]
    fn a_service_offers_the_ports_of_its_containers() {
        let survey = Survey::of(&design(
            "AWS::EC2::Subnet a
AWS::ECS::TaskDefinition task ContainerDefinitions=[{Name=web, PortMappings=[{ContainerPort=8080}, {ContainerPort=53, Protocol=udp}]}, {Name=odd, PortMappings=7}, 3]
AWS::ECS::Service service TaskDefinition=@task NetworkConfiguration={AwsvpcConfiguration={Subnets=[@a], SecurityGroups=[sg-1], AssignPublicIp=ENABLED}} LoadBalancers=[{TargetGroupArn=@group, ContainerPort=8080, ContainerName=web}, {}]
AWS::ECS::Service shared TaskDefinition=@task
AWS::ElasticLoadBalancingV2::TargetGroup group TargetType=ip Port=80",
        ));
        let service = &survey.hosts["service"];
        assert_eq!(service.public_ip, Fact::Known(true));
        assert_eq!(service.subnets[0].id, Fact::Known("a".into()));
        let ports: Vec<_> = service.ports.iter().collect();
        assert_eq!(ports.len(), 2);
        assert_eq!(ports[1].protocol, Protocol::Udp);
        assert!(!survey.hosts.contains_key("shared"));
        let member = &survey.target_groups["group"].members[0];
        assert_eq!(member.id.as_str(), "service");
        assert_eq!(member.port, Fact::Known(8080));
        assert_eq!(member.path, "LoadBalancers.0.TargetGroupArn".into());
    }
}
