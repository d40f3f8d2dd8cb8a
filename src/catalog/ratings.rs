//! The ratings of one O*NET occupation, element by element.

use crate::model::Rating;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The ratings of an O*NET occupation by the ids of the elements.
///
/// The ids of bundled elements are not copied: most who ask want the ratings of a few of the 68 elements.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct OnetRatings {
    /// Sorted by element, each once.
    rated: Vec<(Cow<'static, str>, Rating)>,
}

impl OnetRatings {
    /// Those of the bundled data, which are packed in order.
    pub(super) fn bundled(rated: Vec<(&'static str, Rating)>) -> Self {
        let rated = rated.into_iter();
        let rated = rated.map(|(element, rating)| (Cow::Borrowed(element), rating));
        Self {
            rated: rated.collect(),
        }
    }

    /// How many elements are rated.
    pub fn count(&self) -> usize {
        self.rated.len()
    }

    /// The rating of the element with this id; none where it is not rated.
    pub fn get(&self, element: &str) -> Option<&Rating> {
        let place = self.rated.binary_search_by(|(id, _)| (**id).cmp(element));
        let (_, rating) = self.rated.get(place.ok()?)?;
        Some(rating)
    }

    /// Every element by its id, in their order, with its rating.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Rating)> {
        self.rated.iter().map(|(id, rating)| (&**id, rating))
    }
}

impl From<BTreeMap<String, Rating>> for OnetRatings {
    fn from(ratings: BTreeMap<String, Rating>) -> Self {
        let rated = ratings.into_iter();
        let rated = rated.map(|(element, rating)| (Cow::Owned(element), rating));
        Self {
            rated: rated.collect(),
        }
    }
}

impl From<OnetRatings> for BTreeMap<String, Rating> {
    fn from(ratings: OnetRatings) -> Self {
        let rated = ratings.rated.into_iter();
        rated
            .map(|(element, rating)| (element.into_owned(), rating))
            .collect()
    }
}
