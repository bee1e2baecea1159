//! The browser's entry point.

#![expect(
    unreachable_pub,
    reason = "the component macro writes `pub` on items of its own, and a program has no public items"
)]
#![allow(
    clippy::needless_pass_by_value,
    reason = "components take their properties by value, read or kept"
)]

mod canvas;
mod command;
mod inspector;
mod palette;
mod platform;
mod problems;
mod reach;
mod shell;
mod template;
mod ui;
mod workspace;

fn main() {
    leptos::mount::mount_to_body(shell::Shell);
}
