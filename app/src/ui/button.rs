//! Buttons: a word with or without a picture, and a picture alone with its name.

use leptos::prelude::*;

use super::tooltip::{Bubble, Hover};
use super::{Glyph, Icon};

/// How much a button asks for attention.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Look {
    /// One of several equal actions.
    #[default]
    Plain,
    /// The one action that a dialog or a panel is for.
    Primary,
    /// An action beside content, without a border.
    Quiet,
    /// The one action that destroys something.
    Danger,
}

impl Look {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Primary => "primary",
            Self::Quiet => "quiet",
            Self::Danger => "danger",
        }
    }
}

/// How tall a button is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Size {
    /// 28 px, as every control.
    #[default]
    Regular,
    /// 24 px, inside rows.
    Small,
}

impl Size {
    fn name(self) -> &'static str {
        match self {
            Self::Regular => "regular",
            Self::Small => "small",
        }
    }

    fn icon(self) -> u32 {
        match self {
            Self::Regular => 16,
            Self::Small => 14,
        }
    }
}

/// A button with a label.
#[component]
pub(crate) fn Button(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] on_press: Callback<()>,
    #[prop(optional)] look: Look,
    #[prop(optional)] size: Size,
    #[prop(optional, into)] glyph: Option<Glyph>,
    #[prop(optional, into)] disabled: Signal<bool>,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="ui-button"
            data-look=look.name()
            data-size=size.name()
            disabled=disabled
            on:click=move |_| on_press.run(())
        >
            {glyph.map(|glyph| view! { <Icon glyph=glyph size=size.icon() /> })}
            {label}
        </button>
    }
}

/// A button that shows only a picture. Its label is its name for screen readers and its
/// tooltip, with the shortcut beside it; `pressed` makes it a toggle.
#[component]
pub(crate) fn IconButton(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] glyph: Signal<Glyph>,
    #[prop(into)] on_press: Callback<()>,
    #[prop(default = Look::Quiet)] look: Look,
    #[prop(optional)] size: Size,
    #[prop(optional, into)] shortcut: MaybeProp<String>,
    #[prop(optional, into)] pressed: MaybeProp<bool>,
    #[prop(optional, into)] disabled: Signal<bool>,
) -> impl IntoView {
    let hover = Hover::new();
    view! {
        <button
            type="button"
            class="ui-button icon-only"
            data-look=look.name()
            data-size=size.name()
            aria-label=label
            aria-keyshortcuts=move || shortcut.get().map(|keys| keys.replace("Ctrl", "Control"))
            aria-pressed=move || pressed.get().map(|pressed| pressed.to_string())
            disabled=disabled
            on:click=move |_| on_press.run(())
            on:pointerenter=move |event| hover.show(&event)
            on:focus=move |event| hover.show_by_keyboard(&event)
            on:pointerleave=move |_| hover.hide()
            on:blur=move |_| hover.hide()
            on:pointerdown=move |_| hover.hide()
        >
            <Icon glyph=glyph size=size.icon() />
            <Bubble hover=hover text=label shortcut=shortcut />
        </button>
    }
}
