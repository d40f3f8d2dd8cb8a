//! A line read: what is to be run, what is to be shown instead, or what is wrong with it.

use super::meant::quoted;
use super::{Failure, Meant, help, near};
use crate::catalog::Catalog;
use crate::cli::{Cli, Topic, prose};
use crate::model::{Family, Label, Level};
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, Command, CommandFactory, Parser};
use std::ffi::OsString;

/// What a line says.
pub enum Typed {
    Command(Box<Cli>),
    /// Help or the version, for standard output.
    Text(String),
}

/// Reads a line, the program's name first.
pub fn read(line: &[OsString]) -> Result<Typed, Failure> {
    if line.len() <= 1 {
        return Ok(Typed::Text(help::start()));
    }
    match Cli::try_parse_from(line) {
        Ok(cli) => Ok(Typed::Command(Box::new(cli))),
        Err(error) => match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
                let text = error.render();
                Ok(Typed::Text(if help::colored() {
                    text.ansi().to_string()
                } else {
                    text.to_string()
                }))
            }
            _ => Err(Wrong::new(&error, line).told()),
        },
    }
}

/// A line that cannot be read, and the command that it was meant for.
struct Wrong<'e> {
    error: &'e clap::Error,
    line: &'e [OsString],
    root: Command,
    /// The names of the command, `roles data check`, without the first.
    verbs: Vec<String>,
}

impl<'e> Wrong<'e> {
    fn new(error: &'e clap::Error, line: &'e [OsString]) -> Self {
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
    fn command(&self) -> &Command {
        let mut command = &self.root;
        for verb in &self.verbs {
            command = command.find_subcommand(verb).unwrap_or(command);
        }
        command
    }

    /// `roles show`
    fn name(&self) -> String {
        let verbs = self.verbs.iter().map(|verb| format!(" {verb}"));
        format!("roles{}", verbs.collect::<String>())
    }

    /// What is wrong, and what to type instead.
    fn told(self) -> Failure {
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

    /// A word where a command should stand: a command mistyped, or a role, a certification or a topic.
    fn no_command(&self) -> Failure {
        let word = self.text(ContextKind::InvalidSubcommand);
        let commands = self.command().get_subcommands().map(Command::get_name);
        let mut failure = Failure {
            meant: near(&word, commands).map(|near| Meant::new(&word, near)),
            ..Failure::new(
                format!("{} has no command \"{}\"", self.name(), word.trim()),
                format!("`{} --help` lists every command", self.name()),
            )
        };
        if !self.verbs.is_empty() || failure.meant.is_some() {
            return failure;
        }
        let catalog = Catalog::bundled();
        let about = if Topic::ALL.iter().any(|topic| topic.name == word) {
            Some(format!("it is a topic of the help: roles help {word}"))
        } else if let Ok(role) = catalog.find_role(&word) {
            Some(format!("it is a role: roles show {role}"))
        } else if let Ok(certification) = catalog.find_certification(&word) {
            Some(format!(
                "it is a certification: roles certs {certification}"
            ))
        } else {
            None
        };
        if let Some(about) = about {
            failure.hints.insert(0, about);
        }
        failure
    }

    /// An option that the command has not, or one word too many.
    fn unknown(&self) -> Failure {
        let typed = self.text(ContextKind::InvalidArg);
        let name = self.name();
        if !typed.starts_with('-') || typed == "-" {
            return self.too_many(&typed);
        }
        let typed = self.whole(typed);
        let option = typed.split('=').next().unwrap_or_default().to_owned();
        let longs: Vec<_> = longs(self.command()).collect();
        // A single dash is no reason not to see which option is meant.
        let looked_for = format!("--{}", option.trim_start_matches('-'));
        let meant = near(&looked_for, longs.iter().map(String::as_str));
        let meant = meant.filter(|_| option.chars().count() > 2);
        // A single letter takes a single dash.
        let short = option.strip_prefix("--").filter(|letter| {
            let mut shorts = self.command().get_arguments().filter_map(Arg::get_short);
            shorts.any(|short| letter.chars().eq([short]))
        });
        let meant = short.map(|letter| format!("-{letter}")).or(meant);
        let elsewhere = self
            .root
            .get_subcommands()
            .find(|command| longs_own(command).any(|long| long == option));
        let mut failure = Failure::new(
            format!("{name} has no option {option}"),
            self.learn("its options"),
        );
        match (meant, elsewhere) {
            (Some(near), _) => failure.meant = Some(Meant::new(&option, near)),
            (None, Some(command)) => {
                let hint = format!("roles {} has it: `roles {0} --help`", command.get_name());
                failure.hints.insert(0, hint);
            }
            (None, None) if self.command().get_positionals().next().is_some() => {
                let word = quoted(&typed);
                let hint = format!("put -- before it if it is no option: {name} -- {word}");
                failure.hints.push(hint);
            }
            (None, None) => {}
        }
        failure
    }

    /// A word that the command has no place for.
    fn too_many(&self, word: &str) -> Failure {
        let name = self.name();
        let further = if self.command().get_positionals().next().is_some() {
            "further "
        } else {
            ""
        };
        let mut failure = self.used(format!("{name} takes no {further}\"{word}\""));
        let known = match self.verbs.as_slice() {
            [verb] if verb == "list" && Family::from_key(word).is_some() => Some("family"),
            [verb] if verb == "list" && Level::from_key(word).is_some() => Some("level"),
            _ => None,
        };
        if let Some(option) = known {
            failure.hints = vec![format!("it is a {option}: {name} --{option} {word}")];
        }
        failure
    }

    /// An option as it was typed: of `-width`, clap only sees `-w`.
    fn whole(&self, option: String) -> String {
        let words = self.line.iter().skip(1).filter_map(|word| word.to_str());
        let mut like = words.filter(|word| word.starts_with(&option));
        match like.next() {
            Some(word) if !option.starts_with("--") => word.to_owned(),
            _ => option,
        }
    }

    /// A word that is none of those an option takes.
    fn not_a_choice(&self) -> Failure {
        let (option, value) = (self.option(), self.text(ContextKind::InvalidValue));
        let known = self.texts(ContextKind::ValidValue);
        let hint = if known.is_empty() {
            self.meaning()
        } else {
            format!("it knows {}", known.join(", "))
        };
        if value.is_empty() {
            return Failure::new(format!("{option} needs a value"), hint);
        }
        Failure {
            meant: near(&value, known.iter().map(String::as_str))
                .map(|near| Meant::new(&value, near)),
            ..Failure::new(format!("{option} has no \"{value}\""), hint)
        }
    }

    /// A value that an option cannot have, a number for the most part.
    fn not_a_value(&self) -> Failure {
        let (option, value) = (self.option(), self.text(ContextKind::InvalidValue));
        let why = std::error::Error::source(self.error).map(ToString::to_string);
        let why = why.unwrap_or_default();
        let range = why.split_once(" is not in ").map(|(_, range)| range);
        let hint = match range.and_then(|range| range.split_once("..=")) {
            Some((least, most)) => format!("give a whole number from {least} to {most}"),
            None if why.contains("zero") => "give a whole number from 1 up".to_owned(),
            None if why.contains("digit") || why.contains("integer") || why.contains("number") => {
                "give a whole number".to_owned()
            }
            None => why,
        };
        let mut failure = Failure::new(format!("{option} cannot be \"{value}\""), self.meaning());
        if !hint.is_empty() {
            failure.hints.insert(0, hint);
        }
        failure
    }

    /// Two options of which only one can be given.
    fn conflict(&self) -> Failure {
        let one = self.option();
        let others = self.texts(ContextKind::PriorArg);
        let others: Vec<_> = others.iter().map(|other| name_of(other)).collect();
        let message = if others.iter().all(|other| *other == one) {
            format!("{one} is given twice")
        } else if one.starts_with('-') {
            format!("{one} does not go with {}", others.join(" and "))
        } else {
            format!("{} does not go with {one}", others.join(" and "))
        };
        let options = others.iter().copied().chain([one.as_str()]);
        // A flag is the least to lose.
        let mut options: Vec<_> = options.filter_map(|option| self.find(option)).collect();
        options.sort_by_key(|option| option.get_action().takes_values());
        let rest = options.into_iter().find_map(|option| self.without(option));
        let hint = match rest {
            Some(line) => format!("leave one out: {line}"),
            None => "leave one out".to_owned(),
        };
        Failure::new(message, hint)
    }

    /// The option of the command with this name, `--format`.
    fn find(&self, option: &str) -> Option<&Arg> {
        let mut arguments = self.command().get_arguments();
        arguments.find(|argument| {
            let long = argument.get_long();
            long.is_some_and(|long| option.strip_prefix("--") == Some(long))
        })
    }

    /// The line without an option and its value, once.
    fn without(&self, option: &Arg) -> Option<String> {
        let name = format!("--{}", option.get_long()?);
        let mut words = vec!["roles".to_owned()];
        let mut found = false;
        let mut typed = self.line.iter().skip(1);
        while let Some(word) = typed.next() {
            let word = word.to_str()?;
            if !found && word == name {
                found = true;
                if option.get_action().takes_values() {
                    typed.next();
                }
            } else if !found
                && word
                    .strip_prefix(&name)
                    .is_some_and(|rest| rest.starts_with('='))
            {
                found = true;
            } else {
                words.push(quoted(word));
            }
        }
        found.then(|| words.join(" "))
    }

    /// A failure that shows how the command is used, and an example.
    fn used(&self, message: String) -> Failure {
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
    fn learn(&self, what: &str) -> String {
        format!("`{} --help` tells {what}", self.name())
    }

    /// What the argument in question is for: `--sort KEY: sort by title …`.
    fn meaning(&self) -> String {
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
    fn takes(&self) -> String {
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
    fn argument(&self) -> Option<&Arg> {
        let listed = self.text(ContextKind::InvalidArg);
        let mut arguments = self.command().get_arguments();
        arguments.find(|argument| argument.to_string() == listed)
    }

    /// The name of the option or the argument in question.
    fn option(&self) -> String {
        name_of(&self.text(ContextKind::InvalidArg)).to_owned()
    }

    fn text(&self, kind: ContextKind) -> String {
        self.texts(kind).into_iter().next().unwrap_or_default()
    }

    fn texts(&self, kind: ContextKind) -> Vec<String> {
        match self.error.get(kind) {
            Some(ContextValue::String(text)) => vec![text.clone()],
            Some(ContextValue::Strings(texts)) => texts.clone(),
            _ => Vec::new(),
        }
    }

    fn number(&self, kind: ContextKind) -> Option<isize> {
        match self.error.get(kind) {
            Some(ContextValue::Number(number)) => Some(*number),
            _ => None,
        }
    }
}

/// The name of an option without what it takes; of an argument that is none, its name.
fn name_of(listed: &str) -> &str {
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

/// The long options of a command, `--format`.
fn longs(command: &Command) -> impl Iterator<Item = String> + '_ {
    let longs = command.get_arguments().filter_map(Arg::get_long);
    longs.map(|long| format!("--{long}"))
}

/// Those that not every command has.
fn longs_own(command: &Command) -> impl Iterator<Item = String> + '_ {
    let own = command
        .get_arguments()
        .filter(|argument| !argument.is_global_set());
    own.filter_map(Arg::get_long)
        .map(|long| format!("--{long}"))
}
