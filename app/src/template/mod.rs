//! The template panel: the design as the CloudFormation text that it is, to
//! read, to copy, to take along and to edit. What a text means and whether it
//! can be read is core's to say.

mod draft;
mod editor;
mod pointed;
mod rows;
mod shown;
mod tokens;
mod viewer;

use drawbridge_core::document::{export, save};
use leptos::prelude::*;
use leptos::task::spawn_local;

pub(crate) use draft::TemplateDraft;
pub(crate) use pointed::PointedAt;

use crate::platform::copy_text;
use crate::ui::{Button, IconButton, Look, Show, Size, Switch, Tone, glyphs};
use crate::workspace::Workspace;
use editor::Editor;
use viewer::Viewer;

/// The panel. It fills what it is put into.
#[component]
pub(crate) fn TemplatePanel() -> impl IntoView {
    let with_layout = RwSignal::new(false);
    let draft = TemplateDraft::here();
    // The editor must not be made anew with every letter.
    let is_open = Memo::new(move |_| draft.is_open());
    let body = move || {
        if is_open.get() {
            view! { <Editor draft=draft /> }.into_any()
        } else {
            view! { <Viewer with_layout=with_layout /> }.into_any()
        }
    };
    view! {
        <section class="template" aria-label="Template">
            <Show when=move || !is_open.get()>
                <Bar with_layout=with_layout draft=draft />
            </Show>
            {body}
        </section>
    }
}

/// What can be done with the text.
#[component]
fn Bar(with_layout: RwSignal<bool>, draft: TemplateDraft) -> impl IntoView {
    let workspace = Workspace::here();
    let text = move || {
        workspace.committed(if with_layout.get_untracked() {
            save
        } else {
            export
        })
    };
    let copy = move |()| {
        let text = text();
        spawn_local(async move {
            if copy_text(&text).await {
                workspace.tell(Tone::Success, "The template is on the clipboard.");
            } else {
                workspace.tell(
                    Tone::Warning,
                    "The browser did not allow copying: download the template instead.",
                );
            }
        });
    };
    let download = move |()| {
        if with_layout.get_untracked() {
            workspace.save_file();
        } else {
            workspace.export_file();
        }
    };
    let download_label = move || {
        if with_layout.get() {
            "Download the template with its layout"
        } else {
            "Download the template"
        }
        .to_owned()
    };
    view! {
        <div class="template-bar" role="toolbar" aria-label="Template">
            <Switch
                label="With layout"
                checked=with_layout
                on_change=move |is_on| with_layout.set(is_on)
            />
            <span class="template-gap"></span>
            <IconButton label="Copy the template" glyph=glyphs::COPY size=Size::Small on_press=copy />
            <IconButton
                label=Signal::derive(download_label)
                glyph=glyphs::DOWNLOAD
                size=Size::Small
                on_press=download
            />
            <Button
                label="Edit"
                look=Look::Plain
                size=Size::Small
                on_press=move |()| draft.begin(text(), workspace.revision.get_untracked())
            />
        </div>
    }
}
