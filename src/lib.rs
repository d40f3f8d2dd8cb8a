//! `roles` lays IT careers side by side, offline, on figures that say where they come from.
//!
//! The program is a thin binary over this library. Data flows one way through the rooms of it, and a file imports only
//! from rooms further right; docs/ARCHITECTURE.md tells what goes where.
//!
//! ```text
//! main → cli → commands → render → report → analysis → catalog → data → model
//! ```
//!
//! Whoever wants an answer without the program opens a [`catalog`], asks it for a [`report`], and has that drawn by
//! [`render`]. Here two roles are compared, one of them named as people call it:
//!
//! ```
//! use roles::catalog::Catalog;
//! use roles::render::{Format, Settings, draw};
//! use roles::report::compare::{Compare, Options};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let catalog = Catalog::bundled();
//! let roles = [catalog.find_role("help desk technician")?, catalog.find_role("tech-pm")?];
//! let compared = Compare::of(&catalog, &roles, &Options::default())?;
//!
//! let table = draw(&compared, &catalog, Settings { width: 80, ..Settings::default() })?;
//! assert!(table.starts_with("IT Support Specialist"));
//!
//! let json = Settings { format: Format::Json, ..Settings::default() };
//! let json: serde_json::Value = serde_json::from_str(&draw(&compared, &catalog, json)?)?;
//! assert_eq!(json["schema"], "roles/compare/1");
//! # Ok(())
//! # }
//! ```
//!
//! [`commands::start`] is the whole program without a process: a line in, bytes and an exit status out.

pub mod analysis;
pub mod catalog;
pub mod cli;
pub mod commands;
pub mod data;
pub mod model;
pub mod render;
pub mod report;
