//! `convert`: every byte is kept, or the other format is written; a file is
//! written whole or not at all.

mod tool;

use std::fs;
use std::io::Read;

use drawbridge_core::document::{export, open};
use drawbridge_core::template::{Format, convert, read};
use tool::{Folder, files};

#[test]
fn every_byte_of_every_template_is_kept() {
    let mut all = files("core/tests/templates");
    all.extend(
        files("public/samples")
            .into_iter()
            .filter(|(name, _)| name != "index.json"),
    );
    assert!(all.len() >= 60);
    for (name, text) in all {
        let folder = Folder::new("bytes").with(&name, &text);
        let done = folder.run(&["convert", &name, "out.template"]);
        assert_eq!((done.code, done.complaints.as_str()), (0, ""), "{name}");
        assert_eq!(folder.read("out.template"), text, "{name}");
        let done = folder.run_on(&text, &["convert", "-", "-"]);
        assert_eq!((done.code, done.out), (0, text), "{name}");
    }
}

#[test]
fn the_other_format_is_that_of_the_core() {
    for (name, text) in files("core/tests/templates") {
        let template = read(&text).unwrap().template;
        let folder = Folder::new("formats").with(&name, &text);
        for (to, format) in [("json", Format::Json), ("yaml", Format::Yaml)] {
            let done = folder.run(&["convert", &name, "-", "--to", to]);
            assert_eq!(
                (done.code, done.out),
                (0, convert(&template, format)),
                "{name}"
            );
        }
    }
}

const DESIGN: &str = r#"{
  "Metadata": {
    "Drawbridge": { "Version": 1, "Frames": { "A": [0, 0, 100, 100] } }
  },
  "Resources": { "A": { "Type": "T" } }
}
"#;

#[test]
fn the_layout_stays_unless_it_is_to_be_left_out() {
    let folder = Folder::new("layout").with("a.json", DESIGN);
    assert_eq!(folder.run(&["convert", "a.json", "-"]).out, DESIGN);
    let yaml = folder.run(&["convert", "a.json", "-", "--to=yaml"]).out;
    assert!(yaml.contains("Drawbridge"), "{yaml}");
    let plain = folder
        .run(&["convert", "a.json", "-", "--without-layout"])
        .out;
    assert_eq!(plain, export(&open(DESIGN).unwrap().document));
    assert!(!plain.contains("Metadata"), "{plain}");
    let yaml = folder.run(&["convert", "a.json", "-", "--without-layout", "--to", "yaml"]);
    assert_eq!(yaml.out, "Resources:\n  A:\n    Type: T\n");
}

#[test]
fn a_name_that_promises_the_other_format_is_pointed_out() {
    let folder = Folder::new("promise").with("a.json", DESIGN);
    let done = folder.run(&["convert", "a.json", "b.yml"]);
    assert_eq!(done.code, 0);
    assert!(done.complaints.contains("b.yml holds JSON") && done.complaints.contains("--to yaml"));
    assert_eq!(folder.read("b.yml"), DESIGN);
}

#[test]
fn what_is_lost_by_a_new_text_is_said() {
    let text = "A: 1\nA: 2\nResources: {}\n";
    let done = Folder::new("lost").run_on(text, &["convert", "-", "-", "--to", "yaml"]);
    assert_eq!(done.out, "A: 2\nResources: {}\n");
    assert!(
        done.complaints.contains("-:2:1: “A” stands twice"),
        "{done:?}"
    );
}

#[test]
fn a_file_is_written_whole_or_not_at_all() {
    let folder = Folder::new("whole")
        .with("a.json", DESIGN)
        .with("bad.json", "{")
        .with("out.json", "old");
    let done = folder.run(&["convert", "bad.json", "out.json"]);
    assert_eq!(done.code, 2);
    assert!(
        done.complaints.starts_with("drawbridge: bad.json:1:1: "),
        "{done:?}"
    );
    assert_eq!(folder.read("out.json"), "old");
    let done = folder.run(&["convert", "a.json", "none/out.json"]);
    assert_eq!(done.code, 2);
    assert!(
        done.complaints.contains("none/out.json cannot be written"),
        "{done:?}"
    );
    // Who has the old file open reads it to its end.
    let mut open = fs::File::open(folder.0.join("out.json")).unwrap();
    assert_eq!(folder.run(&["convert", "a.json", "out.json"]).code, 0);
    let mut old = String::new();
    open.read_to_string(&mut old).unwrap();
    assert_eq!(
        (old.as_str(), folder.read("out.json").as_str()),
        ("old", DESIGN)
    );
    // Onto itself, too.
    assert_eq!(
        folder
            .run(&["convert", "a.json", "a.json", "--to", "yaml"])
            .code,
        0
    );
    assert!(folder.read("a.json").starts_with("Metadata:"));
    assert_eq!(folder.names(), ["a.json", "bad.json", "out.json"]);
}

#[cfg(unix)]
#[test]
fn links_and_permissions_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = Folder::new("link")
        .with("a.json", DESIGN)
        .with("real.json", "old");
    let real = folder.0.join("real.json");
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
    symlink("real.json", folder.0.join("link.json")).unwrap();
    assert_eq!(folder.run(&["convert", "a.json", "link.json"]).code, 0);
    assert!(
        fs::symlink_metadata(folder.0.join("link.json"))
            .unwrap()
            .is_symlink()
    );
    assert_eq!(folder.read("real.json"), DESIGN);
    let mode = fs::metadata(&real).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o640);
    assert_eq!(folder.run(&["convert", "a.json", "/dev/null"]).code, 0);
}
