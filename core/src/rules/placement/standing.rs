//! What stands in subnets and carries security groups, whatever its kind.
//! Judges nothing.

use std::slice::from_ref;

use ipnet::IpNet;

use crate::lower::survey::{AutoScalingGroup, ClassicBalancer, Fact, SecurityGroup, Subnet, Used};
use crate::rules::Context;
use crate::template::LogicalId;

/// Something with interfaces in subnets, as far as it is known.
#[derive(Clone, Debug)]
pub(in crate::rules) struct Standing<'a> {
    /// Its name.
    pub(in crate::rules) id: &'a LogicalId,
    /// Where its subnets are written.
    subnets: &'a [Used],
    /// Where its groups are written; none: the VPC's default group.
    pub(in crate::rules) groups: &'a [Used],
    /// Whether they are written in itself, and not in what it is launched from.
    pub(in crate::rules) is_written_here: bool,
}

/// Everything that stands somewhere.
pub(in crate::rules) fn standing<'a>(context: &Context<'a>) -> Vec<Standing<'a>> {
    let survey = context.survey;
    let group_of = |group: &'a Fact<LogicalId>| {
        let group = group.known().and_then(|id| survey.subnet_groups.get(id));
        group.map_or(&[][..], |group| &group.subnets[..])
    };
    let mut all = Vec::new();
    let mut add = |id, subnets, groups| all.push(Standing::new(id, subnets, groups));
    for it in survey.interfaces.values() {
        let interface = &it.interface;
        add(&it.id, from_ref(&interface.subnet), &interface.groups[..]);
    }
    // An instance on an interface of its own resource stands as that.
    let instances = survey.instances.values();
    for it in instances.filter(|it| it.primary.resource.is_none()) {
        add(&it.id, from_ref(&it.subnet), &it.groups[..]);
    }
    for it in survey.load_balancers.values() {
        add(&it.id, &it.subnets[..], &it.groups[..]);
    }
    for it in survey.classic_balancers.values() {
        add(&it.id, &it.subnets[..], &it.groups[..]);
    }
    for it in survey.databases.values() {
        add(&it.id, group_of(&it.subnet_group), &it.groups[..]);
    }
    let clusters = survey.clusters.values();
    for it in clusters.filter(|it| it.members.is_empty()) {
        add(&it.id, group_of(&it.subnet_group), &it.groups[..]);
    }
    for it in survey.hosts.values() {
        add(&it.id, &it.subnets[..], &it.groups[..]);
    }
    all.extend(survey.fleets.values().map(Standing::of_fleet));
    all
}

impl<'a> Standing<'a> {
    fn new(id: &'a LogicalId, subnets: &'a [Used], groups: &'a [Used]) -> Self {
        Self {
            id,
            subnets,
            groups,
            is_written_here: true,
        }
    }

    /// The instances of an Auto Scaling group, as one.
    fn of_fleet(fleet: &'a AutoScalingGroup) -> Self {
        let groups = fleet.interfaces.first().map(|it| &it.groups[..]);
        Self {
            is_written_here: false,
            ..Self::new(&fleet.id, &fleet.subnets, groups.unwrap_or_default())
        }
    }

    /// A Classic Load Balancer.
    pub(in crate::rules) fn classic(it: &'a ClassicBalancer) -> Self {
        Self::new(&it.id, &it.subnets, &it.groups)
    }

    /// What can be a target of a load balancer, by its name: an instance, an
    /// Auto Scaling group, or what has interfaces of its own.
    pub(in crate::rules) fn target(context: &Context<'a>, id: &LogicalId) -> Option<Self> {
        let survey = context.survey;
        if let Some(it) = survey.instances.get(id) {
            return Some(Self::new(&it.id, from_ref(&it.subnet), &it.groups));
        }
        if let Some(it) = survey.fleets.get(id) {
            return Some(Self::of_fleet(it));
        }
        let it = survey.hosts.get(id)?;
        Some(Self::new(&it.id, &it.subnets, &it.groups))
    }

    /// Its VPC, if it is known.
    pub(in crate::rules) fn vpc(&self, context: &Context<'a>) -> Option<&'a LogicalId> {
        context.vpc_of_subnet(self.subnets.first()?.id.known()?)
    }

    /// Its subnets, if there are some and all are known.
    pub(in crate::rules) fn subnets(&self, context: &Context<'a>) -> Option<Vec<&'a Subnet>> {
        let all = self.subnets.iter();
        let all = all.map(|used| context.survey.subnets.get(used.id.known()?));
        let all = all.collect::<Option<Vec<_>>>()?;
        (!all.is_empty()).then_some(all)
    }

    /// The IPv4 blocks that its addresses come from, if all are known.
    pub(in crate::rules) fn blocks(&self, context: &Context<'a>) -> Option<Vec<IpNet>> {
        let subnets = self.subnets(context)?;
        let blocks = subnets.iter().map(|it| Some(it.cidr.known()?.block()));
        blocks.collect()
    }

    /// Its groups, if there are some and all are known.
    pub(in crate::rules) fn groups(&self, context: &Context<'a>) -> Option<Vec<&'a SecurityGroup>> {
        let all = self.groups.iter();
        let all = all.map(|used| context.survey.security_groups.get(used.id.known()?));
        let all = all.collect::<Option<Vec<_>>>()?;
        (!all.is_empty()).then_some(all)
    }
}
