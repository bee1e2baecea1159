//! A text, number or truth value against its shape. `CloudFormation` takes
//! `"80"` for 80 and `"true"` for true, and the other way round.

use ipnet::{Ipv4Net, Ipv6Net};

use super::Wrong;
use crate::schema::{Decimal, Shape, similar};
use crate::template::Value;

/// In what a scalar departs from its shape.
pub(super) fn check(value: &Value, shape: &Shape) -> Option<Wrong> {
    let text = value.as_scalar_text()?;
    // Filled in at deployment: dynamic references, and variables of macros.
    if text.contains("{{resolve:") || text.contains("${") {
        return None;
    }
    if !is_of_type(value, &text, shape) {
        return Some(Wrong::Type(shape.types));
    }
    choice(value, &text, shape)
        .or_else(|| range(&text, shape))
        .or_else(|| length(value, &text, shape))
        .or_else(|| block(&text, shape))
        .or_else(|| pattern(value, text, shape))
}

fn is_of_type(value: &Value, text: &str, shape: &Shape) -> bool {
    let types = shape.types;
    if types.is_any() || types.has_text() {
        return true;
    }
    // A mapping or a list of any form may be given as JSON text.
    if types.has_object() && shape.takes_any_property() {
        return matches!(value, Value::Text(_)) && text.trim_start().starts_with('{');
    }
    let truth = types.has_truth() && value.as_bool().is_some();
    let number = types.has_integer() && !matches!(value, Value::Bool(_));
    truth || number && is_number(text, types.has_number())
}

/// Whether a text is a number, as far as that can be told.
fn is_number(text: &str, with_fraction: bool) -> bool {
    if let Some(number) = Decimal::read(text) {
        return with_fraction || number.is_whole();
    }
    // An exponent, or too many digits: in order.
    let text = text.trim();
    text.starts_with(|it: char| it.is_ascii_digit() || "+-.".contains(it))
        && text
            .chars()
            .all(|it| it.is_ascii_digit() || "+-.eE".contains(it))
}

fn choice(value: &Value, text: &str, shape: &Shape) -> Option<Wrong> {
    if shape.choices.is_empty() {
        return None;
    }
    let is_truth = value.as_bool().is_some();
    let is_near = |choice: &String| choice.eq_ignore_ascii_case(text);
    let same_number =
        |choice: &String| Decimal::read(text).is_some_and(|it| Decimal::read(choice) == Some(it));
    let is_one = shape.choices.iter().any(|it| it == text || same_number(it))
        || shape.choices_in_any_case.iter().any(is_near)
        || (is_truth && shape.choices.iter().any(is_near));
    (!is_one).then(|| Wrong::Choice {
        given: text.to_owned(),
        choices: shape.choices.clone(),
        similar: similar(text, shape.choices.iter().map(String::as_str)).map(str::to_owned),
    })
}

fn range(text: &str, shape: &Shape) -> Option<Wrong> {
    if !shape.types.has_integer() {
        return None;
    }
    let number = Decimal::read(text)?;
    (!shape.range.holds(number)).then(|| Wrong::Range(text.to_owned(), shape.range))
}

fn length(value: &Value, text: &str, shape: &Shape) -> Option<Wrong> {
    let is_text = matches!(value, Value::Text(_)) && shape.types.has_text();
    let length = text.chars().count();
    (is_text && !shape.length.holds(length)).then_some(Wrong::Length(length, shape.length))
}

/// A block of addresses; whether it begins at its first is not asked here.
fn block(text: &str, shape: &Shape) -> Option<Wrong> {
    let is_block = match shape.format.as_deref() {
        Some("ipv4-network") => text.parse::<Ipv4Net>().is_ok(),
        Some("ipv6-network") => text.parse::<Ipv6Net>().is_ok(),
        _ => return None,
    };
    (!is_block).then(|| Wrong::Block(text.to_owned()))
}

fn pattern(value: &Value, text: String, shape: &Shape) -> Option<Wrong> {
    let pattern = shape.pattern.as_ref()?;
    let is_text = matches!(value, Value::Text(_) | Value::Number(_)) && shape.types.has_text();
    (is_text && pattern.matches(&text) == Some(false))
        .then(|| Wrong::Pattern(text, pattern.clone()))
}
