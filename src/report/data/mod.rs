//! What is told of the user's own data: where it is read from, what is wrong in it, and what was begun.

pub mod check;
pub mod new;
pub mod paths;
