//! Everything that a folder of data holds, as items of the model. In the data room.

use super::item::Item;
use super::problem::Kind;
use crate::model::{
    Certification, Claim, Date, Element, Occupation, Resource, Role, Skill, Source, Synonyms,
};

/// Everything that a folder of data holds, in the order of its files.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Collection {
    /// The day on which the data was last gone through as a whole.
    pub edition: Option<Date>,
    pub roles: Vec<Role>,
    pub occupations: Vec<Occupation>,
    pub certifications: Vec<Certification>,
    pub claims: Vec<Claim>,
    pub skills: Vec<Skill>,
    pub elements: Vec<Element>,
    pub resources: Vec<Resource>,
    pub sources: Vec<Source>,
    pub synonyms: Vec<Synonyms>,
}

impl Collection {
    /// What an item is called that stands in no file at hand, but below a layer.
    pub(super) fn called(&self, kind: Kind, item: usize) -> String {
        fn id<T: Item>(held: &Collection, item: usize) -> &str {
            T::list(held).get(item).map_or("", Item::id)
        }
        let id = match kind {
            Kind::Role => id::<Role>(self, item),
            Kind::Occupation => id::<Occupation>(self, item),
            Kind::Certification => id::<Certification>(self, item),
            Kind::Claim => id::<Claim>(self, item),
            Kind::Skill => id::<Skill>(self, item),
            Kind::Element => id::<Element>(self, item),
            Kind::Resource => id::<Resource>(self, item),
            Kind::Source => id::<Source>(self, item),
            Kind::Synonyms => "",
        };
        format!("{} {id}, which lies below", kind.name())
    }
}
