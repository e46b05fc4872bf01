//! Journals.
#![no_main]

#[path = "../../tests/fuzz_smoke/entry_points.rs"]
#[allow(dead_code)]
mod entry_points;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| entry_points::journal(bytes));
