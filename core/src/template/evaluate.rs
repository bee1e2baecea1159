//! What a value comes to, as far as the template alone can tell.
//!
//! Parameters answer with the value set by the user, else their default.
//! What only a deployment can tell stays unknown, with the reason; what was
//! taken for true is noted. Which form each function has is known elsewhere.

use std::cell::{Cell, RefCell};

use super::provided::Provision;
use super::references::get_att;
use super::regions::{partition, url_suffix};
use super::{
    Assumed, Function, FunctionName, LogicalId, PropertyPath, Resource, Setting, Template, Unknown,
    Value,
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

/// How deep functions are followed: a bound on the stack.
const MAX_DEPTH: usize = 64;

/// How many functions one question may evaluate: a bound on time, since
/// functions can name each other in a lattice.
const MAX_STEPS: usize = 20_000;

/// How much all questions together may cost, where a function costs 1 and so
/// does each [`BYTES_PER_STEP`] of text: far above any template that is meant.
const MAX_WORK: usize = 4_000_000;

/// How many bytes of text cost as much as a function.
const BYTES_PER_STEP: usize = 64;

/// Evaluates values of one template.
#[derive(Debug)]
pub struct Evaluator<'a> {
    pub(super) template: &'a Template,
    pub(super) setting: &'a Setting,
    depth: Cell<usize>,
    steps: Cell<usize>,
    work: Cell<usize>,
    assumed: RefCell<Vec<Assumed>>,
    pub(super) provision: RefCell<Provision>,
}

impl<'a> Evaluator<'a> {
    /// An evaluator of a template under a setting.
    pub fn new(template: &'a Template, setting: &'a Setting) -> Self {
        Self {
            template,
            setting,
            depth: Cell::new(0),
            steps: Cell::new(0),
            work: Cell::new(0),
            assumed: RefCell::default(),
            provision: RefCell::default(),
        }
    }

    /// The template.
    pub fn template(&self) -> &'a Template {
        self.template
    }

    /// What the template leaves to the one who deploys it.
    pub fn setting(&self) -> &'a Setting {
        self.setting
    }

    /// What was taken for true since it was last asked: each once.
    pub fn take_assumed(&self) -> Vec<Assumed> {
        self.assumed.take()
    }

    pub(super) fn assume(&self, assumed: Assumed) {
        let mut all = self.assumed.borrow_mut();
        if !all.contains(&assumed) {
            all.push(assumed);
        }
    }

    /// What a value comes to.
    pub fn evaluate(&self, value: &Value) -> Evaluated {
        let Value::Function(function) = value else {
            return given(value.clone());
        };
        if self.depth.get() == 0 {
            self.steps.set(0);
        }
        self.steps.set(self.steps.get() + 1);
        if self.steps.get() > MAX_STEPS || !self.spend(0) {
            return Evaluated::Unknown(Unknown::Circle);
        }
        match self.deeper(|| self.call(function)) {
            Some(Evaluated::Known(value)) => given(value),
            Some(other) => other,
            None => Evaluated::Unknown(Unknown::Circle),
        }
    }

    /// What is worked out one level deeper; `None` where that is too deep.
    pub(super) fn deeper<T>(&self, work: impl FnOnce() -> T) -> Option<T> {
        let depth = self.depth.get();
        if depth >= MAX_DEPTH {
            return None;
        }
        self.depth.set(depth + 1);
        let answer = work();
        self.depth.set(depth);
        Some(answer)
    }

    /// Counts a step that handles so many bytes; `false` when it is one too many.
    pub(super) fn spend(&self, bytes: usize) -> bool {
        let work = self.work.get() + 1 + bytes / BYTES_PER_STEP;
        self.work.set(work);
        work <= MAX_WORK
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

    /// What `Ref` and `${..}` come to.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/pseudo-parameter-reference.html>
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
        self.parameter(name)
            .unwrap_or_else(|| Evaluated::Unknown(Unknown::Missing(name.to_owned())))
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

/// A value that is there, unless AWS fills the text in when it deploys.
///
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html>
fn given(value: Value) -> Evaluated {
    match value {
        Value::Text(text) if text.contains("{{resolve:") => {
            Evaluated::Unknown(Unknown::Deployment(text))
        }
        value => Evaluated::Known(value),
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

#[cfg(test)]
#[path = "evaluate_tests.rs"]
mod tests;

#[cfg(test)]
#[path = "evaluate_notes_tests.rs"]
mod notes_tests;
