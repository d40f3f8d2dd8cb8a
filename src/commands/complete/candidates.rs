//! What a word may become, by what it stands for: an id with the title that people know it by.

use super::words::Words;
use crate::analysis::check::rules::RULES;
use crate::catalog::{Catalog, Result};
use crate::cli::{Cli, Topic};
use crate::commands::data;
use crate::model::{AspectKind, Certification, Label, Lifecycle};
use crate::render::inert;
use crate::report::section::SectionId;
use clap::CommandFactory;

/// Something that a word may become.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    pub value: String,
    /// What it is, in a line.
    pub about: String,
    /// What else it is called.
    also: Vec<String>,
}

impl Candidate {
    fn new(value: impl Into<String>, about: &str) -> Self {
        Self {
            value: value.into(),
            about: inert(about).into_owned(),
            also: Vec::new(),
        }
    }

    fn also(mut self, names: impl IntoIterator<Item = String>) -> Self {
        self.also.extend(names);
        self
    }

    /// Whether a part of a name has each of these words, or begins so.
    fn is_called(&self, words: &[String]) -> bool {
        let names = self.also.iter().chain([&self.about, &self.value]);
        names.map(|name| name.to_lowercase()).any(|name| {
            let parts = || name.split(|letter: char| !letter.is_alphanumeric() && letter != '+');
            words
                .iter()
                .all(|word| parts().any(|part| part.starts_with(word)))
        })
    }
}

/// Those that begin with what was typed or, where none does, those whose other names have its words.
pub fn matching(all: Vec<Candidate>, typed: &str) -> Vec<Candidate> {
    let typed = typed.trim().to_lowercase();
    let begins = |candidate: &Candidate| candidate.value.to_lowercase().starts_with(&typed);
    if all.iter().any(begins) {
        return all.into_iter().filter(begins).collect();
    }
    let words = typed.split(|letter: char| letter.is_whitespace() || letter == '-');
    let words: Vec<_> = words
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect();
    let called = |candidate: &Candidate| candidate.is_called(&words);
    all.into_iter().filter(called).collect()
}

/// Every role that is not on the line yet.
pub fn roles(catalog: &Catalog, given: &[String]) -> Result<Vec<Candidate>> {
    let ids = catalog.role_ids()?.into_iter();
    let ids = ids.filter(|id| !given.contains(id));
    // A role whose file is broken is not on offer; whoever asks for it hears why.
    let roles = ids.filter_map(|id| Some((catalog.role(&id).ok()?, id)));
    let all = roles.map(|(role, id)| {
        let shared = role.shared_titles.into_iter().map(|shared| shared.title);
        Candidate::new(id, &role.title).also(role.aliases.into_iter().chain(shared))
    });
    Ok(all.collect())
}

/// The roles on the line or, before there are any, every role.
pub fn bases(catalog: &Catalog, given: &[String]) -> Result<Vec<Candidate>> {
    let mut all = roles(catalog, &[])?;
    if !given.is_empty() {
        all.retain(|role| given.contains(&role.value));
    }
    Ok(all)
}

/// Every certification; one that cannot be earned says so.
pub fn certifications(catalog: &Catalog) -> Result<Vec<Candidate>> {
    let ids = catalog.certification_ids()?.into_iter();
    ids.map(|id| {
        let certification = catalog.certification(&id)?;
        let about = format!("{}{}", certification.name, standing(&certification));
        let names = certification.aliases.into_iter();
        let names = names
            .chain(certification.exam_codes)
            .chain([certification.short]);
        Ok(Candidate::new(id, &about).also(names))
    })
    .collect()
}

/// Where a certification stands in its life, unless it is as it should be.
fn standing(certification: &Certification) -> String {
    let on = certification.retired_on.as_ref().map(|date| date.as_str());
    match (certification.status, on) {
        (Lifecycle::Retired, Some(date)) => format!(" (retired since {date})"),
        (Lifecycle::Retired, None) => " (retired)".to_owned(),
        (Lifecycle::Retiring, Some(date)) => format!(" (retires {date})"),
        (Lifecycle::Retiring, None) => " (retiring)".to_owned(),
        (Lifecycle::Active | Lifecycle::Unknown, _) => String::new(),
    }
}

/// Every publication.
pub fn sources(catalog: &Catalog) -> Result<Vec<Candidate>> {
    let ids = catalog.source_ids()?.into_iter();
    ids.map(|id| {
        let source = catalog.source(&id)?;
        let about = format!("{}: {}", source.publisher, source.title);
        Ok(Candidate::new(id, &about))
    })
    .collect()
}

/// Every role, and every occupation by its code.
pub fn series(catalog: &Catalog) -> Result<Vec<Candidate>> {
    let mut all = roles(catalog, &[])?;
    for soc in catalog.occupation_ids()? {
        let title = catalog.occupation(&soc)?.title;
        all.push(Candidate::new(soc, &title));
    }
    Ok(all)
}

/// Every section, and every aspect that can be asked for alone.
pub fn sections() -> Vec<Candidate> {
    let mut all = labels::<SectionId>();
    all.extend(labels::<AspectKind>());
    all
}

/// Every word of a closed vocabulary.
pub fn labels<L: Label>() -> Vec<Candidate> {
    let words = L::ALL.iter();
    words
        .map(|word| {
            let about = Some(word.label()).filter(|label| *label != word.key());
            Candidate::new(word.key(), about.unwrap_or_default())
        })
        .collect()
}

/// Every rule of the check.
pub fn rules() -> Vec<Candidate> {
    let rules = RULES.iter();
    rules
        .map(|rule| Candidate::new(rule.name, rule.finds))
        .collect()
}

/// Every schema.
pub fn schemas() -> Vec<Candidate> {
    let schemas = data::schemas();
    schemas
        .map(|schema| Candidate::new(schema.name, schema.describes))
        .collect()
}

/// What `--fields` may name.
pub fn fields(words: &Words) -> Vec<Candidate> {
    let root = Cli::command();
    let fields = super::fields::fields(words, &words.plain(&root)).into_iter();
    fields.map(|field| Candidate::new(field, "")).collect()
}

/// The commands below those that are named: of the program, if none is.
pub fn commands(words: &Words) -> Vec<Candidate> {
    let root = Cli::command();
    let mut above = &root;
    for word in words.plain(&root).iter().skip(1) {
        match above.find_subcommand(word) {
            Some(command) => above = command,
            None => return Vec::new(),
        }
    }
    let commands = above.get_subcommands().map(|command| {
        let about = command.get_about().map(ToString::to_string);
        Candidate::new(command.get_name(), &about.unwrap_or_default())
    });
    commands.collect()
}

/// What `roles help` knows.
pub fn help(words: &Words) -> Vec<Candidate> {
    let first = words.plain(&Cli::command()).len() <= 1;
    let topics = Topic::ALL.map(|topic| Candidate::new(topic.name, topic.about));
    let topics = topics.into_iter().filter(|_| first);
    commands(words).into_iter().chain(topics).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(all: Vec<Candidate>, typed: &str) -> Vec<String> {
        let found = matching(all, typed).into_iter();
        found.map(|candidate| candidate.value).collect()
    }

    #[test]
    fn the_beginning_of_an_id_comes_before_a_title() {
        let roles = |typed: &str| found(roles(&Catalog::bundled(), &[]).unwrap(), typed);
        assert_eq!(
            roles("it-s"),
            ["it-support", "it-support-director", "it-support-manager"]
        );
        assert_eq!(roles("IT-Support-D"), ["it-support-director"]);
        assert_eq!(roles("dba"), ["database-administrator"]);
        assert_eq!(roles("help desk tech"), ["it-support", "senior-technician"]);
        assert_eq!(roles("xyzzy"), [""; 0]);
        assert_eq!(
            roles("").len(),
            Catalog::bundled().role_ids().unwrap().len()
        );
    }

    #[test]
    fn what_is_on_the_line_is_not_offered_again_but_as_a_base() {
        let catalog = Catalog::bundled();
        let given = ["cio".to_owned()];
        assert_eq!(found(roles(&catalog, &given).unwrap(), "ci"), [""; 0]);
        assert_eq!(found(bases(&catalog, &given).unwrap(), ""), ["cio"]);
    }

    #[test]
    fn a_retired_certification_says_since_when() {
        let all = certifications(&Catalog::bundled()).unwrap();
        let mcsa = &matching(all.clone(), "mcsa")[0];
        assert!(
            mcsa.about.ends_with("(retired since 2021-01-31)"),
            "{mcsa:?}"
        );
        assert_eq!(found(all, "200-301"), ["ccna"]);
    }
}
