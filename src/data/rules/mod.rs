//! The data rules. Each is one function over a collection; the build and `roles` apply the same ones.

mod figures;
mod identity;
mod lifecycle;
mod provenance;
mod references;
mod synonyms;

use super::folder::{Collection, Folder};
use super::problem::{Address, Finding, Problem};

pub use identity::normal;

/// A rule: its name, what it demands, and the function that finds what breaks it.
pub struct Rule {
    pub name: &'static str,
    pub demand: &'static str,
    pub check: fn(&Collection, &mut Findings),
}

/// Where a rule puts what it finds.
#[derive(Debug, Default)]
pub struct Findings(Vec<Finding>);

impl Findings {
    /// Adds a finding: what is wrong at `address`, and how to mend it.
    pub fn add(&mut self, address: Address, message: impl Into<String>, hint: impl Into<String>) {
        self.0.push(Finding {
            address,
            message: message.into(),
            hint: hint.into(),
        });
    }
}

/// Every rule, in the order in which they are applied.
pub const RULES: &[Rule] = &[
    Rule {
        name: "unique-ids",
        demand: "an id is used once among its kind",
        check: identity::unique_ids,
    },
    Rule {
        name: "unique-names",
        demand: "a title or alias names one role, one certification",
        check: identity::unique_names,
    },
    Rule {
        name: "shared-titles",
        demand: "a shared title also names another role",
        check: identity::shared_titles,
    },
    Rule {
        name: "references",
        demand: "what is referred to is there",
        check: references::references,
    },
    Rule {
        name: "sources",
        demand: "a figure or statement names a source that is there",
        check: provenance::sources,
    },
    Rule {
        name: "addresses",
        demand: "a source has an address",
        check: provenance::addresses,
    },
    Rule {
        name: "percentiles",
        demand: "percentiles are in order",
        check: figures::percentiles,
    },
    Rule {
        name: "growth",
        demand: "growth agrees with the job counts",
        check: figures::growth,
    },
    Rule {
        name: "series",
        demand: "a year or an edition is given once",
        check: figures::series,
    },
    Rule {
        name: "shares",
        demand: "shares and ratings are within their scales",
        check: figures::scales,
    },
    Rule {
        name: "readings",
        demand: "a role is measured by an occupation that has figures",
        check: figures::readings,
    },
    Rule {
        name: "claimed-figures",
        demand: "a claimed figure is in the series it is said to come from",
        check: figures::claimed_figures,
    },
    Rule {
        name: "retirement",
        demand: "a retired certification has its date, and only a retired one",
        check: lifecycle::retirement,
    },
    Rule {
        name: "synonyms",
        demand: "a group of synonyms has at least two words, and a word is in one group",
        check: synonyms::synonyms,
    },
];

/// Applies every rule and returns what breaks them, in file order.
pub fn check(collection: &Collection) -> Vec<Finding> {
    let mut findings = Findings::default();
    for rule in RULES {
        (rule.check)(collection, &mut findings);
    }
    findings.0
}

/// Applies every rule to a folder as read, and puts each finding at its line.
///
/// Adds the one rule that only a folder can break: an id is its file's name.
pub fn check_folder(folder: &Folder) -> Vec<Problem> {
    let mut findings = Findings::default();
    identity::file_names(folder, &mut findings);
    findings.0.extend(check(&folder.collection));
    let mut problems: Vec<_> = findings
        .0
        .iter()
        .map(|finding| folder.locate(finding))
        .collect();
    problems.sort();
    problems
}
