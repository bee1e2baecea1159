//! AWS `CodePipeline`: from a change to its release.

pub mod pipeline;
