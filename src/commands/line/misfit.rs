//! What is typed that the command line has no place for. In words, with what to type instead.

use super::wrong::{Wrong, name_of};
use crate::catalog::Catalog;
use crate::cli::{Cli, Topic};
use crate::commands::layers;
use crate::commands::meant::quoted;
use crate::commands::{Failure, Meant, near};
use crate::model::{Family, Label, Level};
use clap::error::ContextKind;
use clap::{Arg, Command, Parser};
use std::ffi::OsString;

impl Wrong<'_> {
    /// A word where a command should stand: a command mistyped, or a role, a certification or a topic.
    pub fn no_command(&self) -> Failure {
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
        let catalog = layers::catalog(&[]).unwrap_or_else(|_| Catalog::bundled());
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
    pub fn unknown(&self) -> Failure {
        let typed = self.text(ContextKind::InvalidArg);
        let name = self.name();
        if !typed.starts_with('-') || typed == "-" {
            return self.too_many(&typed);
        }
        let typed = self.whole(typed);
        let option = typed.split('=').next().unwrap_or_default().to_owned();
        let longs: Vec<_> = longs(self.command()).collect();
        let begin: String = option.chars().take(2).collect();
        if longs.contains(&option) {
            return self.misplaced(&option);
        } else if self.shorts().any(|short| begin == format!("-{short}")) {
            return self.misplaced(&begin);
        }
        // A single dash is no reason not to see which option is meant.
        let looked_for = format!("--{}", option.trim_start_matches('-'));
        let meant = near(&looked_for, longs.iter().map(String::as_str));
        let meant = meant.filter(|_| option.chars().count() > 2);
        // A single letter takes a single dash.
        let short = option.strip_prefix("--");
        let short = short.filter(|letter| self.shorts().any(|short| letter.chars().eq([short])));
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
            (None, None) => {
                let line = self.as_word(&typed);
                let hint = line.map(|line| format!("put -- before it if it is no option: {line}"));
                failure.hints.extend(hint);
            }
        }
        failure
    }

    /// An option that the command has, where it cannot stand: before the command, or behind `--`.
    fn misplaced(&self, option: &str) -> Failure {
        let name = self.name();
        if let Some(line) = self.without_dashes() {
            return Failure::new(
                format!("behind --, {option} is no option"),
                format!("leave the -- out: {line}"),
            );
        }
        let hint = match self.options_behind() {
            Some(line) => format!("put it behind: {line}"),
            None => format!("put it behind {name}"),
        };
        Failure::new(format!("{option} stands before {name}"), hint)
    }

    /// The line with everything that stands before the command behind it, where it can be read then.
    fn options_behind(&self) -> Option<String> {
        let words = self.line.get(1..)?;
        let verb = self.verbs.first()?;
        let start = words.iter().position(|word| word == verb.as_str())?;
        let (before, rest) = words.split_at_checked(start)?;
        let (verbs, rest) = rest.split_at_checked(self.verbs.len())?;
        read_as(verbs.iter().chain(before).chain(rest))
    }

    /// The line without its `--`, where it can be read then.
    fn without_dashes(&self) -> Option<String> {
        let mut words: Vec<_> = self.line.iter().skip(1).collect();
        let dashes = words.iter().position(|word| *word == "--")?;
        words.remove(dashes);
        read_as(words)
    }

    /// The line with what was typed as a word and no option, where a word may be anything and the line can then be read.
    fn as_word(&self, typed: &str) -> Option<String> {
        const ANYTHING: [&str; 3] = ["WORDS", "FILE", "DIR|FILE"];
        let mut names = self
            .command()
            .get_positionals()
            .filter_map(Arg::get_value_names)
            .flatten();
        names.find(|name| ANYTHING.contains(&name.as_str()))?;
        let mut words = self.line.get(1..)?.to_vec();
        let place = words.iter().position(|word| word == typed)?;
        words.insert(place, "--".into());
        read_as(&words)
    }

    /// A word that the command has no place for.
    fn too_many(&self, word: &str) -> Failure {
        let name = self.name();
        let further = if self.command().get_positionals().next().is_some() {
            "further "
        } else {
            ""
        };
        let is_command = self.verbs.iter().any(|verb| verb == word)
            || self.command().find_subcommand(word).is_some();
        if is_command && let Some(line) = self.without_dashes() {
            return Failure::new(
                format!("behind --, {word} is no command"),
                format!("leave the -- out: {line}"),
            );
        }
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

    /// The letters that are options of the command.
    fn shorts(&self) -> impl Iterator<Item = char> + '_ {
        let arguments = self.command().get_arguments();
        arguments.filter_map(Arg::get_short)
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
    pub fn not_a_choice(&self) -> Failure {
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

    /// Two options of which only one can be given.
    pub fn conflict(&self) -> Failure {
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
}

/// A line of these words after `roles`, if it can be read.
fn read_as<'w>(words: impl IntoIterator<Item = &'w OsString>) -> Option<String> {
    let words: Vec<_> = words.into_iter().collect();
    let program = OsString::from("roles");
    Cli::try_parse_from([&program].into_iter().chain(words.iter().copied())).ok()?;
    let words = words.into_iter().map(|word| Some(quoted(word.to_str()?)));
    let words = words.collect::<Option<Vec<_>>>()?;
    Some(format!("roles {}", words.join(" ")))
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
