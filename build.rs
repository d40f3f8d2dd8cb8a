//! Checks `data/` and packs it. A mistake in the data fails the build with file, line and hint.

#![allow(
    clippy::print_stderr,
    reason = "a build script speaks to the person who builds"
)]

#[path = "src/data/mod.rs"]
#[allow(
    dead_code,
    unused_imports,
    reason = "the program uses the rest of these two rooms"
)]
mod data;
#[path = "src/model/mod.rs"]
#[allow(
    dead_code,
    unused_imports,
    reason = "the program uses the rest of these two rooms"
)]
mod model;

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, process};

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=data");
    println!("cargo::rerun-if-changed=src/data");
    println!("cargo::rerun-if-changed=src/model");
    link();

    let (folder, mut problems) = data::read(Path::new("data"), "data", None)?;
    // A file that cannot be read leaves holes that the other rules would only stumble over.
    if problems.is_empty() {
        problems = data::rules::check_folder(&folder);
    }
    if !problems.is_empty() {
        for problem in &problems {
            eprintln!("error: {problem}\n");
        }
        eprintln!(
            "{} to mend in data/; data/README.md is the field guide",
            problems.len()
        );
        process::exit(1);
    }

    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?);
    let packed = data::pack::pack(&folder.collection)?;
    fs::write(out.join("bundle.bin"), &packed.bytes)?;
    fs::write(out.join("bundle.rs"), index(&folder.collection, &packed)?)?;
    Ok(())
}

/// Has the program linked so that it starts fast, where that is known to work: on Linux with the GNU C library.
///
/// - For one place in memory: a program that runs anywhere has every pointer in its tables put right at every start,
///   some seven thousand of them on fifty pages.
/// - With GCC's unwinder in it, as `gcc -static-libgcc` does, so that there is one library less to look for and to map.
fn link() {
    let variable = |key: &str| env::var(key).unwrap_or_default();
    if variable("CARGO_CFG_TARGET_OS") != "linux" || variable("CARGO_CFG_TARGET_ENV") != "gnu" {
        return;
    }
    println!("cargo::rustc-link-arg-bins=-no-pie");
    if variable("HOST") == variable("TARGET") && has_unwinder() {
        println!("cargo::rustc-link-lib=gcc_eh");
    }
}

/// Whether the C compiler, by which Rust links, has the unwinder as an archive; it names the path of what it has.
fn has_unwinder() -> bool {
    let asked = Command::new("cc")
        .arg("-print-file-name=libgcc_eh.a")
        .output();
    asked.is_ok_and(|told| String::from_utf8_lossy(&told.stdout).contains('/'))
}

/// The index as Rust source: where each record lies, what each role is called, which claims concern what.
fn index(
    collection: &data::Collection,
    packed: &data::pack::Packed,
) -> Result<String, Box<dyn Error>> {
    let mut source = String::new();
    let edition = collection
        .edition
        .as_ref()
        .ok_or("data/edition.toml gives no edition")?;
    writeln!(source, "pub static EDITION: &str = {:?};", edition.as_str())?;
    for (kind, records) in &packed.records {
        let (keys, spans) = join(records.iter().map(|(id, _)| id));
        let records = records.iter().map(|(_, span)| span);
        let spans: Vec<_> = spans
            .iter()
            .zip(records)
            .map(|(key, record)| (*key, (record.start, record.end)))
            .collect();
        writeln!(
            source,
            "pub static {kind}: Table = Table {{ keys: {keys:?}, records: &{spans:?} }};"
        )?;
    }

    let mut names = Vec::new();
    for role in &collection.roles {
        names.extend(
            data::pack::names(role)
                .into_iter()
                .map(|(name, naming)| (name, naming, &role.id)),
        );
    }
    names.sort();
    let (keys, spans) = join(names.iter().map(|(name, ..)| name));
    let mut roles: Vec<_> = collection.roles.iter().map(|role| &role.id).collect();
    roles.sort();
    writeln!(
        source,
        "pub static NAMES: Names = Names {{ keys: {keys:?}, namings: &["
    )?;
    for ((start, end), (_, naming, role)) in spans.iter().zip(&names) {
        let role = roles
            .iter()
            .position(|id| id == role)
            .ok_or("a name of no role")?;
        writeln!(
            source,
            "    (({start}, {end}), Naming::{naming:?}, {role}),"
        )?;
    }
    writeln!(source, "] }};")?;

    let mut titles: Vec<_> = collection
        .roles
        .iter()
        .map(|role| (&role.id, &role.title))
        .collect();
    titles.sort();
    let titles: String = titles
        .iter()
        .map(|(id, title)| format!("{id}:{title}\n"))
        .collect();
    writeln!(source, "pub static TITLES: &str = {titles:?};")?;
    let profiles = collection
        .occupations
        .iter()
        .flat_map(|occupation| &occupation.onet);
    let titles: String = profiles
        .map(|profile| format!("{}:{}\n", profile.code, profile.title))
        .collect();
    writeln!(source, "pub static ONET_TITLES: &str = {titles:?};")?;

    let claims = collection.claims.iter().map(|claim| {
        let subjects: Vec<_> = claim
            .roles
            .iter()
            .chain(&claim.certifications)
            .cloned()
            .collect();
        format!("{}:{}\n", claim.id, subjects.join(","))
    });
    writeln!(
        source,
        "pub static CLAIMS_ABOUT: &str = {:?};",
        claims.collect::<String>()
    )?;
    let resources = collection
        .resources
        .iter()
        .map(|resource| format!("{}:{}\n", resource.id, resource.roles.join(",")));
    writeln!(
        source,
        "pub static RESOURCES_FOR: &str = {:?};",
        resources.collect::<String>()
    )?;
    Ok(source)
}

/// Keys in one text, and where each begins and ends in it: one pointer to load instead of hundreds.
fn join<'a>(keys: impl Iterator<Item = &'a String>) -> (String, Vec<(usize, usize)>) {
    let mut text = String::new();
    let spans = keys.map(|key| {
        let start = text.len();
        text.push_str(key);
        (start, text.len())
    });
    let spans = spans.collect();
    (text, spans)
}
