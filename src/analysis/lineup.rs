//! Lining roles up row by row on a shared vocabulary.

/// How many of the roles compared have a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sharing {
    /// Every role has it.
    All,
    /// This many, at least two and not all.
    Some(usize),
    /// Only the role at this position.
    Only(usize),
}

/// A row of a line-up: a key, and what each role has under it.
#[derive(Debug, Clone, PartialEq)]
pub struct Row<K, V> {
    pub key: K,
    /// One place a role, in the order of the roles; `None` where the role does not name it.
    pub places: Vec<Option<V>>,
}

impl<K, V> Row<K, V> {
    /// How many of the roles have it.
    pub fn sharing(&self) -> Sharing {
        let having: Vec<_> = self
            .places
            .iter()
            .enumerate()
            .filter(|(_, place)| place.is_some())
            .map(|(at, _)| at)
            .collect();
        match having.as_slice() {
            [only] if self.places.len() > 1 => Sharing::Only(*only),
            all if all.len() == self.places.len() => Sharing::All,
            some => Sharing::Some(some.len()),
        }
    }
}

/// Lines up what each role has: a row for every key that any of them has, sorted by key.
///
/// The rows depend on the roles' content alone, not on their order. Where a role has a key twice the
/// first stands.
pub fn line_up<K: Ord + Clone, V>(roles: impl IntoIterator<Item = Vec<(K, V)>>) -> Vec<Row<K, V>> {
    let mut rows: Vec<Row<K, V>> = Vec::new();
    let mut count = 0;
    for role in roles {
        for (key, value) in role {
            let position = match rows.binary_search_by(|row| row.key.cmp(&key)) {
                Ok(position) => position,
                Err(position) => {
                    rows.insert(
                        position,
                        Row {
                            key,
                            places: Vec::new(),
                        },
                    );
                    position
                }
            };
            if let Some(row) = rows
                .get_mut(position)
                .filter(|row| row.places.len() <= count)
            {
                row.places.resize_with(count, || None);
                row.places.push(Some(value));
            }
        }
        count += 1;
    }
    for row in &mut rows {
        row.places.resize_with(count, || None);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_sorted_and_every_role_has_a_place() {
        let rows = line_up([vec![("b", 1), ("a", 2), ("a", 9)], vec![], vec![("b", 3)]]);
        assert_eq!(
            rows,
            [
                Row {
                    key: "a",
                    places: vec![Some(2), None, None]
                },
                Row {
                    key: "b",
                    places: vec![Some(1), None, Some(3)]
                },
            ]
        );
        assert_eq!(rows[0].sharing(), Sharing::Only(0));
        assert_eq!(rows[1].sharing(), Sharing::Some(2));
    }

    #[test]
    fn one_role_alone_shares_with_itself() {
        assert_eq!(line_up([vec![("a", 1)]])[0].sharing(), Sharing::All);
    }
}
