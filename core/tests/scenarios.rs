//! Whole networks with questions and their verdicts: `scenarios/*.txt`.
//!
//! A scenario begins with `== title`, goes on with a design as fixtures write
//! it (or `sample NAME` for one of the sample designs), and asks:
//!
//! ```text
//! ? internet -> Web tcp 80 => yes always
//! ? internet -> Db tcp 5432 => no IGW_PRIVATE_IP_ASSOCIATION_FOR_INGRESS Db
//! ? Web -> internet tcp 443 => yes never SUBNET_ACL_RESTRICTION Acl
//! ? Web -> ip:10.9.0.9 tcp 80 => unsupported TransitGatewayId
//! ```

#![expect(clippy::unwrap_used, reason = "a broken scenario is to fail the test")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use drawbridge_core::document::{Document, open};
use drawbridge_core::fixture::design;
use drawbridge_core::lower::Lowered;
use drawbridge_core::lower::survey::Survey;
use drawbridge_core::reach::{Code, Question, ask};

#[test]
fn every_scenario_has_its_verdict() {
    let mut wrong = Vec::new();
    let mut asked = 0;
    let scenarios = scenarios();
    for (title, body) in &scenarios {
        asked += check(title, body, &mut wrong);
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    assert!(asked >= 300, "only {asked} questions were found");
    assert!(scenarios.len() >= 100, "only {} scenarios", scenarios.len());
}

#[test]
fn every_code_stops_something_in_a_scenario() {
    let mut missing: BTreeSet<Code> = Code::ALL.iter().copied().collect();
    for (_, body) in scenarios() {
        let (lowered, questions) = read(&body);
        for (question, _) in questions {
            let answer = ask(&lowered, &question.parse().unwrap());
            let first = answer
                .ok()
                .and_then(|answer| Some(answer.blocked.first()?.code));
            if let Some(code) = first {
                missing.remove(&code);
            }
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
}

/// Every scenario: its title and its lines.
fn scenarios() -> Vec<(String, String)> {
    let folder = root().join("tests/scenarios");
    let files = fs::read_dir(folder).unwrap();
    let mut files: Vec<PathBuf> = files.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut found = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).unwrap();
        for scenario in text.split("\n== ") {
            let scenario = scenario.strip_prefix("== ").unwrap_or(scenario);
            let (title, body) = scenario.split_once('\n').unwrap();
            found.push((title.to_owned(), body.to_owned()));
        }
    }
    found
}

/// The network of a scenario, and its questions with their verdicts.
fn read(body: &str) -> (Lowered, Vec<(&str, &str)>) {
    let (questions, lines): (Vec<&str>, Vec<&str>) = body
        .lines()
        .filter(|line| !line.trim().is_empty())
        .partition(|line| line.starts_with("? "));
    let document = match lines.first().and_then(|line| line.strip_prefix("sample ")) {
        Some(name) => sample(name),
        None => design(&lines.join("\n")),
    };
    let questions = questions
        .iter()
        .map(|line| line[2..].split_once(" => ").unwrap());
    (Lowered::of(&Survey::of(&document)), questions.collect())
}

/// Asks the questions of one scenario, and notes the wrong verdicts.
fn check(title: &str, body: &str, wrong: &mut Vec<String>) -> usize {
    let (lowered, questions) = read(body);
    for (question, expected) in &questions {
        let actual = verdict(&lowered, &question.parse().unwrap());
        let fits = match expected.strip_prefix("unsupported ") {
            Some(words) => actual.starts_with("unsupported ") && actual.contains(words),
            None => actual == *expected,
        };
        if !fits {
            wrong.push(format!(
                "{title}: {question}\n  expected {expected}\n  but is   {actual}"
            ));
        }
    }
    questions.len()
}

fn verdict(lowered: &Lowered, question: &Question) -> String {
    let answer = match ask(lowered, question) {
        Ok(answer) => answer,
        Err(why) => return format!("unsupported {}", why.0),
    };
    let mut words = vec![if answer.forward { "yes" } else { "no" }.to_owned()];
    if answer.forward {
        words.push(answer.reply.as_str().to_owned());
    }
    if let Some(blocked) = answer.blocked.first() {
        words.push(blocked.code.to_string());
        words.extend(blocked.resource.as_ref().map(ToString::to_string));
    }
    words.join(" ")
}

fn sample(name: &str) -> Document {
    let path = root().join(format!("../public/samples/{name}.json"));
    open(&fs::read_to_string(path).unwrap()).unwrap().document
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
