//! Layers over the base: which of them has an item, what it makes of what is below, and whether that keeps the rules.
//! In the catalog room.

use super::layer::{Layer, Lists};
use super::stored::Stored;
use super::warning::Warning;
use super::{Catalog, Error, Result};
use crate::data::folder::{Folder, subfolder};
use crate::data::rules::{Breadth, check_over};
use crate::data::{Below, Change, Item, Kind, Layering, Problem};
use crate::model::{
    Certification, Claim, Element, Lifecycle, Occupation, Resource, Role, Skill, Source,
};
use std::borrow::Cow;

/// An item of a layer that an answer rests on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Use {
    /// The position of the layer, the lowest first.
    pub layer: usize,
    pub kind: Kind,
    pub id: String,
    pub change: Change,
}

/// An item of a layer as read, and what it was read from.
struct Laid<'c, T> {
    layer: usize,
    item: T,
    change: Change,
    read_from: ReadFrom<'c>,
}

enum ReadFrom<'c> {
    /// A file of its own.
    File(Box<Folder>),
    /// The lists of its layer.
    Lists(&'c Lists),
}

/// What lies below a layer: the base, and the layers up to this one.
struct Beneath<'c> {
    catalog: &'c Catalog,
    depth: usize,
}

/// Does something for the type that holds items of a kind; nothing for synonyms, which have no ids.
macro_rules! for_kind {
    ($kind:expr, $none:expr, |$item:ident| $body:expr) => {
        match $kind {
            Kind::Role => {
                type $item = Role;
                $body
            }
            Kind::Occupation => {
                type $item = Occupation;
                $body
            }
            Kind::Certification => {
                type $item = Certification;
                $body
            }
            Kind::Claim => {
                type $item = Claim;
                $body
            }
            Kind::Skill => {
                type $item = Skill;
                $body
            }
            Kind::Element => {
                type $item = Element;
                $body
            }
            Kind::Resource => {
                type $item = Resource;
                $body
            }
            Kind::Source => {
                type $item = Source;
                $body
            }
            Kind::Synonyms => $none,
        }
    };
}

impl Below for Beneath<'_> {
    fn has(&self, kind: Kind, id: &str) -> bool {
        self.catalog.has_below(self.depth, kind, id)
    }

    fn toml(&self, kind: Kind, id: &str) -> std::result::Result<Option<String>, Vec<Problem>> {
        let text = for_kind!(kind, Ok(None), |T| {
            let item = self.catalog.settled::<T>(self.depth, id);
            item.map(|item| item.and_then(|item| toml::to_string(&item).ok()))
        });
        text.map_err(|error| match error {
            Error::Broken(problems) => problems,
            other => vec![Problem::of_file(
                "the bundled data",
                other.to_string(),
                "please report it",
            )],
        })
    }
}

impl Catalog {
    /// The lowest `depth` layers with their positions, the topmost first.
    fn layers_below(&self, depth: usize) -> impl Iterator<Item = (usize, &Layer)> {
        self.layers.iter().enumerate().take(depth).rev()
    }

    /// Does something with a layer and what it is laid over.
    pub(super) fn layered<R>(
        &self,
        position: usize,
        layer: &Layer,
        with: impl FnOnce(Layering<'_>) -> R,
    ) -> R {
        let below = Beneath {
            catalog: self,
            depth: position,
        };
        with(Layering {
            name: &layer.name,
            below: &below,
        })
    }

    /// The lists of a layer.
    pub(super) fn lists<'c>(&self, position: usize, layer: &'c Layer) -> &'c Lists {
        self.layered(position, layer, |layering| layer.lists(layering))
    }

    /// Whether a layer has an item of this id. An item that is broken is there.
    pub(super) fn holds<T: Stored>(&self, position: usize, layer: &Layer, id: &str) -> bool {
        if subfolder(T::KIND).is_some() {
            return layer.has_file(T::KIND, id);
        }
        let lists = self.lists(position, layer);
        lists.find::<T>(id).is_some() || lists.folder.is_broken(T::KIND, id)
    }

    /// Whether there is an item of a kind in the base or the lowest `depth` layers.
    pub(super) fn has_below(&self, depth: usize, kind: Kind, id: &str) -> bool {
        for_kind!(kind, false, |T| {
            let mut layers = self.layers_below(depth);
            layers.any(|(position, layer)| self.holds::<T>(position, layer, id))
                || self.base.has::<T>(id)
        })
    }

    /// The topmost layer that describes a source; none if only the base does.
    pub fn layer_of_source(&self, id: &str) -> Option<&Layer> {
        let mut layers = self.layers_below(self.layers.len());
        let found = layers.find(|(position, layer)| self.holds::<Source>(*position, layer, id));
        found.map(|(_, layer)| layer)
    }

    /// The topmost item of this id among the lowest `depth` layers, as its file has it.
    fn laid<T: Stored>(&self, depth: usize, id: &str) -> Result<Option<Laid<'_, T>>> {
        for (position, layer) in self.layers_below(depth) {
            let found = if subfolder(T::KIND).is_some() {
                let folder = self.layered(position, layer, |layering| {
                    layer.read(T::KIND, id, layering)
                })?;
                folder.and_then(|folder| {
                    let item = T::list(&folder.collection).first()?.clone();
                    Some((0, item, ReadFrom::File(Box::new(folder))))
                })
            } else {
                let lists = self.lists(position, layer);
                lists.sound()?;
                let found = lists.find::<T>(id);
                found.map(|(at, item)| (at, item.clone(), ReadFrom::Lists(lists)))
            };
            if let Some((at, item, read_from)) = found {
                let folder = match &read_from {
                    ReadFrom::File(folder) => folder,
                    ReadFrom::Lists(lists) => &lists.folder,
                };
                let change = folder.change(T::KIND, at).cloned();
                return Ok(Some(Laid {
                    layer: position,
                    item,
                    change: change.unwrap_or(Change::New),
                    read_from,
                }));
            }
        }
        Ok(None)
    }

    /// A role as the file in the layer at this position has it, and how that changes what is below.
    pub(super) fn role_in(&self, position: usize, id: &str) -> Result<Option<(Role, Change)>> {
        let laid = self.laid::<Role>(position + 1, id)?;
        Ok(laid.map(|laid| (laid.item, laid.change)))
    }

    /// The item of this id by the lowest `depth` layers and the base, with every warning of what it is laid over.
    ///
    /// Whether it keeps the rules is not asked.
    pub(super) fn settled<T: Stored + Warning>(&self, depth: usize, id: &str) -> Result<Option<T>> {
        match self.laid::<T>(depth, id)? {
            None => T::whole(&self.base, id),
            Some(laid) => self.warned(laid).map(|laid| Some(laid.item)),
        }
    }

    /// An item of a layer with every warning of what it is laid over.
    fn warned<'c, T: Stored + Warning>(&'c self, mut laid: Laid<'c, T>) -> Result<Laid<'c, T>> {
        if laid.change != Change::New
            && let Some(below) = self.settled::<T>(laid.layer, laid.item.id())?
        {
            laid.item.keep_warnings(&below, self);
        }
        Ok(laid)
    }

    /// The item of this id from the topmost layer that has it, if it keeps the rules; none if no layer has it.
    pub(super) fn topmost<T: Stored + Warning>(&self, id: &str) -> Result<Option<T>> {
        let Some(laid) = self.laid::<T>(self.layers.len(), id)? else {
            return Ok(None);
        };
        let laid = self.warned(laid)?;
        let problems = match &laid.read_from {
            ReadFrom::File(folder) => Cow::Owned(self.judge(folder)),
            ReadFrom::Lists(lists) => {
                Cow::Borrowed(lists.judged.get_or_init(|| self.judge(&lists.folder)))
            }
        };
        if !problems.is_empty() {
            return Err(Error::Broken(problems.into_owned()));
        }
        self.note_layers::<T>(id, laid.layer, laid.change)?;
        Ok(Some(laid.item))
    }

    /// Notes that an answer rests on an item of a layer, and on what a patch left of it in the layers below.
    fn note_layers<T: Stored>(&self, id: &str, layer: usize, change: Change) -> Result<()> {
        let patched = matches!(change, Change::Patched(_));
        self.note(Use {
            layer,
            kind: T::KIND,
            id: id.to_owned(),
            change,
        });
        if patched && let Some(below) = self.laid::<T>(layer, id)? {
            return self.note_layers::<T>(id, below.layer, below.change);
        }
        Ok(())
    }

    /// What breaks a rule in a part of a layer, beside all that it may refer to.
    fn judge(&self, part: &Folder) -> Vec<Problem> {
        check_over(part, self, &[Breadth::Item])
    }

    /// Whether any layer has a file for the item of this id.
    pub(super) fn in_files(&self, kind: Kind, id: &str) -> bool {
        self.layers.iter().any(|layer| layer.has_file(kind, id))
    }

    /// The ids of all items of a kind in base and layers, sorted, each once.
    pub(super) fn ids<T: Stored>(&self) -> Result<Vec<String>> {
        self.ids_below::<T>(self.layers.len())
    }

    /// The same for the base and the lowest `depth` layers.
    pub(super) fn ids_below<T: Stored>(&self, depth: usize) -> Result<Vec<String>> {
        let mut ids = self.base.ids::<T>();
        if depth == 0 {
            return Ok(ids);
        }
        for (position, layer) in self.layers_below(depth) {
            if subfolder(T::KIND).is_some() {
                ids.extend(layer.stems(T::KIND)?);
            } else {
                let folder = self.lists(position, layer).sound()?;
                let own = T::list(&folder.collection).iter();
                ids.extend(own.map(|item| item.id().to_owned()));
            }
        }
        ids.sort();
        ids.dedup();
        Ok(ids)
    }

    /// What the layers hold of a kind that only adds to what is below, the lowest layer first.
    pub(super) fn additions<T: Item>(&self) -> Result<Vec<&T>> {
        let mut all = Vec::new();
        for (position, layer) in self.layers.iter().enumerate() {
            let folder = self.lists(position, layer).sound()?;
            all.extend(T::list(&folder.collection));
        }
        Ok(all)
    }

    /// Where the certification with this id stands in its life.
    pub(super) fn status_of(&self, certification: &str) -> Option<Lifecycle> {
        let settled = self.settled::<Certification>(self.layers.len(), certification);
        settled.ok().flatten().map(|found| found.status)
    }
}

/// The SOC code that an O*NET-SOC code begins with: `15-1299` of `15-1299.09`.
pub(super) fn soc_of(code: &str) -> &str {
    code.split_once('.').map_or(code, |(soc, _)| soc)
}
