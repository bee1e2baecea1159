//! Amazon `ElastiCache`: caches in memory, their subnets and settings.

use crate::catalogue::{Field, Format, Link};

pub mod cache_cluster;
pub mod parameter_group;
pub mod replication_group;
pub mod serverless_cache;
pub mod subnet_group;

// What several kinds of the service have.

const CACHE_PARAMETER_GROUP_NAME: Field = Field::new(
    "CacheParameterGroupName",
    "Parameter group",
    Format::Reference("AWS::ElastiCache::ParameterGroup", None),
    "Settings of the program; AWS's defaults if this is empty.",
);

const CACHE_PARAMETER_GROUP_NAME_LINK: Link = Link::new(
    "CacheParameterGroupName",
    "AWS::ElastiCache::ParameterGroup",
    "is set by",
)
.overlay();

const CACHE_SUBNET_GROUP_NAME: Field = Field::new(
    "CacheSubnetGroupName",
    "Subnet group",
    Format::Reference("AWS::ElastiCache::SubnetGroup", None),
    "The subnets that its nodes may stand in.",
);

const ENGINE_VERSION: Field = Field::new(
    "EngineVersion",
    "Version",
    Format::Text,
    "The version of the program; AWS's default if this is empty.",
);

const SECURITY_GROUP_IDS: Field = Field::new(
    "SecurityGroupIds",
    "Security groups",
    Format::References("AWS::EC2::SecurityGroup", Some("GroupId")),
    "The filters around it. Without any, the VPC's default group.",
);

const SECURITY_GROUP_IDS_LINK: Link = Link::new(
    "SecurityGroupIds.*",
    "AWS::EC2::SecurityGroup",
    "is filtered by",
)
.by("GroupId")
.overlay();

const TRANSIT_ENCRYPTION_ENABLED: Field = Field::new(
    "TransitEncryptionEnabled",
    "Encryption on the way",
    Format::Boolean,
    "Whether clients speak TLS to it.",
);
