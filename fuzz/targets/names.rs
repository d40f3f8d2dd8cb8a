//! The target `names`; its body is in `src/names.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| roles_fuzz::names::run(data));
