//! What holds for whatever text is opened: its bytes come back, an edit says
//! what it should and is undone to the byte, both formats and a link say the
//! same, and nothing panics on the way. Knows no fuzzer, and does not judge
//! whether a text is a good template.

use std::sync::Arc;

use drawbridge_core::analysis::analyze;
use drawbridge_core::diagram::{arrange, picture, project};
use drawbridge_core::document::{Session, export, link, open, save};
use drawbridge_core::schema::Schemas;
use drawbridge_core::template::{
    Format, FunctionName, PropertyPath, Resource, Template, Value, convert, print, read,
};

/// The longest text that is tried: everything is in reach of less.
pub const LONGEST: usize = 16 * 1024;

/// Reads, prints, edits, converts and draws a text, if it is a template in the
/// given format. Says whether it is.
pub fn check_template(text: &str, format: Format) -> bool {
    if text.len() > LONGEST {
        return false;
    }
    let Ok(reading) = read(text) else {
        return false;
    };
    let template = reading.template;
    if template.source().is_none_or(|it| it.format != format) {
        return false;
    }
    assert_eq!(print(&template), text, "untouched, yet printed otherwise");
    check_edit(&template, text);
    check_formats(&template);
    check_design(text);
    true
}

/// Takes a text for a link, and for what is packed in one.
pub fn check_link(bytes: &[u8]) {
    if bytes.len() > LONGEST {
        return;
    }
    let text = String::from_utf8_lossy(bytes);
    if let Ok(opened) = link::decode(&text) {
        let document = opened.document;
        let again = link::encode(&document).map(|made| link::decode(&made));
        // A design that is too large for a link may have come in a small one.
        if let Ok(again) = again {
            let again = again.unwrap_or_else(|why| panic!("its own link is refused: {why}"));
            assert_eq!(save(&again.document), save(&document));
        }
    }
    if let Ok(opened) = open(&text)
        && let Ok(made) = link::encode(&opened.document)
    {
        assert!(link::is_link(&made) && made.len() <= link::MAX_LENGTH);
        let again = link::decode(&made);
        let again = again.unwrap_or_else(|why| panic!("its own link is refused: {why}"));
        assert_eq!(save(&again.document), save(&opened.document));
        // Where nothing but the layout was there, blanks around the empty braces may differ.
        let template = &opened.document.template;
        if !template.resources.is_empty() || !template.sections.is_empty() {
            assert_eq!(export(&again.document), export(&opened.document));
        }
    }
}

/// An edit that the text itself chooses, so that a failure can be repeated.
fn check_edit(template: &Template, text: &str) {
    let choice = text.bytes().fold(5_381_usize, |sum, byte| {
        sum.wrapping_mul(33).wrapping_add(usize::from(byte))
    });
    let mut edited = template.clone();
    edit(&mut edited, choice);
    let printed = print(&edited);
    let again = read(&printed);
    let again = again.unwrap_or_else(|why| panic!("unreadable after an edit: {why}\n{printed}"));
    assert_eq!(
        plain(again.template.to_value()),
        plain(edited.to_value()),
        "an edit is printed as something else\n{printed}"
    );
    edited.resources.clone_from(&template.resources);
    edited.sections.clone_from(&template.sections);
    assert_eq!(print(&edited), text, "what is undone is printed otherwise");
}

/// Changes something, if there is anything to change.
fn edit(template: &mut Template, choice: usize) {
    let (way, choice) = (choice % 8, choice / 8);
    let new = [
        Value::from("a: new 'text' # \"all\" of it"),
        Value::from(80),
        Value::from(""),
        Value::from(vec![Value::reference("A"), "two\nlines\n".into()]),
    ];
    let new = new[choice % new.len()].clone();
    let name = nth(template.resources.len(), choice).and_then(|at| {
        let (name, _) = template.resources.get_index(at)?;
        Some(name.clone())
    });
    match (way, name) {
        (0, Some(name)) => {
            template.resources.shift_remove(&name);
        }
        (1, Some(_)) | (_, None) => {
            let resource = Resource::new("AWS::EC2::VPC");
            template.resources.insert("New".into(), Arc::new(resource));
        }
        (2, _) => {
            template.sections.insert("Description".to_owned(), new);
        }
        (3, _) => {
            if let Some(at) = nth(template.sections.len(), choice) {
                template.sections.shift_remove_index(at);
            }
        }
        (_, Some(name)) => {
            let Some(resource) = template.resources.get_mut(&name).map(Arc::make_mut) else {
                return;
            };
            let path = inside(resource, choice);
            match way {
                4 => {
                    resource.remove(&path);
                }
                5 => {
                    resource.set(&path.key("New"), new);
                }
                _ => {
                    resource.set(&path, new);
                }
            }
        }
    }
}

fn nth(count: usize, choice: usize) -> Option<usize> {
    choice.checked_rem(count)
}

/// The path of something inside the properties of a resource.
fn inside(resource: &Resource, choice: usize) -> PropertyPath {
    let mut path = PropertyPath::root();
    let mut choice = choice;
    let mut value = resource.attribute("Properties");
    while let Some(at) = value {
        let count = match at {
            Value::List(list) => list.len(),
            Value::Map(map) => map.len(),
            Value::Function(_) => 1,
            _ => 0,
        };
        // Sometimes the whole of a list or mapping.
        if !path.is_root() && choice.is_multiple_of(5) {
            break;
        }
        let Some(place) = nth(count, choice) else {
            break;
        };
        choice /= 3;
        (path, value) = match at {
            Value::List(list) => (path.index(place), list.get(place)),
            Value::Map(map) => match map.get_index(place) {
                Some((key, value)) => (path.key(key), Some(value)),
                None => break,
            },
            Value::Function(call) => (path.key(call.name.as_str()), Some(&call.argument)),
            _ => break,
        };
    }
    path
}

/// Both formats say the same in the same order.
fn check_formats(template: &Template) {
    let said = ordered(&plain(template.to_value()));
    for format in [Format::Json, Format::Yaml] {
        let text = convert(template, format);
        let again = read(&text);
        let again = again.unwrap_or_else(|why| panic!("unreadable when converted: {why}\n{text}"));
        assert_eq!(
            ordered(&plain(again.template.to_value())),
            said,
            "converted to something else\n{text}"
        );
    }
}

/// It can be drawn and judged, saved with its drawing, and exported without.
fn check_design(text: &str) {
    let Ok(opened) = open(text) else { return };
    let document = opened.document;
    let _ = analyze(&document, &Schemas::default());
    let _ = picture(&project(&document));
    let mut session = Session::new(document.clone());
    if let Ok(change) = arrange(&document) {
        assert!(session.commit(change).is_ok(), "arranging is stale");
    }
    let saved = save(session.document());
    let again = open(&saved);
    let again = again.unwrap_or_else(|why| panic!("unreadable when saved: {why}\n{saved}"));
    assert_eq!(save(&again.document), saved, "saved twice, and different");
    assert_eq!(export(session.document()), export(&document));
    session.undo();
    assert_eq!(save(session.document()), save(&document));
}

/// A value whose calls are mappings as JSON has them, `Fn::GetAtt` with a list.
fn plain(value: Value) -> Value {
    let map = match value {
        Value::List(list) => return Value::List(list.into_iter().map(plain).collect()),
        Value::Function(call) => {
            let argument = match (call.name, call.argument) {
                (FunctionName::GetAtt, Value::Text(text)) => match text.split_once('.') {
                    Some((name, attribute)) => Value::List(vec![name.into(), attribute.into()]),
                    None => Value::Text(text),
                },
                (_, argument) => argument,
            };
            return Value::Map([(call.name.as_str().to_owned(), plain(argument))].into());
        }
        Value::Map(map) => map,
        other => return other,
    };
    match map.get_index(0) {
        // A mapping that an edit left with one key is a call when it is read.
        Some((key, _)) if map.len() == 1 && key == FunctionName::GetAtt.as_str() => {
            let argument = map.into_values().next().unwrap_or(Value::Null);
            match argument {
                Value::Text(_) => plain(Value::function(FunctionName::GetAtt, argument)),
                other => {
                    Value::Map([(FunctionName::GetAtt.as_str().to_owned(), plain(other))].into())
                }
            }
        }
        _ => Value::Map(
            map.into_iter()
                .map(|(key, value)| (key, plain(value)))
                .collect(),
        ),
    }
}

/// A value as a text that shows the order of its keys.
fn ordered(value: &Value) -> String {
    match value {
        Value::Map(map) => {
            let entries = map.iter();
            let entries = entries.map(|(key, value)| format!("{key:?}:{},", ordered(value)));
            format!("{{{}}}", entries.collect::<String>())
        }
        Value::List(list) => {
            let elements = list.iter().map(|value| ordered(value) + ",");
            format!("[{}]", elements.collect::<String>())
        }
        other => format!("{other:?}"),
    }
}
