//! Real shapes of templates, one feature a file: none is damaged by reading,
//! printing, saving, opening, converting or editing.

#![expect(
    clippy::unwrap_used,
    reason = "a template that cannot be read is a failed test"
)]

use std::fs;
use std::path::Path;

use drawbridge_core::document::{Draft, export, open, save};
use drawbridge_core::geometry::Rect;
use drawbridge_core::template::{
    Format, Function, FunctionName, LogicalId, PropertyPath, Resource, Template, Value, convert,
    print, read,
};

/// The files by name.
fn templates() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/templates");
    let mut files: Vec<_> = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path())
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read_to_string(path).unwrap())
        })
        .collect();
    files.sort();
    files
}

#[test]
fn there_are_enough_of_them_in_every_format() {
    let files = templates();
    assert!(files.len() >= 60, "{}", files.len());
    for ending in [".json", ".yaml", ".yml", ".template"] {
        assert!(
            files.iter().any(|(name, _)| name.ends_with(ending)),
            "{ending}"
        );
    }
    for (name, text) in files {
        let template = read(&text).unwrap().template;
        let json = text.trim_start_matches('\u{feff}').starts_with('{');
        let expected = if json { Format::Json } else { Format::Yaml };
        assert_eq!(template.source().unwrap().format, expected, "{name}");
    }
}

#[test]
fn untouched_is_byte_identical() {
    for (name, text) in templates() {
        assert_eq!(print(&read(&text).unwrap().template), text, "{name}");
        assert_eq!(export(&open(&text).unwrap().document), text, "{name}");
        assert_eq!(save(&open(&text).unwrap().document), text, "{name}");
    }
}

#[test]
fn what_is_saved_opens_and_exports_the_bytes_that_were_read() {
    for (name, text) in templates() {
        let plain = open(&text).unwrap().document;
        let mut draft = Draft::new(&plain);
        let ids: Vec<_> = draft.template().resources.keys().cloned().collect();
        for (place, id) in (0_i32..).zip(ids) {
            let x = f64::from(place) * 8.0;
            draft.set_frame(
                &id,
                Rect {
                    x,
                    y: -16.0,
                    w: 100.0,
                    h: 40.0,
                },
            );
        }
        draft.layout_mut().region = Some("eu-north-1".to_owned());
        let document = draft.document().clone();
        let saved = save(&document);
        assert!(saved.contains("eu-north-1"), "{name}");
        let opened = open(&saved).unwrap().document;
        assert_eq!(opened, document, "{name}\n{saved}");
        assert_eq!(export(&opened), text, "{name}\n{saved}");
        assert_eq!(save(&opened), saved, "{name}");
    }
}

/// A value as text that shows order, `Fn::GetAtt` as a list.
fn ordered(value: &Value) -> String {
    match value {
        Value::Function(call) if call.name == FunctionName::GetAtt => {
            let Function { argument, .. } = call.as_ref();
            match argument.as_text().and_then(|text| text.split_once('.')) {
                Some((name, attribute)) => format!("GetAtt([{name:?},{attribute:?},])"),
                None => format!("GetAtt({})", ordered(argument)),
            }
        }
        Value::Function(call) => format!("{:?}({})", call.name, ordered(&call.argument)),
        Value::Map(map) => {
            let entries = map
                .iter()
                .map(|(key, value)| format!("{key:?}:{},", ordered(value)));
            format!("{{{}}}", entries.collect::<String>())
        }
        Value::List(list) => {
            let elements = list.iter().map(|value| ordered(value) + ",");
            format!("[{}]", elements.collect::<String>())
        }
        Value::Text(text) => format!("{text:?}"),
        other => format!("{other:?}"),
    }
}

#[test]
fn converting_keeps_values_and_order_both_ways() {
    for (name, text) in templates() {
        let template = read(&text).unwrap().template;
        let said = ordered(&template.to_value());
        let json = convert(&template, Format::Json);
        let from_json = read(&json).unwrap().template;
        assert_eq!(from_json.source().unwrap().format, Format::Json);
        assert_eq!(ordered(&from_json.to_value()), said, "{name}\n{json}");
        for template in [template, from_json] {
            let yaml = convert(&template, Format::Yaml);
            let from_yaml = read(&yaml).unwrap().template;
            if !template.to_value().as_map().unwrap().is_empty() && yaml.trim() != "{}" {
                assert_eq!(
                    from_yaml.source().unwrap().format,
                    Format::Yaml,
                    "{name}\n{yaml}"
                );
            }
            assert_eq!(ordered(&from_yaml.to_value()), said, "{name}\n{yaml}");
        }
    }
}

/// The paths of every scalar in a value.
fn leaves(value: &Value, path: &PropertyPath, found: &mut Vec<PropertyPath>) {
    match value {
        Value::Map(map) => map
            .iter()
            .for_each(|(key, value)| leaves(value, &path.key(key), found)),
        Value::List(list) => list
            .iter()
            .enumerate()
            .for_each(|(index, value)| leaves(value, &path.index(index), found)),
        Value::Function(call) => leaves(&call.argument, &path.key(call.name.as_str()), found),
        _ => found.push(path.clone()),
    }
}

fn edit(template: &mut Template, id: &LogicalId, edit: impl FnOnce(&mut Resource)) {
    edit(std::sync::Arc::make_mut(
        template.resources.get_mut(id).unwrap(),
    ));
}

/// The lines of `before` that differ in `after`: from, and to before.
fn touched(before: &str, after: &str) -> (usize, usize) {
    let (old, new): (Vec<_>, Vec<_>) = (before.lines().collect(), after.lines().collect());
    let head = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let tail = old[head..].iter().rev().zip(new[head..].iter().rev());
    (head, old.len() - tail.take_while(|(a, b)| a == b).count())
}

#[test]
fn an_edit_touches_the_lines_of_its_property_only_and_is_undone_to_the_byte() {
    let mut edits = 0;
    for (name, text) in templates() {
        let template = read(&text).unwrap().template;
        // What an anchor names is written out elsewhere when it changes.
        let anchors = name.starts_with("anchors");
        for (id, resource) in &template.resources {
            let mut paths = Vec::new();
            if let Some(properties) = resource.attribute("Properties") {
                leaves(properties, &PropertyPath::root(), &mut paths);
            }
            for path in paths {
                for value in [
                    Value::from("changed to: this"),
                    Value::from(7),
                    Value::from(vec![Value::reference("X"), "two\nlines\n".into()]),
                ] {
                    let mut edited = template.clone();
                    let mut done = false;
                    edit(&mut edited, id, |resource| {
                        done = resource.set(&path, value.clone());
                    });
                    let printed = print(&edited);
                    let what = format!("{name} {id} {path} = {value:?} ({done})\n{printed}");
                    assert_eq!(
                        read(&printed).unwrap().template.to_value(),
                        edited.to_value(),
                        "{what}"
                    );
                    let source = template.source().unwrap();
                    let span = source.property_span(id.as_str(), &path).unwrap();
                    let lines = (
                        source.position(span.start).line - 1,
                        source.position(span.end).line,
                    );
                    let (from, to) = touched(&text, &printed);
                    assert!(
                        anchors || from >= to || (lines.0 <= from && to <= lines.1),
                        "{lines:?} {from} {to}\n{what}"
                    );
                    edits += 1;
                    let mut back = read(&printed).unwrap().template;
                    back.resources.clone_from(&template.resources);
                    assert_eq!(
                        read(&print(&back)).unwrap().template.to_value(),
                        template.to_value(),
                        "{what}"
                    );
                    edited.resources.clone_from(&template.resources);
                    assert_eq!(print(&edited), text, "{what}");
                }
            }
        }
    }
    assert!(edits > 300, "{edits}");
}

#[test]
fn properties_and_resources_come_and_go_without_a_trace() {
    for (name, text) in templates() {
        let template = read(&text).unwrap().template;
        for id in template.resources.keys() {
            let mut edited = template.clone();
            let mut done = false;
            edit(&mut edited, id, |resource| {
                done = resource.set(&"Added".into(), Value::from("x"));
            });
            let printed = print(&edited);
            let mut again = read(&printed).unwrap().template;
            assert_eq!(
                again.to_value(),
                edited.to_value(),
                "{name} {id}\n{printed}"
            );
            let had = template
                .resource(id)
                .and_then(|it| it.properties())
                .is_some_and(|it| !it.is_empty());
            // What an anchor names was written out where it was used.
            if done && had && !name.starts_with("anchors") {
                edit(&mut again, id, |resource| {
                    assert!(resource.remove(&"Added".into()).is_some());
                });
                assert_eq!(print(&again), text, "{name} {id}\n{printed}");
            }
            let mut edited = template.clone();
            edited.resources.shift_remove(id);
            let printed = print(&edited);
            assert_eq!(
                read(&printed).unwrap().template.to_value(),
                edited.to_value(),
                "{name} {id}\n{printed}"
            );
        }
        if template.resources.is_empty() {
            continue;
        }
        let mut edited = template.clone();
        let mut resource = Resource::new("AWS::EC2::VPC");
        assert!(resource.set(&"CidrBlock".into(), "10.0.0.0/16".into()));
        edited.resources.insert("Added".into(), resource.into());
        let printed = print(&edited);
        let mut again = read(&printed).unwrap().template;
        assert_eq!(again, edited, "{name}\n{printed}");
        again.resources.shift_remove("Added");
        assert_eq!(print(&again), text, "{name}\n{printed}");
    }
}
