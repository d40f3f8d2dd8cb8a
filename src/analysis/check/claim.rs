//! What a text claims: its figures and names tied to whom they are about, when they hold and how they are meant.

use super::official::Measured;
use super::quantity::{Money, Percent};
use std::ops::Range;

/// Something a text says that the data can be asked about.
#[derive(Debug, Clone, PartialEq)]
pub struct Claim {
    /// Where the figure or name stands in the passage.
    pub at: Range<usize>,
    pub what: Stated,
    pub tone: Tone,
    /// Whom it is about; none where the text leaves that open or speaks of someone unknown.
    pub about: Option<About>,
    /// Whom the passage as a whole is about by its label or heading, where that is one role.
    pub topic: Option<usize>,
    /// Whether a year stands near.
    pub dated: bool,
    /// Whether the newest figure, or the newest edition, of whom it is about stands beside it: then it is history.
    pub beside_newest: bool,
    /// Whether a figure of the topic's own stands beside it: then it is a comparison.
    pub own_beside: bool,
}

/// What is claimed.
#[derive(Debug, Clone, PartialEq)]
pub enum Stated {
    Pay(Pay),
    Outlook(Outlook),
    /// A span of years, or a last year, of a projection.
    Edition {
        span: (u16, u16),
        whole: bool,
    },
    Credential {
        credential: usize,
        past: Option<Past>,
    },
    /// A degree, in a list of certifications.
    Listed {
        credential: Option<usize>,
        certain: bool,
    },
}

/// An amount that someone earns.
#[derive(Debug, Clone, PartialEq)]
pub struct Pay {
    pub money: Money,
    /// Which statistic the text calls it; none where it does not say.
    pub measured: Option<Measured>,
    /// Whether "median" governs it directly.
    pub called_median: bool,
    /// The year it is given for.
    pub year: Option<Given<u16>>,
    /// Whether it is told as a statistic of many, not as an offer or a price.
    pub statistic: bool,
}

/// How a text treats a credential as a thing of the past.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Past {
    /// It says that it is retired.
    Told,
    /// Somebody earned it in its day.
    Held,
}

/// A change of employment to come.
#[derive(Debug, Clone, PartialEq)]
pub struct Outlook {
    /// Percent, negative where the text speaks of a decline; none where it gives no number.
    pub percent: Option<Percent>,
    pub falls: bool,
    /// The span it is given for.
    pub span: Option<Given<(u16, u16)>>,
}

/// A time that a figure is given for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Given<T> {
    pub value: T,
    /// Whether the text ties it to the figure without doubt.
    pub firm: bool,
}

/// Whom a claim is about.
#[derive(Debug, Clone, PartialEq)]
pub struct About {
    /// A position among the lexicon's subjects.
    pub subject: usize,
    /// Where the text names them.
    pub whence: Whence,
    /// The others that the sentence names.
    pub rivals: Vec<usize>,
}

/// Where a text names whom it speaks of, the nearest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whence {
    /// In the same sentence.
    Sentence,
    /// In an earlier sentence of the passage.
    Passage,
    /// In the row, the column or the introduction that completes a fragment.
    Frame,
    /// In a heading above.
    Heading,
    /// In a passage before: a guess.
    Earlier,
}

/// How a sentence means what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tone {
    /// The text treats it as history.
    pub history: bool,
    /// It is set beside something else.
    pub compares: bool,
    /// A stand-in is named as one.
    pub stand_in: bool,
    /// It names the official publisher.
    pub authority: bool,
    /// It is of a place, an industry or another publisher.
    pub part: bool,
    /// It quotes something and says no to it.
    pub disputed: bool,
    /// It is of beginners or old hands.
    pub stage: bool,
}
