//! What an answer took from the user's own data: which layer, which items, and how they change what lies below.

use crate::catalog::Catalog;
use crate::data::Change;
use serde::Serialize;

/// A layer of the user's own data, with what an answer took from it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct LayerUse {
    /// What references to publications end in, after an `@`, where a value stands in this layer.
    pub name: String,
    /// The folder, as it was named.
    pub path: String,
    /// By kind, then id.
    pub items: Vec<LayeredItem>,
}

/// An item of a layer.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub struct LayeredItem {
    /// `role`, `occupation`, `certification`, `claim`, `skill`, `element`, `resource` or `source`.
    pub kind: &'static str,
    pub id: String,
    /// `new`, `replaced` or `patched`.
    pub change: &'static str,
    /// The keys that a patch changes; everything else of the item is from below.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub keys: Vec<String>,
}

/// Every layer, the lowest first, with what was taken from it so far.
pub fn layers(catalog: &Catalog) -> Vec<LayerUse> {
    let layers = catalog.layers().iter().map(|layer| LayerUse {
        name: layer.name.clone(),
        path: layer.path.clone(),
        items: Vec::new(),
    });
    let mut layers: Vec<_> = layers.collect();
    if layers.is_empty() {
        return layers;
    }
    for used in catalog.used() {
        if let Some(layer) = layers.get_mut(used.layer) {
            let (change, keys) = match used.change {
                Change::New => ("new", Vec::new()),
                Change::Replaced => ("replaced", Vec::new()),
                Change::Patched(keys) => ("patched", keys),
            };
            layer.items.push(LayeredItem {
                kind: used.kind.name(),
                id: used.id,
                change,
                keys,
            });
        }
    }
    layers
}

/// What was taken from a layer, as a sentence; none where nothing was.
pub fn sentence(layer: &LayerUse) -> Option<String> {
    /// How many items are named.
    const NAMED: usize = 8;
    if layer.items.is_empty() {
        return None;
    }
    let named = layer.items.iter().take(NAMED).map(|item| {
        let keys = if item.keys.is_empty() {
            String::new()
        } else {
            format!(": {}", item.keys.join(", "))
        };
        format!("{} {} ({}{keys})", item.kind, item.id, item.change)
    });
    let mut named: Vec<_> = named.collect();
    let more = layer.items.len().saturating_sub(NAMED);
    if more > 0 {
        named.push(format!("{more} more"));
    }
    let (name, path) = (&layer.name, &layer.path);
    Some(format!(
        "From layer {name} ({path}): {}. All else lies below it.",
        named.join("; ")
    ))
}

/// The layer that a value stands in, by the subject it is about and the item it is; none where it came from below.
///
/// This is for values that rest on no source; the others name their layer where they name it.
pub fn layer_of<'a>(layers: &'a [LayerUse], subject: &str, item: &str) -> Option<&'a str> {
    let mut topmost = layers.iter().rev();
    let found = topmost.find(|layer| {
        let mut own = layer.items.iter().filter(|own| own.id == subject);
        own.any(|own| own.change != "patched" || own.keys.iter().any(|key| key == item))
    });
    found.map(|layer| layer.name.as_str())
}
