//! The name of a file as other programs want it: seen from the working folder,
//! and as a URI.

use std::fmt::Write;
use std::path::{Component, Path, PathBuf};

/// A file's name seen from the working folder, with `/` between its parts.
pub(super) fn relative(file: &str) -> String {
    let here = std::env::current_dir().unwrap_or_default();
    relative_to(&here, file)
}

/// The same as a URI reference; a file elsewhere by its whole path.
/// <https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html#_Toc34317427>
pub(super) fn uri(file: &str) -> String {
    let file = relative(file);
    match file.strip_prefix('/') {
        Some(inside) => format!("file:///{}", encoded(inside)),
        None => encoded(&file),
    }
}

fn relative_to(here: &Path, file: &str) -> String {
    let path = Path::new(file);
    let path = path.strip_prefix(here).unwrap_or(path);
    let parts = path.components().filter(|it| *it != Component::CurDir);
    let path: PathBuf = parts.collect();
    path.to_string_lossy()
        .replace(std::path::MAIN_SEPARATOR, "/")
}

/// Every byte that a path in a URI may not hold as it is, by its number.
/// <https://www.rfc-editor.org/rfc/rfc3986#section-2.3>
fn encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing into a text does not fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_seen_from_the_working_folder() {
        let here = Path::new("/home/me");
        assert_eq!(relative_to(here, "/home/me/a/b.yaml"), "a/b.yaml");
        assert_eq!(relative_to(here, "./a/./b.yaml"), "a/b.yaml");
        assert_eq!(relative_to(here, "../b.yaml"), "../b.yaml");
        assert_eq!(relative_to(here, "/etc/b.yaml"), "/etc/b.yaml");
    }

    #[test]
    fn what_a_uri_may_not_hold_is_encoded() {
        assert_eq!(encoded("my nets/é:1%.yaml"), "my%20nets/%C3%A9%3A1%25.yaml");
        assert_eq!(uri("/no such/b.yaml"), "file:///no%20such/b.yaml");
    }
}
