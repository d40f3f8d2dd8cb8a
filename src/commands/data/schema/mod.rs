//! `roles data schema`: the JSON Schemas of data files and answers, as they are checked in.

#[cfg(test)]
mod written;

#[cfg(test)]
use {
    crate::report::{
        certs, check, compare, data, fit, gap, history, list, path, schemas, search, show, sources,
    },
    written::{finding, lists, me, occupation, record, report, role},
};

use crate::catalog::{Catalog, nearest};
use crate::cli::{self, Output};
use crate::commands::settings::format;
use crate::commands::{Answer, Failure, Meant, answer};
use crate::render::Format;
use crate::report::schemas::{SchemaName, Schemas};

/// A JSON Schema with its text.
struct Written {
    schema: SchemaName,
    /// Other names that are understood.
    aliases: &'static [&'static str],
    text: &'static str,
}

macro_rules! written {
    ($($name:literal $aliases:tt, $describes:literal, $generated:expr;)+) => {
        /// Every schema: of data files first, then of answers.
        const WRITTEN: &[Written] = &[$(Written {
            schema: SchemaName { name: $name, describes: $describes },
            aliases: &$aliases,
            text: include_str!(concat!("../../../../docs/schemas/", $name, ".json")),
        }),+];

        /// What each is to be, by the types.
        #[cfg(test)]
        const GENERATED: &[fn() -> serde_json::Value] = &[$(|| $generated),+];
    };
}

// A name, others that are understood, what it describes, and what it is by the types. Of a new one docs/schemas has an
// empty file to begin with, for this to compile; the test in written.rs fills it.
written! {
    "role" [], "a file in roles/: what is asked of a role, and what measures it", role();
    "occupation" [], "a file in occupations/: an occupation's pay, outlook and ratings", occupation();
    "lists" [
        "certification", "certifications", "claim", "claims", "skill", "skills", "element", "elements",
        "resource", "resources", "source", "synonym", "synonyms", "edition"
    ], "certifications.toml, claims.toml, skills.toml, resources.toml, sources.toml, synonyms.toml and edition.toml", lists();
    "me" [], "a person's own file, for gap and fit", me();
    "list" [], "the answer of roles list --json", report::<list::List>();
    "show" [], "the answer of roles show --json", report::<show::Show>();
    "compare" [], "the answer of roles compare --json", report::<compare::Compare>();
    "gap" [], "the answer of roles gap --json", report::<gap::Gap>();
    "path" [], "the answer of roles path --json", report::<path::Path>();
    "fit" [], "the answer of roles fit --json", report::<fit::Fits>();
    "certs" [], "the answer of roles certs --json", report::<certs::Certifications>();
    "history" [], "the answer of roles history --json", report::<history::History>();
    "search" [], "the answer of roles search --json", report::<search::Search>();
    "sources" [], "the answer of roles sources --json", report::<sources::Sources>();
    "check" [], "the answer of roles check --json", report::<check::Check>();
    "check-rule" [], "the answer of roles check --explain RULE --json", report::<check::Explained>();
    "data-check" [], "the answer of roles data check --json", report::<data::check::DataCheck>();
    "data-new" [], "the answer of roles data new --json", report::<data::new::DataNew>();
    "data-paths" [], "the answer of roles data paths --json", report::<data::paths::DataPaths>();
    "schemas" [], "the answer of roles data schema --json", report::<schemas::Schemas>();
    "record" [], "a line of --format jsonl, but for roles check", record();
    "finding" [], "a line of roles check --format jsonl", finding();
}

/// Every schema, with what it describes.
pub fn names() -> impl Iterator<Item = SchemaName> {
    WRITTEN.iter().map(|written| written.schema)
}

/// Prints a schema, or lists them all.
pub fn run(arguments: &cli::Schema, output: &Output) -> Result<Answer, Failure> {
    let Some(name) = &arguments.name else {
        let schemas = WRITTEN.iter().map(|written| written.schema).collect();
        return answer(Schemas { schemas }, &Catalog::bundled(), output);
    };
    let text = text(name)?;
    let is_json = matches!(format(output), Format::Table | Format::Json);
    if !is_json || !output.fields.is_empty() {
        return Err(Failure::new(
            "a JSON Schema is given whole, and as JSON alone",
            format!("roles data schema {}", name.trim()),
        ));
    }
    Ok(Answer::of(text.to_owned()))
}

/// The schema of a name; `roles/list/1`, as answers give it, is understood too.
fn find(name: &str) -> Result<&'static Written, Failure> {
    let wanted = name.trim().to_lowercase();
    let bare = wanted
        .strip_prefix("roles/")
        .and_then(|rest| rest.strip_suffix("/1"));
    let bare = bare.unwrap_or(&wanted);
    let named = |written: &&Written| written.schema.name == bare || written.aliases.contains(&bare);
    WRITTEN.iter().find(named).ok_or_else(|| {
        let names = WRITTEN.iter().map(|written| written.schema.name);
        let near = nearest(bare, names.map(|name| (name, name)));
        Failure {
            meant: near.map(|near| Meant::new(name, near)),
            ..Failure::new(
                format!("no schema \"{}\"", name.trim()),
                "`roles data schema` lists those there are",
            )
        }
    })
}

/// The text of a schema for editors.
pub fn text(name: &str) -> Result<&'static str, Failure> {
    find(name).map(|written| written.text)
}
