//! The report as SARIF 2.1.0, for code scanning.
//!
//! <https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html>

use anyhow::Result;
use drawbridge_core::rules::{self, Severity};
use serde_json::{Value, json};

use super::report::{NOTE, Problem, Report, Unread};
use super::uri::uri;

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// The report, with a final line end.
pub(super) fn write(report: &Report) -> Result<String> {
    let rules = rules();
    let result = |problem: &Problem| result(problem, &rules);
    let found = report.problems.iter().map(result);
    let ignored = report.ignored.iter().map(|problem| {
        let mut result = result(problem);
        result["suppressions"] = json!([{
            "kind": "inSource",
            "justification": "The resource's Metadata asks to ignore this rule."
        }]);
        result
    });
    let results: Vec<_> = found.chain(ignored).collect();
    let unread: Vec<_> = report.unread.iter().map(notification).collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "Drawbridge",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            "columnKind": "unicodeCodePoints",
            "invocations": [{
                "executionSuccessful": unread.is_empty(),
                "toolExecutionNotifications": unread,
            }],
            "results": results,
        }]
    });
    Ok(serde_json::to_string_pretty(&log)? + "\n")
}

/// Every rule in the order of the docs, and the one for notes of reading.
fn rules() -> Vec<Value> {
    let note = json!({
        "id": NOTE,
        "shortDescription": { "text": "The file is not what it seems" },
        "fullDescription": { "text": NOTE_WHY },
        "help": { "text": NOTE_WHY },
        "helpUri": "https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html",
        "defaultConfiguration": { "level": level(Severity::Warning) },
    });
    let rules = rules::all().map(|rule| {
        json!({
            "id": rule.id,
            "shortDescription": { "text": rule.title },
            "fullDescription": { "text": rule.why },
            "help": { "text": rule.why },
            "helpUri": rule.guide,
            "defaultConfiguration": { "level": level(rule.severity) },
        })
    });
    rules.chain([note]).collect()
}

const NOTE_WHY: &str = "The file was read, but something in it is odd: a key that stands twice, a second document, a form that JSON or CloudFormation does not have. Other programs may read it differently.";

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "note",
    }
}

fn result(problem: &Problem, rules: &[Value]) -> Value {
    let index = rules.iter().position(|rule| rule["id"] == problem.rule);
    let mut location = json!({ "physicalLocation": {
        "artifactLocation": { "uri": uri(&problem.file) },
        "region": { "startLine": problem.line, "startColumn": problem.column },
    }});
    if let Some(resource) = &problem.resource {
        let place = if problem.path.is_empty() {
            resource.clone()
        } else {
            format!("{resource}.{}", problem.path)
        };
        location["logicalLocations"] = json!([{
            "name": resource,
            "fullyQualifiedName": place,
            "kind": "resource",
        }]);
    }
    json!({
        "ruleId": problem.rule,
        "ruleIndex": index,
        "level": level(problem.severity),
        "message": { "text": problem.message },
        "locations": [location],
        // SARIF's own `fixes` want the replaced text; these are made in the app.
        "properties": { "fixes": problem.fixes },
    })
}

/// A file that was not judged: nothing is known of it, so it is no result.
fn notification(unread: &Unread) -> Value {
    let mut place = json!({ "artifactLocation": { "uri": uri(&unread.file) } });
    if let Some(at) = unread.position {
        place["region"] = json!({ "startLine": at.line, "startColumn": at.column });
    }
    json!({
        "level": "error",
        "message": { "text": unread.message },
        "locations": [{ "physicalLocation": place }],
    })
}
