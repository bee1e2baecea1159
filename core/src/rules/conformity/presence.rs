//! Whether a property is there once its functions are carried out. Knows no
//! property.

use crate::template::{Evaluator, Function, FunctionName, Map, Value};

/// Whether a property is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Presence {
    /// In every case.
    There,
    /// A condition decides.
    Perhaps,
    /// In no case.
    Absent,
}

/// Whether a property of a mapping is there.
pub(super) fn of(evaluator: &Evaluator<'_>, map: &Map, name: &str) -> Presence {
    match map.get(name) {
        None | Some(Value::Null) => Presence::Absent,
        Some(Value::Function(call)) => of_call(evaluator, call, 0),
        Some(_) => Presence::There,
    }
}

/// How deep branches in branches are followed.
const MAX_DEPTH: usize = 20;

fn of_call(evaluator: &Evaluator<'_>, call: &Function, depth: usize) -> Presence {
    if is_no_value(call) {
        return Presence::Absent;
    }
    let Some((condition, then, otherwise)) = branches(call).filter(|_| depth < MAX_DEPTH) else {
        return Presence::There;
    };
    let of = |value: &Value| match value {
        Value::Null => Presence::Absent,
        Value::Function(call) => of_call(evaluator, call, depth + 1),
        _ => Presence::There,
    };
    match evaluator.condition(condition) {
        Ok(true) => of(then),
        Ok(false) => of(otherwise),
        Err(_) if of(then) == of(otherwise) => of(then),
        Err(_) => Presence::Perhaps,
    }
}

/// Whether a call is `AWS::NoValue`.
pub(super) fn is_no_value(call: &Function) -> bool {
    call.name == FunctionName::Ref && call.argument.as_text() == Some("AWS::NoValue")
}

/// The condition's name and both branches of a well-formed `Fn::If`.
pub(super) fn branches(call: &Function) -> Option<(&str, &Value, &Value)> {
    if call.name != FunctionName::If {
        return None;
    }
    match call.argument.as_list()? {
        [condition, then, otherwise] => Some((condition.as_text()?, then, otherwise)),
        _ => None,
    }
}
