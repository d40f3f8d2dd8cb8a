//! What the rules may ask about data that is not among what they judge.

use super::super::collection::Collection;
use super::super::problem::Kind;
use crate::model::{Lifecycle, Occupation};
use std::borrow::Cow;

/// Everything that judged data may refer to: itself, and what lies below it.
pub trait Known {
    /// Whether there is an item of this kind with this id.
    fn has(&self, kind: Kind, id: &str) -> bool;

    /// The occupation with this SOC code, if there is one. Its O*NET profiles may be left out.
    fn occupation(&self, soc: &str) -> Option<Cow<'_, Occupation>>;

    /// Whether an occupation has an O*NET profile with this O*NET-SOC code.
    fn has_profile(&self, code: &str) -> bool;

    /// Where the certification with this id stands in its life, if there is one.
    fn lifecycle(&self, certification: &str) -> Option<Lifecycle>;
}

impl Known for Collection {
    fn has(&self, kind: Kind, id: &str) -> bool {
        macro_rules! any {
            ($list:ident, $key:ident) => {
                self.$list.iter().any(|item| item.$key == id)
            };
        }
        match kind {
            Kind::Role => any!(roles, id),
            Kind::Occupation => any!(occupations, soc),
            Kind::Certification => any!(certifications, id),
            Kind::Claim => any!(claims, id),
            Kind::Skill => any!(skills, id),
            Kind::Element => any!(elements, id),
            Kind::Resource => any!(resources, id),
            Kind::Source => any!(sources, id),
            Kind::Synonyms => false,
        }
    }

    fn occupation(&self, soc: &str) -> Option<Cow<'_, Occupation>> {
        let mut occupations = self.occupations.iter();
        occupations
            .find(|occupation| occupation.soc == soc)
            .map(Cow::Borrowed)
    }

    fn has_profile(&self, code: &str) -> bool {
        let mut profiles = self
            .occupations
            .iter()
            .flat_map(|occupation| &occupation.onet);
        profiles.any(|profile| profile.code == code)
    }

    fn lifecycle(&self, certification: &str) -> Option<Lifecycle> {
        let mut certifications = self.certifications.iter();
        certifications
            .find(|other| other.id == certification)
            .map(|other| other.status)
    }
}
