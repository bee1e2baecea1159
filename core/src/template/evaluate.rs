//! What a value comes to, as far as the template alone can tell.
//!
//! Parameters answer with the value set by the user, else their default.
//! What only a deployment can tell stays unknown, with the reason.

use std::cell::Cell;

use indexmap::IndexMap;

use super::references::get_att;
use super::{
    Function, FunctionName, LogicalId, Map, PropertyPath, Resource, Template, Unknown, Value,
};

/// What a value comes to.
#[derive(Clone, Debug, PartialEq)]
pub enum Evaluated {
    /// A value without functions of its own. Lists and mappings are known as
    /// such; functions inside them are evaluated element by element.
    Known(Value),
    /// A resource of this template, by `Ref` or by an attribute.
    Resource {
        /// Its name.
        id: LogicalId,
        /// The attribute; `None` for `Ref`.
        attribute: Option<String>,
    },
    /// `AWS::NoValue`, or nothing there.
    Absent,
    /// It cannot be told.
    Unknown(Unknown),
}

/// What a template leaves to the one who deploys it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setting {
    /// The region, such as `ap-northeast-2`.
    pub region: String,
    /// The account's number.
    pub account: String,
    /// Values of parameters, in place of their defaults.
    pub parameters: IndexMap<String, String>,
}

impl Default for Setting {
    fn default() -> Self {
        Self {
            region: "us-east-1".to_owned(),
            account: "123456789012".to_owned(),
            parameters: IndexMap::new(),
        }
    }
}

/// How deep functions are followed: a bound on the stack.
const MAX_DEPTH: usize = 64;

/// How many functions one question may evaluate: a bound on time, since
/// conditions can name each other in a lattice.
const MAX_STEPS: usize = 20_000;

/// Evaluates values of one template.
#[derive(Debug)]
pub struct Evaluator<'a> {
    pub(super) template: &'a Template,
    pub(super) setting: &'a Setting,
    depth: Cell<usize>,
    steps: Cell<usize>,
}

impl<'a> Evaluator<'a> {
    /// An evaluator of a template under a setting.
    pub fn new(template: &'a Template, setting: &'a Setting) -> Self {
        Self {
            template,
            setting,
            depth: Cell::new(0),
            steps: Cell::new(0),
        }
    }

    /// The template.
    pub fn template(&self) -> &'a Template {
        self.template
    }

    /// What a value comes to.
    pub fn evaluate(&self, value: &Value) -> Evaluated {
        let Value::Function(function) = value else {
            return Evaluated::Known(value.clone());
        };
        if self.depth.get() == 0 {
            self.steps.set(0);
        }
        self.steps.set(self.steps.get() + 1);
        if self.depth.get() >= MAX_DEPTH || self.steps.get() > MAX_STEPS {
            return Evaluated::Unknown(Unknown::Circle);
        }
        self.depth.set(self.depth.get() + 1);
        let answer = self.call(function);
        self.depth.set(self.depth.get() - 1);
        answer
    }

    fn call(&self, function: &Function) -> Evaluated {
        let argument = &function.argument;
        match function.name {
            FunctionName::Ref => match argument.as_text() {
                Some(name) => self.name(name),
                None => Evaluated::Unknown(Unknown::Form(FunctionName::Ref)),
            },
            FunctionName::GetAtt => match get_att(argument) {
                Some((name, attribute)) => self.attribute(&name, attribute),
                None => Evaluated::Unknown(Unknown::Form(FunctionName::GetAtt)),
            },
            FunctionName::If => self.choice(argument),
            FunctionName::Condition
            | FunctionName::And
            | FunctionName::Or
            | FunctionName::Not
            | FunctionName::Equals => match self.holds(function) {
                Ok(truth) => Evaluated::Known(Value::Bool(truth)),
                Err(why) => Evaluated::Unknown(why),
            },
            _ => self.intrinsic(function),
        }
    }

    fn name(&self, name: &str) -> Evaluated {
        let text = |text: &str| Evaluated::Known(Value::from(text));
        match name {
            "AWS::NoValue" => return Evaluated::Absent,
            "AWS::Region" => return text(&self.setting.region),
            "AWS::AccountId" => return text(&self.setting.account),
            "AWS::Partition" => return text(partition(&self.setting.region)),
            "AWS::URLSuffix" => return text(url_suffix(&self.setting.region)),
            "AWS::StackName" | "AWS::StackId" | "AWS::NotificationARNs" => {
                return Evaluated::Unknown(Unknown::Deployment(name.to_owned()));
            }
            _ => {}
        }
        if self.template.resources.contains_key(name) {
            return Evaluated::Resource {
                id: LogicalId::new(name),
                attribute: None,
            };
        }
        match self.parameter(name) {
            Some(declaration) => self.parameter_value(name, declaration),
            None => Evaluated::Unknown(Unknown::Missing(name.to_owned())),
        }
    }

    fn parameter(&self, name: &str) -> Option<&'a Map> {
        self.template
            .sections
            .get("Parameters")?
            .as_map()?
            .get(name)?
            .as_map()
    }

    fn parameter_value(&self, name: &str, declaration: &Map) -> Evaluated {
        let kind = declaration
            .get("Type")
            .and_then(Value::as_text)
            .unwrap_or("String");
        let given = self
            .setting
            .parameters
            .get(name)
            .map(|text| Value::from(text.as_str()));
        if kind.starts_with("AWS::SSM::Parameter::Value") {
            return Evaluated::Unknown(Unknown::Lookup(name.to_owned()));
        }
        let Some(value) = given.or_else(|| declaration.get("Default").cloned()) else {
            return Evaluated::Unknown(Unknown::Parameter(name.to_owned()));
        };
        if (kind == "CommaDelimitedList" || kind.starts_with("List<"))
            && let Some(text) = value.as_scalar_text()
        {
            let elements = text.split(',').map(|element| Value::from(element.trim()));
            return Evaluated::Known(Value::List(elements.collect()));
        }
        Evaluated::Known(value)
    }

    fn choice(&self, argument: &Value) -> Evaluated {
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
        let conditions = self
            .template
            .sections
            .get("Conditions")
            .and_then(Value::as_map);
        let Some(value) = conditions.and_then(|map| map.get(name)) else {
            return Err(Unknown::Missing(name.to_owned()));
        };
        match self.evaluate(value) {
            Evaluated::Known(value) => value
                .as_bool()
                .ok_or_else(|| Unknown::Condition(name.to_owned())),
            Evaluated::Unknown(why) => Err(why),
            _ => Err(Unknown::Condition(name.to_owned())),
        }
    }

    fn holds(&self, function: &Function) -> Result<bool, Unknown> {
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
                let side = |value| match self.evaluate(value) {
                    Evaluated::Known(value) => value.as_scalar_text().ok_or_else(form),
                    Evaluated::Unknown(why) => Err(why),
                    _ => Err(form()),
                };
                Ok(side(left)? == side(right)?)
            }
            FunctionName::Not => {
                let [value] = list()? else { return Err(form()) };
                Ok(!self.truth(value, function.name)?)
            }
            // A definite answer of one element settles it, whatever is open.
            FunctionName::And | FunctionName::Or => {
                let settles = function.name == FunctionName::Or;
                let mut open = None;
                for value in list()? {
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

    /// What a property of a resource comes to. Functions on the way, such as
    /// an `Fn::If` around a mapping, are evaluated.
    pub fn property(&self, resource: &Resource, path: &PropertyPath) -> Evaluated {
        let Some(properties) = resource.attribute("Properties") else {
            return Evaluated::Absent;
        };
        // Most of the way leads through plain values: copying none of them.
        let mut plain = properties;
        let mut steps = path.steps();
        while let ([step, rest @ ..], false) = (steps, matches!(plain, Value::Function(_))) {
            let Some(inside) = plain.child(step) else {
                return Evaluated::Absent;
            };
            (plain, steps) = (inside, rest);
        }
        let mut at = self.evaluate(plain);
        for step in steps {
            let Evaluated::Known(value) = &at else {
                return at;
            };
            at = match value.child(step) {
                Some(inside) => self.evaluate(inside),
                None => return Evaluated::Absent,
            };
        }
        at
    }

    /// The elements of a list-like value, each evaluated; a scalar is a list of
    /// itself, an absent value is none. `Err` when the list itself is unknown.
    pub fn elements(&self, value: Evaluated) -> Result<Vec<Evaluated>, Unknown> {
        match value {
            Evaluated::Known(Value::List(list)) => {
                let mut elements = Vec::with_capacity(list.len());
                for element in &list {
                    match self.evaluate(element) {
                        Evaluated::Absent => {}
                        // `Fn::If` may put a whole list at an element's place.
                        Evaluated::Known(Value::List(inner)) => {
                            elements.extend(inner.iter().map(|value| self.evaluate(value)));
                        }
                        other => elements.push(other),
                    }
                }
                Ok(elements)
            }
            Evaluated::Absent => Ok(Vec::new()),
            Evaluated::Unknown(why) => Err(why),
            other => Ok(vec![other]),
        }
    }
}

impl Evaluated {
    /// The known value.
    pub fn known(&self) -> Option<&Value> {
        match self {
            Self::Known(value) => Some(value),
            _ => None,
        }
    }

    /// The resource meant, whether by `Ref` or by one of its attributes.
    pub fn resource(&self) -> Option<&LogicalId> {
        match self {
            Self::Resource { id, .. } => Some(id),
            _ => None,
        }
    }

    /// The known scalar as text.
    pub fn text(&self) -> Option<String> {
        self.known().and_then(Value::as_scalar_text)
    }

    /// The known whole number.
    pub fn integer(&self) -> Option<i64> {
        self.known().and_then(Value::as_integer)
    }

    /// The known truth value.
    pub fn truth(&self) -> Option<bool> {
        self.known().and_then(Value::as_bool)
    }
}

/// <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html>
fn partition(region: &str) -> &'static str {
    match region.split('-').next() {
        Some("cn") => "aws-cn",
        _ if region.starts_with("us-gov-") => "aws-us-gov",
        _ => "aws",
    }
}

/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html>
fn url_suffix(region: &str) -> &'static str {
    if region.starts_with("cn-") {
        "amazonaws.com.cn"
    } else {
        "amazonaws.com"
    }
}

#[cfg(test)]
#[path = "evaluate_tests.rs"]
mod tests;
