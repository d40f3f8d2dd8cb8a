//! A role: what a person is called at work, and what is asked of them.

use super::education::EducationLevel;
use super::label::vocabulary;
use serde::{Deserialize, Serialize};

vocabulary! {
    /// The part of IT a role belongs to.
    Family {
        Support = "support", "support";
        Infrastructure = "infrastructure", "infrastructure";
        Security = "security", "security";
        Data = "data", "data";
        Projects = "projects", "projects";
        Management = "management", "management";
        Executive = "executive", "executive";
    }
}

vocabulary! {
    /// How far up a role stands, lowest first.
    Level {
        Entry = "entry", "entry";
        Specialist = "specialist", "specialist";
        Senior = "senior", "senior";
        Lead = "lead", "team lead";
        Manager = "manager", "manager";
        Director = "director", "director";
        Executive = "executive", "executive";
    }
}

vocabulary! {
    /// The row a duty stands in when roles are compared.
    Theme {
        Users = "users", "Help users";
        Devices = "devices", "Set up and repair equipment";
        Systems = "systems", "Run systems and networks";
        Data = "data", "Look after data";
        Security = "security", "Keep it secure";
        Design = "design", "Design and improve";
        Plan = "plan", "Plan the work";
        Deliver = "deliver", "Run and track the work";
        Risk = "risk", "Handle risk";
        Report = "report", "Inform and report";
        People = "people", "Lead people";
        Resources = "resources", "Manage money and suppliers";
        Strategy = "strategy", "Set direction and policy";
        Records = "records", "Document";
    }
}

vocabulary! {
    /// How much a role needs a skill.
    Need {
        Essential = "essential", "essential";
        Useful = "useful", "useful";
    }
}

vocabulary! {
    /// What a statement about education says: the least, the usual, the wished-for.
    Standing {
        Minimum = "minimum", "minimum";
        Typical = "typical", "typical";
        Preferred = "preferred", "preferred";
    }
}

vocabulary! {
    /// Why a certification is listed for a role.
    CertificationNeed {
        OftenAsked = "often-asked", "often asked for";
        Valued = "valued", "valued";
        AimedAt = "aimed-at", "aimed at this work";
    }
}

vocabulary! {
    /// How well an occupation's figures stand for a role.
    Fit {
        /// The occupation is this role: official sources list the title in it as its own.
        Exact = "exact", "exact";
        /// Official sources put the role in the occupation together with other roles.
        Shared = "shared", "shared with other roles";
        /// The occupation is wider than the role; the role is a part of it.
        Broader = "broader", "broader occupation";
        /// No official source puts the role there; it is the nearest one published.
        Proxy = "proxy", "proxy";
    }
}

impl Fit {
    /// Whether figures borrowed at this fit stand in for the role's own.
    pub fn is_stand_in(self) -> bool {
        self != Self::Exact
    }
}

vocabulary! {
    /// The kind of a move from one role to another.
    MoveKind {
        Advancement = "advancement", "advancement";
        Lateral = "lateral", "lateral";
        Related = "related", "related";
    }
}

vocabulary! {
    /// What a statement about a role is about, beyond duties and skills.
    AspectKind {
        TechnicalKnowledge = "technical-knowledge", "Technical knowledge";
        Leadership = "leadership", "Leadership";
        Communication = "communication", "Communication";
        ProjectManagement = "project-management", "Project management";
        ResourceManagement = "resource-management", "Resource management";
        VendorManagement = "vendor-management", "Vendor management";
        Growth = "growth", "Growing in the role";
        Networking = "networking", "Networking and mentorship";
    }
}

/// A sentence in our words with the sources it rests on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// A sentence in our own words.
    pub text: String,
    /// The ids of the publications that say so.
    pub sources: Vec<String>,
}

/// Something the role does, under a theme.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Duty {
    /// The row it stands in when roles are compared.
    pub theme: Theme,
    /// What is done, in our own words.
    pub text: String,
    /// The ids of the publications that say so.
    pub sources: Vec<String>,
}

/// A skill of the vocabulary that the role needs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RoleSkill {
    /// The id of a skill.
    pub skill: String,
    /// How much the role needs it.
    pub need: Need,
    /// The ids of the publications that say so.
    pub sources: Vec<String>,
}

/// A statement about one aspect of the role.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Aspect {
    /// What it is about.
    pub about: AspectKind,
    /// What is said, in our own words.
    pub text: String,
    /// The ids of the publications that say so.
    pub sources: Vec<String>,
}

/// What a source says of the education a role asks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Education {
    /// Whether this is the least, the usual or what is wished for.
    pub standing: Standing,
    /// The level of education.
    pub level: EducationLevel,
    /// The field of study, where the source names one.
    #[serde(default)]
    pub field: Option<String>,
    /// The ids of the publications that say so.
    pub sources: Vec<String>,
}

/// What a source says of the experience a role asks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Experience {
    /// What is asked, in our own words.
    pub text: String,
    /// The least number of years, where the source states one.
    #[serde(default)]
    pub years_min: Option<u8>,
    /// The greatest number of years, where the source states one.
    #[serde(default)]
    pub years_max: Option<u8>,
    /// The ids of the publications that say so.
    pub sources: Vec<String>,
}

/// A certification listed for the role.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RoleCertification {
    /// The id of a certification.
    pub certification: String,
    /// Why it is listed.
    pub need: CertificationNeed,
    /// The ids of the publications that say so.
    pub sources: Vec<String>,
}

/// The link from a role to an occupation whose figures stand for it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct MeasuredBy {
    /// The SOC 2018 code: `15-1232`.
    pub occupation: String,
    /// The O*NET-SOC code whose ratings stand for the role, where there is one: `15-1232.00`.
    #[serde(default)]
    pub onet: Option<String>,
    /// How well the occupation's figures stand for the role.
    pub fit: Fit,
    /// Why this occupation, and why at this fit.
    pub reason: String,
    /// The ids of the publications that show it.
    pub sources: Vec<String>,
}

/// A step from this role to another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Move {
    /// The id of the role it leads to.
    pub to: String,
    /// Whether it leads up, aside, or to what is only related.
    pub kind: MoveKind,
    /// What the source says of the step, in our words.
    pub evidence: String,
    /// The ids of the publications that say so.
    pub sources: Vec<String>,
}

/// A title that others use for this role and that names another role too, so that it picks neither.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SharedTitle {
    /// The title.
    pub title: String,
    /// Why it names this role as well.
    pub reason: String,
    /// The ids of the publications that say so.
    pub sources: Vec<String>,
}

/// A role: one file in `data/roles`, named by its id.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Role {
    /// The name of its file without `.toml`: lower case, words joined by hyphens.
    pub id: String,
    /// What it is called: `IT Support Specialist`.
    pub title: String,
    /// The title in the plural and in running text: `IT support specialists`.
    pub plural: String,
    /// Everyday titles that mean this role and no other.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Titles that mean another role too, so that they pick neither.
    #[serde(default)]
    pub shared_titles: Vec<SharedTitle>,
    /// The part of IT it belongs to.
    pub family: Family,
    /// How far up it stands.
    pub level: Level,
    /// One or two sentences that a stranger can choose by.
    pub summary: Statement,
    /// What people in the role spend the day on; completes "IT support specialists …".
    pub day: Statement,
    /// Where the work is done.
    #[serde(default)]
    pub works_in: Vec<Statement>,
    /// What the work is about, one idea each.
    #[serde(default)]
    pub focus: Vec<Statement>,
    /// How far the work reaches, one idea each.
    #[serde(default)]
    pub scope: Vec<Statement>,
    /// What is done, each under the theme of its row.
    #[serde(default)]
    pub duties: Vec<Duty>,
    /// Skills of the vocabulary that it needs.
    #[serde(default)]
    pub skills: Vec<RoleSkill>,
    /// What else is said of the role, by what it is about.
    #[serde(default)]
    pub aspects: Vec<Aspect>,
    /// What sources say of the education it asks.
    #[serde(default)]
    pub education: Vec<Education>,
    /// What sources say of the experience it asks.
    #[serde(default)]
    pub experience: Vec<Experience>,
    /// Certifications that sources name for it.
    #[serde(default)]
    pub certifications: Vec<RoleCertification>,
    /// The first reading is the preferred one; the others are alternatives.
    pub measured_by: Vec<MeasuredBy>,
    /// Steps from it to other roles.
    #[serde(default)]
    pub moves: Vec<Move>,
}
