//! The target `layer`; its body is in `src/layer.rs`.
#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| roles_fuzz::layer::run(data));
