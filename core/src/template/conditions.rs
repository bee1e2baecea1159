//! Whether conditions hold, and what `Fn::If` chooses by them. A condition may
//! be open: what rests on a parameter without a value.
//!
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html>

use super::{Evaluated, Evaluator, Function, FunctionName, Resource, Unknown, Value};

/// How many conditions `Fn::And` and `Fn::Or` take.
const OPERANDS: std::ops::RangeInclusive<usize> = 2..=10;

impl Evaluator<'_> {
    pub(super) fn choice(&self, argument: &Value) -> Evaluated {
        let Some([Value::Text(condition), then, otherwise]) = argument.as_list() else {
            return Evaluated::Unknown(Unknown::Form(FunctionName::If));
        };
        match self.condition(condition) {
            Ok(true) => self.evaluate(then),
            Ok(false) => self.evaluate(otherwise),
            Err(why) => Evaluated::Unknown(why),
        }
    }

    /// Whether a condition of the template holds.
    pub fn condition(&self, name: &str) -> Result<bool, Unknown> {
        let conditions = self.template.sections.get("Conditions");
        let Some(value) = conditions.and_then(|section| section.as_map()?.get(name)) else {
            return Err(match conditions {
                Some(Value::Function(_)) => Unknown::Macro,
                _ => Unknown::Missing(name.to_owned()),
            });
        };
        match self.evaluate(value) {
            Evaluated::Known(value) => value
                .as_bool()
                .ok_or_else(|| Unknown::Condition(name.to_owned())),
            Evaluated::Unknown(why) => Err(why),
            _ => Err(Unknown::Condition(name.to_owned())),
        }
    }

    pub(super) fn holds(&self, function: &Function) -> Result<bool, Unknown> {
        let form = || Unknown::Form(function.name);
        let list = || function.argument.as_list().ok_or_else(form);
        match function.name {
            FunctionName::Condition => {
                self.condition(function.argument.as_text().ok_or_else(form)?)
            }
            FunctionName::Equals => {
                let [left, right] = list()? else {
                    return Err(form());
                };
                Ok(self.comparable(left)? == self.comparable(right)?)
            }
            FunctionName::Not => {
                let [value] = list()? else { return Err(form()) };
                Ok(!self.truth(value, function.name)?)
            }
            // A definite answer of one element settles it, whatever is open.
            FunctionName::And | FunctionName::Or => {
                let settles = function.name == FunctionName::Or;
                let operands = list()?;
                if !OPERANDS.contains(&operands.len()) {
                    return Err(form());
                }
                let mut open = None;
                for value in operands {
                    match self.truth(value, function.name) {
                        Ok(truth) if truth == settles => return Ok(settles),
                        Ok(_) => {}
                        Err(why) => open = open.or(Some(why)),
                    }
                }
                open.map_or(Ok(!settles), Err)
            }
            _ => Err(form()),
        }
    }

    /// A side of `Fn::Equals`. Scalars are compared as texts, so that `true`
    /// equals `"true"`; upper and lower case differ.
    fn comparable(&self, value: &Value) -> Result<Value, Unknown> {
        let value = self.plain(value)?;
        Ok(match value.as_scalar_text() {
            Some(text) => Value::Text(text),
            None => value,
        })
    }

    fn truth(&self, value: &Value, inside: FunctionName) -> Result<bool, Unknown> {
        match self.evaluate(value) {
            Evaluated::Known(value) => value.as_bool().ok_or(Unknown::Form(inside)),
            Evaluated::Unknown(why) => Err(why),
            _ => Err(Unknown::Form(inside)),
        }
    }

    /// Whether a resource is made: its condition holds, or it has none.
    pub fn is_made(&self, resource: &Resource) -> Result<bool, Unknown> {
        match resource.attribute("Condition").and_then(Value::as_text) {
            Some(name) => self.condition(name),
            None => Ok(true),
        }
    }
}
