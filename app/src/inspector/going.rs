//! Leads the focus to a property: opens what hides its field, scrolls there,
//! and gives the field the focus. Knows nobody who asks for it.

use drawbridge_core::template::PropertyPath;
use leptos::wasm_bindgen::JsCast;
use leptos::{html, prelude::*, web_sys};

use crate::template::PointedAt;
use crate::ui::{effect, focus_first};

/// The property that is to get the focus. Copied freely.
#[derive(Clone, Copy)]
pub(crate) struct GoTo(RwSignal<Option<PointedAt>>);

/// Fields are made as what they are in opens: so often is looked again.
const TRIES: u32 = 4;

const CONTROLS: &str = "input:not([type=hidden]), select, textarea, summary, button";

impl GoTo {
    /// Makes it and provides it to everything below.
    pub(crate) fn provide() {
        provide_context(Self(RwSignal::new(None)));
    }

    /// What is provided above; one that nobody follows if there is none.
    pub(crate) fn here() -> Self {
        use_context().unwrap_or_else(|| Self(RwSignal::new(None)))
    }

    /// Goes to a property of a resource, which the inspector is about to show.
    pub(crate) fn set(self, place: Option<PointedAt>) {
        self.0.set(place);
    }

    /// Follows from now on, inside the inspector.
    pub(super) fn follow(self, inspector: NodeRef<html::Aside>) {
        effect(move || {
            if let (Some(place), Some(inspector)) = (self.0.get(), inspector.get()) {
                look(inspector, place.path, TRIES);
            }
        });
    }
}

/// Looks for the field in the next frame, when what was selected is shown.
fn look(inspector: web_sys::HtmlElement, path: PropertyPath, tries: u32) {
    request_animation_frame(move || {
        let Some(field) = field(&inspector, &path.to_string()) else {
            // The whole resource, or a property without a field of its own.
            if tries == 0 {
                focus_whole(&inspector);
            } else {
                look(inspector, path, tries - 1);
            }
            return;
        };
        let is_whole = field.get_attribute("data-property") == Some(path.to_string());
        if open(&field) || (!is_whole && tries > 0) {
            return look(inspector, path, tries.saturating_sub(1));
        }
        field.scroll_into_view();
        focus_first(&field, CONTROLS);
        flash(&field);
    });
}

/// The resource as a whole: its rows, where it has some, else its first field.
fn focus_whole(inspector: &web_sys::Element) {
    let rows = inspector.query_selector(".inspector-row");
    if let Ok(Some(row)) = rows {
        row.scroll_into_view();
        focus_first(inspector, ".inspector-row");
    } else {
        let fields = CONTROLS
            .split(", ")
            .map(|it| format!("[data-property] {it}"));
        focus_first(inspector, &fields.collect::<Vec<_>>().join(", "));
    }
}

/// The field of the property, or of the nearest one that it is inside of.
fn field(inspector: &web_sys::Element, path: &str) -> Option<web_sys::Element> {
    let found = inspector.query_selector_all("[data-property]").ok()?;
    let fields = (0..found.length())
        .filter_map(|index| found.item(index)?.dyn_into::<web_sys::Element>().ok());
    let fits = fields.filter_map(|field| {
        let name = field.get_attribute("data-property")?;
        holds(&name, path).then_some((name.len(), field))
    });
    fits.max_by_key(|(length, _)| *length)
        .map(|(_, field)| field)
}

/// Whether a property is another or holds it; the root is held by none.
fn holds(name: &str, path: &str) -> bool {
    let rest = path.strip_prefix(name);
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// Opens what hides a field; gives whether something had to be opened.
fn open(field: &web_sys::Element) -> bool {
    let mut opened = false;
    if let Ok(Some(panel)) = field.closest("[role=tabpanel][hidden]")
        && let Some(tab) = panel.get_attribute("aria-labelledby")
        && let Some(tab) = document().get_element_by_id(&tab)
        && let Ok(tab) = tab.dyn_into::<web_sys::HtmlElement>()
    {
        tab.click();
        opened = true;
    }
    let mut around = field.query_selector("details").ok().flatten();
    if around.is_none() {
        around = field.closest("details").ok().flatten();
    }
    while let Some(details) = around {
        if !details.has_attribute("open") {
            // An attribute of an element that is there can be set.
            let _ = details.set_attribute("open", "");
            opened = true;
        }
        around = details
            .parent_element()
            .and_then(|parent| parent.closest("details").ok().flatten());
    }
    opened
}

/// Shows for a moment which field it is.
fn flash(field: &web_sys::Element) {
    let field = field.clone();
    let _ = field.class_list().add_1("is-gone-to");
    set_timeout(
        move || {
            let _ = field.class_list().remove_1("is-gone-to");
        },
        std::time::Duration::from_millis(1200),
    );
}

#[cfg(test)]
mod tests {
    use super::holds;

    #[test]
    fn a_property_is_held_by_itself_and_by_what_is_above_it() {
        assert!(holds("PortRange", "PortRange"));
        assert!(holds(
            "SecurityGroupIngress.0",
            "SecurityGroupIngress.0.CidrIp"
        ));
        assert!(!holds("SecurityGroupIngress.1", "SecurityGroupIngress.10"));
        assert!(!holds("PortRange", ""));
    }
}
