//! Amounts, percentages, years and spans of years in running text.
//!
//! The text is a passage as [`super::passage`] prepares it: one kind of space, plain quotes, plain hyphens for dashes.
//! Numbers are found one by one, with their sign and unit; then two that a dash or a word joins become a range. What can
//! be none of these is passed over: telephone numbers, versions, exam codes, parts of words.

use super::number::{Number, Unit, numbers};
use std::ops::Range;

/// An amount of money in US dollars, or a range of amounts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Money {
    pub low: f64,
    /// The upper end of a range.
    pub high: Option<f64>,
    /// Whether a sign or a word says that these are dollars; a bare `54,760` needs help from its sentence.
    pub marked: bool,
    /// Whether it is written in thousands (`$54.8K`), and so is rounded.
    pub short: bool,
}

/// A percentage, or a range of percentages.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Percent {
    /// Negative only where it has a minus sign; words such as "decline" are for others to weigh.
    pub low: f64,
    pub high: Option<f64>,
}

/// What a number in a text can be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Quantity {
    Money(Money),
    Percent(Percent),
    /// Which percentile: 90 for "90th percentile" and for "the highest 10 percent".
    Percentile(u8),
    Year(u16),
    /// From the first year to the last.
    Span(u16, u16),
}
/// Every quantity in a text, in order, each with its place.
pub fn quantities(text: &str) -> Vec<(Range<usize>, Quantity)> {
    let numbers = numbers(text);
    let mut found = Vec::new();
    let mut rest = numbers.as_slice();
    while let [first, others @ ..] = rest {
        let next = others.first().filter(|next| joined(text, first, next));
        match next.and_then(|next| Some((next, range(first, next)?))) {
            Some((next, quantity)) => {
                found.push((first.range.start..next.range.end, quantity));
                rest = others.get(1..).unwrap_or_default();
            }
            None => {
                found.extend(single(text, first).map(|quantity| (first.range.clone(), quantity)));
                rest = others;
            }
        }
    }
    found
}
/// Whether two numbers are the ends of a range: a dash or "to" between them, or "between … and".
fn joined(text: &str, first: &Number, second: &Number) -> bool {
    let gap = text.get(first.range.end..second.range.start);
    match gap.unwrap_or_default() {
        "-" | " - " | "/" | " to " | " through " | " until " | " up to " | " to about " => true,
        " and " | " and about " => {
            let before = text.get(..first.range.start).unwrap_or_default();
            let words = before.trim_end().rsplit(' ').take(2);
            words
                .into_iter()
                .any(|word| word.eq_ignore_ascii_case("between"))
        }
        _ => false,
    }
}

/// The range that two joined numbers make, if they are of one kind.
fn range(first: &Number, second: &Number) -> Option<Quantity> {
    if let (Some(from), Some(to)) = (first.year(), second.year()) {
        return Some(Quantity::Span(from, to));
    }
    if let (Some(from), Some(2), Unit::None) = (first.year(), second.digits, second.unit) {
        let to = from - from % 100 + second.value as u16;
        return (to > from).then_some(Quantity::Span(from, to));
    }
    if second.unit == Unit::Percent
        && matches!(first.unit, Unit::None | Unit::Percent)
        && !first.dollar
    {
        return Some(Quantity::Percent(Percent {
            low: first.signed(),
            high: Some(second.signed()),
        }));
    }
    let marked = first.dollar || second.dollar || second.unit == Unit::Dollars;
    let plain =
        |number: &Number| matches!(number.unit, Unit::None | Unit::Thousand | Unit::Dollars);
    if !plain(first) || !plain(second) || !(marked || first.grouped && second.grouped) {
        return None;
    }
    // In "$50-65K" the unit holds for both ends.
    let short = second.unit == Unit::Thousand;
    let amount =
        first.dollar || first.grouped || first.unit != Unit::None || short && first.value < 1000.0;
    if !amount {
        return None;
    }
    let low = if short && first.unit == Unit::None && first.value < 1000.0 {
        first.value * 1000.0
    } else {
        first.dollars()
    };
    let high = second.dollars();
    (high > low).then_some(Quantity::Money(Money {
        low,
        high: Some(high),
        marked,
        short,
    }))
}

/// What a number is on its own, if it is one of the things sought.
fn single(text: &str, number: &Number) -> Option<Quantity> {
    let before = text.get(..number.range.start).unwrap_or_default();
    let after = text.get(number.range.end..).unwrap_or_default();
    if part_of_code(before, after, number) {
        return None;
    }
    let one = |low| Percent { low, high: None };
    match number.unit {
        Unit::Percent => {
            Some(extreme(before, number).unwrap_or(Quantity::Percent(one(number.signed()))))
        }
        Unit::Percentile => Some(Quantity::Percentile(number.value as u8)),
        Unit::Points | Unit::Huge => None,
        Unit::None if !number.dollar && !number.grouped => {
            let year = number.year().filter(|_| !names_a_product(before));
            year.map(Quantity::Year)
        }
        Unit::Thousand if !number.dollar => None,
        _ => Some(Quantity::Money(Money {
            low: number.dollars(),
            high: None,
            marked: number.dollar || number.unit == Unit::Dollars,
            short: number.unit == Unit::Thousand,
        })),
    }
}

/// Whether a number belongs to a telephone number, a version or a code: `555-2025`, `v2.2019`, `AZ-104`.
fn part_of_code(before: &str, after: &str, number: &Number) -> bool {
    let mut back = before.chars().rev();
    let behind = match back.next() {
        Some('-' | '/' | '.' | ',' | ':') => {
            back.next().is_some_and(char::is_alphanumeric) && !number.dollar
        }
        _ => false,
    };
    let mut ahead = after.chars();
    let mark = ahead.next();
    let digits = ahead.take_while(char::is_ascii_digit).count();
    // A year may begin a date: 2021-01-31.
    let ahead = matches!(mark, Some('-' | '/' | '.' | ',' | ':')) && digits > 0;
    behind || ahead && !(number.year().is_some() && mark == Some('-') && digits == 2)
}

/// "Windows Server 2016" is no year.
fn names_a_product(before: &str) -> bool {
    const PRODUCTS: [&str; 8] = [
        "Server",
        "Windows",
        "Office",
        "Exchange",
        "SharePoint",
        "Studio",
        "Dynamics",
        "SQL",
    ];
    let word = before.trim_end().rsplit(' ').next().unwrap_or_default();
    PRODUCTS.contains(&word)
}

/// "The lowest 10 percent" is no growth: it is the tenth percentile.
fn extreme(before: &str, number: &Number) -> Option<Quantity> {
    let before = before.trim_end();
    // "The lowest-paid 10 percent" says it one word earlier.
    let before = before
        .strip_suffix("paid")
        .unwrap_or(before)
        .trim_end_matches([' ', '-']);
    let word = before.rsplit(' ').next().unwrap_or_default();
    let share = (1.0..=50.0)
        .contains(&number.value)
        .then_some(number.value as u8)?;
    match word.to_ascii_lowercase().as_str() {
        "lowest" | "bottom" | "lower" => Some(Quantity::Percentile(share)),
        "highest" | "top" | "upper" | "best" => Some(Quantity::Percentile(100 - share)),
        _ => None,
    }
}
#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(&str, Quantity)> {
        let all = quantities(text);
        all.into_iter()
            .map(|(range, what)| (&text[range], what))
            .collect()
    }

    fn money(low: f64) -> Quantity {
        Quantity::Money(Money {
            low,
            high: None,
            marked: true,
            short: false,
        })
    }

    fn pair(low: f64, high: f64) -> Quantity {
        Quantity::Money(Money {
            low,
            high: Some(high),
            marked: true,
            short: false,
        })
    }

    fn percent(low: f64) -> Quantity {
        Quantity::Percent(Percent { low, high: None })
    }

    #[test]
    fn amounts_are_read_as_people_write_them() {
        for (text, expected) in [
            ("earned $54,760 a year", ("$54,760", money(54760.0))),
            ("earned US$54,760.", ("US$54,760", money(54760.0))),
            ("earned 54,760 dollars", ("54,760 dollars", money(54760.0))),
            (
                "from $50,000 to $65,000",
                ("$50,000 to $65,000", pair(50000.0, 65000.0)),
            ),
            (
                "between $45,000 and $60,000",
                ("$45,000 and $60,000", pair(45000.0, 60000.0)),
            ),
            (
                "$50,000-$65,000",
                ("$50,000-$65,000", pair(50000.0, 65000.0)),
            ),
            (
                "$50,000 - 65,000",
                ("$50,000 - 65,000", pair(50000.0, 65000.0)),
            ),
            (
                "50,000 to 65,000 dollars",
                ("50,000 to 65,000 dollars", pair(50000.0, 65000.0)),
            ),
            ("$26.33 an hour", ("$26.33", money(26.33))),
            // What is no amount begins no range of amounts.
            ("up from grade 10 to $54,760", ("$54,760", money(54760.0))),
        ] {
            assert_eq!(found(text), [expected], "{text}");
        }
        let [(_, Quantity::Money(short))] = found("about $54.8K now")[..] else {
            panic!()
        };
        assert_eq!((short.low, short.short), (54800.0, true));
        let [(_, Quantity::Money(range))] = found("$50-65K")[..] else {
            panic!()
        };
        assert_eq!((range.low, range.high), (50000.0, Some(65000.0)));
        let [(_, Quantity::Money(range))] = found("50 to $65K")[..] else {
            panic!()
        };
        assert_eq!((range.low, range.high), (50000.0, Some(65000.0)));
        let [(_, Quantity::Money(bare))] = found("a median of 54,760 in all")[..] else {
            panic!()
        };
        assert_eq!((bare.low, bare.marked), (54760.0, false));
        assert_eq!(found("$62,890 and $99,130").len(), 2);
        let [("54,760", Quantity::Money(bare))] = found("from 54,760 to 60000")[..] else {
            panic!()
        };
        assert_eq!((bare.high, bare.marked), (None, false));
    }

    #[test]
    fn percentages_and_percentiles_are_told_apart() {
        assert_eq!(found("grow 8 percent"), [("8 percent", percent(8.0))]);
        assert_eq!(found("eight per cent"), [("eight per cent", percent(8.0))]);
        assert_eq!(found("an 8% rise"), [("8%", percent(8.0))]);
        assert_eq!(found("(-3.7%)"), [("-3.7%", percent(-3.7))]);
        let range = Quantity::Percent(Percent {
            low: 8.0,
            high: Some(10.0),
        });
        assert_eq!(found("8-10%"), [("8-10%", range)]);
        assert_eq!(found("8% to 10%"), [("8% to 10%", range)]);
        assert_eq!(
            found("the lowest 10 percent"),
            [("10 percent", Quantity::Percentile(10))]
        );
        assert_eq!(
            found("the lowest-paid 10%"),
            [("10%", Quantity::Percentile(10))]
        );
        assert_eq!(
            found("the 90th percentile"),
            [("90th percentile", Quantity::Percentile(90))]
        );
        assert_eq!(found("two percentage points").len(), 0);
    }

    #[test]
    fn years_and_spans_are_told_from_codes() {
        assert_eq!(found("in May 2020,"), [("2020", Quantity::Year(2020))]);
        for text in [
            "2019-29",
            "2019-2029",
            "2019 to 2029",
            "between 2019 and 2029",
            "2019 - 2029",
        ] {
            let [(_, span)] = found(text)[..] else {
                panic!("{text}")
            };
            assert_eq!(span, Quantity::Span(2019, 2029), "{text}");
        }
        assert_eq!(found("2021-01-31"), [("2021", Quantity::Year(2021))]);
        for text in [
            "555-2025",
            "1-800-555-2019",
            "AZ-104",
            "v2.2019",
            "TPM 2.0",
            "#2019",
            "220-1102",
            "chapter 2019:12",
            "2019/5",
            "ISO 9001",
            "20k followers",
            "$1,200/12",
            "12,345,678th",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
        assert_eq!(found("2019 and 2020").len(), 2);
        // Nothing runs from a year to itself, or from an amount that looks like a year.
        assert_eq!(found("2019-19"), [("2019", Quantity::Year(2019))]);
        assert_eq!(
            found("$2019 to $2029"),
            [("$2019 to $2029", pair(2019.0, 2029.0))]
        );
        assert_eq!(found("$50,000 to $50,000").len(), 2);
        assert_eq!(
            found("ten dollars or 8 percent"),
            [("8 percent", percent(8.0))]
        );
        assert_eq!(found("$3.2 billion"), []);
    }
}
