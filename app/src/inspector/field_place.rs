//! A property of the shown resource as a field sees it: its raw value, its text,
//! what is wrong with its absence, and how it is written.

use drawbridge_core::catalogue::{Field, Format};
use drawbridge_core::template::{Evaluated, Evaluator, FunctionName, PropertyPath, Value};
use leptos::prelude::*;

use super::subject::{Subject, evaluate};
use super::zone::zone_words;

/// A property of the shown resource.
#[derive(Clone, Copy)]
pub(super) struct FieldPlace {
    pub(super) subject: Subject,
    pub(super) format: Format,
    pub(super) value: Memo<Option<Value>>,
    is_required: bool,
    path: StoredValue<PropertyPath>,
    label: StoredValue<String>,
    help: Signal<Option<String>>,
}

impl FieldPlace {
    /// A field that the catalogue chose.
    pub(super) fn new(subject: Subject, field: &'static Field) -> Self {
        let path = PropertyPath::from(field.property);
        let place = Self::at(subject, path, field.format, field.label, "");
        let texts = subject.workspace().field_texts;
        let help = move || {
            let resource = subject.resource()?;
            texts.text(resource.kind().as_str(), field.property).ok()
        };
        Self {
            is_required: field.required,
            help: Signal::derive(help),
            ..place
        }
    }

    /// Any place of the properties, which may be left out.
    pub(super) fn at(
        subject: Subject,
        path: PropertyPath,
        format: Format,
        label: impl Into<String>,
        help: impl Into<String>,
    ) -> Self {
        let help = Some(help.into()).filter(|help: &String| !help.is_empty());
        Self {
            subject,
            format,
            value: subject.value(&path),
            is_required: false,
            path: StoredValue::new(path),
            label: StoredValue::new(label.into()),
            help: Signal::stored(help),
        }
    }

    /// The same place, which must not be left out.
    pub(super) fn required(self) -> Self {
        Self {
            is_required: true,
            ..self
        }
    }

    /// The same place, whose value is written in another format.
    pub(super) fn in_format(self, format: Format) -> Self {
        Self { format, ..self }
    }

    pub(super) fn path(self) -> PropertyPath {
        self.path.get_value()
    }

    /// The label for people.
    pub(super) fn label(self) -> String {
        self.label.get_value()
    }

    /// What it does, or what to keep in mind; nothing until that is fetched.
    pub(super) fn help(self) -> Signal<Option<String>> {
        self.help
    }

    /// The path as text.
    pub(super) fn name(self) -> String {
        self.path.with_value(ToString::to_string)
    }

    /// Whether it is a property of this name, at the top.
    pub(super) fn is(self, name: &str) -> bool {
        self.path
            .with_value(|path| *path == PropertyPath::from(name))
    }

    /// The scalar as text; empty without one.
    pub(super) fn text(self) -> Signal<String> {
        let value = self.value;
        Signal::derive(move || {
            value
                .with(|value| value.as_ref().and_then(Value::as_scalar_text))
                .unwrap_or_default()
        })
    }

    /// What is said of a required property that is not there.
    pub(super) fn missing(self) -> MaybeProp<String> {
        let (is_required, value) = (self.is_required, self.value);
        MaybeProp::derive(move || {
            let is_missing = value.with(|value| {
                value.as_ref().is_none_or(|value| {
                    matches!(value, Value::Null) || value.as_text().is_some_and(str::is_empty)
                })
            });
            (is_required && is_missing).then(|| "Required, and not set yet.".to_owned())
        })
    }

    /// Sets the property, or takes it away.
    pub(super) fn write(self, value: Option<Value>) -> bool {
        self.subject.write(&self.path(), value)
    }

    /// Writes a text; an empty one takes the property away.
    pub(super) fn write_text(self, text: &str) -> bool {
        let text = text.trim();
        self.write((!text.is_empty()).then(|| Value::from(text)))
    }

    /// What the property comes to, tracked.
    pub(super) fn evaluated(self) -> Evaluated {
        let value = self.value.get();
        evaluate(self.subject.workspace(), |evaluator| match &value {
            Some(value) => evaluator.evaluate(value),
            None => Evaluated::Absent,
        })
    }

    /// Whether the field's own control shows the value whole, tracked.
    pub(super) fn is_plain(self) -> Memo<bool> {
        let workspace = self.subject.workspace();
        let (format, value) = (self.format, self.value);
        Memo::new(move |_| {
            let value = value.get();
            evaluate(workspace, |evaluator| {
                value
                    .as_ref()
                    .is_none_or(|value| is_plain(evaluator, format, value))
            })
        })
    }
}

/// Whether the control of a format shows a value whole. What it would hide or
/// replace is shown as it stands and edited as JSON instead.
fn is_plain(evaluator: &Evaluator<'_>, format: Format, value: &Value) -> bool {
    match format {
        Format::Json => true,
        Format::References(..) | Format::Tags | Format::Rules => {
            matches!(value, Value::List(_) | Value::Null)
        }
        Format::Reference(..) => names_resource(evaluator, value) || is_scalar(value),
        Format::Zone => zone_words(value).is_some(),
        Format::Boolean => value.as_bool().is_some(),
        Format::Integer(..) => value.as_integer().is_some(),
        _ => is_scalar(value),
    }
}

fn is_scalar(value: &Value) -> bool {
    matches!(value, Value::Null) || value.as_scalar_text().is_some()
}

/// Whether a value is a `Ref` or a `Fn::GetAtt` to a resource, and no more.
pub(super) fn names_resource(evaluator: &Evaluator<'_>, value: &Value) -> bool {
    let call = value.as_function();
    call.is_some_and(|call| matches!(call.name, FunctionName::Ref | FunctionName::GetAtt))
        && evaluator.evaluate(value).resource().is_some()
}

#[cfg(test)]
mod tests {
    use drawbridge_core::template::{Setting, Template};

    use super::*;

    #[test]
    fn a_function_is_never_shown_by_a_control_that_would_replace_it() {
        let (template, setting) = (Template::empty(), Setting::default());
        let evaluator = Evaluator::new(&template, &setting);
        let parameter = Value::reference("AdminCidr");
        for format in [
            Format::Text,
            Format::Ipv4Cidr,
            Format::Boolean,
            Format::Port,
            Format::Zone,
            Format::Tags,
            Format::Rules,
            Format::Reference("AWS::EC2::VPC", None),
            Format::References("AWS::EC2::Subnet", None),
        ] {
            assert!(!is_plain(&evaluator, format, &parameter), "{format:?}");
        }
        assert!(is_plain(&evaluator, Format::Json, &parameter));
        assert!(is_plain(&evaluator, Format::Port, &"80".into()));
    }
}
