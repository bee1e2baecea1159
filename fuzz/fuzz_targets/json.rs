//! Any text that is read as JSON.
#![no_main]

use drawbridge_core::template::Format;
use drawbridge_fuzz::checks::check_template;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    check_template(text, Format::Json);
});
