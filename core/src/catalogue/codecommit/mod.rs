//! AWS `CodeCommit`: Git repositories.

pub mod repository;
