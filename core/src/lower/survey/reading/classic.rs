//! Reads Classic Load Balancers.

use indexmap::IndexMap;

use super::{Reader, choice, integer, text, truth};
use crate::lower::survey::{ClassicBalancer, ClassicListener, Fact};
use crate::message::Message;
use crate::template::{Evaluated, LogicalId};

impl Reader<'_> {
    pub(in super::super) fn classic_balancers(&self) -> IndexMap<LogicalId, ClassicBalancer> {
        let all = self.of_kind("AWS::ElasticLoadBalancing::LoadBalancer");
        let read = all.map(|(id, resource)| {
            let listeners = self.elements(resource, &"Listeners".into()).into_iter();
            let listeners = listeners.map(|(path, listener)| ClassicListener {
                path,
                protocol: text(self.inside(&listener, "Protocol")),
                port: integer(self.inside(&listener, "LoadBalancerPort")),
                instance_port: integer(self.inside(&listener, "InstancePort")),
            });
            let scheme = choice(
                self.property(resource, "Scheme"),
                &[("internet-facing", true), ("internal", false)],
            );
            let balancer = ClassicBalancer {
                id: id.clone(),
                subnets: self.used_list(resource, &"Subnets".into()),
                groups: self.used_list(resource, &"SecurityGroups".into()),
                is_internet_facing: scheme.or(true),
                crosses_zones: truth(self.property(resource, "CrossZone")).or(false),
                listeners: listeners.collect(),
                instances: self.used_list(resource, &"Instances".into()),
                members: Vec::new(),
                health_check_port: checked_port(self.property(resource, "HealthCheck.Target")),
            };
            (id.clone(), balancer)
        });
        read.collect()
    }
}

/// The port of a health check such as `HTTP:80/index.html` or `TCP:5000`.
///
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-elasticloadbalancing-loadbalancer-healthcheck.html>
fn checked_port(target: Evaluated) -> Fact<i64> {
    match text(target) {
        Fact::Known(target) => {
            let after = target.split_once(':').map_or("", |(_, after)| after);
            let digits = after.split('/').next().unwrap_or_default();
            match digits.parse() {
                Ok(port) => Fact::Known(port),
                Err(_) => Fact::Malformed(
                    Message::new("{target} names no port: write one such as TCP:80.")
                        .text("target", format!("“{target}”")),
                ),
            }
        }
        fact => fact.map(|_| 0),
    }
}

#[cfg(test)]
mod tests {
    use crate::fixture::design;
    use crate::lower::survey::{Fact, Survey};

    #[test]
    fn a_classic_load_balancer_has_its_listeners_inside() {
        let survey = Survey::of(&design(
            "vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
    instance app
AWS::ElasticLoadBalancing::LoadBalancer old Subnets=[@a] SecurityGroups=[sg-1] Instances=[@app] CrossZone=true Listeners=[{LoadBalancerPort=\"80\", InstancePort=\"8080\", Protocol=HTTP}] HealthCheck={Target=\"HTTP:8081/well\"}
AWS::ElasticLoadBalancing::LoadBalancer odd Scheme=internal Listeners=[{}, 3] HealthCheck={Target=TCP}
AWS::AutoScaling::AutoScalingGroup fleet VPCZoneIdentifier=[@a] LoadBalancerNames=[@old] MinSize=1 MaxSize=2",
        ));
        let old = &survey.classic_balancers["old"];
        assert_eq!(old.is_internet_facing, Fact::Known(true));
        assert_eq!(old.crosses_zones, Fact::Known(true));
        assert_eq!(old.listeners[0].port, Fact::Known(80));
        assert_eq!(old.listeners[0].instance_port, Fact::Known(8080));
        assert_eq!(old.health_check_port, Fact::Known(8081));
        assert_eq!(old.instances[0].id, Fact::Known("app".into()));
        assert_eq!(old.members[0].id.as_str(), "fleet");
        let odd = &survey.classic_balancers["odd"];
        assert_eq!(odd.is_internet_facing, Fact::Known(false));
        assert!(odd.listeners[1].port.is_absent());
        assert!(matches!(odd.health_check_port, Fact::Malformed(_)));
    }
}
