//! Which values name other things, and renaming them.

use super::{Function, FunctionName, LogicalId, Map, PropertyPath, Template, Value};

/// A place where a value names a resource, parameter or pseudo parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The name.
    pub name: String,
    /// The attribute, for `Fn::GetAtt` and `${Name.Attribute}`.
    pub attribute: Option<String>,
    /// Where the function stands, from the value that was searched.
    pub path: PropertyPath,
}

/// Every name that a value refers to by `Ref`, `Fn::GetAtt` or `Fn::Sub`, in
/// the order of the text.
pub fn references(value: &Value) -> Vec<Reference> {
    let mut found = Vec::new();
    collect(value, &PropertyPath::root(), &mut found);
    found
}

fn collect(value: &Value, path: &PropertyPath, found: &mut Vec<Reference>) {
    match value {
        Value::List(list) => {
            for (index, element) in list.iter().enumerate() {
                collect(element, &path.index(index), found);
            }
        }
        Value::Map(map) => {
            for (key, element) in map {
                collect(element, &path.key(key), found);
            }
        }
        Value::Function(function) => {
            for (name, attribute) in function.names() {
                found.push(Reference {
                    name,
                    attribute,
                    path: path.clone(),
                });
            }
            collect(&function.argument, &path.key(function.name.as_str()), found);
        }
        _ => {}
    }
}

impl Function {
    /// The names that this call itself refers to, with the attribute asked
    /// for; arguments that are calls are not looked into.
    pub fn names(&self) -> Vec<(String, Option<String>)> {
        match (self.name, &self.argument) {
            (FunctionName::Ref, Value::Text(name)) => vec![(name.clone(), None)],
            (FunctionName::GetAtt, argument) => {
                let pair = get_att(argument);
                pair.map(|(name, attribute)| (name, Some(attribute)))
                    .into_iter()
                    .collect()
            }
            (FunctionName::Sub, argument) => {
                let (text, own) = sub_parts(argument);
                let places = text.map(sub_places).unwrap_or_default();
                let foreign = places
                    .into_iter()
                    .filter(|name| own.is_none_or(|own| !own.contains_key(*name)));
                foreign
                    .map(|place| match place.split_once('.') {
                        Some((name, attribute)) => (name.to_owned(), Some(attribute.to_owned())),
                        None => (place.to_owned(), None),
                    })
                    .collect()
            }
            _ => Vec::new(),
        }
    }
}

/// Name and attribute of a `Fn::GetAtt`'s argument, written as a list or as
/// `Name.Attribute`. An attribute that is itself a function is left open.
pub(super) fn get_att(argument: &Value) -> Option<(String, String)> {
    match argument {
        Value::Text(text) => {
            let (name, attribute) = text.split_once('.')?;
            Some((name.to_owned(), attribute.to_owned()))
        }
        Value::List(list) => {
            let (name, attribute) = list.split_first()?;
            let attribute = attribute
                .iter()
                .map(Value::as_text)
                .collect::<Option<Vec<_>>>()?;
            Some((name.as_text()?.to_owned(), attribute.join(".")))
        }
        _ => None,
    }
}

/// Text and own variables of a `Fn::Sub`'s argument.
pub(super) fn sub_parts(argument: &Value) -> (Option<&str>, Option<&Map>) {
    match argument {
        Value::Text(text) => (Some(text), None),
        Value::List(list) => (
            list.first().and_then(Value::as_text),
            list.get(1).and_then(Value::as_map),
        ),
        _ => (None, None),
    }
}

/// The names inside `${..}`, those of the literal `${!..}` left out.
fn sub_places(text: &str) -> Vec<&str> {
    let mut names = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find("${") {
        let Some(length) = rest[open..].find('}') else {
            break;
        };
        let name = &rest[open + 2..open + length];
        if !name.starts_with('!') {
            names.push(name.trim());
        }
        rest = &rest[open + length + 1..];
    }
    names
}

/// A value in which every reference to `old` names `new` instead.
pub fn rename_references(value: &Value, old: &LogicalId, new: &LogicalId) -> Value {
    match value {
        Value::List(list) => Value::List(
            list.iter()
                .map(|it| rename_references(it, old, new))
                .collect(),
        ),
        Value::Map(map) => Value::Map(
            map.iter()
                .map(|(key, it)| (key.clone(), rename_references(it, old, new)))
                .collect(),
        ),
        Value::Function(function) => {
            let argument = rename_argument(function, old, new);
            Value::function(function.name, rename_references(&argument, old, new))
        }
        _ => value.clone(),
    }
}

fn rename_argument(function: &Function, old: &LogicalId, new: &LogicalId) -> Value {
    let (old, new) = (old.as_str(), new.as_str());
    match (function.name, &function.argument) {
        (FunctionName::Ref, Value::Text(name)) if name == old => Value::from(new),
        (FunctionName::GetAtt, Value::Text(text)) => match text.split_once('.') {
            Some((name, attribute)) if name == old => Value::from(format!("{new}.{attribute}")),
            _ => function.argument.clone(),
        },
        (FunctionName::GetAtt, Value::List(list)) => {
            let mut list = list.clone();
            if list.first().and_then(Value::as_text) == Some(old) {
                list[0] = Value::from(new);
            }
            Value::List(list)
        }
        (FunctionName::Sub, Value::Text(text)) => Value::from(rename_in_sub(text, old, new)),
        (FunctionName::Sub, Value::List(list)) => {
            let own = list.get(1).and_then(Value::as_map);
            let mut list = list.clone();
            if own.is_none_or(|own| !own.contains_key(old))
                && let Some(Value::Text(text)) = list.first()
            {
                list[0] = Value::from(rename_in_sub(text, old, new));
            }
            Value::List(list)
        }
        _ => function.argument.clone(),
    }
}

fn rename_in_sub(text: &str, old: &str, new: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find("${") {
        let Some(length) = rest[open..].find('}') else {
            break;
        };
        let place = &rest[open + 2..open + length];
        out.push_str(&rest[..open + 2]);
        let (name, tail) = place.split_at(place.find('.').unwrap_or(place.len()));
        out.push_str(if name.trim() == old { new } else { name });
        out.push_str(tail);
        out.push('}');
        rest = &rest[open + length + 1..];
    }
    out + rest
}

/// A value without the references to a name: `None` if the value itself is
/// one. Elements of lists and entries of mappings that are one go with it.
pub fn without_references(value: &Value, name: &LogicalId) -> Option<Value> {
    match value {
        Value::List(list) => {
            let kept: Vec<_> = list
                .iter()
                .filter_map(|it| without_references(it, name))
                .collect();
            // A list that held nothing else is a property that said nothing else.
            (!kept.is_empty() || list.is_empty()).then_some(Value::List(kept))
        }
        Value::Map(map) => {
            let kept: Map = map
                .iter()
                .filter_map(|(key, it)| Some((key.clone(), without_references(it, name)?)))
                .collect();
            (!kept.is_empty() || map.is_empty()).then_some(Value::Map(kept))
        }
        Value::Function(function) => {
            if function.names().iter().any(|(it, _)| it == name.as_str()) {
                return None;
            }
            let inside = references(&function.argument);
            (!inside.iter().any(|it| it.name == name.as_str())).then(|| value.clone())
        }
        _ => Some(value.clone()),
    }
}

impl Template {
    /// Every place outside of `id` itself that refers to it: the resource and
    /// the path inside its properties. Outputs and `DependsOn` are not here.
    pub fn referrers(&self, id: &LogicalId) -> Vec<(&LogicalId, Reference)> {
        let others = self.resources.iter().filter(|(other, _)| *other != id);
        let mut found = Vec::new();
        for (other, resource) in others {
            let Some(properties) = resource.attribute("Properties") else {
                continue;
            };
            let matching = references(properties)
                .into_iter()
                .filter(|it| it.name == id.as_str());
            found.extend(matching.map(|reference| (other, reference)));
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::{pretty, read};

    fn value(text: &str) -> Value {
        let text = format!("{{\"Resources\": {{}}, \"X\": {text}}}");
        read(&text).unwrap().template.sections["X"].clone()
    }

    #[test]
    fn every_form_of_reference_is_renamed() {
        let before = value(
            r#"[{"Ref": "A"}, {"Fn::GetAtt": "A.Arn"}, {"Fn::GetAtt": ["A", "Arn"]},
                {"Fn::Sub": "${A}-${A.Arn}-${!A}-${AB}"}, {"Fn::Sub": ["${A}", {"A": 1}]}, "A"]"#,
        );
        let after = value(
            r#"[{"Ref": "B"}, {"Fn::GetAtt": "B.Arn"}, {"Fn::GetAtt": ["B", "Arn"]},
                {"Fn::Sub": "${B}-${B.Arn}-${!A}-${AB}"}, {"Fn::Sub": ["${A}", {"A": 1}]}, "A"]"#,
        );
        assert_eq!(rename_references(&before, &"A".into(), &"B".into()), after);
        let names: Vec<_> = references(&after).into_iter().map(|it| it.name).collect();
        assert_eq!(names, ["B", "B", "B", "B", "B", "AB"]);
    }

    #[test]
    fn what_only_names_a_removed_resource_goes() {
        let before = value(r#"{"A": {"Ref": "X"}, "B": [{"Ref": "X"}, {"Ref": "Y"}], "C": []}"#);
        let after = value(r#"{"B": [{"Ref": "Y"}], "C": []}"#);
        assert_eq!(
            without_references(&before, &"X".into()),
            Some(after.clone())
        );
        assert!(!pretty(&after).contains('X'));
    }
}
