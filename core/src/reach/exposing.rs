//! What passes between a design and the Internet, class by class: in one go, or
//! step by step where something else must not wait. How one class is looked at
//! is not known here.

use std::ops::Deref;

use ipnet::IpNet;

use super::classes::{Grouped, Grouping, classes};
use super::exposures::{Exposures, Looking};
use super::matrix::protocols;
use super::perhaps::Perhaps;
use super::segments::named_by_routes;
use crate::lower::Lowered;
use crate::network::{Family, Protocol, SweepMemory};
use crate::sorting;
use crate::template::LogicalId;

/// What passes between a design and the Internet, by resource in the order of
/// the template.
pub fn exposures(lowered: &Lowered) -> Exposures {
    ExposuresBuilder::new(lowered).finish()
}

/// What passes between a design and the Internet, while it is found out.
pub struct ExposuresBuilder<L> {
    lowered: L,
    grouping: Grouping,
    classes: Vec<Grouped>,
    protocols: Vec<(Family, Protocol)>,
    by_routes: Vec<IpNet>,
    memory: SweepMemory,
    found: Exposures,
    /// The number of the next class.
    next: usize,
}

impl<L: Deref<Target = Lowered>> ExposuresBuilder<L> {
    /// Begins with a design, which is borrowed or shared.
    pub fn new(lowered: L) -> Self {
        let grouping = Grouping::of(&lowered);
        Self {
            classes: classes(&lowered, &grouping),
            grouping,
            protocols: protocols(&lowered),
            by_routes: named_by_routes(&lowered.network),
            memory: SweepMemory::default(),
            found: Exposures::default(),
            next: 0,
            lowered,
        }
    }

    /// Looks at up to `budget` further classes; at all of them where a part of
    /// the design is not known. Says whether there are more.
    pub fn step(&mut self, budget: usize) -> bool {
        let perhaps = Perhaps::of(&self.lowered, &self.grouping, &self.classes);
        let budget = if perhaps.is_open() {
            usize::MAX
        } else {
            budget
        };
        let mut looking = Looking {
            lowered: &self.lowered,
            by_routes: &self.by_routes,
            protocols: &self.protocols,
            memory: &mut self.memory,
            perhaps,
        };
        let numbered = self.classes.iter().enumerate();
        for (number, class) in numbered.skip(self.next).take(budget) {
            if !class.class.members.is_empty() {
                looking.look(number, class, &mut self.found);
            }
            self.next += 1;
        }
        self.found.unsettled.extend(looking.perhaps.found);
        self.next < self.classes.len()
    }

    /// What passes, with whatever is still missing.
    pub fn finish(mut self) -> Exposures {
        self.step(usize::MAX);
        let place = |id: &LogicalId| self.lowered.places.get_index_of(id);
        sorting::sort_by_key(&mut self.found.unsettled, |it| place(&it.resource));
        sorting::sort_by_key(&mut self.found.reached, |it| place(&it.resource));
        sorting::sort_by_key(&mut self.found.leaving, |it| place(&it.resource));
        self.found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::design;
    use crate::lower::survey::Survey;

    #[test]
    fn in_the_smallest_steps_the_same_is_found() {
        let text = "vpc main CidrBlock=10.0.0.0/16
  subnet public CidrBlock=10.0.1.0/24 MapPublicIpOnLaunch=true
    instance web SecurityGroupIds=[@open]
    instance back
  routetable routes
    route out DestinationCidrBlock=0.0.0.0/0 GatewayId=@igw
  sg open GroupDescription=w SecurityGroupIngress=[{IpProtocol=tcp, FromPort=80, ToPort=80, CidrIp=0.0.0.0/0}]
igw igw
attachment attach VpcId=@main InternetGatewayId=@igw
tableassociation uses SubnetId=@public RouteTableId=@routes
";
        let lowered = Lowered::of(&Survey::of(&design(text)));
        let mut builder = ExposuresBuilder::new(&lowered);
        let mut steps = 1;
        while builder.step(1) {
            steps += 1;
        }
        let found = builder.finish();
        assert!(steps > 1);
        assert!(!found.reached.is_empty() && !found.leaving.is_empty());
        assert_eq!(found, exposures(&lowered));
    }
}
