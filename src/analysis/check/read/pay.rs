//! What a text says someone earns.

use super::Sentence;
use crate::analysis::check::claim::{About, Given, Pay};
use crate::analysis::check::cue::Cue;
use crate::analysis::check::lexicon::Meaning;
use crate::analysis::check::official::Measured;
use crate::analysis::check::passage::{Mention, What};
use crate::analysis::check::quantity::{Money, Quantity};
use std::ops::{Range, RangeInclusive};

/// Pay that a statistic of a year can have, in dollars a year.
const YEARLY: RangeInclusive<f64> = 12_000.0..=600_000.0;
/// The same, in dollars an hour.
const HOURLY: RangeInclusive<f64> = 7.0..=250.0;

impl Sentence<'_> {
    /// An amount as pay, if that is what it is.
    pub(super) fn pay(
        &self,
        mention: &Mention,
        money: Money,
        about: Option<&About>,
    ) -> Option<Pay> {
        let hourly = self.says(&[Cue::Hourly]) && HOURLY.contains(&money.low);
        if !(YEARLY.contains(&money.low) || hourly) {
            return None;
        }
        // A bare number needs a word for pay beside it; "a year" is none.
        let words = [
            "wage", "salar", "earn", "pay", "paid", "median", "mean", "income",
        ];
        if !money.marked
            && !words.iter().any(|word| self.lower().contains(word))
            && !self.is_short_cell()
        {
            return None;
        }
        let told = [Cue::Pay, Cue::Median, Cue::Medians, Cue::Mean, Cue::Expect];
        // In a table nothing may say "pay"; an amount that is to the dollar that of the role in its row says it itself.
        let standing = self.standing(about.map(|about| about.subject));
        let own = || {
            self.facts
                .officials
                .wages(money.low)
                .any(|figure| standing.contains(&figure.soc))
        };
        let cell = self.is_short_cell() && own();
        // Nor beside the publisher's name: "the Bureau had them at $61,860 in May 2025".
        let year = self.year(mention);
        let quoted = self.says(&[Cue::Authority])
            && year.is_some_and(|year| {
                self.facts
                    .officials
                    .wages(money.low)
                    .any(|figure| figure.year() == Some(year.value))
            });
        if !self.says(&told) && !cell && !quoted {
            return None;
        }
        let percentile = self.percentile(mention);
        // What is to the dollar the official wage of whom it is about, with a year, needs no more words.
        let official = own() && year.is_some() && !self.is_private(mention);
        Some(Pay {
            money,
            measured: percentile.or_else(|| self.measured(mention)),
            called_median: money.high.is_some() && self.called_median(mention),
            year,
            statistic: cell
                || official
                || quoted
                || percentile.is_some()
                || self.is_statistic(mention),
        })
    }

    /// Whether a figure is an offer, a price or one's own pay.
    fn is_private(&self, mention: &Mention) -> bool {
        let exact =
            |other: &Mention| matches!(other.cue(), Some(Cue::Median | Cue::Medians | Cue::Mean));
        let framed = || {
            self.frame()
                .any(|passage| passage.mentions.iter().any(exact))
        };
        let offered = self.itself_says(&[Cue::Offer]) && !self.says(&[Cue::Expect, Cue::Authority]);
        let sold = self.here().says(&self.clause(mention), &[Cue::Commerce]);
        (offered || sold) && !self.before(mention).any(exact) && !framed()
    }

    /// Whether a figure is told of many, and is not an offer, a price or one's own pay.
    fn is_statistic(&self, mention: &Mention) -> bool {
        let told = [
            Cue::Median,
            Cue::Medians,
            Cue::Mean,
            Cue::Typical,
            Cue::Expect,
            Cue::Authority,
        ];
        !self.is_private(mention)
            && (self.says(&told) || self.tells_of_many() || self.is_rough(mention))
    }

    /// Whether a figure is given roughly and of others: "graduates make around $21 an hour".
    fn is_rough(&self, mention: &Mention) -> bool {
        const ROUGH: [&str; 5] = ["around ", "about ", "between ", "roughly ", "up to "];
        const OWN: [&str; 4] = [" i ", " i'm ", " my ", " me "];
        let before = self.lower_before(mention);
        let own = format!(" {}", self.lower());
        self.itself_says(&[Cue::Pay])
            && ROUGH.iter().any(|word| before.ends_with(word))
            && !OWN.iter().any(|word| own.contains(word))
    }

    /// Whether the sentence says of a whole occupation what it earns: "IT technicians earn …", and not "our technicians".
    fn tells_of_many(&self) -> bool {
        let text = &self.here().text;
        let whole = |range: &Range<usize>| {
            let before = text.get(..range.start).unwrap_or_default().trim_end();
            let word = before.rsplit(' ').next().unwrap_or_default();
            !["our", "its", "their", "my", "your", "his", "her"]
                .contains(&word.to_lowercase().as_str())
        };
        self.itself_says(&[Cue::Pay])
            && self
                .here()
                .subjects(self.range)
                .iter()
                .any(|(range, _)| whole(range))
    }

    /// Which statistic governs a figure: the last word for one before it, else the next after it, else its frame's.
    fn measured(&self, mention: &Mention) -> Option<Measured> {
        let statistic = |mention: &Mention| match mention.cue()? {
            Cue::Median | Cue::Medians => Some(Measured::Median),
            Cue::Mean => Some(Measured::Mean),
            _ => None,
        };
        let before = self.before(mention).find_map(statistic);
        let after = || self.after(mention).find_map(statistic);
        let framed = || {
            self.frame()
                .find_map(|passage| passage.mentions.iter().find_map(statistic))
        };
        before.or_else(after).or_else(framed)
    }

    /// The percentile that a figure is, where one is named between it and the figure before it, or heads its column.
    fn percentile(&self, mention: &Mention) -> Option<Measured> {
        let of = |mention: &Mention| match mention.what {
            What::Quantity(Quantity::Percentile(10)) => Some(Measured::P10),
            What::Quantity(Quantity::Percentile(25)) => Some(Measured::P25),
            What::Quantity(Quantity::Percentile(75)) => Some(Measured::P75),
            What::Quantity(Quantity::Percentile(90)) => Some(Measured::P90),
            _ => None,
        };
        let mut before = self
            .before(mention)
            .take_while(|other| other.money().is_none());
        let framed = || {
            self.frame()
                .find_map(|passage| passage.mentions.iter().find_map(of))
        };
        before
            .find_map(of)
            .or_else(framed)
            .or_else(|| self.tail(mention))
    }

    /// A tail that is told in words: "the best-paid tenth".
    fn tail(&self, mention: &Mention) -> Option<Measured> {
        const LOW: [&str; 3] = ["lowest", "bottom", "worst"];
        const HIGH: [&str; 5] = ["best", "highest", "top", "upper", "most"];
        let before = self.before(mention).find(|other| other.money().is_some());
        let start = before.map_or(self.range.start, |other| other.range.end);
        let text = self
            .here()
            .text
            .get(start..mention.range.start)?
            .to_lowercase();
        let at = |part: &str| {
            text.rfind(part)
                .and_then(|at| text.get(at.saturating_sub(24)..at))
        };
        let (part, measures) = match (at("tenth"), at("quarter")) {
            (Some(before), _) => (before, (Measured::P10, Measured::P90)),
            (None, Some(before)) => (before, (Measured::P25, Measured::P75)),
            (None, None) => return None,
        };
        let says = |words: &[&str]| words.iter().any(|word| part.contains(word));
        if says(&LOW) {
            return Some(measures.0);
        }
        says(&HIGH).then_some(measures.1)
    }

    /// Whether a range is called a median: the word stands before it with nothing between that parts them, right
    /// after it, or heads it.
    fn called_median(&self, mention: &Mention) -> bool {
        if self.speaks_of_several() {
            return false;
        }
        for other in self.before(mention) {
            match other.what {
                What::Word(Meaning::Cue(Cue::Median)) => {
                    return self.clause(mention).start <= other.range.start;
                }
                What::Quantity(Quantity::Money(_) | Quantity::Percentile(_)) => return false,
                What::Word(Meaning::Cue(Cue::Medians | Cue::Mean)) => return false,
                _ => {}
            }
        }
        let after = self
            .here()
            .text
            .get(mention.range.end..self.range.end)
            .unwrap_or_default();
        let after = after.trim_start_matches([' ', '(']).starts_with("median");
        after
            || self
                .frame()
                .any(|passage| passage.says(&passage.whole(), &[Cue::Median]))
    }

    /// Whether the sentence speaks of several medians: of occupations, industries, places or years.
    fn speaks_of_several(&self) -> bool {
        const SEVERAL: [&str; 8] = [
            "across these",
            "across the ",
            "by state",
            "by industry",
            "occupations",
            "from one ",
            "these roles",
            "medians",
        ];
        const NATION: [&str; 4] = [
            "across the nation",
            "across the country",
            "across the united",
            "across the u.s",
        ];
        let text = self.lower();
        let several = SEVERAL.iter().any(|word| text.contains(word))
            && !NATION.iter().any(|word| text.contains(word));
        let years = self
            .mentions()
            .filter(|mention| mention.year().is_some())
            .count();
        several
            || years > 1
            || self.here().subjects(self.range).len() > 1
            || self.says(&[Cue::Medians])
    }

    /// The year of a figure: the next after it and before the next figure, else the last before it and after the one
    /// before; else the only one of a sentence with one figure, or of what completes or heads it.
    fn year(&self, mention: &Mention) -> Option<Given<u16>> {
        let year = |other: &Mention| {
            other.year().map(|value| Given {
                value,
                firm: self.is_its_own(other),
            })
        };
        let clause = self.clause(mention);
        let mut after = self
            .after(mention)
            .take_while(|other| other.money().is_none());
        let next = after.find(|other| other.year().is_some());
        let near = next
            .filter(|other| other.range.start < clause.end)
            .and_then(year);
        let far = || next.and_then(year);
        let last = || {
            self.before(mention)
                .take_while(|other| other.money().is_none())
                .find_map(year)
        };
        let sole = || {
            let figures = self
                .mentions()
                .filter(|other| other.money().is_some())
                .count();
            let mut years = self.mentions().filter_map(year);
            let told_apart = self.itself_says(&[Cue::Past, Cue::History]);
            let first = years.next().filter(|_| figures == 1 || !told_apart)?;
            years.next().is_none().then_some(first)
        };
        near.or_else(last)
            .or_else(far)
            .or_else(sole)
            .or_else(|| self.framed_year())
    }

    /// Whether a year is the figure's own and not that of a publication or a reading.
    fn is_its_own(&self, year: &Mention) -> bool {
        const LOOSE: [&str; 14] = [
            "as of",
            "updated",
            "published",
            "report",
            "reviewed",
            "posted",
            "survey",
            "since",
            "guide",
            "accessed",
            "retrieved",
            "read on",
            "checked",
            "copyright",
        ];
        let before = self.lower_before(year);
        let tail = before.len().saturating_sub(24);
        let tail = before.get(
            (tail..before.len())
                .find(|at| before.is_char_boundary(*at))
                .unwrap_or(before.len())..,
        );
        before.ends_with("may ")
            || !LOOSE
                .iter()
                .any(|word| tail.unwrap_or_default().contains(word))
    }

    /// The one year that completes a fragment, or that heads a passage without any.
    fn framed_year(&self) -> Option<Given<u16>> {
        let undated = !self.here().dated(&self.here().whole());
        let heading = self.scene.headings.first().filter(|_| undated);
        let mut years = self.frame().chain(heading).filter_map(|passage| {
            let mut years = passage.mentions.iter().filter_map(Mention::year);
            let first = years.next()?;
            Some((first, years.next().is_none()))
        });
        let (value, alone) = years.next()?;
        alone.then_some(Given { value, firm: true })
    }
}
