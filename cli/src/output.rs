//! Writing to a file as a whole or not at all, to standard output, and
//! complaints to standard error. Knows nothing of what is written.

use std::ffi::OsString;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::input::is_standard;

/// Writes a text to a file, or to standard output.
///
/// # Errors
/// It cannot be written; a file is then as it was before.
pub(crate) fn write(path: &Path, text: &str) -> Result<()> {
    if is_standard(path) {
        return print(text);
    }
    let what = || format!("{} cannot be written", path.display());
    // The file that a link leads to is replaced, not the link.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    match fs::metadata(&target) {
        // A device or pipe cannot be replaced by a file of its name.
        Ok(there) if !there.is_file() => fs::write(&target, text).with_context(what),
        there => {
            let permissions = there.ok().map(|it| it.permissions());
            let beside = beside(&target);
            let done = write_new(&beside, text, permissions)
                .and_then(|()| fs::rename(&beside, &target))
                .with_context(what);
            if done.is_err() {
                // What cannot be removed either is not worth a second complaint.
                let _ = fs::remove_file(&beside);
            }
            done
        }
    }
}

/// A name of this process's own in the same folder, since only there can a
/// file take the place of another in one step.
fn beside(target: &Path) -> PathBuf {
    let mut name = OsString::from(".");
    name.push(target.file_name().unwrap_or_default());
    name.push(format!(".{}.part", std::process::id()));
    target.with_file_name(name)
}

fn write_new(path: &Path, text: &str, permissions: Option<fs::Permissions>) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    // First, so that nobody reads meanwhile what only some may read.
    if let Some(permissions) = permissions {
        file.set_permissions(permissions)?;
    }
    file.write_all(text.as_bytes())?;
    file.sync_all()
}

/// Writes a text to standard output. A reader that has gone away has read
/// enough, which is no failure.
///
/// # Errors
/// Anything else that went wrong.
pub(crate) fn print(text: &str) -> Result<()> {
    let mut out = io::stdout().lock();
    let done = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    match done {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other.context("Standard output cannot be written"),
    }
}

/// Says on standard error what went wrong.
pub(crate) fn complain(sentence: &str) {
    // There is nobody to tell that nobody listens.
    let _ = writeln!(io::stderr(), "drawbridge: {}", shown(sentence));
}

/// A text without the signs that steer a terminal, which a template may hold.
pub(crate) fn shown(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for sign in text.chars() {
        if sign.is_control() {
            safe.extend(sign.escape_default());
        } else {
            safe.push(sign);
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_a_terminal_is_shown_and_not_sent() {
        assert_eq!(shown("é\u{1b}[2J\n"), "é\\u{1b}[2J\\n");
    }
}
