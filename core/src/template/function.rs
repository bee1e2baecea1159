//! The names of CloudFormation's intrinsic functions, and how a mapping is
//! told from a call of one. Evaluates nothing.
//!
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html>

use super::{Map, Value};

/// A call of an intrinsic function. The argument keeps the form in which it
/// was written, right or wrong: evaluation says what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Function {
    /// Which function.
    pub name: FunctionName,
    /// What it is applied to.
    pub argument: Value,
}

macro_rules! functions {
    ($($(#[$doc:meta])* $variant:ident = $text:literal),+ $(,)?) => {
        /// The intrinsic functions.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum FunctionName { $($(#[$doc])* $variant),+ }

        impl FunctionName {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The key that stands for it in JSON.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $text),+ }
            }

            /// The function that a key of a JSON mapping names.
            pub fn from_key(key: &str) -> Option<Self> {
                match key { $($text => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}

functions! {
    /// The value of a parameter, or the identifier of a resource.
    Ref = "Ref",
    /// An attribute of a resource.
    GetAtt = "Fn::GetAtt",
    /// A text with `${Name}` put in.
    Sub = "Fn::Sub",
    /// A list joined to a text.
    Join = "Fn::Join",
    /// One element of a list.
    Select = "Fn::Select",
    /// A text split to a list.
    Split = "Fn::Split",
    /// One of two values, by a condition.
    If = "Fn::If",
    /// A value of a mapping.
    FindInMap = "Fn::FindInMap",
    /// A block of addresses cut into equal blocks.
    Cidr = "Fn::Cidr",
    /// The zones of a region.
    GetAZs = "Fn::GetAZs",
    /// An output that another stack exports.
    ImportValue = "Fn::ImportValue",
    /// A text in base 64.
    Base64 = "Fn::Base64",
    /// A macro's result.
    Transform = "Fn::Transform",
    /// A value as JSON text.
    ToJsonString = "Fn::ToJsonString",
    /// How many elements a list has.
    Length = "Fn::Length",
    /// Whether all conditions hold.
    And = "Fn::And",
    /// Whether one condition holds.
    Or = "Fn::Or",
    /// Whether a condition does not hold.
    Not = "Fn::Not",
    /// Whether two values are equal.
    Equals = "Fn::Equals",
    /// Whether a named condition holds.
    Condition = "Condition",
}

/// A mapping as a value: a call when its only key names a function.
///
/// `{"Condition": ..}` is a call only with a text, since `Condition` is also a
/// key of policy statements.
pub(super) fn value_of_map(mut map: Map) -> Value {
    let Some((key, argument)) = map.first() else {
        return Value::Map(map);
    };
    if map.len() > 1 {
        return Value::Map(map);
    }
    match FunctionName::from_key(key) {
        Some(FunctionName::Condition) if argument.as_text().is_none() => Value::Map(map),
        Some(name) => match map.shift_remove_index(0) {
            Some((_, argument)) => Value::function(name, argument),
            None => Value::Map(map),
        },
        None => Value::Map(map),
    }
}

/// Gives every call and mapping inside of a value the form that reading its
/// text would give it.
pub(super) fn normalize(value: &mut Value) {
    match value {
        Value::List(list) => list.iter_mut().for_each(normalize),
        Value::Map(map) => {
            map.values_mut().for_each(normalize);
            *value = value_of_map(std::mem::take(map));
        }
        Value::Function(call) => {
            normalize(&mut call.argument);
            let argument = std::mem::replace(&mut call.argument, Value::Null);
            let entry = (call.name.as_str().to_owned(), argument);
            *value = value_of_map(Map::from_iter([entry]));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_is_found_by_its_key() {
        for name in FunctionName::ALL {
            assert_eq!(FunctionName::from_key(name.as_str()), Some(*name));
        }
    }

    #[test]
    fn a_policy_condition_is_no_call() {
        let inner = Map::from_iter([("StringEquals".to_owned(), Value::Null)]);
        let map = Map::from_iter([("Condition".to_owned(), Value::Map(inner))]);
        assert!(value_of_map(map).as_function().is_none());
    }

    #[test]
    fn two_keys_are_no_call() {
        let map = Map::from_iter([
            ("Ref".to_owned(), Value::from("A")),
            ("Other".to_owned(), Value::Null),
        ]);
        assert!(value_of_map(map).as_map().is_some());
    }
}
