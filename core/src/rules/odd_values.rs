//! Whatever stands in a property, nothing panics: neither the analysis nor
//! the fixes of what it finds.

use super::{Context, Findings, fixes_of, samples::sample};
use crate::analysis::analyze;
use crate::document::{Document, Draft, Session};
use crate::fixture::design;
use crate::lower::survey::Survey;
use crate::message::Message;
use crate::schema::{Schemas, everything};
use crate::template::{FunctionName, LogicalId, Map, PropertyPath, Value};

/// Values of every form, few of which any property wants.
fn odd() -> Vec<Value> {
    let function = |name, argument| Value::function(name, argument);
    vec![
        Value::Null,
        Value::from(""),
        Value::from("0.0.0.0/0"),
        Value::from("ffff::/200"),
        Value::from(i64::MIN),
        Value::from(i64::MAX),
        Value::List(Vec::new()),
        Value::List(vec![Value::Null, Value::from(true)]),
        Value::Map(Map::new()),
        Value::reference("NoSuchThing"),
        function(FunctionName::Sub, Value::from("${X}.0.0/16")),
        function(FunctionName::Select, Value::from(1)),
    ]
}

/// Every path inside the properties of a resource.
fn paths(value: &Value, at: &PropertyPath, found: &mut Vec<PropertyPath>) {
    if !at.is_root() {
        found.push(at.clone());
    }
    match value {
        Value::List(list) => {
            for (index, inner) in list.iter().enumerate() {
                paths(inner, &at.index(index), found);
            }
        }
        Value::Map(map) => {
            for (key, inner) in map {
                paths(inner, &at.key(key), found);
            }
        }
        _ => {}
    }
}

fn with(document: &Document, id: &LogicalId, path: &PropertyPath, value: Value) -> Document {
    let mut draft = Draft::new(document);
    draft.set(id, path, value);
    let change = draft.into_change(Message::new("odd"));
    let mut session = Session::new(document.clone());
    session.commit(change).unwrap();
    session.document().clone()
}

#[test]
fn no_value_anywhere_makes_a_rule_panic() {
    let document = sample("broken-on-purpose.json");
    let odd = odd();
    let mut count = 0;
    for (id, resource) in &document.template.resources {
        let mut all = Vec::new();
        if let Some(properties) = resource.attribute("Properties") {
            paths(properties, &PropertyPath::root(), &mut all);
        }
        all.retain(|path| !path.to_string().starts_with("Tags"));
        for path in all {
            count += 1;
            // One of the values at each place, so that the test stays quick.
            let value = odd[count % odd.len()].clone();
            let changed = with(&document, id, &path, value);
            let analysis = analyze(&changed, everything());
            fixes_of(&changed, everything(), &analysis.survey, &analysis.findings);
        }
    }
    assert!(count > 200, "{count}");
}

#[test]
fn no_odd_value_in_the_bad_design_of_a_rule_makes_it_panic() {
    let odd = odd();
    let mut count = 0;
    for rule in super::all() {
        let document = design(rule.bad);
        for (id, resource) in &document.template.resources {
            let mut all = Vec::new();
            if let Some(properties) = resource.attribute("Properties") {
                paths(properties, &PropertyPath::root(), &mut all);
            }
            for path in all {
                count += 1;
                // One value at every third place, another in each rule.
                if count % 3 != 0 {
                    continue;
                }
                let value = odd[count / 3 % odd.len()].clone();
                let changed = with(&document, id, &path, value);
                let survey = Survey::of(&changed);
                let setting = changed.setting();
                let schemas = Schemas::default();
                let context = Context::new(&changed, &setting, &survey, &schemas);
                let mut findings = Findings::of(rule);
                (rule.check)(&context, &mut findings);
                for finding in findings.into_list() {
                    (rule.fixes)(&context, &finding);
                }
            }
        }
    }
    assert!(count > 1_000, "{count}");
}
