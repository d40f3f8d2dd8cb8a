//! How the types of the model that spell themselves are described in JSON Schema. Only tests, which write the
//! schemas down, need this.

use super::{Date, Edition, Label, Measure, Year};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::Value;
use std::borrow::Cow;

/// Describes a closed vocabulary: its keys, and what each means where that says more than the key.
pub fn spell_out<L: Label>(schema: &mut Schema) {
    let told = schema.remove("oneOf");
    let told = told.as_ref().and_then(Value::as_array);
    let meaning = |member: &L| {
        let mut told = told.into_iter().flatten();
        let told = told.find(|told| told["const"] == member.key());
        let told = told.and_then(|told| told["description"].as_str());
        told.unwrap_or_else(|| member.label()).to_owned()
    };
    let meanings = L::ALL.iter().map(|member| (member.key(), meaning(member)));
    let meanings: Vec<_> = meanings
        .filter(|(key, meaning)| key.replace('-', " ") != *meaning)
        .map(|(key, meaning)| format!("- `{key}`: {meaning}"))
        .collect();
    if !meanings.is_empty() {
        let before = schema
            .get("description")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let description = format!("{before}\n\n{}", meanings.join("\n"));
        schema.insert("description".to_owned(), description.trim().into());
    }
    let keys: Vec<_> = L::ALL.iter().map(|member| member.key()).collect();
    schema.insert("type".to_owned(), "string".into());
    schema.insert("enum".to_owned(), keys.into());
}

macro_rules! described {
    ($($name:ident: $schema:tt;)+) => {$(
        impl JsonSchema for $name {
            fn schema_name() -> Cow<'static, str> {
                stringify!($name).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    )+};
}

described! {
    Measure: {
        "description": "A number, a floor as in \">=239200\", or why there is none: \"not published\" where the source \
            leaves the cell empty, \"suppressed\" where it withholds it, \"unknown\" where this data does not have it.",
        "type": ["number", "string"],
        "pattern": "^(>= *-?[0-9]+(\\.[0-9]+)?|not published|suppressed|unknown)$",
    };
    Date: {
        "description": "A day, a month or a year, as exact as the source: \"2026-06-13\", \"2026-06\" or \"2026\".",
        "type": "string",
        "pattern": "^(19|20|21)[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$",
    };
    Year: {
        "description": "A calendar year. Wage figures of a year are those of its May.",
        "type": "integer",
        "minimum": 1900,
        "maximum": 2199,
    };
    Edition: {
        "description": "The ten years that a projection spans, as BLS writes them: \"2024-34\".",
        "type": "string",
        "pattern": "^[0-9]{4}-[0-9]{2}$",
    };
}
