//! The fuzz targets' checks over the seeds that they begin with: they hold,
//! and what fuzzing once found stays mended. Mutates nothing.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a seed that cannot be read, or a check that fails, is a failed test"
)]

#[expect(unreachable_pub, reason = "a library has it, for the targets")]
#[path = "../../fuzz/src/checks.rs"]
mod checks;

use std::fs;
use std::path::Path;

use drawbridge_core::document::link;
use drawbridge_core::template::Format;

/// The seeds of a target by name.
fn seeds(target: &str) -> Vec<(String, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fuzz/seeds");
    let mut seeds: Vec<_> = fs::read_dir(folder.join(target))
        .unwrap()
        .map(|file| file.unwrap().path())
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read(path).unwrap())
        })
        .collect();
    seeds.sort();
    seeds
}

fn check(target: &str, format: Format) {
    let mut read = 0;
    for (name, bytes) in seeds(target) {
        let text = String::from_utf8(bytes).unwrap();
        eprintln!("{name}");
        let is_template = checks::check_template(&text, format);
        assert!(is_template || name.starts_with("broken"), "{name}");
        read += usize::from(is_template);
    }
    assert!(read >= 15, "{read}");
}

#[test]
fn the_checks_hold_for_the_seeds_in_json() {
    check("json", Format::Json);
}

#[test]
fn the_checks_hold_for_the_seeds_in_yaml() {
    check("yaml", Format::Yaml);
}

#[test]
fn the_checks_hold_for_the_seeds_of_links() {
    let seeds = seeds("link");
    for (name, bytes) in &seeds {
        eprintln!("{name}");
        checks::check_link(bytes);
    }
    let links = seeds.iter().filter_map(|(_, it)| str::from_utf8(it).ok());
    let open = links.filter(|it| link::decode(it).is_ok()).count();
    assert!(open >= 15 && open < seeds.len(), "{open}");
}
