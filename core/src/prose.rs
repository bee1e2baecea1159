//! Texts that explain and decide nothing: part of the program, unless it is
//! built without the feature `prose`, as the app is, which fetches them when
//! they are to be shown. Knows no text.

/// A text, or nothing in a build without such texts.
pub const fn told(text: &'static str) -> &'static str {
    if cfg!(feature = "prose") { text } else { "" }
}
