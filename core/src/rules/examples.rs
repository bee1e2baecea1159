//! Runs the examples of every rule: what is found is what they note, and every
//! fix mends what it is for without a new error.

use super::{Context, Finding, Severity, all, check, fixes};
use crate::document::{Document, Session};
use crate::fixture;
use crate::lower::survey::Survey;
use crate::schema::everything;

fn found(document: &Document) -> Vec<Finding> {
    let survey = Survey::of(document);
    let setting = document.setting();
    check(Context::new(document, &setting, &survey, everything()))
}

#[test]
fn the_bad_example_of_every_rule_shows_what_it_notes() {
    let mut wrong = Vec::new();
    for rule in all() {
        let fixture = fixture::read(rule.bad).unwrap_or_else(|why| panic!("{}: {why}", rule.id));
        let mut expected: Vec<_> = fixture
            .expected
            .iter()
            .filter(|it| it.text.contains(&format!(" {}: ", rule.id)))
            .map(|it| (it.resource.clone(), it.text.clone()))
            .collect();
        let findings = found(&fixture.document);
        let mut actual: Vec<_> = findings
            .iter()
            .filter(|it| it.rule == rule)
            .map(|it| {
                let text = format!("{} {}: {}", it.severity, rule.id, it.message);
                (it.resource.clone(), text)
            })
            .collect();
        expected.sort();
        actual.sort();
        // A rule without an example shows itself in a test of its own.
        if expected != actual || (expected.is_empty() && !rule.bad.is_empty()) {
            wrong.push(format!(
                "{}\nnoted {expected:#?}\nfound {actual:#?}",
                rule.id
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_good_example_of_every_rule_is_free_of_it() {
    for rule in all() {
        let fixture = fixture::read(rule.good).unwrap_or_else(|why| panic!("{}: {why}", rule.id));
        let findings = found(&fixture.document);
        let of_rule: Vec<_> = findings
            .iter()
            .filter(|it| it.rule == rule)
            .map(|it| it.message.to_string())
            .collect();
        assert_eq!(of_rule, [""; 0], "{}", rule.id);
    }
}

#[test]
fn every_fix_mends_its_finding_without_a_new_error() {
    let mut wrong = Vec::new();
    for rule in all() {
        let document = fixture::design(rule.bad);
        wrong.extend(unmended(&document, |it| it.rule == rule));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What the fixes of some findings of a document do not achieve.
pub(super) fn unmended(document: &Document, of: impl Fn(&Finding) -> bool) -> Vec<String> {
    let before = found(document);
    let mut wrong = Vec::new();
    for finding in before.iter().filter(|it| of(it)) {
        for fix in fixes(document, everything(), finding) {
            let name = format!("{} at {}: {}", finding.rule.id, finding.resource, fix.title);
            let mut session = Session::new(document.clone());
            session.commit(fix.change).unwrap();
            let after = found(session.document());
            if after.iter().any(|it| it.is_same(finding)) {
                wrong.push(format!("{name}: does not mend it"));
            }
            let mut new = after.iter().filter(|it| {
                it.severity == Severity::Error && !before.iter().any(|old| old.is_same(it))
            });
            if let Some(new) = new.next() {
                wrong.push(format!("{name}: {}: {}", new.rule.id, new.message));
            }
        }
    }
    wrong
}
