//! Reads instances and Auto Scaling groups, with what a launch template or
//! launch configuration says for them.

use indexmap::IndexMap;

use super::{Reader, integer};
use crate::catalogue::ec2;
use crate::lower::survey::{AutoScalingGroup, Fact, Instance, Interface, Used};
use crate::template::{LogicalId, PropertyPath, Resource};

/// What is launched from: where it is named, and what it says of interfaces,
/// the primary one first.
struct Launch {
    used: Used,
    interfaces: Vec<Interface>,
}

impl Reader<'_> {
    pub(in super::super) fn instances(&self) -> IndexMap<LogicalId, Instance> {
        let all = self.of_kind(ec2::Instance::KIND);
        all.map(|(id, resource)| (id.clone(), self.instance(id, resource)))
            .collect()
    }

    fn instance(&self, id: &LogicalId, resource: &Resource) -> Instance {
        let launch = self.launch(resource, &["LaunchTemplate"]);
        let own = self.interface(resource, &PropertyPath::root(), "SecurityGroupIds");
        // Said of the instance, it is about each of its interfaces.
        let checks = own.checks_source_destination;
        let listed = self.listed_interfaces(resource, &"NetworkInterfaces".into(), "GroupSet");
        // A list of its own takes the place of the template's.
        let (own, interfaces) = if listed.is_empty() {
            (Some(own), launch.interfaces)
        } else {
            (None, listed)
        };
        let mut interfaces = interfaces.into_iter();
        let primary = match (own, interfaces.next()) {
            (Some(own), Some(inherited)) => own.inheriting(inherited),
            (Some(own), None) => own,
            (None, Some(first)) => first,
            (None, None) => self.interface(resource, &PropertyPath::root(), "SecurityGroupIds"),
        };
        let mut instance = Instance {
            id: id.clone(),
            primary,
            further: interfaces.collect(),
            masquerades: self.masquerades(resource, "Tags"),
            launch: launch.used.id,
        };
        instance.primary.checks_source_destination &= checks;
        instance
    }

    pub(in super::super) fn fleets(&self) -> IndexMap<LogicalId, AutoScalingGroup> {
        let all = self.of_kind("AWS::AutoScaling::AutoScalingGroup");
        let read = all.map(|(id, resource)| {
            let subnets = self.used_list(resource, &"VPCZoneIdentifier".into());
            let launch = self.launch(
                resource,
                &[
                    "LaunchTemplate",
                    "MixedInstancesPolicy.LaunchTemplate.LaunchTemplateSpecification",
                    "LaunchConfigurationName",
                    "InstanceId",
                ],
            );
            let primary = launch.interfaces.into_iter().next();
            let primary = primary.unwrap_or_else(|| {
                // What is launched says nothing here; its groups are not none.
                let mut open = self.interface(resource, &PropertyPath::root(), "SecurityGroupIds");
                open.groups = vec![launch.used.clone()];
                open
            });
            let in_subnet = |subnet: &Used| Interface {
                subnet: subnet.clone(),
                ..primary.clone()
            };
            let min_size = integer(self.property(resource, "MinSize"));
            let desired = integer(self.property(resource, "DesiredCapacity"));
            let group = AutoScalingGroup {
                id: id.clone(),
                interfaces: subnets.iter().map(in_subnet).collect(),
                subnets,
                launch: launch.used,
                masquerades: self.masquerades(resource, "Tags"),
                target_groups: self.used_list(resource, &"TargetGroupARNs".into()),
                load_balancers: self.used_list(resource, &"LoadBalancerNames".into()),
                desired: desired.or_fact(|| min_size.clone()),
                min_size,
            };
            (id.clone(), group)
        });
        read.collect()
    }

    /// What the first of some properties names to launch from.
    fn launch(&self, resource: &Resource, properties: &[&str]) -> Launch {
        let mut launch = Launch {
            used: Used {
                path: PropertyPath::root(),
                id: Fact::Absent,
            },
            interfaces: Vec::new(),
        };
        for property in properties {
            let path = PropertyPath::from(*property);
            // A launch template is named inside a mapping, by id or by name.
            let ways = [
                path.key("LaunchTemplateId"),
                path.key("LaunchTemplateName"),
                path,
            ];
            for path in ways {
                let id = super::reference(self.evaluator.property(resource, &path));
                if !matches!(id, Fact::Absent | Fact::Malformed(_)) {
                    launch.used = Used { path, id };
                    break;
                }
            }
            if !launch.used.id.is_absent() {
                break;
            }
        }
        let template = self.evaluator.template();
        let named = launch.used.id.known().and_then(|id| template.resource(id));
        let Some(named) = named else {
            return launch;
        };
        let kind = named.kind().as_str();
        let (base, groups) = match kind {
            "AWS::EC2::LaunchTemplate" => ("LaunchTemplateData".into(), "SecurityGroupIds"),
            "AWS::EC2::Instance" => (PropertyPath::root(), "SecurityGroupIds"),
            "AWS::AutoScaling::LaunchConfiguration" => (PropertyPath::root(), "SecurityGroups"),
            _ => return launch,
        };
        let of_list = if kind == "AWS::EC2::Instance" {
            "GroupSet"
        } else {
            "Groups"
        };
        let list = base.key("NetworkInterfaces");
        launch.interfaces = self.listed_interfaces(named, &list, of_list);
        if launch.interfaces.is_empty() {
            launch.interfaces = vec![self.interface(named, &base, groups)];
        }
        for interface in &mut launch.interfaces {
            // They are not written here.
            interface.written_at(&launch.used.path);
            interface.path = launch.used.path.clone();
        }
        launch
    }

    /// Whether a tag says that an instance masquerades when it forwards.
    fn masquerades(&self, resource: &Resource, tags: &str) -> bool {
        let tags = self.elements(resource, &tags.into());
        tags.iter().any(|(_, tag)| {
            let is = |key, text| self.inside(tag, key).text().as_deref() == Some(text);
            is("Key", "forward") && is("Value", "nat")
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::fixture::design;
    use crate::lower::survey::{Fact, Survey};

    #[test]
    fn an_instance_is_read_from_its_first_interface() {
        let survey = Survey::of(&design(
            "vpc main CidrBlock=10.0.0.0/16
  subnet a CidrBlock=10.0.1.0/24
    instance plain PrivateIpAddress=10.0.1.9 SourceDestCheck=false SecurityGroupIds=[sg-1]
  subnet b CidrBlock=10.0.2.0/24
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
        assert_eq!(
            second.associates_public_ip,
            Fact::Known(false),
            "it counts with one interface only"
        );
        assert_eq!(second.further[0].subnet.id, Fact::Known("b".into()));
    }

    #[test]
    fn an_instance_inherits_what_it_does_not_say() {
        let survey = Survey::of(&design(
            "AWS::EC2::Subnet a MapPublicIpOnLaunch=false
AWS::EC2::LaunchTemplate plan LaunchTemplateData={NetworkInterfaces=[{DeviceIndex=0, Groups=[@web], AssociatePublicIpAddress=true}]}
AWS::EC2::LaunchTemplate plain LaunchTemplateData={SecurityGroupIds=[@web]}
sg web GroupDescription=w
AWS::EC2::Instance one SubnetId=@a LaunchTemplate={LaunchTemplateId=@plan, Version=1}
AWS::EC2::Instance own SubnetId=@a SecurityGroupIds=[sg-1] LaunchTemplate={LaunchTemplateName=@plain}
AWS::EC2::Instance far SubnetId=@a LaunchTemplate={LaunchTemplateId=lt-1} Tags=[{Key=forward, Value=nat}]",
        ));
        let one = &survey.instances["one"];
        assert_eq!(one.groups[0].id, Fact::Known("web".into()));
        assert_eq!(
            one.groups[0].path,
            "LaunchTemplate.LaunchTemplateId".into(),
            "it is not written in the instance"
        );
        assert_eq!(one.subnet.path, "SubnetId".into());
        assert_eq!(survey.gets_public_ip(one), Fact::Known(true));
        let own = &survey.instances["own"];
        assert_eq!(own.groups.len(), 1);
        assert_eq!(own.groups[0].id, Fact::Elsewhere("sg-1".to_owned()));
        assert_eq!(own.launch, Fact::Known("plain".into()));
        let far = &survey.instances["far"];
        assert_eq!(far.launch, Fact::Elsewhere("lt-1".to_owned()));
        assert_eq!((far.masquerades, one.masquerades), (true, false));
    }

    #[test]
    fn an_auto_scaling_group_stands_in_each_of_its_subnets() {
        let survey = Survey::of(&design(
            "AWS::EC2::Subnet a
AWS::EC2::Subnet b
AWS::EC2::LaunchTemplate plan LaunchTemplateData={SecurityGroupIds=[@web]}
AWS::AutoScaling::LaunchConfiguration config SecurityGroups=[@web] AssociatePublicIpAddress=true
sg web GroupDescription=w
AWS::ElasticLoadBalancingV2::TargetGroup group Port=80
AWS::AutoScaling::AutoScalingGroup fleet VPCZoneIdentifier=[@a, @b] MixedInstancesPolicy={LaunchTemplate={LaunchTemplateSpecification={LaunchTemplateId=@plan}}} MinSize=\"2\" TargetGroupARNs=[@group]
AWS::AutoScaling::AutoScalingGroup older VPCZoneIdentifier=[@a] LaunchConfigurationName=@config MinSize=1 DesiredCapacity=3
AWS::AutoScaling::AutoScalingGroup far VPCZoneIdentifier=[@a] LaunchTemplate={LaunchTemplateId=lt-1}",
        ));
        let fleet = &survey.fleets["fleet"];
        let subnets: Vec<_> = fleet.interfaces.iter().map(|it| &it.subnet.id).collect();
        assert_eq!(
            subnets,
            [&Fact::Known("a".into()), &Fact::Known("b".into())]
        );
        assert_eq!(fleet.interfaces[1].groups[0].id, Fact::Known("web".into()));
        assert_eq!(fleet.desired, Fact::Known(2));
        assert_eq!(
            survey.target_groups["group"].members[0].path,
            "TargetGroupARNs.0".into()
        );
        let older = &survey.fleets["older"];
        assert_eq!(older.interfaces[0].groups.len(), 1);
        let public = survey.interface_gets_public_ip(&older.interfaces[0]);
        assert_eq!(public, Fact::Known(true));
        assert_eq!(older.desired, Fact::Known(3));
        let far = &survey.fleets["far"].interfaces[0];
        assert_eq!(
            far.groups[0].id,
            Fact::Elsewhere("lt-1".to_owned()),
            "its groups are not none"
        );
    }
}
