//! Amazon `ElastiCache`: caches in memory, their subnets and settings.

pub mod cache_cluster;
pub mod parameter_group;
pub mod replication_group;
pub mod serverless_cache;
pub mod subnet_group;
