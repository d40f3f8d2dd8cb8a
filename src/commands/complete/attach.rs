//! The command line with what each of its words may become. An argument is known by what its value is called.

use super::candidates::{self, Candidate, matching};
use super::words::{Words, read};
use crate::catalog::{Catalog, Result};
use crate::cli::Cli;
use crate::commands::home;
use crate::model::{Family, Level, Lifecycle, is_plain};
use crate::report::{certs, list};
use clap::{Arg, Command, CommandFactory, ValueHint};
use clap_complete::engine::{
    ArgValueCompleter, CompletionCandidate, PathCompleter, ValueCompleter,
};
use std::ffi::OsStr;

/// The command line for a line that is being typed.
pub fn command(words: &Words) -> Command {
    attached(Cli::command(), words)
}

fn attached(command: Command, words: &Words) -> Command {
    let verb = command.get_name().to_owned();
    command
        .mut_args(|argument| with_values(argument, &verb, words))
        .mut_subcommands(|command| attached(command, words))
}

/// An argument with what its value may be, if that is something the program knows.
fn with_values(argument: Arg, verb: &str, words: &Words) -> Arg {
    let names = argument.get_value_names().unwrap_or_default();
    let name = names.first().map(|name| name.as_str().to_owned());
    let is_base = argument.get_long() == Some("base");
    let (words, typed, listed) = (words.clone(), words.clone(), words.clone());
    let known = move |all: fn(&Catalog, &[String]) -> Result<Vec<Candidate>>| {
        let catalog = typed.catalog();
        let given = typed.roles(&catalog);
        all(&catalog, &given).unwrap_or_default()
    };
    match (name.as_deref(), verb) {
        (Some("ROLE"), "compare") if is_base => {
            offer(argument, listed, move || known(candidates::bases))
        }
        (Some("ROLE" | "FROM" | "TO"), _) => {
            offer(argument, listed, move || known(candidates::roles))
        }
        (Some("ROLE|SOC"), _) => offer(argument, listed, move || {
            known(|catalog, _| candidates::series(catalog))
        }),
        (Some("CERT"), _) => offer(argument, listed, move || {
            known(|catalog, _| candidates::certifications(catalog))
        }),
        (Some("SOURCE"), _) => offer(argument, listed, move || {
            known(|catalog, _| candidates::sources(catalog))
        }),
        (Some("SECTION"), _) => offer(argument, listed, candidates::sections),
        (Some("FAMILY"), _) => offer(argument, listed, candidates::labels::<Family>),
        (Some("LEVEL"), _) => offer(argument, listed, candidates::labels::<Level>),
        (Some("STATUS"), _) => offer(argument, listed, candidates::labels::<Lifecycle>),
        (Some("KEY"), "list") => offer(argument, listed, candidates::labels::<list::Sort>),
        (Some("KEY"), "certs") => offer(argument, listed, candidates::labels::<certs::Sort>),
        (Some("RULE"), _) => offer(argument, listed, candidates::rules),
        (Some("COMMAND"), "man") => offer(argument, listed, move || candidates::commands(&words)),
        (Some("COMMAND|TOPIC"), _) => offer(argument, listed, move || candidates::help(&words)),
        (Some("NAME"), "schema") => offer(argument, listed, candidates::schemas),
        (Some("FIELD"), _) if argument.is_global_set() => {
            offer(argument, listed, move || candidates::fields(&words))
        }
        _ if argument.get_value_hint() == ValueHint::AnyPath => {
            argument.add(ArgValueCompleter::new(paths))
        }
        _ => argument,
    }
}

/// The files and folders that a path may become, but for those whose names cannot be shown in a line.
fn paths(typed: &OsStr) -> Vec<CompletionCandidate> {
    if !home::is_named() && typed.as_encoded_bytes().starts_with(b"~") {
        return Vec::new();
    }
    let mut found = PathCompleter::any().complete(typed);
    found.retain(|path| path.get_value().to_str().is_some_and(is_plain));
    found
}

fn offer(
    argument: Arg,
    words: Words,
    all: impl Fn() -> Vec<Candidate> + Send + Sync + 'static,
) -> Arg {
    argument.add(ArgValueCompleter::new(move |typed: &OsStr| {
        let found = matching(all(), &read(&typed.to_string_lossy())).into_iter();
        let found = found.filter(|candidate| !words.has(&candidate.value));
        let found = found.map(|candidate| {
            let about = (!candidate.about.is_empty()).then(|| candidate.about.into());
            CompletionCandidate::new(candidate.value).help(about)
        });
        found.collect::<Vec<_>>()
    }))
}
