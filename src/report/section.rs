//! The sections of a profile or comparison, and which of them are wanted.

use crate::model::{AspectKind, Label};

crate::model::label::vocabulary! {
    /// A section, in the order in which they stand.
    SectionId {
        Overview = "overview", "Overview";
        Focus = "focus", "Focus";
        Scope = "scope", "Scope of work";
        Duties = "duties", "Duties";
        Skills = "skills", "Skills";
        Aspects = "aspects", "Knowledge and management";
        Education = "education", "Education";
        Experience = "experience", "Experience";
        Certifications = "certifications", "Certifications";
        MeasuredBy = "measured-by", "Measured by";
        Pay = "pay", "Pay";
        Outlook = "outlook", "Outlook";
        Ratings = "ratings", "O*NET ratings";
        Moves = "moves", "Moves on to";
        Claims = "claims", "What articles claim";
        Resources = "resources", "Where to learn more";
    }
}

/// Which sections are wanted. The default is all of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// None means every section.
    sections: Option<Vec<SectionId>>,
    /// Aspects asked for one by one, when the whole section is not.
    aspects: Vec<AspectKind>,
    /// Whether the sections were chosen for a hand-out, by no one who named them.
    handout: bool,
}

/// What a hand-out about one role holds where no one names sections: what a client needs, on two sides of paper.
pub const OF_ONE: &[SectionId] = &[
    SectionId::Overview,
    SectionId::Duties,
    SectionId::Skills,
    SectionId::Education,
    SectionId::Experience,
    SectionId::Certifications,
    SectionId::MeasuredBy,
    SectionId::Pay,
    SectionId::Outlook,
    SectionId::Moves,
];

/// What a hand-out about several roles holds, likewise; where each leads on is told by `roles path` and alone.
pub const OF_SEVERAL: &[SectionId] = &[
    SectionId::Overview,
    SectionId::Duties,
    SectionId::Skills,
    SectionId::Education,
    SectionId::Certifications,
    SectionId::MeasuredBy,
    SectionId::Pay,
    SectionId::Outlook,
];

/// A name that is no section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownSection(pub String);

impl Wanted {
    /// Reads names of sections; `leadership` and the other aspects can be named one by one. None means all.
    pub fn parse(names: &[String]) -> Result<Self, UnknownSection> {
        if names.is_empty() {
            return Ok(Self::default());
        }
        let mut wanted = Self {
            sections: Some(Vec::new()),
            ..Self::default()
        };
        for name in names {
            let key = name.trim().to_lowercase().replace(['_', ' '], "-");
            match (SectionId::from_key(&key), AspectKind::from_key(&key)) {
                (Some(section), _) => wanted.sections.get_or_insert_default().push(section),
                (None, Some(aspect)) => wanted.aspects.push(aspect),
                (None, None) => return Err(UnknownSection(name.trim().to_owned())),
            }
        }
        Ok(wanted)
    }

    /// What a hand-out holds where no one names sections.
    pub fn handout(sections: &[SectionId]) -> Self {
        Self {
            sections: Some(sections.to_vec()),
            handout: true,
            ..Self::default()
        }
    }

    /// The sections that a hand-out leaves out, unless they were named, as a sentence.
    pub fn left_out(&self) -> Option<String> {
        if !self.handout {
            return None;
        }
        let all = SectionId::ALL.iter();
        let left_out = all.filter(|section| !self.has(**section));
        let names: Vec<_> = left_out
            .map(|section| format!("“{}”", section.label()))
            .collect();
        let names = super::sentence::list(&names, ", ", " and ");
        Some(format!("Left out of this hand-out: {names}."))
    }

    /// Every name that [`Wanted::parse`] knows.
    pub fn known() -> impl Iterator<Item = &'static str> {
        SectionId::ALL
            .iter()
            .map(|section| section.key())
            .chain(AspectKind::ALL.iter().map(|aspect| aspect.key()))
    }

    /// Whether a section is wanted, at least in part.
    pub fn has(&self, section: SectionId) -> bool {
        match &self.sections {
            None => true,
            Some(sections) => {
                sections.contains(&section)
                    || (section == SectionId::Aspects && !self.aspects.is_empty())
            }
        }
    }

    /// Whether a section was asked for by its name, not only with all the others.
    pub fn names(&self, section: SectionId) -> bool {
        self.sections
            .as_ref()
            .is_some_and(|sections| sections.contains(&section))
    }

    /// Whether statements about an aspect are wanted.
    pub fn has_aspect(&self, aspect: AspectKind) -> bool {
        match &self.sections {
            None => true,
            Some(sections) => {
                sections.contains(&SectionId::Aspects) || self.aspects.contains(&aspect)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(names: &[&str]) -> Result<Wanted, UnknownSection> {
        Wanted::parse(
            &names
                .iter()
                .map(|name| (*name).to_owned())
                .collect::<Vec<_>>(),
        )
    }

    #[test]
    fn nothing_named_is_everything() {
        assert!(
            SectionId::ALL
                .iter()
                .all(|section| wanted(&[]).unwrap().has(*section))
        );
    }

    #[test]
    fn an_aspect_can_be_asked_for_alone() {
        let wanted = wanted(&["Leadership", "pay"]).unwrap();
        assert!(wanted.has(SectionId::Pay) && wanted.has(SectionId::Aspects));
        assert!(
            wanted.has_aspect(AspectKind::Leadership)
                && !wanted.has_aspect(AspectKind::Communication)
        );
        assert!(!wanted.has(SectionId::Skills));
    }

    #[test]
    fn a_hand_out_says_what_it_leaves_out() {
        let handout = Wanted::handout(OF_ONE);
        assert!(handout.has(SectionId::Pay) && !handout.has(SectionId::Claims));
        let said = handout.left_out().unwrap();
        assert!(
            said.contains("“O*NET ratings”") && !said.contains("“Pay”"),
            "{said}"
        );
        assert_eq!(wanted(&["pay"]).unwrap().left_out(), None);
    }

    #[test]
    fn an_unknown_section_is_named() {
        assert_eq!(
            wanted(&["pay", "salery"]),
            Err(UnknownSection("salery".into()))
        );
    }
}
