//! A line that cannot be read: what clap says of it, and the parts that errors are made of.

use crate::cli::{Cli, prose};
use crate::commands::Failure;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, CommandFactory};
use std::ffi::OsString;

/// A line that cannot be read, and the command that it was meant for.
pub struct Wrong<'e> {
    pub error: &'e clap::Error,
    pub line: &'e [OsString],
    pub root: Command,
    /// The names of the command, `roles data check`, without the first.
    pub verbs: Vec<String>,
}

impl<'e> Wrong<'e> {
    pub fn new(error: &'e clap::Error, line: &'e [OsString]) -> Self {
        let mut root = Cli::command();
        root.build();
        let mut verbs: Vec<String> = Vec::new();
        let mut command = &root;
        for word in line.iter().skip(1).filter_map(|word| word.to_str()) {
            match command.find_subcommand(word) {
                Some(found) => {
                    verbs.push(found.get_name().to_owned());
                    command = found;
                }
                None if verbs.is_empty() => {}
                None => break,
            }
        }
        Self {
            error,
            line,
            root,
            verbs,
        }
    }

    /// The command that was typed, or the program.
    pub fn command(&self) -> &Command {
        let mut command = &self.root;
        for verb in &self.verbs {
            command = command.find_subcommand(verb).unwrap_or(command);
        }
        command
    }

    /// `roles show`
    pub fn name(&self) -> String {
        let verbs = self.verbs.iter().map(|verb| format!(" {verb}"));
        format!("roles{}", verbs.collect::<String>())
    }

    /// What is wrong, and what to type instead.
    pub fn told(self) -> Failure {
        match self.error.kind() {
            ErrorKind::InvalidSubcommand => self.no_command(),
            ErrorKind::MissingSubcommand | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
                Failure::new(
                    format!("{} needs a command", self.name()),
                    format!("`{} --help` lists every command", self.name()),
                )
            }
            ErrorKind::UnknownArgument => self.unknown(),
            ErrorKind::InvalidValue => self.not_a_choice(),
            ErrorKind::ValueValidation => self.not_a_value(),
            ErrorKind::ArgumentConflict => self.conflict(),
            ErrorKind::MissingRequiredArgument => {
                let missing = self.texts(ContextKind::InvalidArg);
                let missing = missing.iter().map(|argument| bare(argument));
                let missing = missing.collect::<Vec<_>>().join(" and ");
                self.used(format!("{} needs {missing}", self.name()))
            }
            ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
                let given = self.number(ContextKind::ActualNumValues).unwrap_or(0);
                let verb = if given == 1 { "is" } else { "are" };
                self.used(format!("{}, and {given} {verb} given", self.takes()))
            }
            ErrorKind::TooManyValues => {
                let value = self.text(ContextKind::InvalidValue);
                self.used(format!("{}, and \"{value}\" is too many", self.takes()))
            }
            ErrorKind::InvalidUtf8 => Failure::new(
                "a word of the line is not UTF-8 text",
                "type it anew; names of files may be of any kind, all else is text",
            ),
            _ => {
                let message = self.error.to_string();
                let message = message.lines().next().unwrap_or_default();
                let message = message.strip_prefix("error: ").unwrap_or(message);
                self.used(message.to_owned())
            }
        }
    }

    /// A failure that shows how the command is used, and an example.
    pub fn used(&self, message: String) -> Failure {
        let command = self.command();
        let usage = command.clone().render_usage().to_string();
        let usage = usage.trim().trim_start_matches("Usage:").trim();
        let usage = usage.lines().next().unwrap_or_default().to_owned();
        let after = command.get_after_help().map(ToString::to_string);
        let after = after.unwrap_or_default();
        let example = prose::examples(&after)
            .next()
            .map(|example| format!("for example: {example}"));
        let hints = [format!("usage: {usage}")].into_iter().chain(example);
        Failure {
            message,
            hints: hints.collect(),
            ..Failure::default()
        }
    }

    /// Where to learn something of the command.
    pub fn learn(&self, what: &str) -> String {
        format!("`{} --help` tells {what}", self.name())
    }

    /// What the argument in question is for: `--sort KEY: sort by title …`.
    pub fn meaning(&self) -> String {
        let Some(argument) = self.argument() else {
            return self.learn("what it takes");
        };
        let help = argument
            .get_help()
            .map(ToString::to_string)
            .unwrap_or_default();
        let mut letters = help.chars();
        let begin = letters
            .next()
            .map(|letter| letter.to_lowercase().to_string());
        let shown = argument.to_string().replace(['<', '>'], "");
        format!("{shown}: {}{}", begin.unwrap_or_default(), letters.as_str())
    }

    /// How many of something are taken: `roles compare takes 2 to 6 of ROLE`.
    pub fn takes(&self) -> String {
        let Some(argument) = self.argument() else {
            return format!("{} takes another number of words", self.name());
        };
        let range = argument.get_num_args().unwrap_or_default();
        let (least, most) = (range.min_values(), range.max_values());
        let what = bare(&argument.to_string()).to_owned();
        match (argument.is_positional(), least, most) {
            (_, _, 0) => format!("{what} takes no value"),
            (true, _, _) if least == most => format!("{} takes {most} of {what}", self.name()),
            (true, _, _) => format!("{} takes {least} to {most} of {what}", self.name()),
            (false, _, _) => format!("{what} takes {most}"),
        }
    }

    /// The argument in question, if clap names one that the command has.
    pub fn argument(&self) -> Option<&Arg> {
        let listed = self.text(ContextKind::InvalidArg);
        let mut arguments = self.command().get_arguments();
        arguments.find(|argument| argument.to_string() == listed)
    }

    /// The name of the option or the argument in question.
    pub fn option(&self) -> String {
        name_of(&self.text(ContextKind::InvalidArg)).to_owned()
    }

    pub fn text(&self, kind: ContextKind) -> String {
        self.texts(kind).into_iter().next().unwrap_or_default()
    }

    pub fn texts(&self, kind: ContextKind) -> Vec<String> {
        match self.error.get(kind) {
            Some(ContextValue::String(text)) => vec![text.clone()],
            Some(ContextValue::Strings(texts)) => texts.clone(),
            _ => Vec::new(),
        }
    }

    pub fn number(&self, kind: ContextKind) -> Option<isize> {
        match self.error.get(kind) {
            Some(ContextValue::Number(number)) => Some(*number),
            _ => None,
        }
    }
}

/// The name of an option without what it takes; of an argument that is none, its name.
pub fn name_of(listed: &str) -> &str {
    match listed.split_once(' ') {
        Some((option, _)) if option.starts_with('-') => option,
        _ => bare(listed),
    }
}

/// `ROLE` of `<ROLE> <ROLE>...` and of `[ROLE]`; an option as it is.
fn bare(listed: &str) -> &str {
    if listed.starts_with('-') {
        return listed;
    }
    let inner = listed.trim_start_matches(['<', '[']);
    inner.split(['>', ']']).next().unwrap_or(inner)
}
