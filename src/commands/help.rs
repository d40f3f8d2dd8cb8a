//! `roles help`, and what `roles` alone shows.

use super::settings::is_table;
use super::{Answer, Failure, Meant, near, prose, settings};
use crate::cli::{self, Cli, START, Topic};
use clap::builder::StyledStr;
use clap::{CommandFactory, Parser};

/// The help of a command, a topic, or everything.
pub fn run(arguments: &cli::Help, output: &cli::Output) -> Result<Answer, Failure> {
    only_text(output, "help")?;
    let settings = settings::resolve(output);
    let text = match arguments.words.as_slice() {
        [word] if topic(word).is_some() => {
            let topic = topic(word).map_or("", |topic| topic.text);
            prose::draw(topic, settings.width, settings.color)
        }
        words => {
            let help = help_of(words, output)?;
            if settings.color {
                help.ansi().to_string()
            } else {
                help.to_string()
            }
        }
    };
    Ok(Answer::of(text))
}

/// The topic of a name, in any case.
fn topic(name: &str) -> Option<Topic> {
    let wanted = name.trim().to_lowercase().replace(['_', ' '], "-");
    Topic::ALL.into_iter().find(|topic| topic.name == wanted)
}

/// The long help of a command, as `--help` gives it; no words mean the program's.
fn help_of(words: &[String], output: &cli::Output) -> Result<StyledStr, Failure> {
    let mut command = Cli::command();
    if let Some(width) = output.width {
        command = command.term_width(usize::from(width));
    }
    command.build();
    let mut found = &mut command;
    for (position, word) in words.iter().enumerate() {
        let wanted = word.trim().to_lowercase();
        let at_root = position == 0;
        let names: Vec<_> = found
            .get_subcommands()
            .map(|command| command.get_name().to_owned())
            .chain(
                at_root
                    .then_some(Topic::ALL)
                    .into_iter()
                    .flatten()
                    .map(|topic| topic.name.to_owned()),
            )
            .collect();
        found = match found.find_subcommand_mut(&wanted) {
            Some(command) => command,
            None => {
                let above = words.get(..position).unwrap_or_default().join(" ");
                return Err(unknown(word, &above, names.iter().map(String::as_str)));
            }
        };
    }
    Ok(found.render_long_help())
}

/// `above` is the command that should have the word as a command of its own; empty for the program.
pub fn unknown<'n>(word: &str, above: &str, names: impl Iterator<Item = &'n str>) -> Failure {
    let word = word.trim();
    let message = if above.is_empty() {
        format!("no command or topic \"{word}\"")
    } else {
        format!("roles {above} has no command \"{word}\"")
    };
    Failure {
        meant: near(word, names).map(|near| Meant::new(word, near)),
        ..Failure::new(message, "`roles help` lists every command and topic")
    }
}

/// What `roles` alone shows: where to begin, in less than a screen.
pub fn start() -> String {
    let (room, color) = as_typed();
    let command = Cli::command();
    let about = command.get_about().map(ToString::to_string);
    let about = format!("{}.", about.unwrap_or_default());
    let mut text = prose::set(&about, room, "", "");
    text.push('\n');
    text.push_str(&prose::draw(&START.join("\n"), room, color));
    text.push('\n');
    text.push_str(&prose::heading("Commands:", color));
    let shown = command
        .get_subcommands()
        .filter(|command| !command.is_hide_set() && !SETTING_UP.contains(&command.get_name()));
    for command in shown {
        let about = command.get_about().map(ToString::to_string);
        let first = format!("  {:<9}", command.get_name());
        text.push_str(&prose::set(
            &about.unwrap_or_default(),
            room,
            &first,
            "           ",
        ));
    }
    let topics = Topic::ALL.map(|topic| topic.name).join(", ");
    text.push('\n');
    for line in [
        format!("See roles help COMMAND or TOPIC: {topics}."),
        "With roles completions SHELL your shell completes all this.".to_owned(),
    ] {
        text.push_str(&prose::set(&line, room, "", ""));
    }
    text
}

/// The width and whether to colour, where no option says so.
fn as_typed() -> (usize, bool) {
    let typed = Cli::try_parse_from(["roles", "help"]);
    typed.map_or((80, false), |cli| {
        let settings = settings::resolve(&cli.output);
        (settings.width, settings.color)
    })
}

/// Commands that are no part of the work itself.
const SETTING_UP: [&str; 3] = ["help", "completions", "man"];

/// Refuses formats for what is text and nothing else.
pub fn only_text(output: &cli::Output, verb: &str) -> Result<(), Failure> {
    if !is_table(output) {
        let message = format!("`roles {verb}` gives text, and in no other format");
        return Err(Failure::new(message, "leave --format and --json out"));
    }
    Ok(())
}
