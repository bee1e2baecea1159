//! `check`: what is refused, its exit codes, its parameters, and that it says
//! what the core says.

mod tool;

use std::fs::File;
use std::io::Write;
use std::process::Stdio;

use drawbridge_core::analysis::analyze;
use drawbridge_core::document::open;
use drawbridge_core::rules::fixes;
use drawbridge_core::schema::Schemas;
use drawbridge_core::template::MAX_BYTES;
use drawbridge_schema::{CURATED, FURTHER, KINDS};
use serde_json::{Value, from_str, json};
use tool::{Folder, files};

const CLEAN: &str = r#"{"Resources": {"A": {"Type": "AWS::EC2::VPC", "Properties": {"CidrBlock": "10.0.0.0/16"}}}}"#;
const WRONG: &str = r#"{"Resources": {"A": {"Type": "AWS::EC2::VPC", "Properties": {"CidrBlock": "10.0.0.0/99"}}}}"#;
const TWICE: &str = r#"{"Resources": {}, "Resources": {}}"#;

#[test]
fn only_errors_make_it_fail() {
    let folder = Folder::new("codes")
        .with("clean.json", CLEAN)
        .with("wrong.json", WRONG)
        .with("twice.json", TWICE);
    assert_eq!(folder.run(&["check", "clean.json"]).code, 0);
    let twice = folder.run(&["check", "twice.json"]);
    assert_eq!(twice.code, 0);
    assert!(
        twice.out.contains("twice.json:1:19: warning note: "),
        "{twice:?}"
    );
    assert_eq!(folder.run(&["check", "clean.json", "wrong.json"]).code, 1);
    let input = folder.run_on(WRONG, &["check", "-"]);
    assert_eq!(input.code, 1);
    assert!(
        input.out.starts_with("-:1:75: error cidr-malformed: "),
        "{input:?}"
    );
}

#[test]
fn what_cannot_be_read_is_named_and_the_rest_is_checked() {
    let folder = Folder::new("unread")
        .with("broken.json", "{\n")
        .with("wrong.json", WRONG);
    std::fs::write(folder.0.join("latin.yaml"), b"A: 1\nB: \xe9\n").unwrap();
    let done = folder.run(&[
        "check",
        "gone.json",
        "broken.json",
        "latin.yaml",
        ".",
        "wrong.json",
    ]);
    assert_eq!(done.code, 2);
    assert!(done.out.contains("wrong.json:1:75: error"), "{done:?}");
    assert!(
        done.out
            .ends_with("1 error, 0 warnings, 0 hints in 1 file; 4 files not read\n"),
        "{done:?}"
    );
    let complaints: Vec<_> = done.complaints.lines().collect();
    assert_eq!(complaints.len(), 4, "{done:?}");
    assert!(complaints[0].starts_with("drawbridge: gone.json cannot be read"));
    assert!(
        complaints[1].starts_with("drawbridge: broken.json:1:1: "),
        "{done:?}"
    );
    assert!(complaints[2].contains("latin.yaml") && complaints[2].contains("line 2"));
    assert!(complaints[3].contains("is a folder"), "{done:?}");
}

#[test]
fn what_is_too_large_is_refused() {
    let folder = Folder::new("large");
    let file = File::create(folder.0.join("large.json")).unwrap();
    file.set_len(1 << 40).unwrap();
    let done = folder.run(&["check", "large.json"]);
    assert_eq!(done.code, 2);
    assert!(
        done.complaints
            .contains("large.json is larger than 5242880 bytes"),
        "{done:?}"
    );
    // What just fits is read, whatever is found in it.
    let spaces = " ".repeat(MAX_BYTES - CLEAN.len());
    let done = folder.run_on(&(spaces.clone() + CLEAN), &["check", "-"]);
    assert!(done.out.contains(" in 1 file\n"), "{done:?}");
    let done = folder.run_on(&(spaces + " " + CLEAN), &["check", "-"]);
    assert_eq!(done.code, 2);
    assert!(done.complaints.contains("- is larger than"), "{done:?}");
}

#[test]
fn region_and_parameters_count() {
    let template = "Parameters: {Block: {Type: String, Default: 10.0.0.0/16}}\nResources:\n  A: {Type: AWS::EC2::VPC, Properties: {CidrBlock: !Ref Block}}\n";
    let folder = Folder::new("setting")
        .with("a.yaml", template)
        .with("b.json", CLEAN);
    assert_eq!(folder.run(&["check", "a.yaml"]).code, 0);
    let done = folder.run(&[
        "check",
        "b.json",
        "a.yaml",
        "--parameter",
        "Block=10.0.0.0/99",
    ]);
    assert_eq!(done.code, 1, "{done:?}");
    assert!(
        done.out.contains("a.yaml:3:52: error cidr-malformed"),
        "{done:?}"
    );
    // What is given comes before what a variant of the design says.
    let variant = "Metadata: {Drawbridge: {Variants: {dev: {Block: 10.0.0.0/98}}, Variant: dev}}\n";
    let design = variant.to_owned() + template;
    let done = folder.run_on(&design, &["check", "-"]);
    assert!(done.out.contains("/98"), "{done:?}");
    let done = folder.run_on(&design, &["check", "-", "--parameter", "Block=10.0.0.0/99"]);
    assert!(
        done.out.contains("/99") && !done.out.contains("/98"),
        "{done:?}"
    );
    let done = folder.run(&["check", "b.json", "--parameter", "Block=x"]);
    assert_eq!(done.code, 2);
    assert!(
        done.complaints
            .contains("No template declares the parameter Block"),
        "{done:?}"
    );
    let broken = files("public/samples").into_iter();
    let (_, broken) = broken
        .into_iter()
        .find(|(name, _)| name == "broken-on-purpose.json")
        .unwrap();
    let done = folder.run_on(&broken, &["check", "-", "--region", "eu-west-1"]);
    assert!(
        done.out.contains("eu-west-1a") && !done.out.contains("us-east-1"),
        "{done:?}"
    );
}

#[test]
fn wrong_arguments_are_misuse() {
    let folder = Folder::new("misuse").with("clean.json", CLEAN);
    for arguments in [
        &["check"][..],
        &["check", "clean.json", "--format", "xml"],
        &["check", "clean.json", "--parameter", "x"],
        &["chekc"],
        &[],
    ] {
        let done = folder.run(arguments);
        assert_eq!(done.code, 2, "{done:?}");
        assert!(done.out.is_empty() && !done.complaints.is_empty());
    }
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let mut command = Folder::new("pipe").command(&["check", "-"]);
    let mut running = command.stdout(Stdio::piped()).spawn().unwrap();
    drop(running.stdout.take());
    let mut input = running.stdin.take().unwrap();
    input.write_all(WRONG.as_bytes()).unwrap();
    drop(input);
    let output = running.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

/// The app shows what `analyze` gives: the same function, the same findings.
#[test]
fn the_findings_are_those_of_the_browser() {
    let schemas = Schemas::read(&[CURATED, FURTHER]).with_names(KINDS);
    let mut count = 0;
    for (name, text) in files("public/samples")
        .into_iter()
        .chain(files("core/tests/templates"))
    {
        let Ok(opened) = open(&text) else { continue };
        let folder = Folder::new("same").with(&name, &text);
        let done = folder.run(&["check", "--format", "json", &name]);
        let said: Vec<Value> = from_str(&done.out).unwrap();
        let (notes, said): (Vec<_>, Vec<_>) = said.into_iter().partition(|it| it["rule"] == "note");
        assert_eq!(notes.len(), opened.notes.len(), "{name}");
        let findings = analyze(&opened.document, &schemas).findings;
        assert_eq!(said.len(), findings.len(), "{name}");
        for (said, finding) in said.iter().zip(&findings) {
            let fixes = fixes(&opened.document, &schemas, finding);
            let titles: Vec<_> = fixes.iter().map(|fix| fix.title.to_string()).collect();
            let expected = json!({
                "file": name,
                "rule": finding.rule.id,
                "severity": finding.severity.word(),
                "message": finding.message.to_string(),
                "resource": finding.resource.to_string(),
                "path": finding.path.to_string(),
                "line": said["line"],
                "column": said["column"],
                "fixes": titles,
            });
            assert_eq!(*said, expected, "{name}");
            count += 1;
        }
    }
    assert!(count >= 15, "{count}");
}
