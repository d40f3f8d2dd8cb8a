//! Whose figures they are: occupations, and the roles that they stand for.

use super::figures::{Part, Shown, sentence, stand_in};
use super::teller::Teller;
use crate::analysis::check::Official;
use crate::catalog::Result;
use crate::model::{Fit, Label, Reference};

impl Teller<'_> {
    /// An official figure, told of its occupation.
    pub(super) fn shown(&self, part: Part, official: &Official) -> Result<Shown> {
        self.told(Shown::of(part, official, None, self.checker))
    }

    /// The newest figure of whom a text speaks, with how it stands for them.
    pub(super) fn own(&self, official: &Official, about: Option<usize>) -> Result<Shown> {
        let fit = about.and_then(|about| self.checker.fit(about, &official.soc));
        self.told(Shown::of(Part::Own, official, fit, self.checker))
    }

    /// A figure that tells whose it is where a layer has it.
    fn told(&self, shown: Shown) -> Result<Shown> {
        let layered = self.layered(&shown.figure.origin.source)?;
        Ok(Shown { layered, ..shown })
    }

    /// Whose a value is that stands in a layer: `Acme Training, in layer acme`; none where it came with the program.
    pub(super) fn layered(&self, citation: &str) -> Result<Option<String>> {
        let Reference { source, layer, .. } = Reference::of(citation);
        let layered = layer.map(|layer| {
            let publisher = self.catalog.source(source)?.publisher;
            Ok(format!("{publisher}, in layer {layer}"))
        });
        layered.transpose()
    }

    /// An occupation by name and code: `computer support specialists (15-1230)`.
    pub(super) fn named(&self, soc: &str) -> String {
        format!("{} ({soc})", self.checker.name(soc))
    }

    /// Those whom a text speaks of, where that is not the occupation's own name.
    fn others(&self, own: &Official, about: Option<usize>) -> Option<&str> {
        let whose = self.checker.subject(about?)?;
        (whose != self.checker.name(&own.soc)).then_some(whose)
    }

    /// Which occupation measures someone, and how well: `IT technicians are measured by …, shared with other roles`.
    pub(super) fn measured_by(
        &self,
        own: &Official,
        shown: &Shown,
        about: Option<usize>,
    ) -> String {
        let occupation = self.named(&own.soc);
        match self.others(own, about) {
            Some(whose) => match shown.figure.origin.fit {
                Some(fit) if fit.is_stand_in() => {
                    format!("{whose} are measured by {occupation}, {}", fit.label())
                }
                Some(_) => format!("{whose} are measured by {occupation}"),
                None => format!("{whose} may be measured by {occupation}"),
            },
            None => format!("that of {occupation}"),
        }
    }

    /// The occupation that a figure is of, and what it is to those whom a text speaks of.
    pub(super) fn whom(&self, own: &Official, shown: &Shown, about: Option<usize>) -> String {
        let occupation = self.named(&own.soc);
        let Some(whose) = self.others(own, about) else {
            return occupation;
        };
        match shown.figure.origin.fit {
            Some(Fit::Exact) => format!("{occupation}, the occupation that measures {whose}"),
            Some(Fit::Shared) => {
                format!("{occupation}, the occupation that measures {whose} and other roles")
            }
            Some(Fit::Broader) => {
                format!("{occupation}, the broader occupation that {whose} belong to")
            }
            Some(Fit::Proxy) => {
                format!("{occupation}, the nearest occupation published for {whose}")
            }
            None => format!("{occupation}, an occupation that may measure {whose}"),
        }
    }

    /// A true sentence with a figure of whom a text speaks.
    pub(super) fn truth(&self, own: &Official, shown: &Shown, about: Option<usize>) -> String {
        let name = self.checker.name(&own.soc);
        let borrows = shown.figure.is_stand_in();
        match self.others(own, about).filter(|_| borrows) {
            Some(whose) => stand_in(own, whose, name, shown),
            None => sentence(own, name, shown),
        }
    }
}
