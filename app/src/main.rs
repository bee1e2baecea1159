//! The browser's entry point.

mod ui;

fn main() {}
