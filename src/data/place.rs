//! Where a value stands in the file that it was read from. In the data room.

use super::entry::Change;
use super::patch::ADD;
use super::problem::Key;
use toml::de::DeTable;

/// Where an item stands: a whole file, or an entry of a list in one.
#[derive(Debug)]
pub(super) struct Place {
    pub file: usize,
    pub keys: Vec<Key>,
    pub change: Change,
    pub added: Vec<(String, usize)>,
}

impl Place {
    /// Where the value that these keys lead to in an item is written: what a patch adds stands under `add`.
    pub fn written(&self, keys: &[Key]) -> Vec<Key> {
        if let [Key::Name(list), Key::Index(index), rest @ ..] = keys {
            let added = self.added.iter().find(|(name, _)| name == list);
            if let Some(position) = added.and_then(|(_, before)| index.checked_sub(*before)) {
                let place = [ADD.into(), list.as_str().into(), position.into()];
                return place.into_iter().chain(rest.iter().cloned()).collect();
            }
        }
        keys.to_vec()
    }
}

/// Follows keys into a document, as far as they lead.
pub(super) fn offset_in<'k>(root: &DeTable<'_>, mut keys: impl Iterator<Item = &'k Key>) -> usize {
    let first = keys.next();
    let found = first.and_then(|key| match key {
        Key::Name(name) => root.get(name.as_str()),
        Key::Index(_) => None,
    });
    let Some(mut value) = found else { return 0 };
    for key in keys {
        let next = match key {
            Key::Name(name) => value.get_ref().get(name.as_str()),
            Key::Index(index) => value.get_ref().get(*index),
        };
        let Some(next) = next else { break };
        value = next;
    }
    value.span().start
}

#[cfg(test)]
mod tests {
    use super::super::file::position;
    use super::*;

    #[test]
    fn a_value_is_found_at_its_line_and_a_missing_one_at_what_holds_it() {
        let text = "# é\n[[sources]]\nid = \"a\"\n\n[[sources]]\nid = \"b\"\n";
        let table = DeTable::parse(text).unwrap().into_inner();
        let at = |keys: &[Key]| position(text, offset_in(&table, keys.iter()));
        assert_eq!(at(&["sources".into(), 1.into(), "id".into()]), (6, 6));
        assert_eq!(at(&["sources".into(), 1.into(), "address".into()]), (5, 1));
    }
}
