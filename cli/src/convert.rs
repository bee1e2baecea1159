//! `convert`: a template as it is, or in the other format.

use std::path::Path;

use anyhow::Result;
use drawbridge_core::document::open;
use drawbridge_core::template::{Format, Note, Template, convert, print, read};

use crate::arguments::{Convert, TemplateFormat};
use crate::outcome::Outcome;
use crate::{input, output};

/// Reads a template and writes it.
pub(crate) fn run(asked: &Convert) -> Result<Outcome> {
    let text = input::read(&asked.from)?;
    let (template, notes) = template(asked, &text)?;
    let written = match asked.to {
        None => print(&template),
        Some(format) => {
            // What was odd about the text is about to be lost.
            for note in &notes {
                output::complain(&input::located(&asked.from, note.position, &note.message));
            }
            convert(&template, format.into())
        }
    };
    output::write(&asked.to_file, &written)?;
    if let Some(format) = template.source().map(|source| source.format)
        && asked.to.is_none()
        && let Some(named) = format_of_name(&asked.to_file)
        && named != format
    {
        output::complain(&format!(
            "{} holds {} as {} does: without --to, every byte is kept. To convert, add --to {}",
            asked.to_file.display(),
            name(format),
            asked.from.display(),
            named.extension(),
        ));
    }
    Ok(Outcome::Clean)
}

fn template(asked: &Convert, text: &str) -> Result<(Template, Vec<Note>)> {
    let refused = |why| input::refusal(&asked.from, &why);
    if asked.without_layout {
        let opened = open(text).map_err(refused)?;
        return Ok((opened.document.template, opened.notes));
    }
    let reading = read(text).map_err(refused)?;
    Ok((reading.template, reading.notes))
}

impl From<TemplateFormat> for Format {
    fn from(format: TemplateFormat) -> Self {
        match format {
            TemplateFormat::Json => Self::Json,
            TemplateFormat::Yaml => Self::Yaml,
        }
    }
}

/// The format that the ending of a file's name promises.
fn format_of_name(path: &Path) -> Option<Format> {
    match path.extension()?.to_str()? {
        "json" => Some(Format::Json),
        "yaml" | "yml" => Some(Format::Yaml),
        _ => None,
    }
}

fn name(format: Format) -> &'static str {
    match format {
        Format::Json => "JSON",
        Format::Yaml => "YAML",
    }
}
