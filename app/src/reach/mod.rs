//! The reach panel.
mod shown;
pub(crate) use shown::ShownPath;
