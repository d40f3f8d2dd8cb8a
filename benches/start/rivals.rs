//! What a user would type instead: jq over the same data as JSON, sqlite3 over it in a database, and a short Python script.
//!
//! The filters, queries and scripts are files of benches/rivals, whose README says what they leave out.

use crate::process::{Run, found, medians, spoken, thousands};
use crate::{Result, Setting};
use serde_json::Value;
use std::fs;
use std::path::Path;
use std::process::Command;

/// What is asked: the name of the rivals' files, what `roles` is given, and a word that every answer has to hold.
const QUESTIONS: [(&str, &[&str], &str); 6] = [
    ("show", &["show", "it-manager", "--json"], "175140"),
    ("list", &["list"], "network-engineer"),
    (
        "compare",
        &["compare", "it-support", "tech-pm"],
        "Troubleshooting",
    ),
    (
        "gap",
        &["gap", "it-support", "tech-pm"],
        "Database management",
    ),
    ("path", &["path", "it-technician", "cio"], ""),
    ("check", &["check", "examples/article.md"], "MCSA"),
];

const ROUNDS: usize = 50;

/// Makes the rivals' data, and prints a line for each question.
pub fn run(setting: &Setting) -> Result<()> {
    let folder = setting.scratch.join("rivals");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder)?;
    let json = folder.join("roles.json");
    fs::write(&json, report(&setting.roles)?.to_string())?;
    let tools: Vec<_> = ["jq", "sqlite3", "python3"]
        .into_iter()
        .filter(|tool| {
            let there = found(tool) && (*tool != "sqlite3" || database(&folder).is_ok());
            if !there {
                println!("{tool} is not found, or too old: left out");
            }
            there
        })
        .collect();

    println!(
        "rivals: median of {ROUNDS} processes each, in turns; ratios of the rivals are to roles\n"
    );
    print!("{:>9}  {:>9}  {:>12}", "roles", "to empty", "instructions");
    for tool in &tools {
        print!("  {:>17}", *tool);
    }
    println!("  question");
    let empty = Run::new(&setting.empty, &[""; 0]);
    for (name, arguments, word) in QUESTIONS {
        let roles = Run::new(&setting.roles, arguments);
        let rivals: Vec<_> = tools
            .iter()
            .map(|tool| rival(tool, name, &folder))
            .collect::<Result<_>>()?;
        for run in [&roles].into_iter().chain(&rivals) {
            if !run.output()?.contains(word) {
                return Err(format!("`{}` does not tell of {word}", run.typed()).into());
            }
        }
        let all: Vec<_> = [&empty, &roles].into_iter().chain(&rivals).collect();
        let times = medians(&all, ROUNDS)?;
        let [base, own, others @ ..] = times.as_slice() else {
            continue;
        };
        print!(
            "{:>9}  {:>9.2}  {:>12}",
            spoken(*own),
            own.as_secs_f64() / base.as_secs_f64(),
            thousands(roles.instructions())
        );
        for time in others {
            let ratio = time.as_secs_f64() / own.as_secs_f64();
            print!("  {:>17}", format!("{} ({ratio:.1})", spoken(*time)));
        }
        println!("  roles {}", arguments.join(" "));
    }
    println!(
        "an empty program takes {} instructions",
        thousands(empty.instructions())
    );
    Ok(())
}

/// How a tool answers a question.
fn rival(tool: &str, name: &str, folder: &Path) -> Result<Run> {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/rivals");
    let file = |ending: &str| kept.join(format!("{name}.{ending}")).display().to_string();
    let json = folder.join("roles.json").display().to_string();
    Ok(match tool {
        "jq" => {
            let options = if name == "show" { "-c" } else { "-r" };
            let mut arguments = vec![options.to_owned(), "-f".to_owned(), file("jq"), json];
            if name == "check" {
                arguments
                    .extend(["--rawfile", "article", "examples/article.md"].map(str::to_owned));
            }
            Run::new(tool, &arguments)
        }
        "sqlite3" => {
            let database = folder.join("roles.db").display().to_string();
            // A dot command ends with its line, so a query that begins with one is read as a file.
            let query = format!(".read {}", file("sql"));
            Run::new(tool, &["-readonly".to_owned(), database, query])
        }
        _ => Run::new(interpreter(), &[file("py"), json]),
    })
}

/// The interpreter itself: `python3` may be a script that looks for it first, which would count against it.
fn interpreter() -> String {
    let asked = Run::new("python3", &["-c", "import sys; print(sys.executable)"]).output();
    asked.map_or_else(|_| "python3".to_owned(), |path| path.trim().to_owned())
}

/// Everything that `roles` says of its roles and certifications, as one document.
fn report(roles: &Path) -> Result<Value> {
    let ask = |arguments: &[&str]| -> Result<Value> {
        let text = Run::new(roles, arguments).output()?;
        Ok(serde_json::from_str(&text)?)
    };
    let list = ask(&["list", "--json"])?;
    let shown: Result<Vec<_>> = list
        .pointer("/roles")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|role| role.pointer("/id")?.as_str())
        .map(|id| Ok(ask(&["show", id, "--json"])?.pointer("/role").cloned()))
        .collect();
    let certifications = ask(&["certs", "--json"])?
        .pointer("/certifications")
        .cloned();
    Ok(serde_json::json!({ "roles": shown?, "certifications": certifications }))
}

/// Puts the JSON into a database, by schema.sql.
fn database(folder: &Path) -> Result<()> {
    let schema = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/rivals/schema.sql");
    let status = Command::new("sqlite3")
        .current_dir(folder)
        .args(["-bail", "roles.db"])
        .arg(format!(".read {}", schema.display()))
        .status()?;
    if status.success() {
        Ok(())
    } else {
        Err("sqlite3 does not make the database".into())
    }
}
