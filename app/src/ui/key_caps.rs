//! A keyboard shortcut as key caps. Knows how a shortcut is written, not what it does.

use leptos::prelude::*;

/// Draws a shortcut such as `Ctrl+Shift+Z`, one cap for each key.
#[component]
pub(crate) fn KeyCaps(#[prop(into)] shortcut: Signal<String>) -> impl IntoView {
    let caps = move || {
        keys(&shortcut.get())
            .into_iter()
            .map(|key| view! { <kbd class="ui-kbd">{key}</kbd> })
            .collect_view()
    };
    view! { <span class="ui-keys">{caps}</span> }
}

/// The keys of a shortcut. A `+` after another `+` is the plus key itself.
fn keys(shortcut: &str) -> Vec<String> {
    let (rest, plus) = match shortcut.strip_suffix("++") {
        Some(rest) => (rest, true),
        None if shortcut == "+" => ("", true),
        None => (shortcut, false),
    };
    let mut keys: Vec<String> = rest
        .split('+')
        .filter(|key| !key.is_empty())
        .map(|key| picture(key).to_owned())
        .collect();
    if plus {
        keys.push("+".to_owned());
    }
    keys
}

/// An arrow key by its sign, as keyboards show it; any other by its name.
fn picture(key: &str) -> &str {
    match key {
        "ArrowLeft" => "\u{2190}",
        "ArrowUp" => "\u{2191}",
        "ArrowRight" => "\u{2192}",
        "ArrowDown" => "\u{2193}",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::keys;

    #[test]
    fn a_shortcut_is_split_at_its_plus_signs() {
        assert_eq!(keys("Ctrl+Shift+Z"), ["Ctrl", "Shift", "Z"]);
        assert_eq!(keys("Delete"), ["Delete"]);
        assert_eq!(keys("Shift+ArrowLeft"), ["Shift", "\u{2190}"]);
    }

    #[test]
    fn the_plus_key_is_a_key() {
        assert_eq!(keys("Ctrl++"), ["Ctrl", "+"]);
        assert_eq!(keys("+"), ["+"]);
    }
}
