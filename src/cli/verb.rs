//! A line read by the verb that it is about, which costs a fraction of reading it by all there are. In the cli room.

use super::{Cli, Command, Output};
use clap::{Args, FromArgMatches};
use std::ffi::OsString;

impl Cli {
    /// A line with its verb before the options that go with any, which may be typed before it; none where none are.
    ///
    /// clap would take what stands after the verb for all there is: of `--data A list --data B` it would lose `A`.
    pub fn verb_first(line: &[OsString]) -> Option<Vec<OsString>> {
        let (program, rest) = line.split_first()?;
        // Most lines begin with their verb.
        rest.first()
            .filter(|word| word.as_encoded_bytes().starts_with(b"-"))?;
        let options = Output::augment_args(clap::Command::new("roles"));
        let mut before = 0;
        let verb = loop {
            let word = rest.get(before)?.to_str()?;
            before += match (word.strip_prefix("--"), word.strip_prefix('-')) {
                (Some(long), _) => {
                    let name = long.split('=').next();
                    let mut options = options.get_arguments();
                    let option = options.find(|option| option.get_long() == name)?;
                    let apart = option.get_action().takes_values() && !long.contains('=');
                    1 + usize::from(apart)
                }
                (None, Some(short)) => {
                    let mut letters = short.chars();
                    let letter = letters.next();
                    let mut options = options.get_arguments();
                    let option =
                        options.find(|option| letter.is_some() && option.get_short() == letter)?;
                    option.get_action().takes_values().then_some(())?;
                    1 + usize::from(letters.as_str().is_empty())
                }
                (None, None) => break word,
            };
        };
        Command::alone(verb)?;
        let (options, rest) = rest.split_at_checked(before)?;
        let (verb, rest) = rest.split_first()?;
        let words = [program, verb].into_iter().chain(options).chain(rest);
        Some(words.cloned().collect())
    }

    /// Reads a line, the program's name first, that begins with a verb, knowing nothing but that verb. What it reads is what
    /// [`clap::Parser::try_parse_from`] reads, in a fraction of the time: that declares every verb, each with all the options
    /// that go with any. None where the line does not begin so or is wrong, or asks for help; the whole knows what to say.
    pub fn of_verb(line: &[OsString]) -> Option<Self> {
        let (word, rest) = line.get(1..)?.split_first()?;
        let word = word.to_str()?;
        let (declare, read) = Command::alone(word)?;
        let verb = clap::Command::new("roles").no_binary_name(true);
        let mut verb = declare(Output::augment_args(verb));
        let found = verb.try_get_matches_from_mut(rest).ok()?;
        Some(Self {
            command: read(&found).ok()?,
            output: Output::from_arg_matches(&found).ok()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::{CommandFactory, Parser};
    use proptest::prelude::*;

    /// Words of which lines are made, options and values of every command and some of none.
    fn words() -> Vec<String> {
        let mut root = Cli::command();
        root.build();
        let mut words = vec![];
        let mut below: Vec<_> = root.get_subcommands().cloned().collect();
        while let Some(command) = below.pop() {
            words.push(command.get_name().to_owned());
            words.extend(
                command
                    .get_arguments()
                    .filter_map(|argument| Some(format!("--{}", argument.get_long()?))),
            );
            below.extend(command.get_subcommands().cloned());
        }
        for other in "it-support tech-pm json 80 1 -k -o -h -V --json=1 --width=90 --section=pay,outlook -- - -x --nonsense".split(' ') {
            words.extend([other.to_owned(), other.to_owned()]);
        }
        words.sort();
        words
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1500))]

        #[test]
        fn a_verb_alone_reads_what_the_whole_reads(
            verb in prop::sample::select(Cli::command().get_subcommands().map(|verb| verb.get_name().to_owned()).collect::<Vec<_>>()),
            words in prop::collection::vec(prop::sample::select(words()), 0..5),
        ) {
            let line: Vec<OsString> = ["roles".to_owned(), verb].into_iter().chain(words).map(OsString::from).collect();
            let alone = Cli::of_verb(&line).map(|cli| format!("{cli:?}"));
            let whole = Cli::try_parse_from(&line).ok().map(|cli| format!("{cli:?}"));
            prop_assert_eq!(alone, whole);
        }
    }
}
