//! A person: what they hold and wish for, as they write it down. Read from their own file, never sent anywhere.

use super::education::EducationLevel;
use super::label::vocabulary;
use serde::{Deserialize, Serialize};

vocabulary! {
    /// Which work draws someone, as one article asks its readers.
    Work {
        Problems = "problems", "complex problems and people";
        Upkeep = "upkeep", "hands-on upkeep";
    }
}

vocabulary! {
    /// What someone would rather lead, as another article sets it out.
    Lead {
        Project = "project", "a project";
        Department = "department", "a department";
    }
}

/// What a person holds and wishes for. A key that is left out is unknown, and counts neither for nor against.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// The highest level of education that is completed.
    #[serde(default)]
    pub education: Option<EducationLevel>,
    /// Years of related work, 0 to 70.
    #[serde(default)]
    #[cfg_attr(test, schemars(range(min = 0, max = 70)))]
    pub years: Option<u8>,
    /// Certifications held, retired ones too, by any name.
    #[serde(default)]
    pub certifications: Option<Vec<String>>,
    /// Skills held, by id or name.
    #[serde(default)]
    pub skills: Option<Vec<String>>,
    /// The least pay that would do, in US dollars a year.
    #[serde(default)]
    pub least_pay: Option<u32>,
    /// Whether leading people is welcome.
    #[serde(default)]
    pub manage_people: Option<bool>,
    /// Whether the work should stay mostly technical.
    #[serde(default)]
    pub stay_technical: Option<bool>,
    /// Whether work with users and customers is wanted.
    #[serde(default)]
    pub work_with_customers: Option<bool>,
    /// Whether only work whose jobs are projected to grow will do.
    #[serde(default)]
    pub growth: Option<bool>,
    /// Complex problems and people, or hands-on upkeep.
    #[serde(default)]
    pub prefers_work: Option<Work>,
    /// Leading a project, or running a department.
    #[serde(default)]
    pub prefers_lead: Option<Lead>,
}
