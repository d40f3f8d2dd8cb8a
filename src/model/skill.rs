//! Shared vocabularies: skills, O*NET elements, and places to learn.

use super::label::vocabulary;
use serde::{Deserialize, Serialize};

vocabulary! {
    /// The three groups in which skills are shown.
    SkillKind {
        Technical = "technical", "technical";
        Interpersonal = "interpersonal", "interpersonal";
        Management = "management", "management";
    }
}

/// A skill that roles name by its id, so that they line up row by row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Skill {
    /// Lower case, words joined by hyphens.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// The group it is shown in.
    pub kind: SkillKind,
    /// O*NET elements that rate nearly the same thing, by slug; empty where there is none.
    #[serde(default)]
    pub elements: Vec<String>,
}

vocabulary! {
    /// The two O*NET element groups that are bundled.
    ElementKind {
        Skill = "skill", "skill";
        Knowledge = "knowledge", "knowledge";
    }
}

/// An element of the O*NET content model that respondents or analysts rate.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Element {
    /// Our slug, used as the key of ratings: `reading-comprehension`.
    pub id: String,
    /// O*NET's element id: `2.A.1.a`.
    pub element: String,
    /// O*NET's name for it.
    pub name: String,
    /// Whether it is a skill or a field of knowledge.
    pub kind: ElementKind,
}

/// Everyday words that mean one thing to a person who searches: `vendor` and `supplier`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Synonyms {
    /// Words or short phrases, in lower case; none stands in another group.
    pub words: Vec<String>,
}

/// A place to learn or to meet people, named by an article.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Resource {
    /// Lower case, words joined by hyphens.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// What it offers, in our words.
    pub offers: String,
    /// The roles it is named for.
    pub roles: Vec<String>,
    /// The ids of the publications that name it.
    pub sources: Vec<String>,
}
