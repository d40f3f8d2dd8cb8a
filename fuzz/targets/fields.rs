//! The target `fields`; its body is in `src/fields.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| roles_fuzz::fields::run(data));
