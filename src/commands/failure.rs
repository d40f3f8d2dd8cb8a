//! Why a command could not answer: what is wrong, and how to put it right.

use super::meant::{Meant, instead, near};
use crate::catalog::{Error, LookupError, nearest};
use crate::data::Problem;
use crate::model::Label;
use crate::render::{Meaning, inert, styled};
use std::ffi::OsString;
use std::fmt;

/// An error for people, in a line or two. The exit status is 2.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Failure {
    /// What is wrong: lower case, no full stop.
    pub message: String,
    /// What was probably meant; the first hint.
    pub meant: Option<Box<Meant>>,
    /// How to put it right, a line each.
    pub hints: Vec<String>,
    /// Things to choose from, a line each, after the hints.
    pub choices: Vec<String>,
}

impl Failure {
    /// A failure with one hint.
    pub fn new(message: impl Into<String>, hint: impl Into<String>) -> Self {
        Self {
            message: message.into(),
            hints: vec![hint.into()],
            ..Self::default()
        }
    }

    /// The same with the command to type instead, where what was meant is known.
    pub fn in_line(mut self, line: &[OsString]) -> Self {
        if let Some(meant) = &mut self.meant {
            meant.command = meant
                .typed
                .as_deref()
                .and_then(|typed| instead(line, typed, &meant.near));
        }
        self
    }

    /// What can be asked for in place of a field that is not there.
    fn of_field(message: String, name: &str, known: &[(String, Vec<String>)]) -> Self {
        let plain = |name: &str| name.trim().to_lowercase().replace('_', "-");
        let wanted = plain(name);
        let fields = known.iter().flat_map(|(_, fields)| fields);
        let spelled: Vec<_> = fields.map(|field| (plain(field), field)).collect();
        let spelled = spelled
            .iter()
            .map(|(plain, field)| (plain.as_str(), field.as_str()));
        let near = nearest(&wanted, spelled);
        let (hint, choices) = match known {
            [(_, fields)] => (format!("there are {}", fields.join(", ")), Vec::new()),
            several => {
                let line = |(section, fields): &(String, Vec<String>)| {
                    format!("{section}: {}", fields.join(", "))
                };
                let hint = "there are, section by section:".to_owned();
                (hint, several.iter().map(line).collect())
            }
        };
        Self {
            meant: near.map(|near| Meant::new(name, near)),
            choices,
            ..Self::new(message, hint)
        }
    }
}

impl Failure {
    /// The failure in lines, the words before them in colour if that may be.
    pub fn told(&self, color: bool) -> String {
        let mut lines = vec![format!(
            "{} {}",
            styled("error:", Meaning::Error, color),
            inert(&self.message)
        )];
        let meant = self.meant.as_ref().map(|meant| {
            let command = meant
                .command
                .as_deref()
                .map(|command| format!(" {command}"));
            format!(
                "did you mean {}?{}",
                meant.near,
                command.unwrap_or_default()
            )
        });
        let hints = meant.iter().chain(&self.hints);
        lines.extend(hints.map(|hint| {
            let word = styled("hint:", Meaning::Hint, color);
            format!("{word} {}", inert(hint))
        }));
        let choices = self.choices.iter();
        lines.extend(choices.map(|choice| format!("  {}", inert(choice))));
        lines.join("\n")
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.told(false))
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        match error {
            Error::Broken(problems) => broken(problems),
            error => Self::new(
                error.to_string(),
                "this is a fault in the program or its data; please report it",
            ),
        }
    }
}

/// Problems in a layer of the user's own data: the first in full, the others in a line each.
fn broken(problems: Vec<Problem>) -> Failure {
    /// How many more are shown.
    const SHOWN: usize = 4;
    let count = problems.len();
    let mut problems = problems.into_iter();
    let Some(first) = problems.next() else {
        return Failure::new("the data is wrong", "roles data check shows where");
    };
    let mut failure = Failure::from(first);
    let more = problems.take(SHOWN);
    failure.choices = more
        .map(|problem| {
            format!(
                "{}:{}:{}: {}",
                problem.file, problem.line, problem.column, problem.message
            )
        })
        .collect();
    if count > 1 {
        failure.hints.push(format!(
            "there are {count} to mend here; roles data check shows all"
        ));
    }
    failure
}

impl From<crate::render::Error> for Failure {
    fn from(error: crate::render::Error) -> Self {
        let hint = match error {
            crate::render::Error::Catalog(error) => return error.into(),
            crate::render::Error::NoField {
                ref name,
                ref known,
            } => {
                return Self::of_field(error.to_string(), name, known);
            }
            crate::render::Error::NoFields(have) => {
                return Self::new(error.to_string(), format!("--format {have} have"));
            }
            crate::render::Error::NoGraph => {
                "--format mermaid and dot draw what `roles path` answers"
            }
            crate::render::Error::NoFindings => {
                "--format sarif and github show what `roles check` finds"
            }
            crate::render::Error::NoPage => {
                "--format markdown is one page; --format html draws what the other commands answer"
            }
            crate::render::Error::Failed(_) => "try another --format",
        };
        Self::new(error.to_string(), hint)
    }
}

impl From<LookupError> for Failure {
    fn from(error: LookupError) -> Self {
        let message = error.to_string();
        match error {
            LookupError::Catalog(error) => error.into(),
            LookupError::Unknown { what, name, near } => {
                let list = match what {
                    "certification" => "`roles certs` shows every certification".to_owned(),
                    "skill" => "docs/me.md lists every skill".to_owned(),
                    "source" => "`roles sources` shows every source".to_owned(),
                    _ => format!("`roles list` shows every {what}"),
                };
                Self {
                    meant: near.map(|near| Meant::new(&name, near)),
                    ..Self::new(message, list)
                }
            }
            LookupError::Ambiguous { candidates, .. } => {
                let width = candidates
                    .iter()
                    .map(|candidate| candidate.id.len())
                    .max()
                    .unwrap_or(0);
                let named = candidates.iter().map(|candidate| {
                    format!(
                        "{:<width$}  {}: {}",
                        candidate.id, candidate.title, candidate.because
                    )
                });
                Self {
                    choices: named.collect(),
                    ..Self::new(message, "name one of these by its id")
                }
            }
        }
    }
}

/// Reads the word of a closed vocabulary that was given to an option, in any case; none where none was.
pub fn word<L: Label>(option: &str, given: Option<&str>) -> Result<Option<L>, Failure> {
    let Some(given) = given else { return Ok(None) };
    let wanted = given.trim().to_lowercase();
    let named = L::ALL
        .iter()
        .copied()
        .find(|member| member.label() == wanted);
    if let Some(member) = L::from_key(&wanted).or(named) {
        return Ok(Some(member));
    }
    let known: Vec<_> = L::ALL.iter().map(|member| member.key()).collect();
    Err(Failure {
        meant: near(given, known.iter().copied()).map(|near| Meant::new(given, near)),
        ..Failure::new(
            format!("{option} has no \"{}\"", given.trim()),
            format!("it knows {}", known.join(", ")),
        )
    })
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        let place = format!("{}:{}:{}", problem.file, problem.line, problem.column);
        let failure = Self::new(format!("{place}: {}", problem.message), problem.hint);
        let Some((what, given, known)) = misspelt(&problem.message) else {
            return failure;
        };
        let meant = near_key(given, &known).map(|near| Meant::new(given, near).elsewhere());
        let mut hints = failure.hints;
        hints.insert(0, format!("it knows {}", known.join(", ")));
        Self {
            message: format!("{place}: no {what} \"{given}\""),
            meant,
            hints,
            choices: Vec::new(),
        }
    }
}

/// What a file calls by a name that is none: `unknown field `eduction`, expected one of `education`, `years``.
fn misspelt(message: &str) -> Option<(&'static str, &str, Vec<&str>)> {
    let (what, rest) = match message.strip_prefix("unknown field `") {
        Some(rest) => ("key", rest),
        None => ("word", message.strip_prefix("unknown variant `")?),
    };
    let (given, rest) = rest.split_once("`, expected ")?;
    // Every other piece between backticks is a name.
    let known: Vec<_> = rest.split('`').skip(1).step_by(2).collect();
    (!known.is_empty()).then_some((what, given, known))
}

/// The nearest of the names as they are spelled, some with hyphens, some with underscores.
fn near_key(given: &str, known: &[&str]) -> Option<String> {
    nearest(
        &given.to_lowercase(),
        known.iter().map(|name| (*name, *name)),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_misspelt_in_a_file_is_told_like_one_in_the_line() {
        let problem = |message: &str| Problem {
            file: "me.toml".to_owned(),
            line: 2,
            column: 1,
            message: message.to_owned(),
            hint: "docs/me.md shows every key with an example".to_owned(),
        };
        let told = |message: &str| Failure::from(problem(message)).to_string();
        assert_eq!(
            told("unknown field `least-pya`, expected one of `years`, `least_pay`"),
            "error: me.toml:2:1: no key \"least-pya\"\nhint: did you mean least_pay?\nhint: it knows years, \
             least_pay\nhint: docs/me.md shows every key with an example"
        );
        assert_eq!(
            told("unknown variant `luck`, expected `problems` or `upkeep`"),
            "error: me.toml:2:1: no word \"luck\"\nhint: it knows problems, upkeep\nhint: docs/me.md shows every \
             key with an example"
        );
        assert!(
            told("duplicate key")
                .starts_with("error: me.toml:2:1: duplicate key\nhint: docs/me.md")
        );
    }
}
