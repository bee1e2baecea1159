//! What evaluation notes while it works: what it assumed, and what it spent.

use super::{Evaluated, Evaluator, Setting, Unknown};
use crate::template::read;

#[test]
fn what_was_taken_for_true_is_noted_once() {
    let text = r#"{
        "Parameters": {
            "A": {"Type": "String", "Default": "1"}, "B": {"Type": "String", "Default": "2"},
            "Secret": {"Type": "String", "Default": "3", "NoEcho": true}
        },
        "Conditions": {"C": {"Fn::Equals": [{"Ref": "B"}, "2"]}},
        "Resources": {},
        "X": {"Fn::If": ["C", {"Fn::Sub": "${A}${A}${Secret}"}, {"Fn::GetAZs": ""}]}
    }"#;
    let template = read(text).unwrap().template;
    let mut setting = Setting {
        variant: Some("dev".to_owned()),
        ..Setting::default()
    };
    setting.parameters.insert("B".to_owned(), "2".to_owned());
    let evaluator = Evaluator::new(&template, &setting);
    evaluator.evaluate(&template.sections["X"]);
    let said = evaluator.take_assumed();
    let said: Vec<_> = said.iter().map(ToString::to_string).collect();
    assert_eq!(
        said,
        [
            "The parameter B is taken as 2, as variant dev says.",
            "The parameter A is taken as its default, 1.",
            "The parameter Secret is taken as its default."
        ]
    );
    assert!(evaluator.take_assumed().is_empty());
}

#[test]
fn all_questions_together_are_bounded() {
    let lattice: Vec<_> = (0..40)
        .map(|at| {
            let next = at + 1;
            format!(r#""C{at}": {{"Fn::And": [{{"Condition": "C{next}"}}, {{"Condition": "C{next}"}}]}}"#)
        })
        .collect();
    let text = format!(
        r#"{{"Conditions": {{{}, "C40": {{"Fn::Equals": ["a", "a"]}}}}, "Resources": {{}}}}"#,
        lattice.join(",")
    );
    let template = read(&text).unwrap().template;
    let setting = Setting::default();
    let evaluator = Evaluator::new(&template, &setting);
    assert_eq!(evaluator.condition("C40"), Ok(true));
    for _ in 0..400 {
        assert!(evaluator.condition("C0").is_err());
    }
    assert!(evaluator.condition("C40").is_err());
}

#[test]
fn what_aws_fills_in_at_deployment_is_not_taken_for_its_name() {
    let text = r#"{
        "Parameters": {"P": {"Type": "String", "Default": "{{resolve:ssm:/p}}"}},
        "Resources": {},
        "X": ["{{resolve:ssm:/cidr}}", {"Ref": "P"}, {"Fn::Sub": "a-${P}"},
              {"Fn::Join": ["", ["{{resolve:ssm:", "/a", "}}"]]}]
    }"#;
    let template = read(text).unwrap().template;
    let setting = Setting::default();
    let evaluator = Evaluator::new(&template, &setting);
    for value in template.sections["X"].as_list().unwrap() {
        let evaluated = evaluator.evaluate(value);
        assert!(
            matches!(evaluated, Evaluated::Unknown(Unknown::Deployment(_))),
            "{evaluated:?}"
        );
    }
}
