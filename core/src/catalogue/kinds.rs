//! The list of entries. A kind that is not here is a plain box.

use std::collections::HashMap;
use std::sync::OnceLock;

use super::{
    Entry, autoscaling, backup, batch, budgets, cloudformation, cloudtrail, cloudwatch, codebuild,
    codecommit, codedeploy, codepipeline, config, dynamodb, ec2, ecs, efs, eks, elasticache,
    elasticbeanstalk, elbv2, fsx, iam, kinesis, kinesisfirehose, lambda, logs, opensearchservice,
    rds, redshift, s3, ssm, storagegateway,
};

/// Every entry, in the order of the palette inside its category.
pub static ENTRIES: &[&Entry] = &[
    &ec2::vpc::ENTRY,
    &ec2::subnet::ENTRY,
    &ec2::internet_gateway::ENTRY,
    &ec2::nat_gateway::ENTRY,
    &ec2::elastic_ip::ENTRY,
    &ec2::route_table::ENTRY,
    &ec2::route::ENTRY,
    &ec2::vpc_cidr_block::ENTRY,
    &ec2::vpc_gateway_attachment::ENTRY,
    &ec2::subnet_route_table_association::ENTRY,
    &ec2::instance::ENTRY,
    &ec2::key_pair::ENTRY,
    &ec2::launch_template::ENTRY,
    &autoscaling::auto_scaling_group::ENTRY,
    &autoscaling::scaling_policy::ENTRY,
    &lambda::function::ENTRY,
    &lambda::event_source_mapping::ENTRY,
    &lambda::permission::ENTRY,
    &lambda::version::ENTRY,
    &lambda::alias::ENTRY,
    &lambda::layer_version::ENTRY,
    &elasticbeanstalk::application::ENTRY,
    &elasticbeanstalk::environment::ENTRY,
    &elasticbeanstalk::application_version::ENTRY,
    &ecs::cluster::ENTRY,
    &ecs::service::ENTRY,
    &ecs::task_definition::ENTRY,
    &eks::cluster::ENTRY,
    &eks::nodegroup::ENTRY,
    &batch::compute_environment::ENTRY,
    &batch::job_queue::ENTRY,
    &batch::job_definition::ENTRY,
    &elbv2::load_balancer::ENTRY,
    &elbv2::target_group::ENTRY,
    &elbv2::listener::ENTRY,
    &s3::bucket::ENTRY,
    &s3::bucket_policy::ENTRY,
    &ec2::volume::ENTRY,
    &ec2::volume_attachment::ENTRY,
    &efs::file_system::ENTRY,
    &efs::mount_target::ENTRY,
    &efs::access_point::ENTRY,
    &fsx::file_system::ENTRY,
    &backup::backup_plan::ENTRY,
    &backup::backup_selection::ENTRY,
    &backup::backup_vault::ENTRY,
    &storagegateway::nfs_file_share::ENTRY,
    &storagegateway::smb_file_share::ENTRY,
    &storagegateway::volume::ENTRY,
    &storagegateway::tape::ENTRY,
    &storagegateway::tape_pool::ENTRY,
    &rds::db_instance::ENTRY,
    &rds::db_cluster::ENTRY,
    &dynamodb::table::ENTRY,
    &elasticache::replication_group::ENTRY,
    &elasticache::serverless_cache::ENTRY,
    &elasticache::cache_cluster::ENTRY,
    &redshift::cluster::ENTRY,
    &opensearchservice::domain::ENTRY,
    &kinesis::stream::ENTRY,
    &kinesisfirehose::delivery_stream::ENTRY,
    &dynamodb::global_table::ENTRY,
    &rds::db_proxy::ENTRY,
    &rds::db_proxy_target_group::ENTRY,
    &rds::db_subnet_group::ENTRY,
    &rds::db_parameter_group::ENTRY,
    &rds::db_cluster_parameter_group::ENTRY,
    &elasticache::subnet_group::ENTRY,
    &elasticache::parameter_group::ENTRY,
    &redshift::cluster_subnet_group::ENTRY,
    &redshift::cluster_parameter_group::ENTRY,
    &iam::role::ENTRY,
    &ec2::security_group::ENTRY,
    &ec2::security_group_ingress::ENTRY,
    &ec2::security_group_egress::ENTRY,
    &ec2::network_acl::ENTRY,
    &ec2::network_acl_entry::ENTRY,
    &ec2::subnet_network_acl_association::ENTRY,
    &cloudwatch::alarm::ENTRY,
    &cloudwatch::dashboard::ENTRY,
    &logs::log_group::ENTRY,
    &cloudtrail::trail::ENTRY,
    &config::config_rule::ENTRY,
    &config::configuration_recorder::ENTRY,
    &config::delivery_channel::ENTRY,
    &cloudformation::stack::ENTRY,
    &cloudformation::wait_condition_handle::ENTRY,
    &cloudformation::wait_condition::ENTRY,
    &ssm::parameter::ENTRY,
    &codecommit::repository::ENTRY,
    &codebuild::project::ENTRY,
    &codedeploy::application::ENTRY,
    &codedeploy::deployment_group::ENTRY,
    &codepipeline::pipeline::ENTRY,
    &budgets::budget::ENTRY,
];

/// The entry of a type.
pub fn entry(kind: &str) -> Option<&'static Entry> {
    static BY_KIND: OnceLock<HashMap<&'static str, &'static Entry>> = OnceLock::new();
    let by_kind =
        BY_KIND.get_or_init(|| ENTRIES.iter().map(|entry| (entry.kind, *entry)).collect());
    by_kind.get(kind).copied()
}

/// The entry of a fixture's word.
pub fn entry_of_word(word: &str) -> Option<&'static Entry> {
    ENTRIES.iter().copied().find(|entry| entry.word == word)
}

#[cfg(test)]
#[path = "kinds_tests.rs"]
mod tests;
