//! The model room: what a role, an occupation, a figure, a certification is.
//!
//! These types are compiled twice, by the build script that checks and packs `data/` and by
//! the program that reads the result, so the two cannot drift. They know nothing else.

pub mod certification;
pub mod claim;
pub mod date;
pub mod day;
pub mod education;
pub mod figure;
pub mod label;
pub mod letter;
pub mod occupation;
pub mod person;
pub mod role;
#[cfg(test)]
pub mod schema;
pub mod skill;
pub mod source;

pub use certification::{
    Certification, CertificationLevel, CredentialKind, Fee, FeePer, Instead, Lifecycle, Payer,
    Validity,
};
pub use claim::{Claim, ClaimedFigure, ClaimedMeasure, Topic, Verdict};
pub use date::{Date, Edition, Year};
pub use day::{Day, Span};
pub use education::{EducationLevel, ExperienceLevel, TrainingLevel};
pub use figure::Measure;
pub use label::Label;
pub use letter::{is_plain, is_unseen, seen, visible};
pub use occupation::{Occupation, OnetProfile, PayYear, Projection, Rating, Reason, Share};
pub use person::{Lead, Person, Work};
pub use role::{
    Aspect, AspectKind, CertificationNeed, Duty, Education, Experience, Family, Fit, Level,
    MeasuredBy, Move, MoveKind, Need, Role, RoleCertification, RoleSkill, SharedTitle, Standing,
    Statement, Theme,
};
pub use skill::{Element, ElementKind, Resource, Skill, SkillKind, Synonyms};
pub use source::{Reference, Source, SourceKind};
