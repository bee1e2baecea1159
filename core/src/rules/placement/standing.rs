//! What stands in subnets and carries security groups, whatever its kind.
//! Judges nothing.

use ipnet::IpNet;

use crate::lower::survey::{SecurityGroup, Subnet, Used};
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
}

/// Everything that stands somewhere.
pub(in crate::rules) fn standing<'a>(context: &Context<'a>) -> Vec<Standing<'a>> {
    let survey = context.survey;
    let mut all = Vec::new();
    let mut add = |id, subnets, groups| {
        all.push(Standing {
            id,
            subnets,
            groups,
        });
    };
    for it in survey.instances.values() {
        add(&it.id, std::slice::from_ref(&it.subnet), &it.groups[..]);
    }
    for it in survey.load_balancers.values() {
        add(&it.id, &it.subnets[..], &it.groups[..]);
    }
    for it in survey.databases.values() {
        let group = it.subnet_group.known();
        let group = group.and_then(|id| survey.subnet_groups.get(id));
        let subnets = group.map_or(&[][..], |group| &group.subnets[..]);
        add(&it.id, subnets, &it.groups[..]);
    }
    all
}

impl<'a> Standing<'a> {
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
