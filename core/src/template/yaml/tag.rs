//! Tags of YAML: `CloudFormation`'s short forms and YAML's own types. Knows no
//! places.
//!
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html>

use granit_parser::Tag;

use crate::template::{FunctionName, Value};

/// What a tag says of the value behind it.
pub(super) enum Meaning {
    /// The value is a text, however it is written.
    Text,
    /// The value is typed as if it had no quotes.
    Typed,
    /// The tag says what can be seen anyway.
    Nothing,
    /// A type of YAML that templates do not have.
    Foreign,
    /// The short form of a call.
    Call(FunctionName),
    /// A short form that is not known, by the key of its long form.
    Unknown(String),
}

/// What a tag means.
pub(super) fn meaning(tag: &Tag) -> Meaning {
    if let Some(core) = tag.core_suffix() {
        return match core {
            "str" | "timestamp" => Meaning::Text,
            "int" | "float" | "bool" | "null" => Meaning::Typed,
            "map" | "seq" => Meaning::Nothing,
            _ => Meaning::Foreign,
        };
    }
    let name = match tag.original() {
        written if written == "!" => return Meaning::Text,
        written => written.trim_start_matches('!').to_owned(),
    };
    let key = long_key(&name);
    match FunctionName::from_key(&key) {
        Some(function) => Meaning::Call(function),
        None => Meaning::Unknown(key),
    }
}

/// The key of the long form: `Fn::Sub` for `Sub`, and `Ref` for `Ref`.
fn long_key(name: &str) -> String {
    match name {
        "Ref" | "Condition" => name.to_owned(),
        _ if name.starts_with("Fn::") => name.to_owned(),
        _ => format!("Fn::{name}"),
    }
}

/// The short form of a call's name, `!` included.
pub(super) fn short(name: FunctionName) -> String {
    let key = name.as_str();
    format!("!{}", key.strip_prefix("Fn::").unwrap_or(key))
}

/// The value of a scalar behind a short form: a text, whatever it looks like,
/// and for `!GetAtt a.b` the pair that the long form writes.
pub(super) fn argument(name: Option<FunctionName>, text: &str) -> Value {
    if name == Some(FunctionName::GetAtt)
        && let Some((resource, attribute)) = text.split_once('.')
        && !resource.is_empty()
    {
        return Value::List(vec![resource.into(), attribute.into()]);
    }
    Value::from(text)
}

/// The scalar that a short form writes an argument as, if it can: what
/// [`argument`] reads back.
pub(super) fn scalar_argument(name: FunctionName, value: &Value) -> Option<String> {
    let text = match value {
        Value::Text(text) => text.clone(),
        Value::List(pair) if name == FunctionName::GetAtt => match pair.as_slice() {
            [Value::Text(resource), Value::Text(attribute)] => format!("{resource}.{attribute}"),
            _ => return None,
        },
        _ => return None,
    };
    (argument(Some(name), &text) == *value).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_function_has_a_short_form_that_means_it() {
        for name in FunctionName::ALL {
            let short = short(*name);
            assert_eq!(long_key(short.trim_start_matches('!')), name.as_str());
        }
    }

    #[test]
    fn an_attribute_is_a_pair_and_written_with_a_dot() {
        let name = FunctionName::GetAtt;
        let pair = Value::List(vec!["Db".into(), "Endpoint.Address".into()]);
        assert_eq!(argument(Some(name), "Db.Endpoint.Address"), pair);
        assert_eq!(
            scalar_argument(name, &pair).as_deref(),
            Some("Db.Endpoint.Address")
        );
        assert_eq!(scalar_argument(name, &"a.b".into()), None);
        assert_eq!(
            scalar_argument(FunctionName::Sub, &"a.b".into()).as_deref(),
            Some("a.b")
        );
    }
}
