//! Checks `data/` and packs it. A mistake in the data fails the build with file, line and hint.

#[path = "src/data/mod.rs"]
#[allow(dead_code, unused_imports, reason = "the program uses the rest of these two rooms")]
mod data;
#[path = "src/model/mod.rs"]
#[allow(dead_code, unused_imports, reason = "the program uses the rest of these two rooms")]
mod model;

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, process};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=src/data");
    println!("cargo::rerun-if-changed=src/model");

    let (folder, mut problems) = data::read(Path::new("data"), "data")?;
    // A file that cannot be read leaves holes that the other rules would only stumble over.
    if problems.is_empty() {
        problems = data::rules::check_folder(&folder);
    }
    if !problems.is_empty() {
        for problem in &problems {
            eprintln!("error: {problem}\n");
        }
        eprintln!("{} to mend in data/; data/README.md is the field guide", problems.len());
        process::exit(1);
    }

    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?);
    let packed = data::pack::pack(&folder.collection)?;
    fs::write(out.join("bundle.bin"), &packed.bytes)?;
    fs::write(out.join("bundle.rs"), index(&folder.collection, &packed)?)?;
    Ok(())
}

/// The index as Rust source: where each record lies, what each role is called, which claims concern what.
fn index(collection: &data::Collection, packed: &data::pack::Packed) -> Result<String, Box<dyn Error>> {
    let mut source = String::new();
    let edition = collection.edition.as_ref().ok_or("data/edition.toml gives no edition")?;
    writeln!(source, "pub static EDITION: &str = {:?};", edition.as_str())?;
    for (kind, records) in &packed.records {
        writeln!(source, "pub static {kind}: &[(&str, Span)] = &[")?;
        for (id, span) in records {
            writeln!(source, "    ({id:?}, Span {{ start: {}, end: {} }}),", span.start, span.end)?;
        }
        writeln!(source, "];")?;
    }

    let mut names = Vec::new();
    for role in &collection.roles {
        names.extend(data::pack::names(role).into_iter().map(|(name, naming)| (name, naming, &role.id)));
    }
    names.sort();
    writeln!(source, "pub static NAMES: &[(&str, Naming, &str)] = &[")?;
    for (name, naming, role) in names {
        writeln!(source, "    ({name:?}, Naming::{naming:?}, {role:?}),")?;
    }
    writeln!(source, "];")?;

    writeln!(source, "pub static CLAIMS_ABOUT: &[(&str, &[&str])] = &[")?;
    for claim in &collection.claims {
        let subjects: Vec<_> = claim.roles.iter().chain(&claim.certifications).collect();
        writeln!(source, "    ({:?}, &{subjects:?}),", claim.id)?;
    }
    writeln!(source, "];")?;
    Ok(source)
}
