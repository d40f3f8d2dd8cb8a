//! The target `edit`; its body is in `src/edit.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| roles_fuzz::edit::run(data));
