//! The data rules. Each is one function over what is judged; the build and `roles` apply the same ones.

mod figures;
mod identity;
mod known;
mod lifecycle;
mod provenance;
mod references;
mod synonyms;

use super::collection::Collection;
use super::folder::Folder;
use super::problem::{Address, Finding, Problem};

pub use identity::normal;
pub use known::Known;

/// What rules judge: items, and all that these may refer to.
#[derive(Clone, Copy)]
pub struct Judged<'a> {
    pub items: &'a Collection,
    pub known: &'a dyn Known,
}

/// A rule: its name, what it demands, and the function that finds what breaks it.
pub struct Rule {
    pub name: &'static str,
    pub demand: &'static str,
    pub breadth: Breadth,
    pub check: fn(Judged<'_>, &mut Findings),
}

/// How much has to be there for a rule to judge rightly.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Breadth {
    /// An item alone, beside what it refers to.
    Item,
    /// Items against one another; one that is missing does no harm.
    Several,
    /// Every item there is: one that is missing would look like a mistake of another.
    Whole,
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
        breadth: Breadth::Item,
        check: identity::unique_ids,
    },
    Rule {
        name: "unique-names",
        demand: "a title or alias names one role, one certification",
        breadth: Breadth::Several,
        check: identity::unique_names,
    },
    Rule {
        name: "shared-titles",
        demand: "a shared title also names another role",
        breadth: Breadth::Whole,
        check: identity::shared_titles,
    },
    Rule {
        name: "references",
        demand: "what is referred to is there",
        breadth: Breadth::Item,
        check: references::references,
    },
    Rule {
        name: "sources",
        demand: "a figure or statement names a source that is there",
        breadth: Breadth::Item,
        check: provenance::sources,
    },
    Rule {
        name: "addresses",
        demand: "a source has an address",
        breadth: Breadth::Item,
        check: provenance::addresses,
    },
    Rule {
        name: "percentiles",
        demand: "percentiles are in order",
        breadth: Breadth::Item,
        check: figures::percentiles,
    },
    Rule {
        name: "growth",
        demand: "growth agrees with the job counts",
        breadth: Breadth::Item,
        check: figures::growth,
    },
    Rule {
        name: "series",
        demand: "a year or an edition is given once",
        breadth: Breadth::Item,
        check: figures::series,
    },
    Rule {
        name: "shares",
        demand: "shares and ratings are within their scales",
        breadth: Breadth::Item,
        check: figures::scales,
    },
    Rule {
        name: "ranges",
        demand: "a figure is one that there can be",
        breadth: Breadth::Item,
        check: figures::ranges,
    },
    Rule {
        name: "readings",
        demand: "a role is measured by an occupation that has figures",
        breadth: Breadth::Item,
        check: figures::readings,
    },
    Rule {
        name: "claimed-figures",
        demand: "a claimed figure is in the series it is said to come from",
        breadth: Breadth::Item,
        check: figures::claimed_figures,
    },
    Rule {
        name: "retirement",
        demand: "a retired certification has its date, and only a retired one",
        breadth: Breadth::Item,
        check: lifecycle::retirement,
    },
    Rule {
        name: "synonyms",
        demand: "a group of synonyms has at least two words, and a word is in one group",
        breadth: Breadth::Several,
        check: synonyms::synonyms,
    },
];

impl Breadth {
    /// All of them.
    pub const ALL: &'static [Self] = &[Self::Item, Self::Several, Self::Whole];
}

/// Applies every rule and returns what breaks them, in the order of the rules.
pub fn check(collection: &Collection) -> Vec<Finding> {
    let whole = Judged {
        items: collection,
        known: collection,
    };
    findings(whole, Breadth::ALL).0
}

/// Applies the rules of these breadths.
fn findings(judged: Judged<'_>, breadths: &[Breadth]) -> Findings {
    let mut findings = Findings::default();
    let rules = RULES.iter().filter(|rule| breadths.contains(&rule.breadth));
    for rule in rules {
        (rule.check)(judged, &mut findings);
    }
    findings
}

/// Applies every rule to a folder as read, and puts each finding at its line.
///
/// Adds the one rule that only a folder can break: an id is its file's name.
pub fn check_folder(folder: &Folder) -> Vec<Problem> {
    check_over(folder, &folder.collection, Breadth::ALL)
}

/// Applies the rules of these breadths to a folder that may refer to all that is `known`.
pub fn check_over(folder: &Folder, known: &dyn Known, breadths: &[Breadth]) -> Vec<Problem> {
    let mut found = Findings::default();
    identity::file_names(folder, &mut found);
    let judged = Judged {
        items: &folder.collection,
        known,
    };
    found.0.extend(findings(judged, breadths).0);
    let mut problems = folder.locate(&found.0);
    problems.sort();
    problems
}
