//! Auto Scaling groups: instances that are launched from a template, one taken
//! for each subnet. How many run is not modeled.

use super::{Fact, Interface, Used};
use crate::template::LogicalId;

/// An Auto Scaling group.
///
/// <https://docs.aws.amazon.com/autoscaling/ec2/userguide/auto-scaling-groups.html>
#[derive(Clone, Debug, PartialEq)]
pub struct AutoScalingGroup {
    /// Its name.
    pub id: LogicalId,
    /// Its subnets.
    pub subnets: Vec<Used>,
    /// What it launches from: a launch template, a launch configuration, or an
    /// instance.
    pub launch: Used,
    /// The primary interface of one instance in each subnet, in their order.
    pub interfaces: Vec<Interface>,
    /// Whether its instances masquerade: the tag `forward` is `nat`.
    pub masquerades: bool,
    /// The target groups that its instances are registered with.
    pub target_groups: Vec<Used>,
    /// The Classic Load Balancers that its instances are registered with.
    pub load_balancers: Vec<Used>,
    /// The fewest instances.
    pub min_size: Fact<i64>,
    /// How many instances there are to be; the fewest unless it is written.
    pub desired: Fact<i64>,
}
