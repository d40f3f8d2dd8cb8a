//! `roles data paths`: which data is read, in order.

use crate::catalog::{Catalog, Result};
use crate::data::Kind;
use crate::report::page::{Cell, Column, Entry, Page, Row, Section, Subjects};
use crate::report::{Edition, Report};
use serde::Serialize;

/// Where data is read from.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct DataPaths {
    /// What came with the program, which lies below all layers.
    pub bundled: Edition,
    /// The user's own folder, which is read if it is there; null where the user has no home.
    pub user: Option<UserFolder>,
    /// The layers that are read, the lowest first: each covers those before it.
    pub read: Vec<LayerFolder>,
}

/// The user's own data folder.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct UserFolder {
    pub path: String,
    pub exists: bool,
}

/// A layer, and how much is in it.
#[derive(Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct LayerFolder {
    pub name: String,
    pub path: String,
    /// Files in `roles/`.
    pub roles: usize,
    /// Files in `occupations/`.
    pub occupations: usize,
    /// Files with lists of other items.
    pub lists: usize,
}

impl DataPaths {
    /// The layers of a catalog, and the user's own folder whether it is there or not.
    pub fn of(catalog: &Catalog, user: Option<UserFolder>) -> Result<Self> {
        let read = catalog.layers().iter().map(|layer| {
            let count = |kind| layer.count(kind);
            Ok(LayerFolder {
                name: layer.name.clone(),
                path: layer.path.clone(),
                roles: count(Some(Kind::Role))?,
                occupations: count(Some(Kind::Occupation))?,
                lists: count(None)?,
            })
        });
        Ok(Self {
            bundled: Edition::of(catalog),
            user,
            read: read.collect::<Result<_>>()?,
        })
    }
}

impl Report for DataPaths {
    const SCHEMA: &'static str = "roles/data-paths/1";

    fn page(&self) -> Page<'_> {
        let edition = self.bundled.edition.as_deref();
        let edition = edition.map_or_else(String::new, |edition| format!(", as of {edition}"));
        let row = |layer: &LayerFolder| {
            let counts = [layer.roles, layer.occupations, layer.lists];
            let counts = counts.map(|count| Cell::one(Entry::plain(count.to_string())));
            let path = Cell::one(Entry::plain(layer.path.clone()));
            Row::alone(
                layer.name.clone(),
                layer.name.clone(),
                std::iter::once(path).chain(counts).collect(),
            )
        };
        let columns = [
            ("path", "Folder", 0),
            ("roles", "Roles", 0),
            ("occupations", "Occupations", 0),
            ("lists", "Files of lists", 0),
        ];
        let section = Section {
            id: "layers".to_owned(),
            title: "Layer".to_owned(),
            subjects: Subjects::Rows,
            columns: Column::all(&columns),
            rows: self.read.iter().map(row).collect(),
            picture: None,
        };
        let mut lead = vec![format!(
            "First comes the data that came with the program{edition}; each layer below covers what comes before it."
        )];
        match &self.user {
            Some(user) if !user.exists => lead.push(format!(
                "Your own data would be read from {}, which is not there.",
                user.path
            )),
            Some(_) => {}
            None => {
                lead.push("You have no home folder, so no data of your own is read.".to_owned())
            }
        }
        let title = match self.read.len() {
            0 => "Only the bundled data is read".to_owned(),
            1 => "The bundled data and one layer are read".to_owned(),
            many => format!("The bundled data and {many} layers are read"),
        };
        let sections = if self.read.is_empty() {
            Vec::new()
        } else {
            vec![section]
        };
        Page {
            title,
            lead,
            sections,
            ..Page::default()
        }
    }

    fn names(&self) -> Vec<&str> {
        self.read.iter().map(|layer| layer.path.as_str()).collect()
    }

    fn cited(&self) -> Vec<&str> {
        Vec::new()
    }
}
