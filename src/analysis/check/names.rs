//! Who and what can be named in a text: roles, occupations and certifications, under every name.

use super::lexicon::Meaning;
use super::spelling::Words;
use crate::catalog::{Catalog, Result};
use crate::model::{CredentialKind, Fit, Lifecycle, MeasuredBy, Occupation, Role};
use std::collections::BTreeMap;

/// Whom a figure can be about: a role, an occupation, or both under one name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// The role, if the name means one and no other.
    pub role: Option<String>,
    /// In running text and in the plural: `IT support specialists`.
    pub name: String,
    /// The SOC codes that may stand for it, the preferred one first.
    pub occupations: Vec<String>,
    /// How well each of the role's occupations stands for it.
    pub fits: Vec<(String, Fit)>,
}

/// A certification, or what is taken for one, as far as a text can be wrong about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Credential {
    pub id: String,
    pub retired: bool,
    /// The year in which it retired.
    pub until: Option<u16>,
    /// Whether it is a degree.
    pub degree: bool,
}

/// Last words of job titles. Alone they point back; after another word they name someone unknown here.
const HEADS: [&str; 25] = [
    "specialist",
    "technician",
    "administrator",
    "analyst",
    "engineer",
    "manager",
    "director",
    "architect",
    "developer",
    "programmer",
    "scientist",
    "designer",
    "consultant",
    "accountant",
    "nurse",
    "teacher",
    "officer",
    "supervisor",
    "executive",
    "electrician",
    "auditor",
    "tester",
    "instructor",
    "salesperson",
    "repairer",
];

/// Last words of names that mean the work and not the person.
const WORK: [&str; 4] = ["support", "desk", "helpdesk", "management"];

/// The last words of titles, in the singular and the plural.
pub fn heads(words: &mut Words) {
    for head in HEADS {
        words.add(head, Meaning::Head);
        words.add(&plural(head), Meaning::Head);
    }
}

fn plural(name: &str) -> String {
    if name.ends_with('s') {
        name.to_owned()
    } else {
        format!("{name}s")
    }
}

/// A name in the plural, in the singular.
fn singular(name: &str) -> &str {
    name.strip_suffix('s').unwrap_or(name)
}

/// Every role and occupation under every name; a name of both means both.
pub fn subjects(
    catalog: &Catalog,
    occupations: &[Occupation],
    words: &mut Words,
) -> Result<Vec<Subject>> {
    let roles = catalog.role_ids()?.into_iter().map(|id| catalog.role(&id));
    let roles = roles.collect::<Result<Vec<_>>>()?;
    let mut subjects = Vec::new();
    let codes = |readings: &[MeasuredBy]| {
        readings
            .iter()
            .map(|reading| reading.occupation.clone())
            .collect::<Vec<_>>()
    };
    let own = |role: &Role| {
        let titles = [role.title.clone(), role.plural.clone(), role.id.clone()].into_iter();
        titles
            .chain(role.aliases.iter().cloned())
            .collect::<Vec<_>>()
    };
    // An occupation's own name goes first: it says which figures are meant, whoever else is called so.
    for occupation in occupations {
        let position = subjects.len();
        let name = &occupation.name;
        // Not everyone sets a comma before the last "and".
        let names = [
            name.clone(),
            singular(name).to_owned(),
            occupation.title.clone(),
            name.replace(", and ", " and "),
        ];
        let called = |role: &&Role| {
            own(role)
                .iter()
                .any(|name| name.eq_ignore_ascii_case(singular(&occupation.name)))
        };
        let role = roles.iter().find(called);
        let mut standing = vec![occupation.soc.clone()];
        standing.extend(
            role.iter()
                .flat_map(|role| codes(&role.measured_by))
                .filter(|soc| *soc != occupation.soc),
        );
        subjects.push(Subject {
            role: role.map(|role| role.id.clone()),
            name: occupation.name.clone(),
            occupations: standing,
            fits: role.map(fits).unwrap_or_default(),
        });
        for name in names {
            words.name(&name, Meaning::Subject(position));
        }
    }
    for role in &roles {
        let position = subjects.len();
        subjects.push(Subject {
            role: Some(role.id.clone()),
            name: role.plural.clone(),
            occupations: codes(&role.measured_by),
            fits: fits(role),
        });
        for name in own(role) {
            let work = name
                .rsplit(' ')
                .next()
                .is_some_and(|last| WORK.contains(&last.to_lowercase().as_str()));
            if words.names_someone(&name) {
                continue;
            }
            if work {
                words.name(&name, Meaning::Work(position));
            } else {
                words.name(&name, Meaning::Subject(position));
                words.name(&plural(&name), Meaning::Subject(position));
            }
        }
    }
    shared(&roles, &mut subjects, words);
    for (role, position) in roles.iter().zip(occupations.len()..) {
        for name in own(role).iter().flat_map(|name| work(name)) {
            if !words.holds(&name) {
                words.name(&name, Meaning::Work(position));
            }
        }
    }
    Ok(subjects)
}

/// The names of the work that a title's holder does: "network support" of a network support specialist.
fn work(title: &str) -> impl Iterator<Item = String> {
    const ENDINGS: [(&str, &str); 6] = [
        (" support specialist", " support"),
        (" administrator", " administration"),
        (" engineer", " engineering"),
        ("project manager", "project management"),
        ("security analyst", "security analysis"),
        ("security analyst", "security"),
    ];
    let title = title.to_lowercase();
    let named = ENDINGS
        .into_iter()
        .filter_map(move |(of, work)| Some(format!("{}{work}", title.strip_suffix(of)?)));
    // One word alone may mean anything.
    named.filter(|name| name != "security")
}

/// How well each of a role's occupations stands for it.
fn fits(role: &Role) -> Vec<(String, Fit)> {
    role.measured_by
        .iter()
        .map(|reading| (reading.occupation.clone(), reading.fit))
        .collect()
}

/// Titles that several roles share stand for all that may measure any of them.
fn shared(roles: &[Role], subjects: &mut Vec<Subject>, words: &mut Words) {
    let mut titles: BTreeMap<String, Vec<&Role>> = BTreeMap::new();
    for role in roles {
        for shared in &role.shared_titles {
            titles.entry(shared.title.clone()).or_default().push(role);
        }
    }
    for (title, sharing) in titles {
        if words.names_someone(&title) {
            continue;
        }
        let position = subjects.len();
        let mut occupations: Vec<String> = Vec::new();
        for reading in sharing.iter().flat_map(|role| &role.measured_by) {
            if !occupations.contains(&reading.occupation) {
                occupations.push(reading.occupation.clone());
            }
        }
        words.name(&title, Meaning::Subject(position));
        words.name(&plural(&title), Meaning::Subject(position));
        subjects.push(Subject {
            role: None,
            name: plural(&title),
            occupations,
            fits: Vec::new(),
        });
    }
}

/// Every certification under every name and code.
pub fn credentials(catalog: &Catalog, words: &mut Words) -> Result<Vec<Credential>> {
    let mut credentials = Vec::new();
    for id in catalog.certification_ids()? {
        let certification = catalog.certification(&id)?;
        let position = credentials.len();
        let names = [&certification.name, &certification.short].into_iter();
        for name in names
            .chain(&certification.aliases)
            .chain(&certification.exam_codes)
        {
            words.add(name, Meaning::Credential(position));
            words.add(&format!("{name}s"), Meaning::Credential(position));
        }
        let until = certification
            .retired_on
            .as_ref()
            .and_then(|date| date.as_str().get(..4)?.parse().ok());
        credentials.push(Credential {
            id,
            retired: certification.status == Lifecycle::Retired,
            until,
            degree: certification.kind == CredentialKind::Degree,
        });
    }
    Ok(credentials)
}
