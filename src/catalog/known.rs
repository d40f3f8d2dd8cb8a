//! What the rules may ask of a catalog: everything there is, in base and layers. In the catalog room.

use super::Catalog;
use super::base::without_profiles;
use super::stack::soc_of;
use crate::data::Kind;
use crate::data::rules::Known;
use crate::model::{Lifecycle, Occupation};
use std::borrow::Cow;
use std::convert::Infallible;
use std::sync::Arc;

/// What the rules ask of an occupation.
#[derive(Debug, Clone)]
pub(super) enum Outline {
    /// As it was read; none where there is no such occupation.
    Read(Option<Arc<Outlined>>),
    /// It cannot be read.
    Broken,
}

#[derive(Debug)]
pub(super) struct Outlined {
    /// The occupation with its figures alone.
    figures: Occupation,
    /// The codes of its O*NET profiles.
    profiles: Vec<String>,
}

impl Catalog {
    /// What the rules ask of the occupation with this SOC code, by layers and base. Every reference to it asks.
    fn outline(&self, soc: &str) -> Outline {
        let read = || match self.settled::<Occupation>(self.layers.len(), soc) {
            Ok(occupation) => Outline::Read(occupation.map(Outlined::of).map(Arc::new)),
            Err(_) => Outline::Broken,
        };
        let Ok(outline) = self.outlines.get(soc, || Ok::<_, Infallible>(read()));
        outline
    }
}

impl Outlined {
    fn of(occupation: Occupation) -> Self {
        let profiles = occupation.onet.iter();
        Self {
            profiles: profiles.map(|profile| profile.code.clone()).collect(),
            figures: without_profiles(occupation),
        }
    }
}

/// What the rules may ask of everything there is.
impl Known for Catalog {
    fn has(&self, kind: Kind, id: &str) -> bool {
        self.has_below(self.layers.len(), kind, id)
    }

    fn occupation(&self, soc: &str) -> Option<Cow<'_, Occupation>> {
        match self.outline(soc) {
            Outline::Read(occupation) => {
                occupation.map(|outlined| Cow::Owned(outlined.figures.clone()))
            }
            Outline::Broken => None,
        }
    }

    fn has_profile(&self, code: &str) -> bool {
        let soc = soc_of(code);
        if !self.in_files(Kind::Occupation, soc) {
            return self.base.onet_title(code).is_some();
        }
        match self.outline(soc) {
            Outline::Read(occupation) => occupation
                .is_some_and(|outlined| outlined.profiles.iter().any(|other| other == code)),
            // What is broken is told where it stands, and not wherever it is referred to.
            Outline::Broken => true,
        }
    }

    fn lifecycle(&self, certification: &str) -> Option<Lifecycle> {
        self.status_of(certification)
    }
}
