//! Drafts from English text.
#![no_main]

#[path = "../../tests/fuzz_smoke/drafting.rs"]
mod drafting;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| drafting::draft(bytes));
