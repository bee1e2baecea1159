//! The parameters of the template, with the values that they are taken for: one
//! field each, by type. What a value means and whether it is allowed is core's
//! to say.

use drawbridge_core::document::Document;
use drawbridge_core::edit::{self, Parameter};
use leptos::prelude::*;

use super::checked_field::CheckedField;
use super::subject::attempt;
use super::variants::VariantChooser;
use crate::ui::{Button, Choice, For, Look, Select, Show, Size};
use crate::workspace::Workspace;

/// What a field needs of a parameter's declaration, its default apart.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Declared {
    name: String,
    allowed: Vec<String>,
    hint: Option<String>,
    form: Form,
    is_hidden: bool,
    /// Whether a text with nothing in it is a value.
    may_be_empty: bool,
}

/// How a value is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Form {
    Text,
    Number,
    List,
}

impl Form {
    fn of(parameter: &Parameter<'_>) -> Self {
        if parameter.is_list() {
            Self::List
        } else if parameter.is_number() {
            Self::Number
        } else {
            Self::Text
        }
    }
}

impl Declared {
    fn of(parameter: &Parameter<'_>) -> Self {
        Self {
            name: parameter.name.to_owned(),
            allowed: parameter.allowed.clone(),
            hint: hint(parameter),
            form: Form::of(parameter),
            is_hidden: parameter.is_hidden,
            may_be_empty: matches!(parameter.kind, "String" | "CommaDelimitedList"),
        }
    }
}

/// What is said under a field: what the author wrote, and what the type asks.
fn hint(parameter: &Parameter<'_>) -> Option<String> {
    let described = parameter.description.filter(|text| !text.is_empty());
    let listed = parameter.is_list().then(|| {
        if parameter.allowed.is_empty() {
            "Several, with commas between them.".to_owned()
        } else {
            let allowed = parameter.allowed.join(", ");
            format!("Several of {allowed}, with commas between them.")
        }
    });
    let remark = if parameter.is_looked_up() {
        Some("AWS looks the value up under this name: what depends on it stays open.".to_owned())
    } else if parameter.is_hidden {
        Some("Saved as plain text: write a stand-in, not the secret.".to_owned())
    } else {
        listed
    };
    let is_plain = matches!(
        parameter.kind,
        "String" | "Number" | "CommaDelimitedList" | "List<Number>"
    );
    let kind =
        (!is_plain && described.is_none() && remark.is_none()).then(|| parameter.kind.to_owned());
    let parts = [described.map(str::to_owned), remark, kind];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// The value of a parameter as it is chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Taken {
    /// The value of the chosen variant, if one sets it.
    own: Option<String>,
    /// The default in the template.
    default: Option<String>,
    /// Whether a variant is chosen.
    in_variant: bool,
}

impl Taken {
    fn of(document: &Document, name: &str) -> Self {
        let variants = &document.layout.variants;
        let values = variants.values();
        let parameter = Parameter::find(&document.template, name);
        Self {
            own: values.and_then(|values| values.get(name).cloned()),
            default: parameter.and_then(|it| it.default),
            in_variant: variants.chosen.is_some(),
        }
    }

    /// What is edited: the variant's value, or the default itself.
    fn edited(&self) -> Option<&String> {
        if self.in_variant {
            self.own.as_ref()
        } else {
            self.default.as_ref()
        }
    }

    /// What shows while nothing is written. A hidden default is not shown here either.
    fn placeholder(&self, is_hidden: bool) -> String {
        let shown = match (self.edited(), &self.default) {
            (Some(_), _) => "empty",
            (None, Some(default)) if is_hidden && !default.is_empty() => "the default, not shown",
            (None, Some(default)) if !default.is_empty() => default,
            (None, Some(_)) => "empty by default",
            (None, None) => "no default",
        };
        shown.to_owned()
    }

    /// What an emptied field means: nothing in it, or back to the default.
    fn emptied(&self, declared: &Declared) -> Option<String> {
        let differs = !self.in_variant || self.default.as_ref().is_some_and(|it| !it.is_empty());
        (declared.may_be_empty && differs).then(String::new)
    }
}

/// The section of the inspector; nothing while there is nothing to set.
#[component]
pub(super) fn Parameters() -> impl IntoView {
    let workspace = Workspace::here();
    let all = Memo::new(move |_| {
        workspace.template_version.track();
        workspace.revision.track();
        workspace.document(|document| {
            let all = Parameter::all(&document.template);
            all.iter().map(Declared::of).collect::<Vec<_>>()
        })
    });
    let has_any = Memo::new(move |_| !all.with(Vec::is_empty));
    view! {
        <Show when=move || has_any.get()>
            <section class="inspector-section" aria-label="Parameters">
                <h3>"Parameters"</h3>
                <VariantChooser />
                <For each=move || all.get() key=Clone::clone let:declared>
                    <ParameterField declared=declared />
                </For>
            </section>
        </Show>
    }
}

/// One parameter.
#[component]
fn ParameterField(declared: Declared) -> impl IntoView {
    let workspace = Workspace::here();
    let name = declared.name.clone();
    let taken = Memo::new(move |_| {
        workspace.template_version.track();
        workspace.revision.track();
        workspace.document(|document| Taken::of(document, &name))
    });
    let name = StoredValue::new(declared.name.clone());
    let write = move |value: Option<String>| {
        attempt(workspace, |document| {
            name.with_value(|name| edit::set_parameter_value(document, name, value.as_deref()))
        })
    };
    let may_reset = move || taken.with(|taken| taken.in_variant && taken.own.is_some());
    let is_choice = !declared.allowed.is_empty() && declared.form != Form::List;
    let field = if is_choice {
        view! { <ChosenValue declared=declared taken=taken write=Callback::new(write) /> }
            .into_any()
    } else {
        view! { <WrittenValue declared=declared taken=taken write=Callback::new(write) /> }
            .into_any()
    };
    view! {
        <div class="inspector-parameter">
            {field} <Show when=move || may_reset() && !is_choice>
                <Button
                    label="Use the default"
                    size=Size::Small
                    look=Look::Quiet
                    on_press=move |()| {
                        write(None);
                    }
                />
            </Show>
        </div>
    }
}

/// A value that is typed.
#[component]
fn WrittenValue(
    declared: Declared,
    taken: Memo<Taken>,
    write: Callback<Option<String>, Option<String>>,
) -> impl IntoView {
    let value = Signal::derive(move || {
        let edited = taken.with(|taken| taken.edited().cloned());
        edited.unwrap_or_default()
    });
    let (label, hint) = (declared.name.clone(), declared.hint.clone());
    let (is_exact, is_hidden) = (declared.form != Form::Number, declared.is_hidden);
    let placeholder =
        MaybeProp::derive(move || Some(taken.with(|taken| taken.placeholder(is_hidden))));
    let accept = move |text: String| {
        let text = text.trim();
        write.run(if text.is_empty() {
            taken.with_untracked(|taken| taken.emptied(&declared))
        } else {
            Some(text.to_owned())
        })
    };
    view! {
        <CheckedField
            label=label
            value=value
            check=|_| None
            accept=accept
            hint=MaybeProp::from(hint)
            placeholder=placeholder
            exact=is_exact
            masked=is_hidden
        />
    }
}

/// A value that is one of those allowed. What is chosen is told from nothing by
/// a sign before it, since nothing may be allowed too.
#[component]
fn ChosenValue(
    declared: Declared,
    taken: Memo<Taken>,
    write: Callback<Option<String>, Option<String>>,
) -> impl IntoView {
    let is_hidden = declared.is_hidden;
    let wrong = RwSignal::new(None::<String>);
    let value = Signal::derive(move || {
        let edited = taken.with(|taken| taken.edited().map(|it| format!("={it}")));
        edited.unwrap_or_default()
    });
    let allowed = declared.allowed.clone();
    let choices = Signal::derive(move || {
        let nothing = taken.with(|taken| match &taken.default {
            Some(default) if taken.in_variant && !is_hidden => {
                format!("Default ({})", shown(default))
            }
            Some(_) if taken.in_variant => "Default".to_owned(),
            _ => "No default".to_owned(),
        });
        let allowed = allowed.iter();
        let allowed = allowed.map(|it| Choice::new(format!("={it}"), shown(it)));
        // What is stored and not allowed shows all the same.
        let stored = taken.with(|taken| taken.edited().cloned());
        let stored = stored.filter(|it| !declared.allowed.contains(it));
        let stored =
            stored.map(|it| Choice::new(format!("={it}"), shown(&it)).with_note("not allowed"));
        let nothing = std::iter::once(Choice::new("", nothing));
        nothing.chain(stored).chain(allowed).collect::<Vec<_>>()
    });
    let change = move |text: String| {
        wrong.set(write.run(text.strip_prefix('=').map(str::to_owned)));
    };
    view! {
        <Select
            label=declared.name
            value=value
            choices=choices
            on_change=change
            hint=MaybeProp::from(declared.hint)
            error=wrong
        />
    }
}

fn shown(value: &str) -> String {
    if value.is_empty() {
        "empty".to_owned()
    } else {
        value.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use drawbridge_core::document::open;

    use super::*;

    const TEXT: &str = r#"{
      "Parameters": {
        "Env": {"Type": "String", "Default": "dev", "Description": "Where it runs."},
        "Ports": {"Type": "List<Number>"},
        "Key": {"Type": "AWS::EC2::KeyPair::KeyName"},
        "Secret": {"Type": "String", "NoEcho": true, "Description": "For the database."},
        "Blank": {"Type": "String", "Default": ""}
      },
      "Resources": {}
    }"#;

    #[test]
    fn a_hint_says_what_the_author_wrote_and_what_the_type_asks() {
        let document = open(TEXT).unwrap().document;
        let all = Parameter::all(&document.template);
        let hints: Vec<_> = all.iter().map(hint).collect();
        let hints: Vec<_> = hints.iter().map(Option::as_deref).collect();
        assert_eq!(
            hints,
            [
                Some("Where it runs."),
                Some("Several, with commas between them."),
                Some("AWS::EC2::KeyPair::KeyName"),
                Some("For the database. Saved as plain text: write a stand-in, not the secret."),
                None
            ]
        );
    }

    #[test]
    fn an_emptied_field_is_nothing_or_the_default() {
        let document = open(TEXT).unwrap().document;
        let emptied = |name: &str, in_variant: bool| {
            let declared = Declared::of(&Parameter::find(&document.template, name).unwrap());
            let mut taken = Taken::of(&document, name);
            taken.in_variant = in_variant;
            taken.emptied(&declared)
        };
        assert_eq!(emptied("Env", true).as_deref(), Some(""));
        assert_eq!(emptied("Blank", true), None);
        assert_eq!(emptied("Ports", true), None);
        assert_eq!(emptied("Key", false), None);
        assert_eq!(emptied("Env", false).as_deref(), Some(""));
    }

    #[test]
    fn what_shows_in_an_empty_field_says_what_counts() {
        let document = open(TEXT).unwrap().document;
        let shown = |name: &str, own: Option<&str>| {
            let mut taken = Taken::of(&document, name);
            taken.in_variant = true;
            taken.own = own.map(str::to_owned);
            taken.placeholder(false)
        };
        assert_eq!(shown("Env", None), "dev");
        assert_eq!(shown("Env", Some("")), "empty");
        assert_eq!(shown("Blank", None), "empty by default");
        assert_eq!(shown("Key", None), "no default");
        let mut hidden = Taken::of(&document, "Env");
        hidden.in_variant = true;
        assert_eq!(hidden.placeholder(true), "the default, not shown");
    }
}
