//! What a word on a line may become, for the shells. The scripts of `roles completions` ask with `$COMPLETE` set.

mod attach;
mod candidates;
mod fields;
mod shell;
mod words;

use super::Outcome;
use std::env;
use std::ffi::{OsStr, OsString};
use std::io::Write;
use words::Words;

/// The variable that names the shell that asks.
const VARIABLE: &str = "COMPLETE";

/// Answers a shell that asks; none where none does. The words of its line stand after `--`, the last being completed.
///
/// Of a run that is no such question this costs one look into the environment.
pub fn answer(line: &[OsString], out: &mut dyn Write) -> Option<Outcome> {
    let shell = env::var_os(VARIABLE)?;
    // A value that names no shell is another program's.
    let shell = shell::named(&shell)?;
    let written = match line {
        [program] => {
            let script = shell::script(shell, program);
            out.write_all(script.as_bytes())
        }
        [_, dashes, typed @ ..] if dashes == "--" && !typed.is_empty() => {
            let typed = shell::joined(shell, typed);
            let words = Words::new(&typed);
            let mut command = attach::command(&words);
            let mut text = Vec::new();
            let here = env::current_dir().ok();
            // What begins with no command goes on with nothing.
            let verb = words.plain(&command).first().copied();
            if verb.is_none_or(|verb| command.find_subcommand(verb).is_some()) {
                // Where nothing can be made of a line, there is nothing to offer.
                let _ = shell.write_complete(&mut command, typed, here.as_deref(), &mut text);
            }
            out.write_all(&text)
        }
        _ => return None,
    };
    // A shell that has stopped listening misses nothing.
    let _ = written.and_then(|()| out.flush());
    Some(Outcome::Done)
}

/// The script that has the shell of this name ask the program that is called so.
pub fn script_for(shell: &str, program: &OsStr) -> String {
    let shell = shell::named(OsStr::new(shell));
    shell.map_or_else(String::new, |shell| shell::script(shell, program))
}
