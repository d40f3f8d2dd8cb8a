//! A layer as a whole against every rule, for those who write one. In the catalog room.

use super::layer::Layer;
use super::stored::Stored;
use super::warning::Warning;
use super::{Catalog, Result};
use crate::data::rules::{Breadth, check_over};
use crate::data::{Collection, Problem};

impl Catalog {
    /// Everything that is wrong in the layer at this position, in the order of files and lines.
    ///
    /// The rules are those that the build holds the bundled data to. Rules that need every item are held back while one
    /// cannot be read, since they would only stumble over the hole.
    pub fn audit(&self, position: usize) -> Result<Vec<Problem>> {
        let Some(layer) = self.layers.get(position) else {
            return Ok(Vec::new());
        };
        let whole = self.layered(position, layer, |layering| layer.whole(layering));
        let (mut folder, mut problems) = whole.map_err(|error| layer.unreadable("", &error))?;
        folder.lay_over(self.neighbours(position)?);
        let breadths: &[Breadth] = if problems.is_empty() {
            Breadth::ALL
        } else {
            &[Breadth::Item, Breadth::Several]
        };
        problems.extend(layer.unread());
        problems.extend(check_over(&folder, self, breadths));
        problems.sort();
        problems.dedup();
        Ok(problems)
    }

    /// What the items of a layer are set against: what lies below and is not covered by it.
    fn neighbours(&self, position: usize) -> Result<Collection> {
        Ok(Collection {
            roles: self.uncovered(position)?,
            certifications: self.uncovered(position)?,
            synonyms: self.base.synonyms()?,
            ..Collection::default()
        })
    }

    fn uncovered<T: Stored + Warning>(&self, position: usize) -> Result<Vec<T>> {
        let mut items = Vec::new();
        for id in self.ids_below::<T>(position)? {
            let covered = |layer: &Layer| self.holds::<T>(position, layer, &id);
            if !self.layers.get(position).is_some_and(covered) {
                items.extend(self.settled(position, &id)?);
            }
        }
        Ok(items)
    }
}
