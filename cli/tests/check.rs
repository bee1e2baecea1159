//! `check` in each form of its report, on a small template.

mod tool;

use expect_test::expect;
use serde_json::{Value, from_str};
use tool::Folder;

/// An error with a fix, a hint, a note of reading and an ignored error.
const TEMPLATE: &str = "\
Resources:
  Main:
    Type: AWS::EC2::VPC
    Properties:
      CidrBlock: 10.0.0.0/16
  A:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Main
      AvailabilityZone: us-east-1a
      CidrBlock: 10.0.1.0/24
      CidrBlock: 10.0.0.0/24
  B:
    Type: AWS::EC2::Subnet
    Properties:
      VpcId: !Ref Main
      AvailabilityZone: us-east-1b
      CidrBlock: 10.0.0.128/25
  Other:
    Type: AWS::EC2::VPC
    Metadata: {Drawbridge: {Ignore: [cidr-malformed]}}
    Properties: {CidrBlock: 10.9.0.0/99}
  Lonely:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: nobody's
      VpcId: !Ref Main
";

fn folder(name: &str) -> Folder {
    Folder::new(name).with("net, 1%.yaml", TEMPLATE)
}

#[test]
fn text_is_a_line_for_each_problem_and_one_that_counts() {
    let done = folder("text").run(&["check", "net, 1%.yaml"]);
    expect![[r"
        net, 1%.yaml:18:18: error subnet-cidr-overlap: A and B share 10.0.0.128/25.
            fix: Move B to 10.0.1.0/25
            fix: Move A to 10.0.1.0/24
        net, 1%.yaml:12:7: warning note: “CidrBlock” stands twice: the last one counts.
        net, 1%.yaml:23:3: hint security-group-unused: Nothing uses Lonely.
            fix: Remove Lonely

        1 error, 1 warning, 1 hint in 1 file; 1 ignored
    "]]
    .assert_eq(&done.out);
    assert_eq!((done.code, done.complaints.as_str()), (1, ""));
}

#[test]
fn json_is_one_list() {
    let done = folder("json").run(&["check", "--format", "json", "net, 1%.yaml"]);
    expect![[r#"
        [
          {
            "file": "net, 1%.yaml",
            "rule": "subnet-cidr-overlap",
            "severity": "error",
            "message": "A and B share 10.0.0.128/25.",
            "resource": "B",
            "path": "CidrBlock",
            "line": 18,
            "column": 18,
            "fixes": [
              "Move B to 10.0.1.0/25",
              "Move A to 10.0.1.0/24"
            ]
          },
          {
            "file": "net, 1%.yaml",
            "rule": "note",
            "severity": "warning",
            "message": "“CidrBlock” stands twice: the last one counts.",
            "resource": null,
            "path": "",
            "line": 12,
            "column": 7,
            "fixes": []
          },
          {
            "file": "net, 1%.yaml",
            "rule": "security-group-unused",
            "severity": "hint",
            "message": "Nothing uses Lonely.",
            "resource": "Lonely",
            "path": "",
            "line": 23,
            "column": 3,
            "fixes": [
              "Remove Lonely"
            ]
          }
        ]
    "#]]
    .assert_eq(&done.out);
    assert_eq!((done.code, done.complaints.as_str()), (1, ""));
    let clean =
        Folder::new("json-clean").run_on("Resources: {}", &["check", "-", "--format", "json"]);
    assert_eq!((clean.code, clean.out.as_str()), (0, "[]\n"));
}

#[test]
fn github_has_a_workflow_command_for_each_problem() {
    let folder = folder("github").with("no.json", "{\n");
    let done = folder.run(&["check", "--format=github", "net, 1%.yaml", "no.json"]);
    expect![[r"
        ::error file=no.json,line=1,col=1,title=Not a template::no.json:1:1: A mapping opened here is never closed: } is missing.
        ::error file=net%2C 1%25.yaml,line=18,col=18,title=subnet-cidr-overlap::A and B share 10.0.0.128/25.%0AFix: Move B to 10.0.1.0/25%0AFix: Move A to 10.0.1.0/24
        ::warning file=net%2C 1%25.yaml,line=12,col=7,title=note::“CidrBlock” stands twice: the last one counts.
        ::notice file=net%2C 1%25.yaml,line=23,col=3,title=security-group-unused::Nothing uses Lonely.%0AFix: Remove Lonely
    "]].assert_eq(&done.out);
    assert_eq!(done.code, 2);
}

#[test]
fn sarif_names_rules_places_and_what_is_ignored() {
    let folder = folder("sarif").with("no.json", "{\n");
    let done = folder.run(&["check", "--format", "sarif", "./net, 1%.yaml", "no.json"]);
    assert_eq!(done.code, 2);
    let log: Value = from_str(&done.out).unwrap();
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "unicodeCodePoints");
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    for rule in rules {
        for text in ["shortDescription", "fullDescription", "help"] {
            assert!(rule[text]["text"].is_string(), "{rule}");
        }
        let level = rule["defaultConfiguration"]["level"].as_str();
        assert!(
            matches!(level, Some("error" | "warning" | "note")),
            "{rule}"
        );
        assert!(rule["helpUri"].as_str().unwrap().starts_with("https://"));
    }
    let mut shown = String::new();
    for result in run["results"].as_array().unwrap() {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"]);
        let place = &result["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "net%2C%201%25.yaml");
        let words = [
            &result["level"],
            &result["ruleId"],
            &place["region"]["startLine"],
            &place["region"]["startColumn"],
            &result["suppressions"][0]["kind"],
        ];
        shown += &words.map(ToString::to_string).join(" ");
        shown += "\n";
    }
    expect![[r#"
        "error" "subnet-cidr-overlap" 18 18 null
        "warning" "note" 12 7 null
        "note" "security-group-unused" 23 3 null
        "error" "cidr-malformed" 22 29 "inSource"
    "#]]
    .assert_eq(&shown);
    let invocation = &run["invocations"][0];
    assert_eq!(invocation["executionSuccessful"], false);
    let unread = &invocation["toolExecutionNotifications"][0]["locations"][0];
    assert_eq!(
        unread["physicalLocation"]["artifactLocation"]["uri"],
        "no.json"
    );
}
