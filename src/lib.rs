//! `roles` lays IT careers side by side, offline, on figures that say where they come from.
//!
//! Data flows one way through the rooms of this crate:
//! `main → cli → commands → render → report → analysis → catalog → data → model`.
//! A file imports only from rooms further right.

pub mod analysis;
pub mod catalog;
pub mod cli;
pub mod commands;
pub mod data;
pub mod model;
pub mod render;
pub mod report;
