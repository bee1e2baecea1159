//! AWS `CodeBuild`: builds and tests.

pub mod project;
