//! The browser's entry point.

#![expect(
    unreachable_pub,
    reason = "the component macro writes `pub` on items of its own, and a program has no public items"
)]

mod ui;

fn main() {}
