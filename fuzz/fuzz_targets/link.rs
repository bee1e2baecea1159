//! Any bytes as a link, and as a design that is put into one.
#![no_main]

use drawbridge_fuzz::checks::check_link;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| check_link(bytes));
