//! Ways in from the Internet that are no place in a VPC: distributions and
//! APIs, and whether Internet gateways of a region are shut.

use super::{Fact, Used};
use crate::template::{LogicalId, PropertyPath};

/// A distribution of `CloudFront`.
///
/// <https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistS3AndCustomOrigins.html>
#[derive(Clone, Debug, PartialEq)]
pub struct Distribution {
    /// Its name.
    pub id: LogicalId,
    /// Where it gets its content.
    pub origins: Vec<DistributionOrigin>,
}

/// Where a distribution gets content.
#[derive(Clone, Debug, PartialEq)]
pub struct DistributionOrigin {
    /// The origin inside the distribution.
    pub path: PropertyPath,
    /// What its domain name is of: a load balancer, a bucket; `Elsewhere` with
    /// a name that is written.
    pub target: Fact<LogicalId>,
    /// The VPC origin that it goes through, if it does.
    pub vpc_origin: Fact<LogicalId>,
    /// The ports that it is asked at. None for a bucket, and where the VPC
    /// origin says them.
    pub ports: Vec<Fact<i64>>,
}

/// A way of a distribution into a VPC.
#[derive(Clone, Debug, PartialEq)]
pub struct VpcOrigin {
    /// Its name.
    pub id: LogicalId,
    /// The load balancer or instance.
    pub target: Fact<LogicalId>,
    /// The ports that it is asked at.
    pub ports: Vec<Fact<i64>>,
}

/// An API of API Gateway.
#[derive(Clone, Debug, PartialEq)]
pub struct Api {
    /// Its name.
    pub id: LogicalId,
    /// Whether only interface endpoints lead to it.
    pub is_private: Fact<bool>,
    /// The ways into VPCs, each as a method or an integration says it.
    pub integrations: Vec<ApiIntegration>,
}

/// A way of an API into a VPC.
#[derive(Clone, Debug, PartialEq)]
pub struct ApiIntegration {
    /// The method or integration.
    pub id: LogicalId,
    /// The VPC link.
    pub link: Fact<LogicalId>,
    /// The listener or load balancer that it names.
    pub target: Fact<LogicalId>,
}

/// A way of APIs into a VPC.
///
/// <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-vpc-links.html>
#[derive(Clone, Debug, PartialEq)]
pub struct VpcLink {
    /// Its name.
    pub id: LogicalId,
    /// The Network Load Balancers, of a link for REST APIs.
    pub targets: Vec<Used>,
    /// The subnets that it stands in, of a link for HTTP APIs.
    pub subnets: Vec<Used>,
    /// Its security groups, of a link for HTTP APIs.
    pub groups: Vec<Used>,
}

/// `AWS::EC2::VPCBlockPublicAccessOptions`: it is about every VPC of the region.
///
/// <https://docs.aws.amazon.com/vpc/latest/userguide/security-vpc-bpa.html>
#[derive(Clone, Debug, PartialEq)]
pub struct PublicAccessBlock {
    /// Its name.
    pub id: LogicalId,
    /// What Internet gateways let through.
    pub mode: Fact<BlockMode>,
}

/// What is blocked of the traffic over Internet gateways.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockMode {
    /// Nothing.
    Off,
    /// What begins in the Internet.
    Ingress,
    /// All of it.
    Bidirectional,
}

/// A VPC or subnet that the block does not count for.
#[derive(Clone, Debug, PartialEq)]
pub struct PublicAccessExclusion {
    /// Its name.
    pub id: LogicalId,
    /// The VPC, if it is one.
    pub vpc: Fact<LogicalId>,
    /// The subnet, if it is one.
    pub subnet: Fact<LogicalId>,
    /// What is still blocked there: `Ingress` where only egress is allowed,
    /// `Off` where all is.
    pub mode: Fact<BlockMode>,
}
