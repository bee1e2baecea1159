//! `render`, `fmt` and `completions` as files and streams see them.

mod tool;

use drawbridge_core::diagram::{picture, project};
use drawbridge_core::document::open;
use expect_test::expect;
use tool::{Folder, files};

#[test]
fn the_picture_is_that_of_the_core() {
    for (name, text) in files("public/samples") {
        let Ok(opened) = open(&text) else { continue };
        let folder = Folder::new("picture").with(&name, &text);
        assert_eq!(folder.run(&["render", &name, "out.svg"]).code, 0);
        let svg = folder.read("out.svg");
        assert_eq!(svg, picture(&project(&opened.document)), "{name}");
        assert!(svg.starts_with("<svg ") && svg.ends_with("</svg>\n"));
    }
    let done = Folder::new("picture").run_on("Resources: {A: {Type: T}}", &["render", "-", "-"]);
    assert!(done.out.contains(">A<"), "{done:?}");
}

const UNTIDY: &str = "Resources:\n    A: # why\n        Type: T  \n\n\n    B: {Type: U}";

#[test]
fn files_are_formatted_in_place_and_streams_through() {
    let tidy = expect![[r"
        Resources:
          A: # why
            Type: T

          B: {Type: U}
    "]];
    let folder = Folder::new("fmt").with("a.yaml", UNTIDY);
    let through = folder.run_on(UNTIDY, &["fmt", "-"]);
    tidy.assert_eq(&through.out);
    let done = folder.run(&["fmt", "a.yaml"]);
    assert_eq!(
        (done.code, done.out.as_str(), done.complaints.as_str()),
        (0, "", "")
    );
    assert_eq!(folder.read("a.yaml"), through.out);
}

#[test]
fn check_lists_what_would_change_and_writes_nothing() {
    let folder = Folder::new("fmt-check")
        .with("tidy.yaml", "Resources: {}\n")
        .with("untidy.yaml", UNTIDY);
    let done = folder.run(&["fmt", "--check", "tidy.yaml", "untidy.yaml"]);
    assert_eq!((done.code, done.out.as_str()), (1, "untidy.yaml\n"));
    assert_eq!(folder.read("untidy.yaml"), UNTIDY);
    assert_eq!(folder.run(&["fmt", "--check", "tidy.yaml"]).code, 0);
    assert_eq!(folder.run_on(UNTIDY, &["fmt", "--check", "-"]).code, 1);
}

#[test]
fn what_is_no_template_is_left_and_the_rest_is_formatted() {
    let folder = Folder::new("fmt-bad")
        .with("a.yaml", UNTIDY)
        .with("bad.json", "{");
    let done = folder.run(&["fmt", "bad.json", "a.yaml"]);
    assert_eq!(done.code, 2);
    assert!(done.complaints.contains("bad.json:1:1: "), "{done:?}");
    assert_eq!(folder.read("bad.json"), "{");
    assert_ne!(folder.read("a.yaml"), UNTIDY);
}

#[test]
fn the_samples_are_formatted() {
    for (name, text) in files("public/samples") {
        if open(&text).is_ok() {
            let done = Folder::new("fmt-samples").run_on(&text, &["fmt", "-"]);
            assert!(done.out == text, "{name}");
        }
    }
}

#[test]
fn every_shell_has_its_completions() {
    let folder = Folder::new("completions");
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let done = folder.run(&["completions", shell]);
        assert_eq!(done.code, 0, "{shell}");
        assert!(
            done.out.contains("drawbridge") && done.out.contains("convert"),
            "{shell}"
        );
    }
    assert_eq!(folder.run(&["completions", "cmd"]).code, 2);
}

#[test]
fn help_and_version_are_said_on_standard_output() {
    let folder = Folder::new("help");
    let version = folder.run(&["--version"]);
    assert_eq!(
        version.out,
        format!("drawbridge {}\n", env!("CARGO_PKG_VERSION"))
    );
    let help = folder.run(&["check", "--help"]);
    assert_eq!(help.code, 0);
    assert!(
        help.out.contains("Exit codes:") && help.out.contains("in the browser"),
        "{help:?}"
    );
}
