//! Why a command could not answer: what is wrong, and how to put it right.

use crate::catalog::{Error, LookupError};
use crate::data::Problem;
use crate::model::Label;
use crate::render::{Meaning, inert, styled};
use std::fmt;

/// An error for people, in a line or two. The exit status is 2.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What is wrong: lower case, no full stop.
    pub message: String,
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
            choices: Vec::new(),
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
        let hints = self.hints.iter();
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
        Self::new(
            error.to_string(),
            "this is a fault in the program or its data; please report it",
        )
    }
}

impl From<crate::render::Error> for Failure {
    fn from(error: crate::render::Error) -> Self {
        let hint = match error {
            crate::render::Error::NoGraph => {
                "--format mermaid and dot draw what `roles path` answers"
            }
            crate::render::Error::NoFindings => {
                "--format sarif and github show what `roles check` finds"
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
            LookupError::Unknown { what, near, .. } => {
                let list = match what {
                    "certification" => "`roles certs` shows every certification".to_owned(),
                    "skill" => "docs/me.md lists every skill".to_owned(),
                    "source" => "`roles sources` shows every source".to_owned(),
                    _ => format!("`roles list` shows every {what}"),
                };
                let near = near.map(|near| format!("did you mean {near}?"));
                let hints = near.into_iter().chain([list]);
                Self {
                    message,
                    hints: hints.collect(),
                    choices: Vec::new(),
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
                let hints = vec!["name one of these by its id".to_owned()];
                Self {
                    message,
                    hints,
                    choices: named.collect(),
                }
            }
        }
    }
}

/// Reads a word of a closed vocabulary, in any case.
pub fn word<L: Label>(option: &str, given: &str) -> Result<L, Failure> {
    let wanted = given.trim().to_lowercase();
    let named = L::ALL
        .iter()
        .copied()
        .find(|member| member.label() == wanted);
    L::from_key(&wanted).or(named).ok_or_else(|| {
        let known: Vec<_> = L::ALL.iter().map(|member| member.key()).collect();
        Failure::new(
            format!("{option} has no \"{given}\""),
            format!("it knows {}", known.join(", ")),
        )
    })
}

impl From<Problem> for Failure {
    fn from(problem: Problem) -> Self {
        let place = format!("{}:{}:{}", problem.file, problem.line, problem.column);
        Self::new(format!("{place}: {}", problem.message), problem.hint)
    }
}
