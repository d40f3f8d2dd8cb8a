//! The target `texts`; its body is in `src/texts.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| roles_fuzz::texts::run(data));
