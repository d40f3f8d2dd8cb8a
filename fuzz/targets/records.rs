//! The target `records`; its body is in `src/records.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| roles_fuzz::records::run(data));
