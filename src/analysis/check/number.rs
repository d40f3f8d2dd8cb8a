//! Numbers in running text, one by one, with their sign and unit.

use std::ops::Range;

/// A number as it stands in the text.
#[derive(Debug, Clone)]
pub struct Number {
    pub range: Range<usize>,
    pub value: f64,
    /// Whether a dollar sign stands before it.
    pub dollar: bool,
    pub negative: bool,
    /// Whether its thousands are set off by commas.
    pub grouped: bool,
    /// Only digits, and how many; none with a comma or a point.
    pub digits: Option<usize>,
    pub unit: Unit,
}

/// What stands after a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    None,
    Percent,
    Points,
    Percentile,
    Dollars,
    Thousand,
    /// Millions and more: no one's pay.
    Huge,
}

impl Number {
    /// The number as a year, if it looks like one.
    pub fn year(&self) -> Option<u16> {
        let plain =
            self.digits == Some(4) && self.unit == Unit::None && !self.dollar && !self.negative;
        (plain && (1900.0..2100.0).contains(&self.value)).then_some(self.value as u16)
    }

    /// The number with its sign.
    pub fn signed(&self) -> f64 {
        if self.negative {
            -self.value
        } else {
            self.value
        }
    }

    /// The number as dollars, whatever unit it is written in.
    pub fn dollars(&self) -> f64 {
        if self.unit == Unit::Thousand {
            // Rounded to cents, so that 54.8K is 54,800 and no hair less.
            (self.value * 100_000.0).round() / 100.0
        } else {
            self.value
        }
    }
}

/// Number words, which count only before "percent".
const WORDS: [&str; 20] = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
];

/// The letters that number words begin with.
const BEGINNINGS: &[u8] = b"otfsenOTFSEN";

/// What may stand before an amount.
const SIGNS: [&str; 6] = ["US $", "US$ ", "US$", "USD ", "$ ", "$"];

/// What may stand after a number, the longest first where one begins another. A letter may not follow.
const UNITS: [(&str, Unit); 24] = [
    (" percentage points", Unit::Points),
    (" percentage point", Unit::Points),
    ("-percentage-point", Unit::Points),
    (" percent", Unit::Percent),
    ("-percent", Unit::Percent),
    (" per cent", Unit::Percent),
    ("-per-cent", Unit::Percent),
    (" pct", Unit::Percent),
    (" %", Unit::Percent),
    ("%", Unit::Percent),
    ("th percentile", Unit::Percentile),
    ("th-percentile", Unit::Percentile),
    (" thousand dollars", Unit::Thousand),
    (" thousand", Unit::Thousand),
    ("k", Unit::Thousand),
    (" k", Unit::Thousand),
    (" us dollars", Unit::Dollars),
    (" dollars", Unit::Dollars),
    (" usd", Unit::Dollars),
    (" million", Unit::Huge),
    (" billion", Unit::Huge),
    (" trillion", Unit::Huge),
    ("m", Unit::Huge),
    ("b", Unit::Huge),
];

/// Every number of a text, with its sign and unit, whatever it may be part of.
pub fn numbers(text: &str) -> Vec<Number> {
    // Most texts have no percentage in words, and then no word needs to be looked at.
    let spelled = text.contains("percent") || text.contains("per cent");
    let mut all = Vec::new();
    let mut at = 0;
    while let Some(start) = next_start(text, at, spelled) {
        match number(text, start) {
            Some(number) => {
                at = number.range.end;
                all.push(number);
            }
            None => at = end_of_word(text, start),
        }
    }
    all
}

/// Where the next word begins that may be a number: with a digit, a sign for dollars or, where words count, as a number
/// word does.
fn next_start(text: &str, from: usize, spelled: bool) -> Option<usize> {
    let begins = |byte: u8| match byte {
        b'0'..=b'9' | b'$' | b'U' | b'u' => true,
        _ => spelled && BEGINNINGS.contains(&byte),
    };
    let bytes = text.as_bytes();
    let joins = |byte: u8| {
        byte.is_ascii_alphanumeric() || !byte.is_ascii() || matches!(byte, b'#' | b'_' | b'@')
    };
    let mut inside = from
        .checked_sub(1)
        .and_then(|last| bytes.get(last))
        .is_some_and(|byte| joins(*byte));
    for (at, byte) in bytes.iter().enumerate().skip(from) {
        if !inside && begins(*byte) {
            return Some(at);
        }
        inside = joins(*byte);
    }
    None
}

fn end_of_word(text: &str, from: usize) -> usize {
    let rest = text.as_bytes().get(from..).unwrap_or_default();
    let first = 1 + rest
        .iter()
        .skip(1)
        .take_while(|byte| byte.is_ascii_alphanumeric())
        .count();
    from + first
}

/// Reads the number at a place, if there is one.
fn number(text: &str, start: usize) -> Option<Number> {
    let rest = text.get(start..)?;
    let signed = rest.starts_with(['$', 'U', 'u']);
    let sign = SIGNS
        .into_iter()
        .filter(|_| signed)
        .find(|sign| starts_with(rest, sign))
        .unwrap_or_default();
    let rest = rest.get(sign.len()..)?;
    let Bare {
        length,
        value,
        grouped,
        plain,
    } = digits(rest).or_else(|| word(rest))?;
    let after = rest.get(length..)?;
    let unit = UNITS
        .into_iter()
        .find(|(unit, _)| starts_with(after, unit) && ends(after.get(unit.len()..)));
    let (written, unit) = unit.unwrap_or(("", Unit::None));
    let end = start + sign.len() + length + written.len();
    let spelled = !rest.starts_with(|c: char| c.is_ascii_digit());
    if !ends(text.get(end..)) || spelled && (unit != Unit::Percent || !sign.is_empty()) {
        return None;
    }
    let mut before = text.get(..start)?.chars().rev();
    let minus = before.next() == Some('-')
        && !before
            .next()
            .is_some_and(|c| c.is_alphanumeric() || c == '%');
    Some(Number {
        range: start - usize::from(minus)..end,
        value,
        dollar: !sign.is_empty(),
        negative: minus,
        grouped,
        digits: plain.then_some(length),
        unit,
    })
}

/// Whether a text starts with this, in any case.
fn starts_with(text: &str, start: &str) -> bool {
    text.get(..start.len())
        .is_some_and(|text| text.eq_ignore_ascii_case(start))
}

/// Whether what follows a number lets it end there.
fn ends(after: Option<&str>) -> bool {
    !after.is_some_and(|after| after.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
}

/// A number without its sign and unit.
struct Bare {
    /// How many bytes it takes.
    length: usize,
    value: f64,
    grouped: bool,
    /// Whether it is a run of digits and nothing else.
    plain: bool,
}

/// The digits at the start of a text.
fn digits(text: &str) -> Option<Bare> {
    let run = |from: usize| {
        text.bytes()
            .skip(from)
            .take_while(u8::is_ascii_digit)
            .count()
    };
    let mut length = Some(run(0)).filter(|length| *length > 0)?;
    let first = length;
    while first <= 3 && text.get(length..)?.starts_with(',') && run(length + 1) == 3 {
        length += 4;
    }
    let whole = length;
    if text.get(length..)?.starts_with('.') && run(length + 1) > 0 {
        length += 1 + run(length + 1);
    }
    let written: String = text.get(..length)?.chars().filter(|c| *c != ',').collect();
    Some(Bare {
        length,
        value: written.parse().ok()?,
        grouped: whole > first,
        plain: length == first,
    })
}

/// A number word at the start of a text.
fn word(text: &str) -> Option<Bare> {
    let length = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let word = text.get(..length)?;
    let position = WORDS
        .iter()
        .position(|known| known.eq_ignore_ascii_case(word))?;
    Some(Bare {
        length,
        value: (position + 1) as f64,
        grouped: false,
        plain: false,
    })
}
