//! A parameter as its declaration says, and whether it allows a value.
//!
//! <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html>

use crate::document::Refusal;
use crate::message::Message;
use crate::template::{Map, Template, Value};

/// How many bytes a value has at most.
/// <https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html>
const MAX_VALUE: usize = 4096;

/// A parameter of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parameter<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its type, such as `CommaDelimitedList`; `String` where none is written.
    pub kind: &'a str,
    /// What it is for.
    pub description: Option<&'a str>,
    /// Its default as text, if it has one.
    pub default: Option<String>,
    /// The values that are allowed; empty where any is.
    pub allowed: Vec<String>,
    /// Whether AWS never shows its value.
    pub is_hidden: bool,
    declaration: &'a Map,
}

impl<'a> Parameter<'a> {
    /// All parameters of a template that are declared in a readable form.
    pub fn all(template: &'a Template) -> Vec<Self> {
        let section = template.sections.get("Parameters").and_then(Value::as_map);
        let all = section.into_iter().flatten();
        all.filter_map(|(name, declaration)| Self::read(name, declaration))
            .collect()
    }

    /// The parameter of a name.
    pub fn find(template: &'a Template, name: &str) -> Option<Self> {
        let section = template.sections.get("Parameters")?.as_map()?;
        let (name, declaration) = section.get_key_value(name)?;
        Self::read(name, declaration)
    }

    fn read(name: &'a str, declaration: &'a Value) -> Option<Self> {
        let declaration = declaration.as_map()?;
        let text = |key: &str| declaration.get(key).and_then(Value::as_text);
        let allowed = declaration.get("AllowedValues").and_then(Value::as_list);
        let allowed = allowed.unwrap_or_default().iter();
        Some(Self {
            name,
            kind: text("Type").unwrap_or("String"),
            description: text("Description").map(str::trim),
            default: declaration.get("Default").and_then(Value::as_scalar_text),
            allowed: allowed.filter_map(Value::as_scalar_text).collect(),
            is_hidden: declaration.get("NoEcho").and_then(Value::as_bool) == Some(true),
            declaration,
        })
    }

    /// Whether values are lists, written as texts with commas.
    pub fn is_list(&self) -> bool {
        self.kind == "CommaDelimitedList" || self.kind.starts_with("List<")
    }

    /// Whether values are numbers, or lists of them.
    pub fn is_number(&self) -> bool {
        matches!(self.kind, "Number" | "List<Number>")
    }

    /// Whether AWS looks the value up under the name that is given.
    pub fn is_looked_up(&self) -> bool {
        self.kind.starts_with("AWS::SSM::Parameter::Value")
    }

    fn bound(&self, key: &str) -> Option<i64> {
        self.declaration.get(key).and_then(Value::as_integer)
    }
}

/// Refuses a value that the declaration does not allow. Patterns are not judged.
pub(super) fn refuse_value(parameter: &Parameter<'_>, value: &str) -> Result<(), Refusal> {
    let refused = |sentence: &'static str, value: &str| {
        let message = Message::new(sentence).text("name", parameter.name);
        // What is hidden is not shown in a sentence either.
        let shown = if parameter.is_hidden {
            "•••"
        } else {
            value
        };
        message.text("value", shown)
    };
    if value.len() > MAX_VALUE {
        let message = "The value is too long for {name}: write at most 4,096 letters.";
        return Err(refused(message, value).into());
    }
    let length = i64::try_from(value.chars().count()).unwrap_or(i64::MAX);
    if let Some(least) = parameter.bound("MinLength").filter(|least| length < *least) {
        let message = "“{value}” is too short for {name}: write at least {bound} letters.";
        return Err(refused(message, value).text("bound", least).into());
    }
    if let Some(most) = parameter.bound("MaxLength").filter(|most| length > *most) {
        let message = "“{value}” is too long for {name}: write at most {bound} letters.";
        return Err(refused(message, value).text("bound", most).into());
    }
    let elements: Vec<&str> = if parameter.is_list() {
        value.split(',').map(str::trim).collect()
    } else {
        vec![value]
    };
    for element in elements {
        if parameter.is_number() && !is_number(element.trim()) {
            let message = "“{value}” is no number, and {name} takes numbers only.";
            return Err(refused(message, element).into());
        }
        if !parameter.allowed.is_empty() && !parameter.allowed.iter().any(|it| it == element) {
            let message = "“{value}” is not among the values that {name} allows: {allowed}.";
            let message = refused(message, element);
            return Err(message.text("allowed", parameter.allowed.join(", ")).into());
        }
        let number = element.trim().parse::<i64>().ok();
        if let (Some(number), Some(least)) = (number, parameter.bound("MinValue"))
            && number < least
        {
            let message = "“{value}” is too small for {name}: it is at least {bound}.";
            return Err(refused(message, element).text("bound", least).into());
        }
        if let (Some(number), Some(most)) = (number, parameter.bound("MaxValue"))
            && number > most
        {
            let message = "“{value}” is too large for {name}: it is at most {bound}.";
            return Err(refused(message, element).text("bound", most).into());
        }
    }
    Ok(())
}

/// Whether a text is a number as AWS reads it: whole or with a fraction, and
/// maybe an exponent.
fn is_number(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
    let unsigned = |text: &str| text.strip_prefix(['-', '+']).unwrap_or(text).to_owned();
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(unsigned(exponent))),
        None => (text, None),
    };
    let mantissa = unsigned(mantissa);
    let is_mantissa = match mantissa.split_once('.') {
        Some((whole, fraction)) => digits(whole) && digits(fraction),
        None => digits(&mantissa),
    };
    is_mantissa && exponent.is_none_or(|it| digits(&it))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::template::read;

    fn refusal(declaration: &str, value: &str) -> String {
        let text = format!(r#"{{"Parameters": {{"P": {declaration}}}, "Resources": {{}}}}"#);
        let template = read(&text).unwrap().template;
        let parameter = Parameter::find(&template, "P").unwrap();
        match refuse_value(&parameter, value) {
            Ok(()) => "allowed".to_owned(),
            Err(refusal) => refusal.to_string(),
        }
    }

    #[test]
    fn a_value_that_is_not_allowed_is_refused_in_a_sentence() {
        for (declaration, value, said) in [
            (
                r#"{"Type": "String", "AllowedValues": ["dev", "prod"]}"#,
                "test",
                "“test” is not among the values that P allows: dev, prod.",
            ),
            (
                r#"{"Type": "Number"}"#,
                "many",
                "“many” is no number, and P takes numbers only.",
            ),
            (
                r#"{"Type": "List<Number>"}"#,
                "1, x",
                "“x” is no number, and P takes numbers only.",
            ),
            (
                r#"{"Type": "Number", "MinValue": 2, "MaxValue": "4"}"#,
                "1",
                "“1” is too small for P: it is at least 2.",
            ),
            (
                r#"{"Type": "Number", "MinValue": 2, "MaxValue": "4"}"#,
                "5",
                "“5” is too large for P: it is at most 4.",
            ),
            (
                r#"{"Type": "String", "NoEcho": true, "MinLength": 8}"#,
                "secret",
                "“•••” is too short for P: write at least 8 letters.",
            ),
            (
                r#"{"Type": "String", "MaxLength": 2}"#,
                "abc",
                "“abc” is too long for P: write at most 2 letters.",
            ),
        ] {
            assert_eq!(refusal(declaration, value), said);
        }
    }

    #[test]
    fn what_the_declaration_allows_is_allowed() {
        for (declaration, value) in [
            (r#"{"Type": "Number", "AllowedValues": [1, 2]}"#, "2"),
            (
                r#"{"Type": "CommaDelimitedList", "AllowedValues": ["a", "b"]}"#,
                "a, b",
            ),
            (r#"{"Type": "Number"}"#, "-1.5e3"),
            (r#"{"Type": "Number", "MaxValue": 3}"#, "2"),
            (r#"{"Type": "String", "MaxLength": 2}"#, "äö"),
            (r#"{"Type": "AWS::EC2::VPC::Id"}"#, "vpc-0a1b2c3d"),
            ("{}", ""),
        ] {
            assert_eq!(refusal(declaration, value), "allowed", "{value}");
        }
        assert!(!is_number("1.") && !is_number("") && !is_number("1e") && !is_number("0x1"));
    }
}
