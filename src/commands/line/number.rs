//! A value that an option cannot have, and what it may be. In words.

use super::wrong::Wrong;
use crate::cli::Cli;
use crate::commands::Failure;
use crate::commands::meant::corrected;
use clap::Parser;
use clap::error::ContextKind;

impl Wrong<'_> {
    /// A value that an option cannot have, a number for the most part.
    pub fn not_a_value(&self) -> Failure {
        let (option, value) = (self.option(), self.text(ContextKind::InvalidValue));
        let why = cause(self.error);
        let range = range(&why).or_else(|| self.beyond(&value));
        let range = range.as_ref().map(|(least, most)| (least, most));
        let hint = match range {
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

    /// The numbers from which a value can be chosen: what is said of one that is beyond them all.
    fn beyond(&self, value: &str) -> Option<(String, String)> {
        const FAR: &str = "9999999999999999";
        let value = value.trim();
        let line = self.line.iter().map(|word| {
            let word = word.to_str()?;
            Some(corrected(word, value, FAR).unwrap_or_else(|| word.to_owned()))
        });
        let line: Vec<_> = line.collect::<Option<_>>()?;
        range(&cause(&Cli::try_parse_from(line).err()?))
    }
}

/// What made a value unfit, as clap has it.
fn cause(error: &clap::Error) -> String {
    let cause = std::error::Error::source(error).map(ToString::to_string);
    cause.unwrap_or_default()
}

/// The least and the most of `5 is not in 20..=1000`.
fn range(why: &str) -> Option<(String, String)> {
    let (_, range) = why.split_once(" is not in ")?;
    let (least, most) = range.split_once("..=")?;
    Some((least.to_owned(), most.to_owned()))
}
