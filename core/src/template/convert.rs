//! A template in the other format: the same values in the same order, the
//! text new. Comments have no place in JSON and are not carried over.

use super::function::normalize;
use super::yaml::{Style, fresh_yaml};
use super::{Format, FunctionName, Map, Template, Value, pretty};

/// The whole template as fresh text in a format.
///
/// JSON knows `Fn::GetAtt` with a list only, so that `Fn::GetAtt: A.B` becomes
/// one there
/// (<https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-getatt.html>);
/// nothing else is altered.
pub fn convert(template: &Template, format: Format) -> String {
    let mut value = template.to_value();
    normalize(&mut value);
    match format {
        Format::Json => pretty(&with_lists(value)) + "\n",
        Format::Yaml => fresh_yaml(&value, Style::default()),
    }
}

/// A value whose calls of `Fn::GetAtt` have lists.
fn with_lists(value: Value) -> Value {
    match value {
        Value::List(list) => Value::List(list.into_iter().map(with_lists).collect()),
        Value::Map(map) => {
            let entries = map.into_iter().map(|(key, value)| (key, with_lists(value)));
            Value::Map(entries.collect::<Map>())
        }
        Value::Function(call) => {
            let argument = match (call.name, call.argument) {
                (FunctionName::GetAtt, Value::Text(text)) => match text.split_once('.') {
                    Some((name, attribute)) => Value::List(vec![name.into(), attribute.into()]),
                    None => Value::Text(text),
                },
                (_, argument) => with_lists(argument),
            };
            Value::function(call.name, argument)
        }
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::read;

    #[test]
    fn both_ways_say_the_same_in_the_same_order() {
        let yaml = "B: 1 # gone\nResources:\n  A:\n    Type: T\n    P: !GetAtt X.Y.Z\n    Q: {Fn::GetAtt: X.Y}\nA: 2\n";
        let json = convert(&read(yaml).unwrap().template, Format::Json);
        let words: Vec<_> = json.split_whitespace().collect();
        assert_eq!(
            words.join(" "),
            r#"{ "B": 1, "Resources": { "A": { "Type": "T", "P": { "Fn::GetAtt": ["X", "Y.Z"] }, "Q": { "Fn::GetAtt": ["X", "Y"] } } }, "A": 2 }"#
        );
        let back = convert(&read(&json).unwrap().template, Format::Yaml);
        assert_eq!(
            back,
            "B: 1\nResources:\n  A:\n    Type: T\n    P: !GetAtt X.Y.Z\n    Q: !GetAtt X.Y\nA: 2\n"
        );
    }
}
