//! A page as one HTML document that needs nothing else: the hand-out, for a screen and for paper.

mod chart;
mod document;
mod group;
mod mark;
mod note;
mod table;
mod text;

pub use document::draw;
