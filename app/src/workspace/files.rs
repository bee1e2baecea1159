//! Designs in and out.

use drawbridge_core::document::{Document, export, open, save};
use drawbridge_core::edit;
use drawbridge_core::template::{Format, MAX_BYTES};
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use super::Workspace;
use crate::platform::{offer_download, read_file};
use crate::ui::Tone;

impl Workspace {
    /// Opens a text as a design. If it is none, says why and keeps what is
    /// open; gives whether it was opened.
    pub(crate) fn open_text(self, name: &str, text: &str) -> bool {
        match open(text) {
            Ok(opened) => {
                self.replace(name, opened.document);
                match opened.notes.as_slice() {
                    [] => {}
                    [note, rest @ ..] => {
                        self.tell(Tone::Warning, first_note(name, note, rest.len()));
                    }
                }
                true
            }
            Err(refused) => {
                let text = format!("{name} was not opened, and the design is as it was. {refused}");
                self.tell(Tone::Error, text);
                false
            }
        }
    }

    /// Reads and opens a file.
    pub(crate) fn open_file(self, file: File) {
        spawn_local(async move {
            let picked = read_file(file, MAX_BYTES).await;
            let name = without_ending(&picked.name);
            match picked.text {
                Some(text) if text.contains('\u{0}') => {
                    let text = format!(
                        "{} is no template: it is not a text file. The design is as it was.",
                        picked.name
                    );
                    self.tell(Tone::Error, text);
                }
                Some(text) => {
                    self.open_text(name, &text);
                }
                None => {
                    let text = format!(
                        "{} was not opened: it has {:.1} MB, and 5 MB is the most. CloudFormation takes 1 MB. The design is as it was.",
                        picked.name,
                        picked.size / 1_048_576.0
                    );
                    self.tell(Tone::Error, text);
                }
            }
        });
    }

    /// Puts an empty design in place of this one.
    pub(crate) fn start_anew(self) {
        self.replace("design", Document::empty());
    }

    /// Offers the design with its layout as a file.
    pub(crate) fn save_file(self) {
        let name = format!(
            "{}.{}",
            self.name.get_untracked(),
            self.format().extension()
        );
        self.download(&name, &self.committed(save));
    }

    /// Offers the template alone as a file.
    pub(crate) fn export_file(self) {
        let ending = self.format().extension();
        let name = format!("{}.template.{ending}", self.name.get_untracked());
        self.download(&name, &self.committed(export));
    }

    /// Has the template written in the other format, as one step.
    pub(crate) fn convert(self, format: Format) {
        let has_comments = self.format() == Format::Yaml
            && self
                .committed(export)
                .lines()
                .any(|line| line.trim_start().starts_with('#') || line.contains(" # "));
        if self.run(|document| edit::convert(document, format)) {
            let more = if has_comments {
                " JSON has no comments: those of the text are gone."
            } else {
                ""
            };
            let name = match format {
                Format::Json => "JSON",
                Format::Yaml => "YAML",
            };
            self.offer_undo(format!("The template is {name} now.{more}"));
        }
    }

    /// The format of the template, which that of the file follows; JSON for a new design.
    pub(crate) fn format(self) -> Format {
        self.committed(|document| document.template.format())
    }

    fn download(self, name: &str, text: &str) {
        if offer_download(name, "text/plain", text) {
            self.tell(
                Tone::Success,
                format!("{name} is in the browser's downloads."),
            );
        } else {
            self.tell(
                Tone::Error,
                "The browser did not let the file go: copy the text of the template panel instead.",
            );
        }
    }
}

/// The name of a file without the endings that templates have.
fn without_ending(name: &str) -> &str {
    const ENDINGS: [&str; 4] = [".json", ".yaml", ".yml", ".template"];
    let mut name = name;
    while let Some(shorter) = ENDINGS.iter().find_map(|ending| name.strip_suffix(ending)) {
        name = shorter;
    }
    name
}

fn first_note(name: &str, note: &drawbridge_core::template::Note, more: usize) -> String {
    let position = note.position;
    let more = match more {
        0 => String::new(),
        1 => " There is one more note.".to_owned(),
        more => format!(" There are {more} more notes."),
    };
    format!(
        "{name}, line {}, column {}: {}{more}",
        position.line, position.column, note.message
    )
}
