//! Data flows one way: a file imports only from rooms further right.

use std::fs;
use std::path::Path;

/// The rooms from left to right.
const ROOMS: [&str; 8] = [
    "cli", "commands", "render", "report", "analysis", "catalog", "data", "model",
];

#[test]
fn a_file_imports_only_from_rooms_further_right() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for (position, room) in ROOMS.iter().enumerate() {
        each_file(&source.join(room), &mut |path, text| {
            for (other, name) in ROOMS.iter().enumerate() {
                let imports = text.contains(&format!("crate::{name}"))
                    || text.contains(&format!("roles::{name}"));
                // What can be typed is what the commands act on; nothing else may look at it.
                let allowed = other >= position || (*room == "commands" && *name == "cli");
                assert!(
                    allowed || !imports,
                    "{} imports from {name}",
                    path.display()
                );
            }
            if *room == "cli" {
                assert!(
                    !text.contains("crate::"),
                    "{} imports more than clap",
                    path.display()
                );
            }
        });
    }
}

#[test]
fn one_file_names_comfy_table() {
    let mut naming = Vec::new();
    each_file(
        &Path::new(env!("CARGO_MANIFEST_DIR")).join("src"),
        &mut |path, text| {
            if text.contains("comfy_table::") {
                naming.push(path.file_name().unwrap().to_owned());
            }
        },
    );
    assert_eq!(naming, ["table.rs"]);
}

fn each_file(folder: &Path, check: &mut impl FnMut(&Path, &str)) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            each_file(&path, check);
        } else {
            check(&path, &fs::read_to_string(&path).unwrap());
        }
    }
}
