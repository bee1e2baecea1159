//! A value in one short line, as people write it by hand: `!Ref Vpc`,
//! `[a, b]`, `{Key: Name}`; and what a value comes to, in words. For reading
//! only: JSON is for writing.

use drawbridge_core::template::{Evaluated, Value};

/// A value in one line.
pub(super) fn compact(value: &Value) -> String {
    let mut text = String::new();
    write(value, &mut text);
    text
}

fn write(value: &Value, out: &mut String) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(truth) => out.push_str(if *truth { "true" } else { "false" }),
        Value::Number(number) => out.push_str(number.as_str()),
        Value::Text(text) if text.is_empty() => out.push_str("\"\""),
        Value::Text(text) => out.push_str(text),
        Value::List(list) => {
            out.push('[');
            for (place, element) in list.iter().enumerate() {
                if place > 0 {
                    out.push_str(", ");
                }
                write(element, out);
            }
            out.push(']');
        }
        Value::Map(map) => {
            out.push('{');
            for (place, (key, element)) in map.iter().enumerate() {
                if place > 0 {
                    out.push_str(", ");
                }
                out.push_str(key);
                out.push_str(": ");
                write(element, out);
            }
            out.push('}');
        }
        Value::Function(call) => {
            let name = call.name.as_str();
            out.push('!');
            out.push_str(name.strip_prefix("Fn::").unwrap_or(name));
            out.push(' ');
            match call.argument.as_list() {
                // The short form of an attribute is one text with a dot.
                Some([Value::Text(resource), Value::Text(attribute)]) if name == "Fn::GetAtt" => {
                    out.push_str(resource);
                    out.push('.');
                    out.push_str(attribute);
                }
                _ => write(&call.argument, out),
            }
        }
    }
}

/// What a value comes to, as the end of a sentence about it.
pub(super) fn outcome(evaluated: &Evaluated) -> String {
    match evaluated {
        Evaluated::Known(value) => format!("comes to {}", compact(value)),
        Evaluated::Resource {
            id,
            attribute: None,
        } => format!("stands for {id}"),
        Evaluated::Resource {
            id,
            attribute: Some(attribute),
        } => {
            format!("{attribute} of {id}, known after deployment")
        }
        Evaluated::Absent => "comes to nothing: the property is left out".to_owned(),
        Evaluated::Unknown(why) => format!("open: {why}"),
    }
}

#[cfg(test)]
mod tests {
    use drawbridge_core::template::{FunctionName, Map, Unknown};

    use super::*;

    #[test]
    fn functions_are_written_short() {
        let zones = Value::function(FunctionName::GetAZs, "".into());
        let zone = Value::function(FunctionName::Select, vec![0.into(), zones].into());
        assert_eq!(compact(&zone), "!Select [0, !GetAZs \"\"]");
        assert_eq!(
            compact(&Value::attribute("Web", "PrivateIp")),
            "!GetAtt Web.PrivateIp"
        );
        assert_eq!(compact(&Value::reference("AdminCidr")), "!Ref AdminCidr");
    }

    #[test]
    fn mappings_and_lists_keep_their_order() {
        let tag = Map::from_iter([
            ("Key".to_owned(), "Name".into()),
            ("On".to_owned(), true.into()),
        ]);
        assert_eq!(
            compact(&vec![tag.into(), Value::Null].into()),
            "[{Key: Name, On: true}, null]"
        );
    }

    #[test]
    fn an_open_value_says_why() {
        let why = Evaluated::Unknown(Unknown::Parameter("AdminCidr".to_owned()));
        assert_eq!(outcome(&why), "open: parameter AdminCidr has no default");
    }
}
