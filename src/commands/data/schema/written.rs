//! Writes the schemas down, and proves that they are those of the types. `SNAPSHOTS=overwrite cargo test` writes
//! them anew.

use super::{GENERATED, WRITTEN};
use crate::model::{
    Certification, Claim, Date, Element, Occupation, Person, Resource, Role, Skill, Source,
    Synonyms,
};
use crate::render;
use crate::report::{Envelope, Report};
use schemars::generate::SchemaSettings;
use schemars::transform::{Transform, transform_subschemas};
use schemars::{JsonSchema, Schema};
use serde_json::{Map, Value, json};
use std::fs;
use std::path::Path;

/// What stands in files that hold lists: any of them may hold any list.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[allow(dead_code, reason = "it is only described")]
struct Lists {
    /// The day on which the data was last gone through as a whole.
    edition: Option<Date>,
    /// Certifications, with their life cycle, fees and validity.
    #[schemars(default)]
    certifications: Vec<Certification>,
    /// What articles say, and how that stands against the primary sources.
    #[schemars(default)]
    claims: Vec<Claim>,
    /// The vocabulary of skills.
    #[schemars(default)]
    skills: Vec<Skill>,
    /// The elements that O*NET rates.
    #[schemars(default)]
    elements: Vec<Element>,
    /// Places to learn that an article names.
    #[schemars(default)]
    resources: Vec<Resource>,
    /// Publications that values rest on.
    #[schemars(default)]
    sources: Vec<Source>,
    /// Everyday words that a search takes for one another.
    #[schemars(default)]
    synonyms: Vec<Synonyms>,
}

pub fn role() -> Value {
    file::<Role>(|schema| patchable(schema, "id"))
}

pub fn occupation() -> Value {
    file::<Occupation>(|schema| {
        patchable(schema, "soc");
        for name in ["PayYear", "Projection"] {
            demand(&mut schema["$defs"][name], "source");
        }
    })
}

pub fn lists() -> Value {
    file::<Lists>(|schema| {
        demand(&mut schema["$defs"]["Source"], "address");
        for name in ["Certification", "Skill", "Source"] {
            patchable(&mut schema["$defs"][name], "id");
        }
    })
}

pub fn me() -> Value {
    file::<Person>(|_| {})
}

/// A line of any answer but that of `roles check`.
pub fn record() -> Value {
    answer::<render::Record>("roles/record/1")
}

/// A line of `roles check`.
pub fn finding() -> Value {
    answer::<render::check::FindingLine>("roles/finding/1")
}

/// The schema of a report in its envelope.
pub fn report<R: Report + JsonSchema + 'static>() -> Value {
    answer::<Envelope<'static, R>>(R::SCHEMA)
}

/// The schema of a data file. Where a key has nothing to say it is left out: TOML has no null.
fn file<T: JsonSchema>(finish: impl Fn(&mut Value)) -> Value {
    let settings = SchemaSettings::draft2020_12().with_transform(Tidy { nulls: false });
    let mut schema = settings
        .into_generator()
        .into_root_schema_for::<T>()
        .to_value();
    finish(&mut schema);
    schema
}

/// The schema of an answer, or of a line of one. Keys may be added to it, so none is forbidden.
fn answer<T: JsonSchema>(name: &str) -> Value {
    let settings = SchemaSettings::draft2020_12()
        .for_serialize()
        .with_transform(Tidy { nulls: true });
    let mut schema = settings
        .into_generator()
        .into_root_schema_for::<T>()
        .to_value();
    schema["title"] = name.into();
    schema["properties"]["schema"] = json!({
        "description": "What this is, and its version. Within a version keys are only ever added.",
        "const": name,
    });
    schema
}

/// Takes out what says nothing to people or validators.
#[derive(Debug, Clone)]
struct Tidy {
    /// Whether null is a value.
    nulls: bool,
}

impl Transform for Tidy {
    fn transform(&mut self, schema: &mut Schema) {
        transform_subschemas(self, schema);
        let Some(object) = schema.as_object_mut() else {
            return;
        };
        // The width of a machine word is no limit of the data.
        let word = object.remove("format").is_some();
        if word
            && [json!(255), json!(65_535)]
                .iter()
                .any(|widest| object.get("maximum") == Some(widest))
        {
            object.remove("maximum");
        }
        let empty = |value: &Value| [json!(null), json!([]), json!({}), json!("")].contains(value);
        if object.get("default").is_some_and(empty) {
            object.remove("default");
        }
        if object.get("default") == Some(&json!("Unknown")) {
            object.insert("default".to_owned(), json!("unknown"));
        }
        if !self.nulls {
            without_null(object);
        } else if object
            .get("additionalProperties")
            .is_some_and(Value::is_boolean)
        {
            object.remove("additionalProperties");
        }
        if let Some(Value::String(text)) = object.get_mut("description") {
            *text = text
                .replace("\n\n", "\u{0}")
                .replace("\n-", "\u{1}")
                .replace('\n', " ");
            *text = text.replace('\u{0}', "\n\n").replace('\u{1}', "\n-");
        }
    }
}

/// A value that may be left out, without the null that stands for that in JSON.
fn without_null(object: &mut Map<String, Value>) {
    if let Some(Value::Array(types)) = object.get_mut("type") {
        types.retain(|kind| kind != "null");
        if let [one] = types.as_slice() {
            let one = one.clone();
            object.insert("type".to_owned(), one);
        }
    }
    if let Some(Value::Array(any)) = object.get_mut("anyOf") {
        any.retain(|schema| schema != &json!({"type": "null"}));
        if let [Value::Object(one)] = any.as_slice() {
            let one = one.clone();
            object.remove("anyOf");
            for (key, value) in one {
                object.entry(key).or_insert(value);
            }
        }
    }
}

/// Asks for a key that the reader lets pass and the rules do not, so that they can say more of what is wrong.
fn demand(item: &mut Value, key: &str) {
    item["required"].as_array_mut().unwrap().push(key.into());
}

/// Allows the form in which a layer of one's own patches an item: the keys that change, and `add` for entries of lists.
fn patchable(item: &mut Value, id: &str) {
    let properties = item["properties"].as_object_mut().unwrap();
    let lists = properties
        .iter()
        .filter(|(_, schema)| schema["type"] == "array");
    let lists: Map<_, _> = lists
        .map(|(key, schema)| (key.clone(), schema.clone()))
        .collect();
    properties.insert(
        "patch".to_owned(),
        json!({
            "description": "Whether this changes an item of a layer below, and gives only what changes.",
            "type": "boolean",
        }),
    );
    properties.insert(
        "add".to_owned(),
        json!({
            "description": "Of a patch: what is added to lists, instead of taking their place.",
            "type": "object",
            "properties": lists,
            "additionalProperties": false,
        }),
    );
    properties.insert(
        "remove".to_owned(),
        json!({
            "description": "Of a patch: the names of keys to take away.",
            "type": "array",
            "items": { "type": "string" },
        }),
    );
    let required = item["required"].take();
    item["required"] = json!([id]);
    item["if"] = json!({
        "properties": { "patch": { "const": true } },
        "required": ["patch"],
    });
    item["else"] = json!({ "required": required, "properties": { "add": false, "remove": false } });
}

/// A schema is asked for by either, so what one is called none other may be.
#[test]
fn no_name_or_alias_means_two_schemas() {
    let mut all = std::collections::BTreeSet::new();
    for written in WRITTEN {
        for name in written.aliases.iter().chain([&written.schema.name]) {
            assert!(all.insert(*name), "two schemas are called {name}");
        }
    }
}

#[test]
fn every_schema_is_written_as_the_types_are() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/schemas");
    let overwrite = std::env::var_os("SNAPSHOTS").is_some_and(|value| value == "overwrite");
    for (written, generated) in WRITTEN.iter().zip(GENERATED) {
        let name = written.schema.name;
        let mut schema = generated();
        let describes = written.schema.describes;
        let mut letters = describes.chars();
        let first: String = letters
            .next()
            .into_iter()
            .flat_map(char::to_uppercase)
            .collect();
        schema["description"] = format!("{first}{}.", letters.as_str()).into();
        let text = serde_json::to_string_pretty(&schema).unwrap() + "\n";
        let path = folder.join(name).with_extension("json");
        if overwrite {
            fs::write(&path, &text).unwrap();
        } else {
            let found = fs::read_to_string(&path).unwrap();
            assert!(
                found == text,
                "{} is not as the types are: SNAPSHOTS=overwrite cargo test writes it anew",
                path.display()
            );
        }
    }
    // And nothing else is there.
    assert_eq!(fs::read_dir(folder).unwrap().count(), WRITTEN.len());
}
