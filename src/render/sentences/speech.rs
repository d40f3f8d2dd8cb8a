//! Words for what is written in signs: money, signs of numbers, periods, dates, brackets.

use crate::report::figure::{Figure, Unit};

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Text as a sentence that can be read aloud.
pub fn said(text: &str) -> String {
    ended(spoken(text))
}

/// A sentence with a full stop, unless it ends as one already.
pub fn ended(mut text: String) -> String {
    text.truncate(text.trim_end_matches([' ', ',', ';', ':']).len());
    // A stop would be taken for a part of an address.
    let address = text
        .rsplit(' ')
        .next()
        .is_some_and(|word| word.contains("://"));
    if !text.is_empty() && !address && !text.trim_end_matches('"').ends_with(['.', '?', '!']) {
        text.push('.');
    }
    text
}

/// Text without brackets and signs, its words one space apart. Brackets become commas, one where several would meet;
/// addresses stay whole.
pub fn spoken(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    let mut part = String::new();
    let mut words = text.split_ascii_whitespace().peekable();
    while let Some(word) = words.next() {
        if is_plain(word) || word.contains("://") {
            add(&mut out, word);
            continue;
        }
        let mut letters = word.chars().peekable();
        while let Some(letter) = letters.next() {
            match letter {
                '(' | '[' | '…' => {
                    flush(&mut out, &mut part);
                    pause(&mut out);
                }
                ')' | ']' => {
                    flush(&mut out, &mut part);
                    let more = letters.peek().is_none() && words.peek().is_some();
                    if more || letters.peek().copied().is_some_and(char::is_alphanumeric) {
                        pause(&mut out);
                    }
                }
                '`' => {}
                '“' | '”' => part.push('"'),
                '‘' | '’' => part.push('\''),
                letter => part.push(letter),
            }
        }
        flush(&mut out, &mut part);
    }
    out
}

/// Whether a word is said as it is written.
fn is_plain(word: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphabetic() || matches!(byte, b',' | b'.' | b'\'');
    word.bytes().all(plain)
}

/// Adds what has been gathered of a word, as it is said.
fn flush(out: &mut String, part: &mut String) {
    if !part.is_empty() {
        add(out, &word_said(part));
        part.clear();
    }
}

/// Adds a word after a space, unless it is the end of what stands there.
fn add(out: &mut String, word: &str) {
    if !out.is_empty() && !word.is_empty() && !word.starts_with([',', ';', ':', '.', '?', '!']) {
        out.push(' ');
    }
    out.push_str(word);
}

/// A comma, unless there is a stop already or nothing yet.
fn pause(out: &mut String) {
    if !out.is_empty() && !out.ends_with([',', ';', ':', '.']) {
        out.push(',');
    }
}

/// One word, with what stands around it.
fn word_said(word: &str) -> String {
    match word {
        "→" => return "to".to_owned(),
        "&" => return "and".to_owned(),
        "·" | "–" | "—" => return ",".to_owned(),
        _ => {}
    }
    let opens = word.len() - word.trim_start_matches(['"', '\'']).len();
    let (before, rest) = word.split_at(opens);
    let core = rest.trim_end_matches([',', ';', ':', '.', '"', '\'', '?', '!']);
    let after = rest.get(core.len()..).unwrap_or_default();
    let core = number(core)
        .or_else(|| date(core))
        .or_else(|| range(core))
        .unwrap_or_else(|| core.replace("O*NET", "O-NET").replace('*', ""));
    format!("{before}{core}{after}")
}

/// `-3.7%` as `minus 3.7 percent`, `+$113,280` as `plus 113,280 dollars`; none for what is no such number.
fn number(word: &str) -> Option<String> {
    let (sign, rest) = match word.split_at_checked(1)? {
        ("+", rest) => ("plus ", rest),
        ("-", rest) => ("minus ", rest),
        _ => ("", word),
    };
    let (dollars, rest) = match rest.strip_prefix('$') {
        Some(rest) => (" dollars", rest),
        None => ("", rest),
    };
    let (percent, digits) = match rest.strip_suffix('%') {
        Some(digits) => (" percent", digits),
        None => ("", rest),
    };
    let written = |byte: u8| byte.is_ascii_digit() || matches!(byte, b',' | b'.');
    let is_number =
        digits.starts_with(|letter: char| letter.is_ascii_digit()) && digits.bytes().all(written);
    is_number.then(|| format!("{sign}{digits}{percent}{dollars}"))
}

/// `2026-05-29` as `29 May 2026`, `2026-05` as `May 2026`.
fn date(word: &str) -> Option<String> {
    let mut parts = word.split('-');
    let year = digits(parts.next()?, 4)?;
    let month: usize = digits(parts.next()?, 2)?.parse().ok()?;
    let month = MONTHS.get(month.checked_sub(1)?)?;
    match (parts.next(), parts.next()) {
        (None, _) => Some(format!("{month} {year}")),
        (Some(day), None) => {
            let day: u8 = digits(day, 2)?.parse().ok()?;
            Some(format!("{day} {month} {year}"))
        }
        _ => None,
    }
}

/// `2024–34` as `2024 to 2034`, `36–60` as `36 to 60`; with a hyphen only ten years, `2024-34`, which is no code.
fn range(word: &str) -> Option<String> {
    let plain = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (from, to) = match word.split_once('–') {
        Some(ends) => ends,
        None => {
            let (from, to) = word.split_once('-')?;
            let start: u16 = digits(from, 4)?.parse().ok()?;
            let end: u16 = digits(to, 2)?.parse().ok()?;
            if (start + 10) % 100 != end {
                return None;
            }
            (from, to)
        }
    };
    if !plain(from) || !plain(to) {
        return None;
    }
    let century = match (from.get(..2), from.len(), to.len()) {
        (Some(century), 4, 2) => century,
        _ => "",
    };
    Some(format!("{from} to {century}{to}"))
}

/// Text that is this many digits.
fn digits(text: &str, count: usize) -> Option<&str> {
    (text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())).then_some(text)
}

/// A figure in words with its unit: `61,860 dollars a year`, `minus 3.7 percent`, `not published`.
pub fn figure(figure: &Figure) -> String {
    let words = spoken(&figure.text());
    if figure.value.is_none() {
        return words;
    }
    let unit = match figure.unit {
        Unit::DollarsPerYear => " a year",
        Unit::Jobs | Unit::JobsChange => " jobs",
        Unit::OpeningsPerYear => " openings a year",
        Unit::PercentOfRespondents => " of respondents",
        Unit::Dollars | Unit::Percent | Unit::Importance | Unit::Level | Unit::JobZone => "",
    };
    format!("{words}{unit}")
}

/// A title in running text: `IT support specialist`. Words with more capitals than one keep them.
pub fn title(title: &str) -> String {
    let words = title.split(' ').map(|word| {
        let capitals = word.chars().filter(|letter| letter.is_uppercase()).count();
        let letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
        if capitals > 1 || letters == 1 {
            word.to_owned()
        } else {
            word.to_lowercase()
        }
    });
    spoken(&words.collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_become_words() {
        for (written, spoken) in [
            (
                "the median pay is $61,860 against a stand-in's $102,320 a year (May 2025), jobs",
                "the median pay is 61,860 dollars against a stand-in's 102,320 dollars a year, May 2025, jobs.",
            ),
            (
                "-3.7%, 2024–34 (stand-in: broader occupation)",
                "minus 3.7 percent, 2024 to 2034, stand-in: broader occupation.",
            ),
            ("+$113,280", "plus 113,280 dollars."),
            ("$0", "0 dollars."),
            (
                "active, checked 2026-08-09",
                "active, checked 9 August 2026.",
            ),
            ("CompTIA A+ (active)", "CompTIA A+, active."),
            (
                "Microsoft Certified (MCSA) (retired 2021-01-31)",
                "Microsoft Certified, MCSA, retired 31 January 2021.",
            ),
            (
                "IT Support Specialist → Cloud Engineer",
                "IT Support Specialist to Cloud Engineer.",
            ),
            ("O*NET's `roles certs`", "O-NET's roles certs."),
            ("measured by 15-1232", "measured by 15-1232."),
            (
                "It fits edition 2018-28, not 2019–29 or 2018-29",
                "It fits edition 2018 to 2028, not 2019 to 2029 or 2018-29.",
            ),
            (
                "Claim: “pays $1,000.” Verdict: wrong.",
                "Claim: \"pays 1,000 dollars.\" Verdict: wrong.",
            ),
            ("asked why?", "asked why?"),
            ("see https://a.b/c_(d)", "see https://a.b/c_(d)"),
        ] {
            assert_eq!(said(written), spoken);
        }
    }

    #[test]
    fn titles_are_small_in_running_text_and_acronyms_stay() {
        assert_eq!(title("IT Support Specialist"), "IT support specialist");
        assert_eq!(
            title("Chief Information Officer (CIO)"),
            "chief information officer, CIO"
        );
        assert_eq!(title("DevOps Engineer"), "DevOps engineer");
    }
}
