//! The intrinsic functions that put texts together and take them apart:
//! `Fn::Sub`, `Fn::Join`, `Fn::Split`, `Fn::Base64` and `Fn::ToJsonString`.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::intrinsics::known_or_absent;
use super::pretty::write_compact;
use super::references::sub_parts;
use super::{Evaluated, Evaluator, FunctionName, Unknown, Value};

/// The longest text that is put together, in bytes: nested `Fn::Sub`s double.
const MAX_TEXT: usize = 1 << 20;

impl Evaluator<'_> {
    /// The resource that a text such as `${Vpc}` is all about: as good as a
    /// `Ref`.
    pub(super) fn lone_resource(&self, argument: &Value) -> Option<Evaluated> {
        let (text, own) = sub_parts(argument);
        let name = text?.strip_prefix("${")?.strip_suffix('}')?.trim();
        let value = match (own.and_then(|own| own.get(name)), name.split_once('.')) {
            (Some(value), _) => value.clone(),
            (None, Some((name, attribute))) => Value::attribute(name, attribute),
            (None, None) => Value::reference(name),
        };
        let answer = self.evaluate(&value);
        matches!(answer, Evaluated::Resource { .. }).then_some(answer)
    }

    /// A text with `${Name}`, `${Name.Attribute}` and its own variables put in;
    /// `${!Name}` stays `${Name}`.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html>
    pub(super) fn sub(&self, argument: &Value) -> Result<Value, Unknown> {
        let (Some(text), own) = sub_parts(argument) else {
            return Err(Unknown::Form(FunctionName::Sub));
        };
        let mut out = String::new();
        let mut rest = text;
        while let Some(open) = rest.find("${") {
            let Some(length) = rest[open..].find('}') else {
                break;
            };
            out.push_str(&rest[..open]);
            let name = rest[open + 2..open + length].trim();
            if let Some(literal) = name.strip_prefix('!') {
                out.extend(["${", literal, "}"]);
            } else if let Some(value) = own.and_then(|own| own.get(name)) {
                out.push_str(&self.text(value, FunctionName::Sub)?);
            } else {
                let value = match name.split_once('.') {
                    Some((name, attribute)) => Value::attribute(name, attribute),
                    None => Value::reference(name),
                };
                out.push_str(&self.text(&value, FunctionName::Sub)?);
            }
            if out.len() > MAX_TEXT {
                return Err(Unknown::Circle);
            }
            rest = &rest[open + length + 1..];
        }
        out.push_str(rest);
        self.bounded(out)
    }

    /// A list of texts as one, with a delimiter between them. What is
    /// `AWS::NoValue` is left out.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-join.html>
    pub(super) fn join(&self, argument: &Value) -> Result<Value, Unknown> {
        let Some([delimiter, list]) = argument.as_list() else {
            return Err(Unknown::Form(FunctionName::Join));
        };
        let delimiter = self.text(delimiter, FunctionName::Join)?;
        let list = self.list(list, FunctionName::Join)?;
        let mut out = String::new();
        let mut between = "";
        for element in &list {
            let Some(element) = known_or_absent(self.evaluate(element))? else {
                continue;
            };
            let element = element.as_scalar_text();
            let element = element.ok_or(Unknown::Form(FunctionName::Join))?;
            out.extend([between, &*element]);
            between = &delimiter;
            if out.len() > MAX_TEXT {
                return Err(Unknown::Circle);
            }
        }
        self.bounded(out)
    }

    /// A text as a list, cut at each delimiter.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-split.html>
    pub(super) fn split(&self, argument: &Value) -> Result<Value, Unknown> {
        let form = Unknown::Form(FunctionName::Split);
        let Some([delimiter, text]) = argument.as_list() else {
            return Err(form);
        };
        let delimiter = self.text(delimiter, FunctionName::Split)?;
        let text = self.text(text, FunctionName::Split)?;
        if delimiter.is_empty() {
            return Err(form);
        }
        // An element takes far more memory than the letter it may stand for.
        if !self.spend(text.len() * size_of::<Value>()) {
            return Err(Unknown::Circle);
        }
        Ok(Value::List(
            text.split(&delimiter).map(Value::from).collect(),
        ))
    }

    /// A text in base 64, as user data is handed over.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-base64.html>
    pub(super) fn base64(&self, argument: &Value) -> Result<Value, Unknown> {
        let text = self.text(argument, FunctionName::Base64)?;
        self.bounded(STANDARD.encode(text))
    }

    /// A list or mapping as JSON text without blanks.
    ///
    /// <https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ToJsonString.html>
    pub(super) fn to_json_string(&self, argument: &Value) -> Result<Value, Unknown> {
        let value = self.plain(argument)?;
        if !matches!(value, Value::List(_) | Value::Map(_)) {
            return Err(Unknown::Form(FunctionName::ToJsonString));
        }
        let mut out = String::new();
        write_compact(&value, &mut out);
        self.bounded(out)
    }

    fn bounded(&self, text: String) -> Result<Value, Unknown> {
        if text.len() > MAX_TEXT || !self.spend(text.len()) {
            return Err(Unknown::Circle);
        }
        Ok(Value::Text(text))
    }
}
