//! Running the program as a process, with nothing of the caller's environment.

use clap::ValueEnum;
use roles::cli::FormatName;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::LazyLock;

/// The name of every format that there is.
pub static FORMATS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let formats = FormatName::value_variants().iter();
    let names = formats.map(|format| format.to_possible_value().unwrap().get_name().to_owned());
    names.map(|name| &*name.leak()).collect()
});

/// Runs `roles` with these arguments and no environment.
pub fn output(arguments: &[&str]) -> Output {
    command().args(arguments).output().unwrap()
}

/// The program, with no environment.
pub fn command() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_roles"));
    command.env_clear();
    command
}

/// What a command does, whole: what it prints, what it complains of, and how it ends.
pub fn behaviour(arguments: &[&str]) -> String {
    told(arguments, output(arguments))
}

/// The same, in a folder.
pub fn behaviour_in(folder: &Path, arguments: &[&str]) -> String {
    let output = command().current_dir(folder).args(arguments).output();
    told(arguments, output.unwrap())
}

fn told(arguments: &[&str], output: Output) -> String {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let quoted = arguments.iter().map(|argument| {
        if argument.contains(' ') {
            format!("\"{argument}\"")
        } else {
            (*argument).to_owned()
        }
    });
    format!(
        "$ roles {}\n{}--- stderr\n{}--- exit status {}\n",
        quoted.collect::<Vec<_>>().join(" "),
        text(&output.stdout),
        text(&output.stderr),
        output.status.code().unwrap(),
    )
}

/// What a command prints; it must end well.
pub fn stdout(arguments: &[&str]) -> String {
    let output = output(arguments);
    assert!(
        output.status.success(),
        "{arguments:?}: {}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}

/// What a command prints with `--json`, read.
pub fn json(arguments: &[&str]) -> serde_json::Value {
    let arguments: Vec<_> = arguments.iter().copied().chain(["--json"]).collect();
    serde_json::from_str(&stdout(&arguments)).unwrap()
}
