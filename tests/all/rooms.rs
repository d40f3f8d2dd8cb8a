//! Data flows one way: a file imports only from rooms further right.

use super::paths::{heads, macros, paths, says};
use std::fs;
use std::path::Path;

/// The rooms from left to right.
const ROOMS: [&str; 8] = [
    "cli", "commands", "render", "report", "analysis", "catalog", "data", "model",
];

/// The one file that takes in what the build wrote.
const BUNDLED: &str = "catalog/bundled.rs";

/// What a file imports that it may not, and how to put that right. The name is relative to `src`.
fn astray(name: &str, text: &str) -> Vec<String> {
    let Some((room, rest)) = name.split_once('/') else {
        return outside(name, text);
    };
    let Some(position) = ROOMS.iter().position(|known| *known == room) else {
        return vec![format!(
            "src/{room} is no room: docs/ARCHITECTURE.md names those there are"
        )];
    };
    // `src/model/mod.rs` is the module `model`, and `src/model/day.rs` is `model::day`.
    let depth = 1 + rest.split('/').filter(|piece| *piece != "mod.rs").count();
    let mut wrong = Vec::new();
    for path in paths(text, depth) {
        let Some(first) = path.first() else {
            wrong.push("imports the whole crate: name the room".to_owned());
            continue;
        };
        let right = match ROOMS.iter().position(|known| known == first) {
            // What can be typed imports nothing, and is what the commands act on; nothing else may look at it.
            Some(0) => position <= 1,
            Some(other) => position > 0 && other >= position,
            None => {
                wrong.push(format!(
                    "imports {first}, which is no room: name it by the room it stands in"
                ));
                continue;
            }
        };
        if !right {
            wrong.push(format!(
                "imports from {first}, which is to the left of {room}"
            ));
        }
    }
    if room == "cli" {
        let others = crates();
        let named = heads(text).into_iter().filter(|head| others.contains(head));
        wrong.extend(
            named.map(|head| format!("names {head}: what can be typed needs nothing but clap")),
        );
    }
    if says(text, &["extern", "crate"]) {
        wrong.push("gives a crate another name".to_owned());
    }
    if macros(text).iter().any(|name| name == "include") && name != BUNDLED {
        wrong.push("includes a file that this test does not see".to_owned());
    }
    if text.contains("#[path") || text.contains("#[macro_export") {
        wrong.push("has a module or a macro stand elsewhere than its file does".to_owned());
    }
    wrong
}

/// The same for what is in no room: the root declares the rooms, and the binary calls the commands.
fn outside(name: &str, text: &str) -> Vec<String> {
    let mut wrong = Vec::new();
    match name {
        "lib.rs" => {
            let code: Vec<_> = text
                .lines()
                .filter(|line| !line.starts_with("//") && !line.is_empty())
                .collect();
            let rooms: Vec<_> = ROOMS
                .iter()
                .map(|room| format!("pub mod {room};"))
                .collect();
            let other = code
                .iter()
                .filter(|line| !rooms.iter().any(|room| room == *line));
            wrong.extend(other.map(|line| format!("declares more than the rooms: {line}")));
        }
        "main.rs" => {
            let others = paths(text, 0)
                .into_iter()
                .filter(|path| path.first().is_none_or(|room| room != "commands"));
            wrong.extend(others.map(|path| {
                format!(
                    "imports {}: the commands are its front door",
                    path.join("::")
                )
            }));
        }
        _ => wrong.push("stands in no room".to_owned()),
    }
    wrong
}

/// The crates that the program is made with, as a source names them, but for clap.
fn crates() -> Vec<String> {
    let manifest = include_str!("../../Cargo.toml");
    let manifest: toml::Table = manifest.parse().unwrap();
    let all = manifest["dependencies"].as_table().unwrap().keys();
    all.filter(|name| *name != "clap")
        .map(|name| name.replace('-', "_"))
        .collect()
}

#[test]
fn a_file_imports_only_from_rooms_further_right() {
    let mut wrong = Vec::new();
    let mut files = 0;
    each_file(&mut |name, text| {
        files += 1;
        wrong.extend(
            astray(name, text)
                .into_iter()
                .map(|what| format!("src/{name} {what}")),
        );
    });
    assert!(files > 200, "{files} files were looked at");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_way_of_going_back_is_seen() {
    for (name, text) in [
        ("model/role.rs", "use crate::data::Kind;"),
        ("model/role.rs", "use crate::{data::Kind, model::Role};"),
        (
            "model/role.rs",
            "use crate::{\n    model::{self, Role},\n    data,\n};",
        ),
        ("model/role.rs", "use super::super::data::Kind;"),
        ("model/role.rs", "use super::super::{data};"),
        ("model/role.rs", "use super::{Year, super::data::Kind};"),
        ("model/role.rs", "use super::{super::{data::{self, Kind}}};"),
        ("model/role.rs", "use self::super::super::data::Kind;"),
        ("model/mod.rs", "use super::data::Kind;"),
        (
            "model/mod.rs",
            "mod tests {\n    use super::super::data::Kind;\n}",
        ),
        (
            "model/role.rs",
            "fn f() -> crate::catalog::Result<()> { Ok(()) }",
        ),
        (
            "model/role.rs",
            "fn f() { println!(\"}\"); roles::render::wrap() }",
        ),
        (
            "model/role.rs",
            "macro_rules! m { () => { $crate::report::Page } }",
        ),
        ("model/role.rs", "use crate as all;"),
        ("model/role.rs", "use crate::*;"),
        ("model/role.rs", "pub use crate::Catalog;"),
        ("model/role.rs", "extern crate self as whole;"),
        ("model/role.rs", "include!(\"../catalog/mod.rs\");"),
        ("model/role.rs", "#[path = \"../data/mod.rs\"] mod data;"),
        (
            "model/role.rs",
            "#[macro_export] macro_rules! m { () => {} }",
        ),
        (
            "report/gap/page.rs",
            "use super::super::super::render::wrap;",
        ),
        (
            "report/gap/page.rs",
            "const QUOTE: char = '\"'; use crate::render::wrap; const OTHER: char = '\"';",
        ),
        (
            "report/gap/page.rs",
            "fn f<'a>(a: &'a str) { let _ = 'x'; crate::render::wrap() }",
        ),
        (
            "report/gap/page.rs",
            "/* crate::model */ use crate::commands::run;",
        ),
        (
            "report/gap/page.rs",
            "const A: &str = r#\"\"#; use crate::commands::run;",
        ),
        ("report/gap/page.rs", "use crate::cli::Output;"),
        ("cli/output.rs", "use crate::model::Level;"),
        ("cli/output.rs", "use super::super::commands::run;"),
        ("cli/output.rs", "use serde::Serialize;"),
        ("helper/mod.rs", ""),
        ("helper.rs", ""),
        ("lib.rs", "pub mod cli;\npub use commands::start;"),
        ("lib.rs", "mod helper;"),
        ("main.rs", "use roles::render::wrap;"),
    ] {
        assert!(!astray(name, text).is_empty(), "{name} may have {text}");
    }
}

#[test]
fn what_goes_the_right_way_is_let_through() {
    for (name, text) in [
        (
            "report/gap/page.rs",
            "use crate::{analysis::gap::State, model};",
        ),
        ("report/gap/page.rs", "use super::super::figure::Figure;"),
        (
            "report/gap/page.rs",
            "mod tests {\n    use super::super::super::figure::Figure;\n}",
        ),
        (
            "report/gap/page.rs",
            "mod a { mod b {} } use super::super::figure::Figure;",
        ),
        (
            "report/gap/page.rs",
            "//! [`crate::render`] draws it.\n/// ```\n/// roles::render::draw();\n/// ```",
        ),
        (
            "report/gap/page.rs",
            "const A: &str = \"crate::render\"; const B: &str = r#\"a \" crate::render\"#;",
        ),
        (
            "report/gap/page.rs",
            "pub(crate) fn f() {} pub(super) fn g() {} fn h(roles: usize) -> usize { roles }",
        ),
        ("commands/list.rs", "use crate::cli::List;"),
        (
            "cli/output.rs",
            "use clap::Args;\nuse std::path::PathBuf;\nuse super::check::Check;",
        ),
        ("lib.rs", "//! The crate.\n\npub mod cli;"),
        ("main.rs", "use roles::commands;"),
    ] {
        let wrong = astray(name, text);
        assert!(wrong.is_empty(), "{name} may not have {text}: {wrong:?}");
    }
}

#[test]
fn one_file_names_comfy_table() {
    let mut naming = Vec::new();
    each_file(&mut |name, text| {
        if heads(text).iter().any(|head| head == "comfy_table") {
            naming.push(name.to_owned());
        }
    });
    assert_eq!(naming, ["render/terminal/table.rs"]);
}

/// Every source of the program, by its name below `src`. What is there must be a room or outside of one by intent.
fn each_file(check: &mut impl FnMut(&str, &str)) {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![source.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let name = path
                    .strip_prefix(&source)
                    .unwrap()
                    .to_str()
                    .unwrap()
                    .replace('\\', "/");
                check(&name, &fs::read_to_string(&path).unwrap());
            }
        }
    }
}
