//! The target `person`; its body is in `src/person.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| roles_fuzz::person::run(data));
