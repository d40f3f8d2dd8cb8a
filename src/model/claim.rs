//! Claims: what an article says, kept as theirs, with how it is to be read. What `roles check` reads in a text is another
//! thing, `analysis::check::claim`.

use super::date::Year;
use super::label::vocabulary;
use serde::{Deserialize, Serialize};

vocabulary! {
    /// The section of a profile in which a claim is shown.
    Topic {
        Title = "title", "title";
        Focus = "focus", "focus";
        Education = "education", "education";
        Certifications = "certifications", "certifications";
        Pay = "pay", "pay";
        Outlook = "outlook", "outlook";
        Moves = "moves", "moves";
        Ratings = "ratings", "ratings";
        Sources = "sources", "sources";
    }
}

vocabulary! {
    /// How a claim stands against the primary sources.
    Verdict {
        RightForItsYear = "right-for-its-year", "right for its year";
        WrongYear = "wrong-year", "wrong year";
        Superseded = "superseded", "superseded";
        StandInNotNamed = "stand-in-not-named", "stand-in not named";
        NoSource = "no-source", "no source given";
        RangeCalledMedian = "range-called-median", "a range called a median";
        Contradicted = "contradicted", "contradicted";
        Disputed = "disputed", "sources disagree";
        Retired = "retired", "names a retired certification";
        NotACertification = "not-a-certification", "not a certification";
        Incomplete = "incomplete", "leaves out what matters";
        Unverified = "unverified", "could not be verified";
    }
}

vocabulary! {
    /// The measure a claimed figure is of.
    ClaimedMeasure {
        Median = "median", "median pay";
        Growth = "growth", "growth";
    }
}

/// A number in a claim, tied to the official figure that it is or was.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ClaimedFigure {
    /// What is measured.
    pub measure: ClaimedMeasure,
    /// The number as claimed: dollars a year, or percent.
    pub value: f64,
    /// The occupation whose official figure it is.
    pub occupation: String,
    /// The year or edition the article gives, as it gives it.
    pub stated: String,
    /// The year or edition that the number really belongs to: `2019`, `2019-29`.
    pub actual: String,
}

impl ClaimedFigure {
    /// The year the number really belongs to, if it is a wage.
    pub fn actual_year(&self) -> Option<Year> {
        self.actual.parse().ok().map(Year)
    }
}

/// Something an article or page says, with what the primary sources say of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// Lower case, words joined by hyphens.
    pub id: String,
    /// The roles whose profile shows it.
    #[serde(default)]
    pub roles: Vec<String>,
    /// The certifications whose entry shows it.
    #[serde(default)]
    pub certifications: Vec<String>,
    /// The section in which it is shown.
    pub topic: Topic,
    /// What is claimed, restated briefly.
    pub says: String,
    /// Who claims it.
    pub source: String,
    /// How it stands against the primary sources.
    pub verdict: Verdict,
    /// What the primary sources say.
    pub because: String,
    /// The primary sources that show it.
    #[serde(default)]
    pub evidence: Vec<String>,
    /// The number that is claimed, tied to the official one that it is or was.
    #[serde(default)]
    pub figure: Option<ClaimedFigure>,
}
