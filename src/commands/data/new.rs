//! `roles data new`

use super::skeleton::{Begun, Skeleton};
use crate::catalog::Catalog;
use crate::cli::{KindName, NewData, Output};
use crate::commands::meant::quoted;
use crate::commands::{Answer, Failure, answer, layers};
use crate::data::Kind;
use crate::report::data::new::DataNew;
use std::fs;
use std::path::PathBuf;

/// Begins a file in the last folder of `--data`, or in the user's own.
pub fn run(arguments: &NewData, output: &Output) -> Result<Answer, Failure> {
    let given = output.data.last().cloned();
    let root = given.clone().or_else(layers::user_folder).ok_or_else(|| {
        let id = quoted(&arguments.id);
        let hint = format!("say where to: roles data new {id} --data my-data");
        Failure::new("you have no home folder to begin a file in", hint)
    })?;
    let id = arguments.id.trim().to_owned();
    let kind = match arguments.kind {
        Some(KindName::Role) => Kind::Role,
        Some(KindName::Occupation) => Kind::Occupation,
        Some(KindName::Certification) => Kind::Certification,
        Some(KindName::Skill) => Kind::Skill,
        Some(KindName::Source) => Kind::Source,
        None if is_soc(&id) => Kind::Occupation,
        None => Kind::Role,
    };
    let retry = Retry { arguments, output };
    retry.check_id(&id, kind)?;
    // The folder to begin in need not be there yet.
    let mut folders = output.data.clone();
    folders.pop_if(|last| !last.exists());
    let catalog = layers::catalog(&folders)?;
    retry.check_known(&id, kind, &catalog)?;
    let skeleton = Skeleton::new(kind, &id, arguments.patch, &root, &catalog);
    drawable(&id, kind, output)?;
    create(&root)?;
    let Begun { file, also } = skeleton.write(&root)?;
    let shown = quoted(&root.to_string_lossy());
    let option = given.map_or_else(String::new, |_| format!(" --data {shown}"));
    let look = match kind {
        Kind::Role => format!("roles show {id}{option}"),
        Kind::Occupation => format!("roles history {id}{option}"),
        Kind::Certification => format!("roles certs {id}{option}"),
        Kind::Source => format!("roles sources {id}{option}"),
        _ => format!("roles data paths{option}"),
    };
    let report = DataNew {
        id,
        kind: kind.name(),
        file,
        also,
        next: vec![format!("roles data check {shown}"), look],
    };
    answer(report, &layers::catalog(&output.data)?, output)
}

/// Whether the answer can be given as it is asked for: nothing may be begun where it cannot.
fn drawable(id: &str, kind: Kind, output: &Output) -> Result<(), Failure> {
    let report = DataNew {
        id: id.to_owned(),
        kind: kind.name(),
        file: String::new(),
        also: Vec::new(),
        next: Vec::new(),
    };
    answer(report, &Catalog::bundled(), output).map(|_| ())
}

fn create(root: &PathBuf) -> Result<(), Failure> {
    fs::create_dir_all(root).map_err(|error| {
        let message = format!("cannot make the folder {}: {error}", root.display());
        Failure::new(
            message,
            "name a folder that you may write in, with --data DIR",
        )
    })
}

fn is_soc(id: &str) -> bool {
    let shape = id
        .bytes()
        .map(|byte| if byte.is_ascii_digit() { b'0' } else { byte });
    shape.eq(*b"00-0000")
}

/// What was typed, to tell what to type instead.
struct Retry<'a> {
    arguments: &'a NewData,
    output: &'a Output,
}

impl Retry<'_> {
    /// The same line with another id, kind or purpose.
    fn line(&self, id: &str, kind: Option<Kind>, patch: bool) -> String {
        let mut words = vec![format!("roles data new {}", quoted(id))];
        let typed = self.arguments.kind.is_some() || kind.is_some();
        words.extend(
            kind.filter(|_| typed)
                .map(|kind| format!("--kind {}", kind.name())),
        );
        words.extend(patch.then(|| "--patch".to_owned()));
        let folders = self.output.data.iter();
        words.extend(folders.map(|folder| format!("--data {}", quoted(&folder.to_string_lossy()))));
        words.join(" ")
    }

    /// The kind that was typed, if one was.
    fn typed(&self, kind: Kind) -> Option<Kind> {
        self.arguments.kind.map(|_| kind)
    }

    fn check_known(&self, id: &str, kind: Kind, catalog: &Catalog) -> Result<(), Failure> {
        let what = kind.name();
        let typed = self.typed(kind);
        let failure = |message, hint| Err(Failure::new(message, hint));
        match (self.arguments.patch, catalog.knows(kind, id)) {
            (false, true) => failure(
                format!("the {what} {id} is there already"),
                format!("to change it: {}", self.line(id, typed, true)),
            ),
            (true, false) => {
                let kinds = [Kind::Certification, Kind::Skill, Kind::Source, Kind::Role];
                let other = kinds.into_iter().find(|kind| catalog.knows(*kind, id));
                let hint = match other {
                    Some(other) => format!(
                        "to change the {}: {}",
                        other.name(),
                        self.line(id, Some(other), true)
                    ),
                    None => format!("to add it: {}", self.line(id, typed, false)),
                };
                failure(format!("there is no {what} {id} to change"), hint)
            }
            _ => Ok(()),
        }
    }

    fn check_id(&self, id: &str, kind: Kind) -> Result<(), Failure> {
        let letter = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit();
        if let Some((soc, _)) = id.split_once('.').filter(|(soc, _)| is_soc(soc)) {
            let hint = format!(
                "an occupation goes by its SOC code: {}",
                self.line(soc, self.typed(kind), self.arguments.patch)
            );
            return Err(Failure::new(format!("\"{id}\" is an O*NET code"), hint));
        }
        if kind == Kind::Occupation && !is_soc(id) {
            let hint = "write two digits, a hyphen and four digits, as in 15-1232";
            return Err(Failure::new(format!("\"{id}\" is no SOC code"), hint));
        }
        let first = id.chars().next();
        if first.is_some_and(letter) && id.chars().all(|c| letter(c) || "-.".contains(c)) {
            return Ok(());
        }
        let plain = id.to_lowercase().replace(|c| !letter(c), "-");
        let hint = match plain.trim_matches('-') {
            "" => "use lower-case letters, digits and hyphens".to_owned(),
            plain => {
                let line = self.line(plain, self.typed(kind), self.arguments.patch);
                format!("use lower-case letters, digits and hyphens: {line}")
            }
        };
        Err(Failure::new(format!("\"{id}\" is no id"), hint))
    }
}
