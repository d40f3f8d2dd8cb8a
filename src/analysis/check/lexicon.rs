//! The names and words that are looked for in a text, found in one pass.

use super::cue::{Cue, cues};
use crate::catalog::{Catalog, Result};
use crate::model::{CredentialKind, Fit, Lifecycle, MeasuredBy, Occupation, Role};
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

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

/// What a word or name means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Meaning {
    /// A position in [`Lexicon::subjects`].
    Subject(usize),
    /// The same, by a name of the work and not of the person: "help desk". It yields to a name of persons.
    Work(usize),
    /// The last word of many titles: "specialists". Who is meant, the text before it says.
    Head,
    /// A position in [`Lexicon::credentials`].
    Credential(usize),
    Cue(Cue),
}

/// Names and words with what they mean.
#[derive(Debug)]
pub struct Lexicon {
    pub subjects: Vec<Subject>,
    pub credentials: Vec<Credential>,
    /// Every spelling, by its first word; the longer ones first.
    spellings: HashMap<String, Vec<Spelling>>,
    firsts: Firsts,
}

/// A name or word in lower case, with what it means.
#[derive(Debug)]
struct Spelling {
    text: String,
    entry: Entry,
}

#[derive(Debug, Default)]
struct Entry {
    meanings: Vec<Meaning>,
    /// The spelling, where only this one counts: `TPM` is a project manager, `tpm` is none.
    exact: Option<String>,
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

impl Lexicon {
    /// Gathers the names of a catalog. The automaton takes most of the time.
    pub fn of(catalog: &Catalog) -> Result<Self> {
        let mut words = Words::default();
        for (cue, word) in cues() {
            words.add(word, Meaning::Cue(cue));
        }
        for head in HEADS {
            words.add(head, Meaning::Head);
            words.add(&plural(head), Meaning::Head);
        }
        let roles = catalog.role_ids().into_iter().map(|id| catalog.role(&id));
        let roles = roles.collect::<Result<Vec<_>>>()?;
        let occupations = catalog
            .occupation_ids()
            .into_iter()
            .map(|soc| catalog.occupation(&soc));
        let occupations = occupations.collect::<Result<Vec<_>>>()?;
        let subjects = subjects(&roles, &occupations, &mut words);
        let credentials = credentials(catalog, &mut words)?;
        let mut spellings: HashMap<String, Vec<Spelling>> = HashMap::new();
        for (text, entry) in words.0 {
            let first = first_word(&text).to_owned();
            spellings
                .entry(first)
                .or_default()
                .push(Spelling { text, entry });
        }
        for alike in spellings.values_mut() {
            alike.sort_by_key(|spelling| std::cmp::Reverse(spelling.text.len()));
        }
        Ok(Self {
            firsts: Firsts::of(spellings.keys()),
            subjects,
            credentials,
            spellings,
        })
    }

    /// Every name and word in a text, in order, the longest at each place; none is part of a longer word. `lower` is the
    /// text with its ASCII letters in lower case.
    pub fn find(&self, text: &str, lower: &str) -> Vec<(Range<usize>, &[Meaning])> {
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(rest) = lower.get(at..).filter(|rest| !rest.is_empty()) {
            let word = first_word(rest);
            let alike = self
                .firsts
                .may_hold(word)
                .then(|| self.spellings.get(word))
                .flatten();
            let free = || {
                !lower
                    .get(..at)
                    .is_some_and(|before| before.ends_with(joins))
            };
            let named = alike.filter(|_| free()).and_then(|alike| {
                alike
                    .iter()
                    .find(|spelling| spelling.stands_at(rest, text.get(at..).unwrap_or_default()))
            });
            at += match named {
                Some(spelling) => {
                    let range = at..at + spelling.text.len();
                    found.push((range, spelling.entry.meanings.as_slice()));
                    spelling.text.len()
                }
                None => word.len(),
            };
        }
        found
    }

    /// The spellings, in lower case, of everything that means what is asked for.
    pub fn spellings(&self, wanted: impl Fn(Meaning) -> bool) -> Vec<String> {
        let all = self.spellings.values().flatten();
        let meant = all.filter(|spelling| {
            spelling
                .entry
                .meanings
                .iter()
                .any(|meaning| wanted(*meaning))
        });
        let mut meant: Vec<_> = meant.map(|spelling| spelling.text.clone()).collect();
        meant.sort();
        meant
    }

    /// The subject of a position.
    pub fn subject(&self, position: usize) -> Option<&Subject> {
        self.subjects.get(position)
    }
}

impl Spelling {
    /// Whether a text begins with it, and with nothing longer or else that it is part of.
    fn stands_at(&self, lower: &str, text: &str) -> bool {
        let Some(rest) = lower.strip_prefix(self.text.as_str()) else {
            return false;
        };
        // A name with a number behind it is a code of something else: "form MCSA-5875".
        let code = rest
            .strip_prefix('-')
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        let spelled = |exact: &String| text.starts_with(exact.as_str());
        !code && !rest.starts_with(joins) && self.entry.exact.as_ref().is_none_or(spelled)
    }
}

/// Whether a letter beside a word makes it part of a longer one.
fn joins(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_' || letter == '@'
}

/// The word that a text begins with, or the one letter that is none.
fn first_word(text: &str) -> &str {
    let plain = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let end = match text.as_bytes().get(plain) {
        Some(byte) if !byte.is_ascii() => text
            .find(|c: char| !c.is_alphanumeric())
            .unwrap_or(text.len()),
        _ => plain,
    };
    let one = || text.chars().next().map_or(0, char::len_utf8);
    text.get(..if end == 0 { one() } else { end })
        .unwrap_or_default()
}

/// How long the words are that a spelling begins with, by their first byte: most words of a text are none of them, and
/// need not be looked up.
#[derive(Debug)]
struct Firsts(Vec<u64>);

impl Firsts {
    fn of<'w>(words: impl Iterator<Item = &'w String>) -> Self {
        let mut lengths = vec![0; 256];
        for word in words {
            if let Some(lengths) = word
                .bytes()
                .next()
                .and_then(|first| lengths.get_mut(usize::from(first)))
            {
                *lengths |= Self::bit(word);
            }
        }
        Self(lengths)
    }

    /// One bit for each length; the longest words share one.
    fn bit(word: &str) -> u64 {
        1 << word.len().min(63)
    }

    fn may_hold(&self, word: &str) -> bool {
        let first = word.bytes().next().map(usize::from);
        first
            .and_then(|first| self.0.get(first))
            .is_some_and(|lengths| lengths & Self::bit(word) != 0)
    }
}

/// Words by their spelling in lower case.
#[derive(Default)]
struct Words(BTreeMap<String, Entry>);

impl Words {
    fn add(&mut self, word: &str, meaning: Meaning) {
        let entry = self.0.entry(word.to_lowercase()).or_default();
        if !entry.meanings.contains(&meaning) {
            entry.meanings.push(meaning);
        }
    }

    /// Adds a name. One of up to four capitals counts only as it is written.
    fn name(&mut self, name: &str, meaning: Meaning) {
        self.add(name, meaning);
        let short = name.len() <= 4 && name.chars().all(|c| c.is_ascii_uppercase());
        if let Some(entry) = self.0.get_mut(&name.to_lowercase())
            && short
        {
            entry.exact = Some(name.to_owned());
        }
    }

    fn names_someone(&self, name: &str) -> bool {
        let entry = self.0.get(&name.to_lowercase());
        entry.is_some_and(|entry| {
            entry
                .meanings
                .iter()
                .any(|meaning| matches!(meaning, Meaning::Subject(_)))
        })
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
fn subjects(roles: &[Role], occupations: &[Occupation], words: &mut Words) -> Vec<Subject> {
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
    for role in roles {
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
    shared(roles, &mut subjects, words);
    for (role, position) in roles.iter().zip(occupations.len()..) {
        for name in own(role).iter().filter_map(|name| work(name)) {
            if !words.0.contains_key(&name) {
                words.name(&name, Meaning::Work(position));
            }
        }
    }
    subjects
}

/// The name of the work that a title's holder does: "network support" of a network support specialist.
fn work(title: &str) -> Option<String> {
    const ENDINGS: [(&str, &str); 5] = [
        (" support specialist", " support"),
        (" administrator", " administration"),
        (" engineer", " engineering"),
        ("project manager", "project management"),
        ("security analyst", "security analysis"),
    ];
    let title = title.to_lowercase();
    ENDINGS
        .into_iter()
        .find_map(|(of, work)| Some(format!("{}{work}", title.strip_suffix(of)?)))
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

fn credentials(catalog: &Catalog, words: &mut Words) -> Result<Vec<Credential>> {
    let mut credentials = Vec::new();
    for id in catalog.certification_ids() {
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
