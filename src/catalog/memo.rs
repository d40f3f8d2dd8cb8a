//! What takes some finding out and is asked for again. In the catalog room.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// What was found out, by name. It is found out again where two ask at once, and never changes.
#[derive(Debug)]
pub(super) struct Memo<T>(Mutex<BTreeMap<String, T>>);

impl<T> Default for Memo<T> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<T: Clone> Memo<T> {
    /// What is known by a name, or what is found out now. What could not be found out is tried again.
    pub(super) fn get<E>(&self, name: &str, find: impl FnOnce() -> Result<T, E>) -> Result<T, E> {
        // Finding one out may ask for another, so that nothing is locked meanwhile.
        let all = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(known) = all().get(name) {
            return Ok(known.clone());
        }
        let found = find()?;
        all().insert(name.to_owned(), found.clone());
        Ok(found)
    }
}
