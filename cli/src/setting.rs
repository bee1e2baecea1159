//! Where and with which values a template is deployed: what the arguments say
//! over what a saved design says.

use std::path::Path;
use std::sync::Arc;

use anyhow::{Result, bail};
use drawbridge_core::document::{Document, open};
use drawbridge_core::lower::Lowered;
use drawbridge_core::lower::survey::Survey;
use drawbridge_core::template::Value;

use crate::arguments::Setting;
use crate::{input, output};

/// The variant under which the values of `--parameter` are kept meanwhile.
const GIVEN: &str = "--parameter";

/// Gives a document the region and the parameters that were asked for, over
/// what its own variant says, and tells which of the parameters it declares.
pub(crate) fn set(document: &mut Document, asked: &Setting) -> Vec<String> {
    let declared = document.template.sections.get("Parameters");
    let declared = declared.and_then(Value::as_map);
    let given = asked.parameters.iter();
    let given: Vec<_> = given
        .filter(|(name, _)| declared.is_some_and(|map| map.contains_key(name)))
        .cloned()
        .collect();
    let used = given.iter().map(|(name, _)| name.clone()).collect();
    let layout = Arc::make_mut(&mut document.layout);
    if let Some(region) = &asked.region {
        layout.region = Some(region.clone());
    }
    if !given.is_empty() {
        let mut values = layout.variants.values().cloned().unwrap_or_default();
        values.extend(given);
        layout.variants.all.insert(GIVEN.to_owned(), values);
        layout.variants.chosen = Some(GIVEN.to_owned());
    }
    used
}

/// The network of the template in a file. What was odd about reading the file
/// is said on standard error.
///
/// # Errors
/// The file cannot be read, is no template, or declares none of a parameter
/// that was given.
pub(crate) fn network(path: &Path, asked: &Setting) -> Result<Lowered> {
    let text = input::read(path)?;
    let opened = open(&text).map_err(|refused| input::refusal(path, &refused))?;
    for note in &opened.notes {
        output::complain(&input::located(path, note.position, &note.message));
    }
    let mut document = opened.document;
    let used = set(&mut document, asked);
    for (name, _) in &asked.parameters {
        if !used.contains(name) {
            bail!("No template declares the parameter {name}");
        }
    }
    Ok(Lowered::of(&Survey::of(&document)))
}
