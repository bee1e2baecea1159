//! What the browser gives: files, the clipboard, storage, the address, the colors that the
//! system prefers. Knows nothing of designs beyond their text.

mod address;
mod clipboard;
mod fetch;
mod files;

mod slices;
mod storage;
mod theme;
mod viewport;

pub(crate) use address::{address_with, drop_fragment, fragment};
pub(crate) use clipboard::{clipboard_text, copy_text, put_on_clipboard};
pub(crate) use fetch::{SampleCard, fetch_text, sample_cards};
pub(crate) use files::{dropped_file, offer_download, picked_file, read_file};
pub(crate) use slices::{in_frames, in_slices};
pub(crate) use storage::{Stored, load_design, store_cut_off, store_design, take_cut_off};
pub(crate) use theme::{Theme, apply_theme, stored_theme};
pub(crate) use viewport::watch_size;
