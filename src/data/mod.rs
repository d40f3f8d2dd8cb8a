//! The data room: a folder of TOML files, read into the model, checked, and packed.
//!
//! Compiled twice like the model: the build script runs it over `data/`, and the program
//! over a user's own files. It stands between `catalog` and `model`.
//!
//! What the build does with the bundled data, a test can do with any:
//!
//! ```
//! use roles::data::{read, rules::check_folder};
//! use std::path::Path;
//!
//! // The name stands before the names of files in problems. A layer would have something to lie over.
//! let (folder, unreadable) = read(Path::new("data"), "data", None)?;
//! assert!(unreadable.is_empty());
//! assert!(folder.collection.roles.iter().any(|role| role.id == "cio"));
//! assert!(check_folder(&folder).is_empty());
//! # Ok::<(), std::io::Error>(())
//! ```

pub mod collection;
pub mod entry;
pub mod file;
pub mod folder;
pub mod item;
pub mod pack;
mod patch;
pub mod person;
mod place;
pub mod problem;
pub mod rules;
pub mod shelf;
mod wording;

pub use collection::Collection;
pub use entry::{Below, Change, Layering};
pub use file::Text;
pub use folder::{Folder, read};
pub use item::Item;
pub use problem::{Address, Finding, Key, Kind, Problem};
pub use shelf::Shelf;
