//! The target `line`; its body is in `src/line.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| roles_fuzz::line::run(data));
