//! Whether the user's home is named.

use std::env;

/// Whether there is a home without asking the system's list of users for it, which may have to ask another machine.
pub fn is_named() -> bool {
    !cfg!(unix) || env::var_os("HOME").is_some_and(|home| !home.is_empty())
}
