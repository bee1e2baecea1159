//! The grid: one cell is in the tab order, arrow keys move, Enter asks. Events
//! are heard once for the whole table, since cells are many.

use std::sync::Arc;

use leptos::ev::{KeyboardEvent, MouseEvent};
use leptos::wasm_bindgen::JsCast;
use leptos::{html, prelude::*, web_sys};

use super::super::reaching::Reaching;
use super::narrowing::{Header, Narrowed, State, Told};
use crate::ui::{For, focus_first, gradually};

/// So many cells are made in one frame.
const A_FRAME: usize = 240;

/// A matrix as a table that arrow keys move in.
#[component]
pub(super) fn Grid(narrowed: Narrowed) -> impl IntoView {
    let reaching = Reaching::here();
    let node = NodeRef::<html::Table>::new();
    let narrowed = Arc::new(narrowed);
    let (height, width) = (narrowed.rows.len(), narrowed.columns.len());
    if height == 0 || width == 0 {
        return ().into_any();
    }
    let shown = narrowed.clone();
    let ask = move |(row, column): (usize, usize)| {
        let told = shown.rows.get(row).and_then(|(_, cells)| cells.get(column));
        let Some(told) = told.filter(|told| told.state != State::Out) else {
            return;
        };
        reaching.ask(told.asked.clone());
        // What had the focus is gone with its panel: the answer is what was asked for.
        request_animation_frame(|| {
            if let Some(body) = document().body() {
                focus_first(&body, ".reach-answer");
            }
        });
    };
    let by_key = ask.clone();
    let key = move |event: KeyboardEvent| {
        let Some(at) = place(&event) else { return };
        let key = event.key();
        if key == "Enter" || key == " " {
            event.prevent_default();
            return by_key(at);
        }
        let is_far = event.ctrl_key() || event.meta_key();
        if let (Some(next), Some(table)) = (next(&key, at, (height, width), is_far), node.get()) {
            event.prevent_default();
            event.stop_propagation();
            let set = |(row, column): (usize, usize), index: &str| {
                let cell = table.query_selector(&format!("[data-at='{row},{column}']"));
                if let Ok(Some(cell)) = cell {
                    // A cell that is there takes an attribute.
                    let _ = cell.set_attribute("tabindex", index);
                }
            };
            set(at, "-1");
            set(next, "0");
            focus_first(&table, "td[tabindex='0']");
        }
    };
    let press = move |event: MouseEvent| {
        if let Some(at) = place(&event) {
            ask(at);
        }
    };
    let heads = narrowed.columns.iter().map(|header| head(header, "col"));
    let made = gradually(move || height, (A_FRAME / width).max(1));
    let rows = move || 0..made.get().min(height);
    let of_row = narrowed.clone();
    let row = move |row: usize| {
        let (header, cells) = of_row.rows.get(row)?;
        let cells = cells.iter().enumerate();
        let cells = cells.map(|(column, told)| cell(told, row, column));
        Some(view! { <tr role="row">{head(header, "row")} {cells.collect_view()}</tr> })
    };
    view! {
        <table
            class="matrix-grid"
            role="grid"
            aria-label="Who reaches whom"
            aria-describedby="matrix-help"
            node_ref=node
            on:keydown=key
            on:click=press
        >
            <caption id="matrix-help" class="visually-hidden">
                "Rows call columns. Arrow keys move, Enter shows the way in the Reach panel."
            </caption>
            <thead>
                <tr role="row">
                    <td class="matrix-corner">"From ↓ to →"</td>
                    {heads.collect_view()}
                </tr>
            </thead>
            <tbody>
                <For each=rows key=|row| *row children=row />
            </tbody>
        </table>
    }
    .into_any()
}

fn head(header: &Header, scope: &'static str) -> impl IntoView + use<> {
    let role = if scope == "col" {
        "columnheader"
    } else {
        "rowheader"
    };
    view! {
        <th role=role scope=scope title=header.members.clone()>
            <span>{header.label.clone()}</span>
        </th>
    }
}

fn cell(told: &Told, row: usize, column: usize) -> impl IntoView + use<> {
    let lines = told.lines.iter().map(|(ports, remark)| {
        let remark = (!remark.is_empty()).then(|| view! { <small>{*remark}</small> });
        view! { <span>{ports.clone()}" "{remark}</span> }
    });
    let content = match told.state {
        State::Out => ().into_any(),
        State::Nothing => view! {
            <span aria-hidden="true">"–"</span>
            <span class="visually-hidden">"nothing"</span>
        }
        .into_any(),
        State::Perhaps => view! {
            <b aria-hidden="true">"?"</b>
            {lines.collect_view()}
        }
        .into_any(),
        _ => lines.collect_view().into_any(),
    };
    view! {
        <td
            role="gridcell"
            data-at=format!("{row},{column}")
            data-state=told.state.name()
            tabindex=if (row, column) == (0, 0) { "0" } else { "-1" }
        >
            {content}
        </td>
    }
}

/// The cell that an event is in, by row and column.
fn place(event: &web_sys::Event) -> Option<(usize, usize)> {
    let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    let cell = target.closest("[data-at]").ok()??;
    let at = cell.get_attribute("data-at")?;
    let (row, column) = at.split_once(',')?;
    Some((row.parse().ok()?, column.parse().ok()?))
}

/// Where a key leads, as far as the grid goes.
fn next(
    key: &str,
    (row, column): (usize, usize),
    (height, width): (usize, usize),
    is_far: bool,
) -> Option<(usize, usize)> {
    let (bottom, end) = (height.checked_sub(1)?, width.checked_sub(1)?);
    Some(match key {
        "ArrowUp" => (row.saturating_sub(1), column),
        "ArrowDown" => ((row + 1).min(bottom), column),
        "ArrowLeft" => (row, column.saturating_sub(1)),
        "ArrowRight" => (row, (column + 1).min(end)),
        "Home" if is_far => (0, 0),
        "End" if is_far => (bottom, end),
        "Home" => (row, 0),
        "End" => (row, end),
        "PageUp" => (0, column),
        "PageDown" => (bottom, column),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::next;

    #[test]
    fn arrow_keys_stop_at_the_edges() {
        let size = (2, 3);
        assert_eq!(next("ArrowRight", (0, 2), size, false), Some((0, 2)));
        assert_eq!(next("ArrowLeft", (0, 2), size, false), Some((0, 1)));
        assert_eq!(next("ArrowDown", (0, 0), size, false), Some((1, 0)));
        assert_eq!(next("ArrowDown", (1, 0), size, false), Some((1, 0)));
        assert_eq!(next("Home", (1, 2), size, false), Some((1, 0)));
        assert_eq!(next("End", (0, 0), size, true), Some((1, 2)));
        assert_eq!(next("x", (0, 0), size, false), None);
    }
}
