//! What is known of a role, and which duties are of which kind of work.

use crate::model::{EducationLevel, ExperienceLevel, Fit, Lead, Level, Theme, Work};

/// What is known of a role, as far as wishes are judged by it.
#[derive(Debug, Clone, PartialEq)]
pub struct Facts {
    pub level: Level,
    /// How well the figures stand for the role; figures of a proxy decide nothing.
    pub fit: Fit,
    pub education: Option<EducationLevel>,
    pub experience: Option<ExperienceLevel>,
    pub essential_skills: Vec<String>,
    /// Certifications often asked for that can still be earned.
    pub certifications: Vec<String>,
    /// Median pay in dollars a year, where an exact number is published.
    pub median: Option<f64>,
    /// Percent over the ten years of the newest edition.
    pub growth: Option<f64>,
    /// The theme of every duty.
    pub duties: Vec<Theme>,
}

/// Themes whose duties are technical work; the others are about plans, people, money and direction.
pub const TECHNICAL: [Theme; 6] = [
    Theme::Users,
    Theme::Devices,
    Theme::Systems,
    Theme::Data,
    Theme::Security,
    Theme::Design,
];

/// Themes whose duties are work with customers.
pub const CUSTOMERS: [Theme; 1] = [Theme::Users];

/// The themes of the kind of work that is preferred, then those of the other kind.
pub fn themes_of_work(preferred: Work) -> [&'static [Theme]; 2] {
    let problems: &[Theme] = &[Theme::Users, Theme::Design];
    let upkeep: &[Theme] = &[Theme::Devices];
    match preferred {
        Work::Problems => [problems, upkeep],
        Work::Upkeep => [upkeep, problems],
    }
}

/// The themes of what someone prefers to lead, then those of the other kind.
pub fn themes_of_lead(preferred: Lead) -> [&'static [Theme]; 2] {
    let project: &[Theme] = &[Theme::Plan, Theme::Deliver];
    let department: &[Theme] = &[Theme::Strategy];
    match preferred {
        Lead::Project => [project, department],
        Lead::Department => [department, project],
    }
}

impl Facts {
    /// How many duties are technical.
    pub fn technical(&self) -> usize {
        self.duties
            .iter()
            .filter(|theme| TECHNICAL.contains(theme))
            .count()
    }

    /// Whether a duty of one of these themes is named.
    pub fn name(&self, themes: &[Theme]) -> bool {
        self.duties.iter().any(|duty| themes.contains(duty))
    }

    /// Whether the role's level alone says that it leads people.
    pub fn leads_by_level(&self) -> bool {
        self.level >= Level::Lead
    }
}
