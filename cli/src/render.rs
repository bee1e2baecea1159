//! `render`: the picture of a template as SVG.

use anyhow::Result;
use drawbridge_core::diagram::{picture, project};
use drawbridge_core::document::open;

use crate::arguments::Render;
use crate::outcome::Outcome;
use crate::{input, output};

/// Draws a template.
pub(crate) fn run(asked: &Render) -> Result<Outcome> {
    let text = input::read(&asked.file)?;
    let opened = open(&text).map_err(|refused| input::refusal(&asked.file, &refused))?;
    output::write(&asked.out, &picture(&project(&opened.document)))?;
    Ok(Outcome::Clean)
}
