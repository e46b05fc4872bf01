//! English text.
#![no_main]

#[path = "../../tests/fuzz_smoke/reading.rs"]
mod reading;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| reading::text(bytes));
