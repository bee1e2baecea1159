//! What parameters come to: the value that a variant sets, else the default.
//! Whether a value is allowed is judged elsewhere.
//!
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html>

use super::{Assumed, Evaluated, Evaluator, Map, Unknown, Value};

impl Evaluator<'_> {
    /// What a parameter comes to; `None` if there is none of this name.
    pub(super) fn parameter(&self, name: &str) -> Option<Evaluated> {
        let declarations = self.template.sections.get("Parameters")?;
        let declaration = declarations.as_map()?.get(name)?.as_map()?;
        Some(self.parameter_value(name, declaration))
    }

    fn parameter_value(&self, name: &str, declaration: &Map) -> Evaluated {
        let kind = declaration.get("Type").and_then(Value::as_text);
        let kind = kind.unwrap_or("String");
        // What the template names is where AWS finds the value.
        // https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-supplied-parameter-types.html
        if kind.starts_with("AWS::SSM::Parameter::Value") {
            return Evaluated::Unknown(Unknown::Lookup(name.to_owned()));
        }
        let given = self.setting.parameters.get(name);
        let value = match (given, declaration.get("Default")) {
            (Some(text), _) => Value::from(text.as_str()),
            // A default is no place for functions.
            (None, None | Some(Value::Function(_))) => {
                return Evaluated::Unknown(Unknown::Parameter(name.to_owned()));
            }
            (None, Some(default)) => default.clone(),
        };
        let text = value.as_scalar_text();
        if !self.spend(text.as_ref().map_or(0, String::len)) {
            return Evaluated::Unknown(Unknown::Circle);
        }
        let is_hidden = declaration.get("NoEcho").and_then(Value::as_bool) == Some(true);
        self.assume(Assumed::Parameter {
            name: name.to_owned(),
            value: text.clone().filter(|_| !is_hidden),
            variant: given.and(self.setting.variant.clone()),
        });
        match text {
            Some(text) if is_list(kind) => {
                let elements = text.split(',').map(|element| Value::from(element.trim()));
                Evaluated::Known(Value::List(elements.collect()))
            }
            _ => Evaluated::Known(value),
        }
    }
}

/// Whether values of a type are lists, written as texts with commas.
pub(super) fn is_list(kind: &str) -> bool {
    kind == "CommaDelimitedList" || kind.starts_with("List<")
}
