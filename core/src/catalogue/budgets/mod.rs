//! AWS Budgets: what may be spent.

pub mod budget;
