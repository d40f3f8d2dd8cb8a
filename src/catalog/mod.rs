//! The catalog room: where roles, occupations and the rest come from, and how they are named.
//!
//! A catalog is a base, which came with the program, and layers of the user's own data over it. Whatever is asked for is
//! looked for in the topmost layer first. Nothing is read before it is asked for.

mod audit;
mod base;
mod bundled;
mod index;
mod known;
mod layer;
mod lookup;
mod memo;
mod ratings;
mod stack;
mod stored;
mod vocabulary;
mod warning;

pub use layer::Layer;
pub use lookup::{Candidate, LookupError, Spellings, nearest};
pub use ratings::OnetRatings;
pub use stack::Use;

use crate::data::rules::Known;
use crate::data::{Collection, Kind, Problem};
use crate::model::{
    Certification, Claim, Date, Element, Occupation, OnetProfile, Resource, Role, Skill, Source,
};
use base::{Base, answers, is_about, is_for, missing, profile_in, without_profiles};
use known::Outline;
use memo::Memo;
use stack::soc_of;
use std::collections::BTreeSet;
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use stored::Stored;
use warning::Warning;

/// Everything that can be asked for, wherever it is kept.
///
/// A role is named as people name it, and known by its id. What several roles are called is nobody's name:
///
/// ```
/// use roles::catalog::{Catalog, LookupError};
///
/// let catalog = Catalog::bundled();
/// assert_eq!(catalog.find_role("IT support specialist")?, "it-support");
/// assert_eq!(catalog.role("it-support")?.title, "IT Support Specialist");
/// match catalog.find_role("project manager") {
///     Err(LookupError::Ambiguous { candidates, .. }) => assert!(candidates.len() > 1),
///     other => panic!("one role: {other:?}"),
/// }
/// # Ok::<(), LookupError>(())
/// ```
///
/// Folders of the user's own data lie over it as [`Layer`]s, see [`Catalog::with_layers`].
#[derive(Debug)]
pub struct Catalog {
    base: Base,
    /// The lowest first.
    layers: Vec<Layer>,
    /// The items of layers that were asked for.
    used: Mutex<BTreeSet<Use>>,
    /// Occupations of layers that were read, since their parts are asked for one by one.
    occupations: Memo<Option<Arc<Occupation>>>,
    /// What the rules asked of occupations.
    outlines: Memo<Outline>,
}

/// Why the catalog could not give what was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Error {
    /// A record does not decode: the program was built wrongly.
    Damaged { id: String },
    /// A reference leads nowhere. It cannot be reached with data that passed the rules.
    Missing { id: String },
    /// What was asked for stands in a layer, and is wrong there. At least one problem.
    Broken(Vec<Problem>),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Damaged { id } => write!(f, "the bundled record \"{id}\" cannot be read"),
            Self::Missing { id } => write!(f, "the data refers to \"{id}\", which is not there"),
            Self::Broken(problems) => match problems.first() {
                Some(problem) => problem.fmt(f),
                None => f.write_str("the data is wrong"),
            },
        }
    }
}

impl std::error::Error for Error {}

/// What the catalog gives, or why not.
pub type Result<T> = std::result::Result<T, Error>;

/// Defines how the items of a kind are got by their ids, and how the ids are listed, sorted.
macro_rules! kinds {
    ($($(#[$meta:meta])* $get:ident, $ids:ident: $item:ident;)+) => {
        impl Catalog {$(
            #[doc = concat!("The ", stringify!($get), " with this id.")]
            $(#[$meta])*
            pub fn $get(&self, id: &str) -> Result<$item> {
                self.item(id)
            }

            #[doc = concat!("The ids of every ", stringify!($get), ", sorted.")]
            pub fn $ids(&self) -> Result<Vec<String>> {
                self.ids::<$item>()
            }
        )+}
    };
}

kinds! {
    role, role_ids: Role;
    certification, certification_ids: Certification;
    claim, claim_ids: Claim;
    skill, skill_ids: Skill;
    /// The id is this data's own slug: `reading-comprehension`.
    element, element_ids: Element;
    resource, resource_ids: Resource;
    source, source_ids: Source;
}

impl Catalog {
    /// The data that came with the program. Costs nothing until something is asked for.
    pub fn bundled() -> Self {
        Self::over(Base::Bundled)
    }

    /// A catalog of a collection in memory, which should have passed the data rules.
    pub fn of(collection: Collection) -> Self {
        Self::over(Base::Held(Box::new(collection)))
    }

    fn over(base: Base) -> Self {
        Self {
            base,
            layers: Vec::new(),
            used: Mutex::default(),
            occupations: Memo::default(),
            outlines: Memo::default(),
        }
    }

    /// The same, with layers over it, the lowest first. Their names must differ.
    pub fn with_layers(self, layers: Vec<Layer>) -> Self {
        Self { layers, ..self }
    }

    /// The layers, the lowest first.
    pub fn layers(&self) -> &[Layer] {
        &self.layers
    }

    /// Whether there is an item of a kind with this id, be it broken.
    pub fn knows(&self, kind: Kind, id: &str) -> bool {
        Known::has(self, kind, id)
    }

    /// The items of layers that were asked for so far: the lowest layer first, then by kind and id.
    pub fn used(&self) -> Vec<Use> {
        let used = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        used.iter().cloned().collect()
    }

    fn note(&self, used: Use) {
        let mut all = self.used.lock().unwrap_or_else(PoisonError::into_inner);
        all.insert(used);
    }

    fn item<T: Stored + Warning>(&self, id: &str) -> Result<T> {
        if !self.layers.is_empty()
            && let Some(item) = self.topmost(id)?
        {
            return Ok(item);
        }
        self.base.get(id)?.ok_or_else(|| missing(id))
    }

    /// The day on which the data that came with the program was last gone through as a whole.
    pub fn edition(&self) -> Option<Date> {
        self.base.edition()
    }

    /// The claims that concern a role or a certification, in the order of the data.
    pub fn claims_about(&self, subject: &str) -> Result<Vec<Claim>> {
        let ids = self.base.claims_about(subject).into_iter();
        let own = self.additions::<Claim>()?.into_iter();
        let own = own.filter(|claim| is_about(claim, subject));
        ids.chain(own.map(|claim| claim.id.clone()))
            .map(|id| self.claim(&id))
            .collect()
    }

    /// The resources that are named for a role, in the order of the data.
    pub fn resources_for(&self, role: &str) -> Result<Vec<Resource>> {
        let ids = self.base.resources_for(role).into_iter();
        let own = self.additions::<Resource>()?.into_iter();
        let own = own.filter(|resource| is_for(resource, role));
        ids.chain(own.map(|resource| resource.id.clone()))
            .map(|id| self.resource(&id))
            .collect()
    }

    /// The SOC codes of all occupations, sorted.
    pub fn occupation_ids(&self) -> Result<Vec<String>> {
        self.ids::<Occupation>()
    }

    /// The occupation with this SOC code and its figures, without its O*NET profiles.
    pub fn occupation(&self, soc: &str) -> Result<Occupation> {
        let found = match self.layered_occupation(soc)? {
            Some(whole) => Some(without_profiles((*whole).clone())),
            None => self.base.figures(soc)?,
        };
        found.ok_or_else(|| missing(soc))
    }

    /// The title of the role with this id, which costs less than the role.
    pub fn role_title(&self, id: &str) -> Result<String> {
        if self.in_files(Kind::Role, id) {
            return self.role(id).map(|role| role.title);
        }
        self.base.role_title(id).ok_or_else(|| missing(id))
    }

    /// The title of the O*NET occupation with this code, which costs less than its profile.
    pub fn onet_title(&self, code: &str) -> Result<String> {
        self.of_profile(
            code,
            |profile| profile.title.clone(),
            |base| Ok(base.onet_title(code)),
        )
    }

    /// The O*NET profile with this O*NET-SOC code, `15-1299.09`, without its ratings and job titles.
    pub fn onet_profile(&self, code: &str) -> Result<OnetProfile> {
        self.of_profile(code, answers, |base| base.profile(code))
    }

    /// The ratings of an O*NET occupation by element; empty where O*NET has none.
    pub fn onet_ratings(&self, code: &str) -> Result<OnetRatings> {
        self.of_profile(
            code,
            |profile| profile.ratings.clone().into(),
            |base| base.ratings(code),
        )
    }

    /// A part of an O*NET profile, from the layer that has its occupation or from the base.
    fn of_profile<T>(
        &self,
        code: &str,
        part: impl Fn(&OnetProfile) -> T,
        below: impl Fn(&Base) -> Result<Option<T>>,
    ) -> Result<T> {
        let found = match self.layered_occupation(soc_of(code))? {
            Some(occupation) => profile_in([&*occupation], code).map(part),
            None => below(&self.base)?,
        };
        found.ok_or_else(|| missing(code))
    }

    /// The occupation with this SOC code if a layer has it, with its profiles; read once.
    fn layered_occupation(&self, soc: &str) -> Result<Option<Arc<Occupation>>> {
        if !self.in_files(Kind::Occupation, soc) {
            return Ok(None);
        }
        self.occupations.get(soc, || {
            let occupation = self.topmost::<Occupation>(soc)?;
            Ok(occupation.map(Arc::new))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_says_what_is_wrong_and_where() {
        let id = || "it-support".to_owned();
        for (error, told) in [
            (
                Error::Damaged { id: id() },
                "the bundled record \"it-support\" cannot be read",
            ),
            (
                Error::Missing { id: id() },
                "the data refers to \"it-support\", which is not there",
            ),
            (Error::Broken(Vec::new()), "the data is wrong"),
        ] {
            assert_eq!(error.to_string(), told);
        }
    }
}
