//! The controls that every part of the interface is built from: buttons, fields, menus,
//! dialogs, toasts. Native elements wherever the browser has them, named and operable by
//! keyboard. Knows nothing of networks, templates or the workspace, so that no word of
//! the product may appear here; what it looks like is in `style/ui*.css`.

mod badge;
mod button;
mod combobox;
mod dialog;
mod draft;
mod each;
mod empty_state;
mod field;
mod float;
mod focus;
mod glyph;
mod gradually;
mod icon;
mod key_caps;
mod menu;
mod menu_item;
mod number_field;
mod resize;
mod search_field;
mod segments;
mod select;
mod suggesting;
mod tabs;
mod text_area;
mod text_field;
mod toast;
mod toggle;
mod tooltip;

pub(crate) use badge::{Badge, Tone};
pub(crate) use button::{Button, IconButton, Look, Size};
pub(crate) use combobox::Combobox;
pub(crate) use dialog::Dialog;
pub(crate) use each::{For, Show, effect};
pub(crate) use empty_state::EmptyState;
pub(crate) use float::Anchor;
pub(crate) use focus::focus_first;
pub(crate) use glyph::{Glyph, glyphs};
pub(crate) use gradually::gradually;
pub(crate) use icon::Icon;
pub(crate) use key_caps::KeyCaps;
pub(crate) use menu::{Menu, MenuPanel};
pub(crate) use menu_item::{MenuItem, MenuLine};
pub(crate) use number_field::NumberField;
pub(crate) use resize::{ResizeHandle, Side};
pub(crate) use search_field::SearchField;
pub(crate) use segments::Segments;
pub(crate) use select::{Choice, Select};
pub(crate) use tabs::{Tab, TabList, TabPanel};
pub(crate) use text_area::TextArea;
pub(crate) use text_field::TextField;
pub(crate) use toast::{ToastRegion, Toasts};
pub(crate) use toggle::Switch;
