//! Everything that can be done by menu or key, once: toolbar, menus, keys and
//! the shortcut sheet read this table.

mod clipping;
mod item;
mod keys;
mod list;
mod surfaces;

pub(crate) use clipping::{CLIPBOARD_KEYS, listen_to_clipboard};
pub(crate) use item::CommandItem;
pub(crate) use keys::listen;
pub(crate) use list::{COMMANDS, Command, Group, command};
pub(crate) use surfaces::Surfaces;
