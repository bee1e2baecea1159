//! Which values of parameters count: the template's defaults, or those of a
//! named variant such as dev. Variants are added, renamed and removed here.

use drawbridge_core::edit;
use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::{html, prelude::*, web_sys};

use super::subject::attempt;
use crate::ui::{Choice, IconButton, Select, Show, TextField, effect, focus_first, glyphs};
use crate::workspace::Workspace;

/// What is being named.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Naming {
    New,
    Again(String),
}

/// The chooser, and the field for a name while one is asked for.
#[component]
pub(super) fn VariantChooser() -> impl IntoView {
    let workspace = Workspace::here();
    let variants = Memo::new(move |_| {
        workspace.template_version.track();
        workspace.revision.track();
        workspace.document(|document| {
            let variants = &document.layout.variants;
            let names: Vec<String> = variants.all.keys().cloned().collect();
            (names, variants.chosen.clone())
        })
    });
    let chosen = Memo::new(move |_| variants.with(|(_, chosen)| chosen.clone()));
    let naming = RwSignal::new(None::<Naming>);
    let chooser = NodeRef::<html::Div>::new();
    // What is chosen elsewhere, by undo too, is not what was being named.
    Effect::watch(move || chosen.get(), move |_, _, _| naming.set(None), false);
    let choices = Signal::derive(move || {
        let names = variants.with(|(names, _)| names.clone());
        let names = names
            .into_iter()
            .map(|name| Choice::new(format!("={name}"), name));
        let defaults = std::iter::once(Choice::new("", "Default values"));
        defaults.chain(names).collect::<Vec<_>>()
    });
    let value =
        Signal::derive(move || chosen.get().map_or_else(String::new, |it| format!("={it}")));
    let choose = move |value: String| {
        workspace.run(|document| edit::choose_variant(document, value.strip_prefix('=')));
    };
    let rename = move |()| naming.set(chosen.get_untracked().map(Naming::Again));
    let remove = move |()| {
        if let Some(name) = chosen.get_untracked() {
            workspace.run(|document| edit::remove_variant(document, &name));
            focus_chooser(chooser);
        }
    };
    let about = move || match chosen.get() {
        Some(name) => {
            format!("Values are kept in the design under {name}. The template stays as it is.")
        }
        None => "Values are written into the template, as the defaults.".to_owned(),
    };
    view! {
        <div class="inspector-variant" node_ref=chooser>
            <Select label="Variant" value=value choices=choices on_change=choose />
            <div class="inspector-variant-actions">
                <IconButton
                    label="Add a variant"
                    glyph=glyphs::PLUS
                    on_press=move |()| naming.set(Some(Naming::New))
                />
                <Show when=move || chosen.read().is_some()>
                    <IconButton label="Rename the variant" glyph=glyphs::RENAME on_press=rename />
                    <IconButton label="Remove the variant" glyph=glyphs::TRASH on_press=remove />
                </Show>
            </div>
            <p class="inspector-note">{about}</p>
        </div>
        {move || naming.get().map(|what| view! { <NameField what=what naming=naming chooser=chooser /> })}
    }
}

/// The field for a name. Enter and leaving accept it, Escape gives up.
#[component]
fn NameField(
    what: Naming,
    naming: RwSignal<Option<Naming>>,
    chooser: NodeRef<html::Div>,
) -> impl IntoView {
    let workspace = Workspace::here();
    // Whoever leaves by a click is elsewhere already.
    let is_by_key = StoredValue::new(false);
    let is_given_up = StoredValue::new(false);
    let input = NodeRef::<html::Input>::new();
    effect(move || {
        if let Some(input) = input.get() {
            // Refused only for a field that is gone.
            let _ = input.focus();
            input.select();
        }
    });
    let wrong = RwSignal::new(None::<String>);
    let (label, before) = match &what {
        Naming::New => ("Name of the new variant", String::new()),
        Naming::Again(name) => ("New name", name.clone()),
    };
    let unchanged = before.clone();
    let kept = RwSignal::new(before);
    let commit = move |text: String| {
        // The field hands over what was typed when the focus leaves it, after Escape too.
        if is_given_up.get_value() {
            return;
        }
        let why = attempt(workspace, |document| match &what {
            Naming::New => edit::add_variant(document, &text),
            Naming::Again(old) => edit::rename_variant(document, old, &text),
        });
        if why.is_none() {
            // Asked before the field goes, and what it keeps with it.
            let is_by_key = is_by_key.get_value();
            naming.set(None);
            if is_by_key {
                focus_chooser(chooser);
            }
        } else {
            // What was refused stays, to be mended.
            kept.set(text);
            wrong.set(why);
        }
    };
    let key = move |event: KeyboardEvent| {
        // Heard before the field itself, which would only forget what was typed.
        is_by_key.set_value(event.key() == "Enter");
        if event.key() == "Escape" {
            event.prevent_default();
            event.stop_propagation();
            is_given_up.set_value(true);
            focus_chooser(chooser);
            naming.set(None);
        }
    };
    let leave = move |event: FocusEvent| {
        // A name that was typed is handed over by the field itself. The field may be gone
        // by now: a browser also says that the focus has left when it takes it away.
        let input: web_sys::HtmlInputElement = event_target(&event);
        let text = input.value();
        if text.trim().is_empty() || text == unchanged {
            let _ = naming.try_set(None);
        }
    };
    view! {
        <div on:keydown:capture=key on:focusout=leave>
            <TextField
                label=label
                value=kept
                on_commit=commit
                error=wrong
                placeholder="such as dev"
                node_ref=input
            />
        </div>
    }
}

/// Gives the focus to the list of variants, whose name field or button goes away.
fn focus_chooser(chooser: NodeRef<html::Div>) {
    if let Some(chooser) = chooser.get_untracked() {
        focus_first(&chooser, "select");
    }
}
