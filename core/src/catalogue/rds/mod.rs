//! Amazon RDS: databases, their subnets and settings, and proxies.

use crate::catalogue::{Field, Format, Link};

use super::{field, view};

pub mod db_cluster;
pub mod db_cluster_parameter_group;
pub mod db_instance;
pub mod db_parameter_group;
pub mod db_proxy;
pub mod db_proxy_target_group;
pub mod db_subnet_group;

pub use db_instance::DbInstance;
pub use db_subnet_group::DbSubnetGroup;

// What several kinds of the service have.

const MANAGE_MASTER_USER_PASSWORD: Field = Field::new(
    "ManageMasterUserPassword",
    "Managed password",
    Format::Boolean,
    "Whether AWS makes the password and keeps it in Secrets Manager.",
);

const PORT: Field = Field::new(
    "Port",
    "Port",
    Format::Integer(1150, 65535),
    "The port that it serves; the usual one of its engine if this is empty.",
);

const VPC_SECURITY_GROUP_IDS: Field = Field::new(
    "VpcSecurityGroupIds",
    "Security groups",
    Format::References("AWS::EC2::SecurityGroup", Some("GroupId")),
    "The filters around it. Without any, the VPC's default group.",
);

const VPC_SECURITY_GROUP_IDS_LINK: Link = Link::new(
    "VpcSecurityGroupIds.*",
    "AWS::EC2::SecurityGroup",
    "is filtered by",
)
.by("GroupId")
.overlay();
