//! Reading a file or standard input as text, within the core's limit, and the
//! sentence for a text that is refused. Knows nothing of what the text says.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use anyhow::{Context, Result, bail};
use drawbridge_core::message::Message;
use drawbridge_core::template::{MAX_BYTES, Position, Refused};

/// Whether a path stands for standard input or output.
pub(crate) fn is_standard(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// Reads a text.
///
/// # Errors
/// It cannot be read, is larger than a template may be, or is not UTF-8.
pub(crate) fn read(path: &Path) -> Result<String> {
    let what = || format!("{} cannot be read", path.display());
    if is_standard(path) {
        return text(io::stdin().lock(), path).with_context(what);
    }
    let file = File::open(path).with_context(what)?;
    let metadata = file.metadata().with_context(what)?;
    if metadata.is_dir() {
        bail!("{} is a folder: name the files in it", path.display());
    }
    // Before a byte of it is read. What grows meanwhile is caught below.
    if metadata.is_file() && metadata.len() > limit() {
        return Err(too_large(path));
    }
    text(file, path).with_context(what)
}

/// Something about a place of a file, in a line as compilers write it.
pub(crate) fn located(path: &Path, at: Position, message: &Message) -> String {
    format!("{}:{}:{}: {message}", path.display(), at.line, at.column)
}

/// Why a file is no template.
pub(crate) fn refusal(path: &Path, refused: &Refused) -> anyhow::Error {
    anyhow::anyhow!(located(path, refused.position, &refused.message))
}

fn limit() -> u64 {
    u64::try_from(MAX_BYTES).unwrap_or(u64::MAX)
}

fn text(from: impl Read, path: &Path) -> Result<String> {
    let mut bytes = Vec::new();
    // One byte more tells a text that is too long from one that just fits.
    from.take(limit().saturating_add(1))
        .read_to_end(&mut bytes)?;
    if bytes.len() > MAX_BYTES {
        return Err(too_large(path));
    }
    String::from_utf8(bytes).map_err(|error| {
        let good = error.utf8_error().valid_up_to();
        let line = error.as_bytes().iter().take(good);
        let line = line.filter(|byte| **byte == b'\n').count() + 1;
        anyhow::anyhow!("line {line} is not UTF-8 text: save it with that encoding")
    })
}

fn too_large(path: &Path) -> anyhow::Error {
    anyhow::anyhow!(
        "{} is larger than {MAX_BYTES} bytes, the most that is read. CloudFormation itself takes at most 1 MB",
        path.display()
    )
}
