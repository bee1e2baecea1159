//! Names in what entries write: `<self>`, `<from>` and `<to>` become the names of
//! those who take part, `<to:VpcId>` the name that a property of theirs says.

use crate::template::{LogicalId, Map, Resource, Value, value_of_json};

/// One who takes part in what is written.
pub(super) struct Part<'a> {
    /// What it is called in an entry, between `<` and `>`, such as `to`.
    pub(super) token: &'static str,
    /// Its name.
    pub(super) id: &'a LogicalId,
    /// Itself, as far as it is written.
    pub(super) resource: Option<&'a Resource>,
}

/// An object that an entry writes; without the properties whose names cannot
/// be told.
pub(super) fn object(text: &str, parts: &[Part<'_>]) -> Map {
    match value_of_json(text) {
        Some(Value::Map(map)) => filled(&map, parts),
        _ => Map::new(),
    }
}

/// Properties with names for tokens; those that cannot be told are left out.
pub(super) fn filled(properties: &Map, parts: &[Part<'_>]) -> Map {
    let known = properties
        .iter()
        .filter_map(|(key, value)| Some((key.clone(), named(value, parts)?)));
    known.collect()
}

/// A text that is written along with a name, as what it says: an attribute of
/// who is named, an object, a list, a whole number, or itself.
pub(super) fn said(text: &str, whose: &LogicalId, parts: &[Part<'_>]) -> Option<Value> {
    if let Some(attribute) = text.strip_prefix('@') {
        return Some(Value::attribute(whose.as_str(), attribute));
    }
    let is_json = text.starts_with(['{', '[']);
    let is_number = !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
    let value = (is_json || is_number)
        .then(|| value_of_json(text))
        .flatten();
    named(&value.unwrap_or_else(|| text.into()), parts)
}

/// A value with names for tokens; `None` if one cannot be told.
pub(super) fn named(value: &Value, parts: &[Part<'_>]) -> Option<Value> {
    Some(match value {
        Value::Text(text) => Value::Text(in_text(text, parts)?),
        Value::List(list) => {
            let list = list.iter().map(|it| named(it, parts));
            Value::List(list.collect::<Option<_>>()?)
        }
        Value::Map(map) => {
            let map = map
                .iter()
                .map(|(key, it)| Some((key.clone(), named(it, parts)?)));
            Value::Map(map.collect::<Option<_>>()?)
        }
        Value::Function(call) => Value::function(call.name, named(&call.argument, parts)?),
        _ => value.clone(),
    })
}

fn in_text(text: &str, parts: &[Part<'_>]) -> Option<String> {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        let token = after.split_once('>').and_then(|(token, tail)| {
            let part = |name| parts.iter().find(|part| part.token == name);
            if let Some(part) = part(token) {
                return Some((part, None, tail));
            }
            let (name, property) = token.split_once(':')?;
            Some((part(name)?, Some(property), tail))
        });
        let Some((part, property, tail)) = token else {
            out.push('<');
            rest = after;
            continue;
        };
        match property {
            Some(property) => out.push_str(&name_in(part.resource?, property)?),
            None => out.push_str(part.id.as_str()),
        }
        rest = tail;
    }
    out.push_str(rest);
    Some(out)
}

/// The name that a property says.
fn name_in(resource: &Resource, property: &str) -> Option<String> {
    let value = resource.get(&property.into())?;
    let names = value.as_function()?.names();
    names.into_iter().next().map(|(name, _)| name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::pretty;

    fn filled_in(text: &str) -> Option<String> {
        let api = Value::reference("Shop");
        let properties = Map::from_iter([("ApiId".to_owned(), api), ("Port".to_owned(), 1.into())]);
        let stage = Resource::with_properties("Stage", properties);
        let (from, to) = ("Hook".into(), "Live".into());
        let kind = "AWS::IAM::Role".into();
        let part = |token, id, resource| Part {
            token,
            id,
            resource,
        };
        let parts = [
            part("from", &from, None),
            part("to", &to, Some(&stage)),
            part("AWS::IAM::Role", &kind, None),
        ];
        let value = named(&value_of_json(text).unwrap(), &parts)?;
        Some(pretty(&value).split_whitespace().collect())
    }

    #[test]
    fn tokens_become_names_wherever_a_name_stands() {
        assert_eq!(
            filled_in(r#"[{"Ref":"<to>"},{"Fn::Sub":"${<to:ApiId>.Arn}/${<to>}/<from>"},"<AWS::IAM::Role>","a<b"]"#).unwrap(),
            r#"[{"Ref":"Live"},{"Fn::Sub":"${Shop.Arn}/${Live}/Hook"},"AWS::IAM::Role","a<b"]"#
        );
    }

    #[test]
    fn a_name_that_no_property_says_is_not_made_up() {
        assert_eq!(filled_in(r#"{"Ref":"<to:Port>"}"#), None);
        assert_eq!(filled_in(r#"{"Ref":"<from:ApiId>"}"#), None);
        let parts: [Part<'_>; 0] = [];
        let said = |text| said(text, &"Live".into(), &parts);
        assert_eq!(said("5"), Some(5.into()));
        assert_eq!(said("2.0"), Some("2.0".into()));
        assert_eq!(said("@Arn"), Some(Value::attribute("Live", "Arn")));
    }
}
