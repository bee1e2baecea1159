//! Moving the keyboard's focus among the items of one control, as arrow keys do in menus
//! and tabs. Knows which item comes next, not what an item does.

use leptos::prelude::document;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlElement};

/// The element that has the focus.
pub(super) fn focused() -> Option<HtmlElement> {
    document().active_element()?.dyn_into().ok()
}

/// Gives an element the focus.
pub(super) fn focus(element: &HtmlElement) {
    // Refused only for an element that has left the page.
    let _ = element.focus();
}

/// What is inside an element and matches a selector, in order.
pub(super) fn items(inside: &Element, selector: &str) -> Vec<HtmlElement> {
    let Ok(found) = inside.query_selector_all(selector) else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|index| found.item(index)?.dyn_into().ok())
        .collect()
}

/// Gives the focus to the first element inside another that matches a selector.
pub(crate) fn focus_first(inside: &Element, selector: &str) {
    if let Some(first) = items(inside, selector).first() {
        focus(first);
    }
}

/// Moves the focus as `key` says and answers whether it was such a key. A single letter
/// goes to the next item that starts with it.
pub(super) fn move_by_key(items: &[HtmlElement], key: &str) -> bool {
    let current = focused().and_then(|focused| items.iter().position(|item| *item == focused));
    let labels = || {
        items
            .iter()
            .map(|item| item.text_content().unwrap_or_default())
    };
    match next(key, current, items.len(), labels) {
        Some(index) => {
            if let Some(item) = items.get(index) {
                focus(item);
            }
            true
        }
        None => false,
    }
}

fn next<Labels: Iterator<Item = String>>(
    key: &str,
    current: Option<usize>,
    count: usize,
    labels: impl FnOnce() -> Labels,
) -> Option<usize> {
    let last = count.checked_sub(1)?;
    match key {
        "ArrowDown" | "ArrowRight" => {
            Some(current.map_or(0, |at| if at == last { 0 } else { at + 1 }))
        }
        "ArrowUp" | "ArrowLeft" => {
            Some(current.map_or(last, |at| at.checked_sub(1).unwrap_or(last)))
        }
        "Home" => Some(0),
        "End" => Some(last),
        _ => {
            let letter = single_letter(key)?;
            let matches: Vec<usize> = labels()
                .enumerate()
                .filter(|(_, label)| label.trim_start().to_lowercase().starts_with(letter))
                .map(|(index, _)| index)
                .collect();
            matches
                .iter()
                .find(|index| Some(**index) > current)
                .or(matches.first())
                .copied()
        }
    }
}

fn single_letter(key: &str) -> Option<char> {
    let mut letters = key.chars();
    let letter = letters.next()?.to_lowercase().next()?;
    (letters.next().is_none() && letter.is_alphanumeric()).then_some(letter)
}

#[cfg(test)]
mod tests {
    use super::next;

    fn after(key: &str, current: Option<usize>) -> Option<usize> {
        let labels = ["Cut", "Copy", "Delete"].map(str::to_owned);
        next(key, current, 3, || labels.into_iter())
    }

    #[test]
    fn arrows_go_round() {
        assert_eq!(after("ArrowDown", Some(2)), Some(0));
        assert_eq!(after("ArrowUp", Some(0)), Some(2));
        assert_eq!(after("ArrowDown", None), Some(0));
    }

    #[test]
    fn a_letter_goes_to_the_next_item_that_starts_with_it() {
        assert_eq!(after("c", Some(0)), Some(1));
        assert_eq!(after("c", Some(1)), Some(0));
        assert_eq!(after("D", None), Some(2));
    }

    #[test]
    fn other_keys_are_left_alone() {
        assert_eq!(after("Tab", Some(0)), None);
        assert_eq!(after("x", Some(0)), None);
        assert_eq!(next("ArrowDown", None, 0, std::iter::empty), None);
    }
}
