//! A value of a template: JSON's kinds and CloudFormation's functions.
//! Knows nothing of text, spans or resources.

use std::fmt;

use indexmap::IndexMap;

use super::{Function, FunctionName, Step};

/// A mapping that keeps the order of the file.
pub type Map = IndexMap<String, Value>;

/// A value as it stands in a template, functions not evaluated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, kept as it was written.
    Number(Number),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// A mapping that is no intrinsic function.
    Map(Map),
    /// An intrinsic function, such as `{"Ref": "Vpc"}`.
    Function(Box<Function>),
}

/// A number with its source text, so that `1.0` does not become `1`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Number(String);

impl Number {
    /// Takes the text of a JSON number; the caller has checked its form.
    pub(super) fn from_source(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The number as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number if it is whole and fits.
    pub fn as_i64(&self) -> Option<i64> {
        self.0.parse().ok()
    }
}

impl From<i64> for Number {
    fn from(number: i64) -> Self {
        Self(number.to_string())
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Value {
    /// `{"Ref": name}`.
    pub fn reference(name: impl Into<String>) -> Self {
        Self::function(FunctionName::Ref, Self::Text(name.into()))
    }

    /// `{"Fn::GetAtt": [name, attribute]}`.
    pub fn attribute(name: impl Into<String>, attribute: impl Into<String>) -> Self {
        let pair = vec![Self::Text(name.into()), Self::Text(attribute.into())];
        Self::function(FunctionName::GetAtt, Self::List(pair))
    }

    /// A call of an intrinsic function.
    pub fn function(name: FunctionName, argument: Value) -> Self {
        Self::Function(Box::new(Function { name, argument }))
    }

    /// The text, if this is one.
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The list, if this is one.
    pub fn as_list(&self) -> Option<&[Value]> {
        match self {
            Self::List(list) => Some(list),
            _ => None,
        }
    }

    /// The mapping, if this is one.
    pub fn as_map(&self) -> Option<&Map> {
        match self {
            Self::Map(map) => Some(map),
            _ => None,
        }
    }

    /// The function, if this is one.
    pub fn as_function(&self) -> Option<&Function> {
        match self {
            Self::Function(function) => Some(function),
            _ => None,
        }
    }

    /// A scalar as CloudFormation would put it into a text: it accepts `"80"`
    /// for 80 and `"true"` for true, and the other way round.
    pub fn as_scalar_text(&self) -> Option<String> {
        match self {
            Self::Text(text) => Some(text.clone()),
            Self::Number(number) => Some(number.to_string()),
            Self::Bool(true) => Some("true".to_owned()),
            Self::Bool(false) => Some("false".to_owned()),
            _ => None,
        }
    }

    /// The whole number, written as number or as text.
    pub fn as_integer(&self) -> Option<i64> {
        match self {
            Self::Number(number) => number.as_i64(),
            Self::Text(text) => text.trim().parse().ok(),
            _ => None,
        }
    }

    /// The truth value, written as such or as text.
    pub fn as_bool(&self) -> Option<bool> {
        match self {
            Self::Bool(truth) => Some(*truth),
            Self::Text(text) if text.eq_ignore_ascii_case("true") => Some(true),
            Self::Text(text) if text.eq_ignore_ascii_case("false") => Some(false),
            _ => None,
        }
    }

    /// What one step of a path leads to. A function is stepped into by its
    /// name, as if it were the mapping that JSON writes.
    pub fn child(&self, step: &Step) -> Option<&Value> {
        match (self, step) {
            (Self::Map(map), Step::Key(key)) => map.get(key),
            (Self::List(list), Step::Index(index)) => list.get(*index),
            (Self::Function(function), Step::Key(key)) if key == function.name.as_str() => {
                Some(&function.argument)
            }
            _ => None,
        }
    }

    /// Like [`Value::child`], to change it.
    pub(super) fn child_mut(&mut self, step: &Step) -> Option<&mut Value> {
        match (self, step) {
            (Self::Map(map), Step::Key(key)) => map.get_mut(key),
            (Self::List(list), Step::Index(index)) => list.get_mut(*index),
            (Self::Function(function), Step::Key(key)) if key == function.name.as_str() => {
                Some(&mut function.argument)
            }
            _ => None,
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Number(number.into())
    }
}

impl From<bool> for Value {
    fn from(truth: bool) -> Self {
        Self::Bool(truth)
    }
}

impl From<Vec<Value>> for Value {
    fn from(list: Vec<Value>) -> Self {
        Self::List(list)
    }
}

impl From<Map> for Value {
    fn from(map: Map) -> Self {
        Self::Map(map)
    }
}
