//! What a text says of the jobs to come.

use super::Sentence;
use crate::analysis::check::claim::{About, Given, Outlook, Stated, Whence};
use crate::analysis::check::cue::Cue;
use crate::analysis::check::lexicon::Meaning;
use crate::analysis::check::passage::{Mention, Passage, What};
use crate::analysis::check::quantity::Percent;
use crate::analysis::document::BlockKind;

/// No projection of an occupation goes further in ten years, in percent.
const FURTHEST: f64 = 60.0;
/// How far "expected" may stand from the "grow" that it leads to, in bytes.
const LEAD: usize = 24;

impl Sentence<'_> {
    /// A percentage as a change of employment, if that is what it is.
    pub(super) fn outlook(
        &self,
        mention: &Mention,
        percent: Percent,
        about: Option<&About>,
    ) -> Option<Outlook> {
        let span = self.spanned(mention);
        let (falls, told) = self.direction(mention, percent, span.is_some())?;
        let projected = self.says(&[Cue::Projection]) || span.is_some();
        let jobs = self.says(&[Cue::Employment, Cue::Demand]);
        let ahead = projected || self.itself_says(&[Cue::Ahead]) && (jobs || self.is_led());
        // A line of a fact sheet is about whom its heading names.
        let reach = if self.is_brief() {
            Whence::Heading
        } else {
            Whence::Frame
        };
        let named = about.is_some_and(|about| about.whence <= reach);
        let past = told
            && self.itself_says(&[Cue::Past])
            && !self.itself_says(&[Cue::Projection, Cue::Ahead]);
        let framed = self.scene.is_fragment() && jobs;
        if past
            || self.is_of_money(mention)
            || !(jobs || named)
            || !(ahead || framed)
            || percent.low.abs() > FURTHEST
        {
            return None;
        }
        let signed = |value: f64| if falls { -value.abs() } else { value };
        let percent = Percent {
            low: signed(percent.low),
            high: percent.high.map(signed),
        };
        Some(Outlook {
            falls: percent.low < 0.0,
            percent: Some(percent),
            span,
        })
    }

    /// Whether the passage is a line that tells one thing: "Projected growth, 2024-34: 6%".
    fn is_brief(&self) -> bool {
        self.here().text.len() < 100 && self.here().sentences.len() == 1
    }

    /// Whether "expected to" or the like leads straight to a word of growth.
    fn leads_to(&self, mention: &Mention) -> bool {
        let mut before = self
            .before(mention)
            .filter(|other| matches!(other.cue(), Some(Cue::Projection | Cue::Ahead)));
        before.any(|cue| mention.range.start - cue.range.end < LEAD)
    }

    /// The same of any word of growth in the sentence.
    fn is_led(&self) -> bool {
        let mut moves = self
            .mentions()
            .filter(|other| matches!(other.cue(), Some(Cue::Grow | Cue::Shrink)));
        moves.any(|moves| self.leads_to(moves))
    }

    /// Whether what grows is pay, sales or the like: the first thing that the clause is about.
    fn is_of_money(&self, mention: &Mention) -> bool {
        let clause = self.clause(mention);
        let things = self.here().within(&clause).filter_map(|other| {
            let of_money = match other.cue()? {
                Cue::Pay | Cue::Median | Cue::Medians | Cue::Mean | Cue::Commerce | Cue::Offer => {
                    true
                }
                Cue::Employment | Cue::Demand | Cue::Authority => false,
                _ => return None,
            };
            Some((other, of_money))
        });
        // What has had its amount grows no more: "median $103,590, growth 31%".
        let paid = |thing: &Mention| {
            let between = thing.range.end..mention.range.start.max(thing.range.end);
            self.here()
                .within(&between)
                .any(|other| other.money().is_some())
        };
        things
            .into_iter()
            .next()
            .is_some_and(|(thing, of_money)| of_money && !paid(thing))
    }

    /// Which way a percentage goes, by the nearest word for it, and whether that word stands in the sentence itself.
    fn direction(
        &self,
        mention: &Mention,
        percent: Percent,
        spanned: bool,
    ) -> Option<(bool, bool)> {
        let way = |other: &Mention| match other.cue()? {
            Cue::Grow => Some(false),
            Cue::Shrink => Some(true),
            _ => None,
        };
        let distance = |other: &Mention| match mention.range.start.checked_sub(other.range.end) {
            Some(before) => before,
            None => other.range.start.saturating_sub(mention.range.end),
        };
        const BEHIND: [(&str, bool); 5] = [
            (" more", false),
            (" growth", false),
            (" fewer", true),
            (" less", true),
            (" decline", true),
        ];
        let after = self
            .here()
            .text
            .get(mention.range.end..)
            .unwrap_or_default();
        if let Some((_, falls)) = BEHIND.into_iter().find(|(word, _)| after.starts_with(word)) {
            return Some((falls, true));
        }
        let clause = self.clause(mention);
        let words = self
            .mentions()
            .filter_map(|other| way(other).map(|falls| (other, falls)));
        // A word of its own clause goes before a nearer one of the next.
        let nearest =
            words.min_by_key(|(other, _)| (!clause.contains(&other.range.start), distance(other)));
        if let Some((_, falls)) = nearest {
            return Some((falls, true));
        }
        if self.itself_says(&[Cue::Past]) {
            return None;
        }
        // In a table or a list the head says what is told, and a sign says which way.
        let framed = self
            .frame()
            .find_map(|passage| passage.mentions.iter().find_map(way));
        let heading = || self.scene.headings.first()?.mentions.iter().find_map(way);
        let headed = || {
            (self.scene.is_fragment() && self.says(&[Cue::Change, Cue::Projection]) && spanned)
                .then_some(false)
        };
        let outlook = || {
            self.lower_before(mention)
                .contains("outlook")
                .then_some(false)
        };
        let falls = framed.or_else(heading).or_else(headed).or_else(outlook)?;
        Some((falls && percent.low > 0.0, false))
    }

    /// The span that a percentage is given for: of its sentence, else of what completes the fragment, else of the
    /// passage.
    pub(super) fn spanned(&self, mention: &Mention) -> Option<Given<(u16, u16)>> {
        let near = self.mentions().filter_map(|other| {
            let span = other
                .span()
                .filter(|span| is_decade(*span))
                .or_else(|| self.last_year(other))?;
            Some((other.range.start.abs_diff(mention.range.start), span))
        });
        if let Some((_, value)) = near.min_by_key(|(distance, _)| *distance) {
            return Some(Given { value, firm: true });
        }
        let heading = self
            .scene
            .headings
            .first()
            .filter(|_| self.scene.is_fragment());
        if let Some(value) = self
            .frame()
            .chain(heading)
            .find_map(|passage| only_span(passage))
        {
            return Some(Given { value, firm: true });
        }
        only_span(self.here()).map(|value| Given { value, firm: false })
    }

    /// The ten years up to a year that "by" or "through" gives.
    fn last_year(&self, mention: &Mention) -> Option<(u16, u16)> {
        const LEADING: [&str; 9] = [
            "by ",
            "through ",
            "until ",
            "by the year ",
            "up to ",
            "by the end of ",
            "thru ",
            "out to ",
            "by about ",
        ];
        let year = mention.year().filter(|year| (2018..2060).contains(year))?;
        let before = self.lower_before(mention);
        LEADING
            .iter()
            .any(|word| before.ends_with(word))
            .then(|| (year - 10, year))
    }

    /// Growth or decline that is promised without a number.
    pub(super) fn promise(&self, mention: &Mention) -> Option<Outlook> {
        const JOBS: [&str; 12] = [
            "employment of",
            "employment for",
            "employment in",
            "employment opportunities for",
            "the number of",
            "number of jobs",
            "headcount",
            "jobs for",
            "jobs in",
            "employment is",
            "their number",
            "their ranks",
        ];
        const FAINT: [&str; 6] = ["not ", " no ", "n't ", "slow", "if ", "whether"];
        let text = self.lower();
        let numbered = self.mentions().any(|other| other.percent().is_some());
        let named = |mention: &Mention| {
            let after = self
                .here()
                .lower
                .get(mention.range.end..)
                .unwrap_or_default();
            let someone = matches!(
                mention.what,
                What::Word(Meaning::Subject(_) | Meaning::Work(_))
            );
            someone
                && [" jobs", " positions", " roles"]
                    .iter()
                    .any(|word| after.starts_with(word))
        };
        let jobs = JOBS.iter().any(|word| text.contains(word)) || self.mentions().any(named);
        let led = self.leads_to(mention);
        let clause = self
            .here()
            .lower
            .get(self.clause(mention))
            .unwrap_or_default();
        let other = [Cue::Commerce, Cue::Pay, Cue::Past, Cue::Offer, Cue::Flat];
        if numbered
            || !jobs
            || !led
            || self
                .here()
                .says(&(self.clause(mention).start..mention.range.end), &other)
            || FAINT.iter().any(|word| clause.contains(word))
        {
            return None;
        }
        Some(Outlook {
            percent: None,
            falls: mention.cue() == Some(Cue::Shrink),
            span: self.spanned(mention),
        })
    }

    /// A span of years as a projection's, if that is what it is.
    pub(super) fn edition(&self, span: (u16, u16)) -> Option<Stated> {
        let head = self.is_short_cell() || matches!(self.here().kind, BlockKind::Heading(_));
        let headed =
            head && self.itself_says(&[Cue::Grow, Cue::Shrink, Cue::Change, Cue::Projection]);
        (is_decade(span) && (headed || self.projects()))
            .then_some(Stated::Edition { span, whole: true })
    }

    /// A last year as a projection's, if that is what it is.
    pub(super) fn horizon(&self, mention: &Mention) -> Option<Stated> {
        let span = self.last_year(mention)?;
        let numbered = self.mentions().any(|other| other.percent().is_some());
        let head = self.is_short_cell() || matches!(self.here().kind, BlockKind::Heading(_));
        let ahead = self.itself_says(&[Cue::Projection, Cue::Ahead, Cue::Authority]);
        let looks = ahead && self.itself_says(&[Cue::Grow, Cue::Shrink]);
        let jobs = numbered || self.itself_says(&[Cue::Employment]);
        (looks && jobs && (head || self.projects()))
            .then_some(Stated::Edition { span, whole: false })
    }

    /// Whether the sentence is about a projection of employment.
    fn projects(&self) -> bool {
        const NOUNS: [&str; 6] = [
            "projection",
            "projected",
            "projects",
            "forecast",
            "outlook",
            "edition",
        ];
        let text = self.lower();
        let moves = self.says(&[Cue::Grow, Cue::Shrink, Cue::Flat, Cue::Change]);
        let looks = self.says(&[Cue::Projection, Cue::Ahead, Cue::History]);
        let named = NOUNS.iter().any(|noun| text.contains(noun));
        let sold = self.itself_says(&[Cue::Commerce])
            && !self.says(&[Cue::Authority])
            && !self.says(&[Cue::Employment]);
        let numbered = self.mentions().any(|other| other.percent().is_some());
        let brief = self.is_brief() && self.itself_says(&[Cue::Projection]) && numbered;
        let jobs = brief
            || self.says(&[Cue::Employment, Cue::Demand, Cue::Authority])
            || !self.here().subjects(self.range).is_empty();
        let past = self.itself_says(&[Cue::Past]) && !looks;
        let told = moves || numbered || named || self.says(&[Cue::Employment]);
        let published = numbered && self.says(&[Cue::Authority]);
        let ahead = looks && told || moves && (numbered || self.scene.is_fragment()) || published;
        !sold && !past && jobs && ahead
    }
}

/// The one decade that a passage names, if it names one only.
fn only_span(passage: &Passage) -> Option<(u16, u16)> {
    let mut spans = passage
        .mentions
        .iter()
        .filter_map(Mention::span)
        .filter(|span| is_decade(*span));
    let first = spans.next()?;
    spans.all(|other| other == first).then_some(first)
}

/// Whether a span is as long as a projection's, give or take the year that careless authors lose.
fn is_decade((from, to): (u16, u16)) -> bool {
    to.checked_sub(from)
        .is_some_and(|years| (9..=11).contains(&years))
        && from >= 2000
}
