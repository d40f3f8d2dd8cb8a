//! The empty program that the start-up benchmark measures against.

fn main() {}
