//! Which conditions and mappings a value names. Knows not whether they are there.

use super::{FunctionName, PropertyPath, Step, Value};

/// A place where a value names an entry of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// The section: `Conditions` or `Mappings`.
    pub section: &'static str,
    /// The entry's name.
    pub name: String,
    /// Where the function stands, from the value that was searched.
    pub path: PropertyPath,
}

impl Named {
    /// A condition that is named at a place.
    pub fn condition(name: &str, path: PropertyPath) -> Self {
        Self {
            section: "Conditions",
            name: name.to_owned(),
            path,
        }
    }
}

/// Every condition that `Fn::If` names, or that a condition consists of, and
/// every mapping that `Fn::FindInMap` names, in the order of the text. Names that
/// are themselves worked out are not among them.
///
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html>
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-findinmap.html>
pub fn named_in_sections(value: &Value) -> Vec<Named> {
    let mut found = Vec::new();
    collect(value, &mut Vec::new(), false, &mut found);
    found
}

/// `of_logic` says whether the value is an operand of `Fn::And`, `Fn::Or` or
/// `Fn::Not`: elsewhere, `Condition` may be a property's name.
fn collect(value: &Value, way: &mut Vec<Step>, of_logic: bool, found: &mut Vec<Named>) {
    match value {
        Value::List(list) => {
            for (index, element) in list.iter().enumerate() {
                way.push(Step::Index(index));
                collect(element, way, of_logic, found);
                way.pop();
            }
        }
        Value::Map(map) => {
            for (key, element) in map {
                way.push(Step::Key(key.clone()));
                collect(element, way, false, found);
                way.pop();
            }
        }
        Value::Function(call) => {
            let first = || call.argument.as_list()?.first()?.as_text();
            let named = match call.name {
                FunctionName::If => first().map(|name| ("Conditions", name)),
                FunctionName::FindInMap => first().map(|name| ("Mappings", name)),
                FunctionName::Condition if of_logic => {
                    call.argument.as_text().map(|name| ("Conditions", name))
                }
                _ => None,
            };
            found.extend(named.map(|(section, name)| Named {
                section,
                name: name.to_owned(),
                path: way.iter().cloned().collect(),
            }));
            let of_logic = matches!(
                call.name,
                FunctionName::And | FunctionName::Or | FunctionName::Not
            );
            way.push(Step::Key(call.name.as_str().to_owned()));
            collect(&call.argument, way, of_logic, found);
            way.pop();
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::read;

    #[test]
    fn conditions_and_mappings_are_named_by_functions_and_not_by_properties() {
        let text = "Resources: {}\nX:\n  A: !If [One, !FindInMap [Map, !Ref B, c], {Condition: No}]\n  B: !Not [!Condition Two]\n  C: !If [!Ref A, b, c]\n";
        let template = read(text).unwrap().template;
        let named = named_in_sections(&template.sections["X"]);
        let said: Vec<_> = named
            .iter()
            .map(|it| format!("{} {} {}", it.section, it.name, it.path))
            .collect();
        assert_eq!(
            said,
            [
                "Conditions One A",
                "Mappings Map A.Fn::If.1",
                "Conditions Two B.Fn::Not.0"
            ]
        );
    }
}
