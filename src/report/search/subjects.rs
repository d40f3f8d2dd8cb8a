//! What is searched: the texts of every role and certification, each read once.

use crate::analysis::search::{Place, Subject, SubjectKind, Text};
use crate::catalog::{Catalog, Result};
use crate::model::{Certification, Fit, Label, Lifecycle, Role, Statement};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

/// Names that more than one role has a use for, each read from the catalog when it is first wanted.
struct Names<'a> {
    catalog: &'a Catalog,
    certifications: BTreeMap<String, Certification>,
    skills: BTreeMap<String, String>,
    job_titles: BTreeMap<String, Vec<String>>,
}

/// Every role and every certification with all that is searched of it.
pub fn subjects(catalog: &Catalog) -> Result<Vec<Subject>> {
    let mut names = Names {
        catalog,
        certifications: BTreeMap::new(),
        skills: BTreeMap::new(),
        job_titles: BTreeMap::new(),
    };
    for id in catalog.certification_ids()? {
        let certification = catalog.certification(&id)?;
        names.certifications.insert(id, certification);
    }
    let mut subjects = Vec::new();
    for id in catalog.role_ids()? {
        subjects.push(names.role(catalog.role(&id)?)?);
    }
    subjects.extend(names.certifications.into_values().map(certification));
    Ok(subjects)
}

/// Since when a certification can no longer be earned, in words; none while it can.
pub fn retired(certification: &Certification) -> Option<Statement> {
    let text = match &certification.retired_on {
        Some(date) => format!("retired since {date}"),
        None => "retired".to_owned(),
    };
    (certification.status == Lifecycle::Retired).then(|| Statement {
        text,
        sources: certification.status_sources.clone(),
    })
}

/// A text that stands at a place by itself.
fn text(place: Place, text: impl Into<String>, sources: Vec<String>) -> Text {
    Text {
        place,
        about: None,
        text: text.into(),
        spellings: Vec::new(),
        sources,
    }
}

fn statements(place: Place, stated: Vec<Statement>) -> impl Iterator<Item = Text> {
    stated
        .into_iter()
        .map(move |statement| text(place, statement.text, statement.sources))
}

fn certification(certification: Certification) -> Subject {
    let mut texts = vec![text(Place::Title, &certification.name, Vec::new())];
    let others = [certification.short]
        .into_iter()
        .chain(certification.aliases)
        .chain(certification.exam_codes);
    texts.extend(others.map(|other| text(Place::Alias, other, Vec::new())));
    texts.push(text(Place::Issuer, certification.issuer, Vec::new()));
    texts.push(text(Place::Kind, certification.kind.label(), Vec::new()));
    Subject {
        kind: SubjectKind::Certification,
        id: certification.id,
        title: certification.name,
        texts,
    }
}

impl Names<'_> {
    fn role(&mut self, role: Role) -> Result<Subject> {
        let mut texts = vec![text(Place::Title, &role.title, Vec::new())];
        texts.extend(
            role.aliases
                .into_iter()
                .map(|alias| text(Place::Alias, alias, Vec::new())),
        );
        texts.extend(
            role.shared_titles
                .into_iter()
                .map(|shared| text(Place::SharedTitle, shared.title, shared.sources)),
        );
        for reading in role.measured_by {
            // What O*NET calls the work next door does not name this role.
            let Some(code) = reading.onet.filter(|_| reading.fit != Fit::Proxy) else {
                continue;
            };
            let source = format!("{}#{code}", self.catalog.onet_profile(&code)?.source);
            let titles = self.job_titles(&code)?;
            texts.extend(
                titles
                    .iter()
                    .map(|title| text(Place::OnetTitle, title, vec![source.clone()])),
            );
        }
        for skill in role.skills {
            texts.push(text(Place::Skill, self.skill(&skill.skill)?, skill.sources));
        }
        for listed in role.certifications {
            if let Some(named) = self.certifications.get(&listed.certification) {
                let spellings = [&named.short]
                    .into_iter()
                    .chain(&named.aliases)
                    .chain(&named.exam_codes);
                let (mut name, mut sources) = (named.name.clone(), listed.sources);
                if let Some(since) = retired(named) {
                    name = format!("{name} ({})", since.text);
                    sources.extend(since.sources);
                }
                texts.push(Text {
                    spellings: spellings.cloned().collect(),
                    ..text(Place::Certification, name, sources)
                });
            }
        }
        texts.extend(
            role.duties
                .into_iter()
                .map(|duty| text(Place::Duty, duty.text, duty.sources)),
        );
        texts.extend(statements(Place::Summary, vec![role.summary]));
        texts.extend(statements(Place::Focus, role.focus));
        texts.extend(statements(Place::Scope, role.scope));
        texts.extend(statements(Place::WorksIn, role.works_in));
        texts.extend(role.aspects.into_iter().map(|aspect| Text {
            about: Some(aspect.about.label()),
            ..text(Place::Aspect, aspect.text, aspect.sources)
        }));
        Ok(Subject {
            kind: SubjectKind::Role,
            id: role.id,
            title: role.title,
            texts,
        })
    }

    fn skill(&mut self, id: &str) -> Result<String> {
        if let Some(name) = self.skills.get(id) {
            return Ok(name.clone());
        }
        let name = self.catalog.skill(id)?.name;
        self.skills.insert(id.to_owned(), name.clone());
        Ok(name)
    }

    fn job_titles(&mut self, code: &str) -> Result<&[String]> {
        Ok(match self.job_titles.entry(code.to_owned()) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(self.catalog.job_titles(code)?),
        })
    }
}
