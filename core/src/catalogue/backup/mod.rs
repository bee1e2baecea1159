//! AWS Backup: plans, what they copy, and the vaults that keep it.

pub mod backup_plan;
pub mod backup_selection;
pub mod backup_vault;
