//! What lines of plain text look like: items, headings, parts of a paragraph.

use std::ops::{Range, RangeInclusive};

/// How long lines are that an editor cut at a column, in bytes.
const CUT: RangeInclusive<usize> = 50..=120;

/// A line that runs into the next is at least this long, in bytes: shorter ones are rather of a list or a verse.
const SHORTEST: usize = 16;

/// Words that hardly a sentence or a heading ends with.
const SMALL: [&str; 32] = [
    "a",
    "an",
    "and",
    "as",
    "at",
    "by",
    "for",
    "from",
    "in",
    "is",
    "of",
    "on",
    "or",
    "over",
    "than",
    "that",
    "the",
    "to",
    "was",
    "with",
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

/// A heading is shorter than this, in bytes.
const HEADING: usize = 90;

/// A heading that ends with a colon is shorter than this, in bytes.
const LABEL: usize = 60;

/// The most words of a heading.
const WORDS: usize = 14;

/// Signs that begin an item whatever follows them; the last is the bullet of Word's Symbol font.
const BULLETS: [char; 15] = [
    '•', '·', '▪', '●', '◦', '‣', '✓', '✔', '✅', '☑', '➤', '►', '▶', '★', '\u{f0b7}',
];

/// A line without the white space around it.
#[derive(Debug, Clone, Copy)]
pub struct Line<'s> {
    /// Where it begins in the source.
    pub at: usize,
    /// Bytes of white space before it.
    pub indent: usize,
    pub text: &'s str,
    /// Bytes of its list mark and the white space after that; 0 where it has none.
    pub mark: usize,
}

impl<'s> Line<'s> {
    /// The line that begins at this place of the source.
    pub fn new(raw: &'s str, at: usize) -> Self {
        let text = raw.trim_start();
        let indent = raw.len() - text.len();
        let text = text.trim_end();
        Self {
            at: at + indent,
            indent,
            text,
            mark: mark(text),
        }
    }

    /// Whether it says nothing: it is empty, a rule such as `----`, or a list mark alone.
    pub fn is_empty(&self) -> bool {
        let says = |byte: u8| byte.is_ascii_alphanumeric() || !byte.is_ascii();
        self.mark == self.text.len() || !self.text.bytes().any(says)
    }

    /// Where it ends in the source.
    pub fn end(&self) -> usize {
        self.at + self.text.len()
    }

    /// Whether it is as long as lines that an editor cuts, and its sentence goes on.
    fn is_cut(&self) -> bool {
        CUT.contains(&self.text.len()) && !self.text.ends_with(['.', '?', '!', ':', ';'])
    }

    /// Whether its sentence plainly goes on in a line below, whatever the width: it breaks off at a comma or a small word
    /// that ends nothing, or the other begins in lower case.
    fn runs_into(&self, next: &Line) -> bool {
        let small = |word: &str| {
            self.text
                .strip_suffix(word)
                .is_some_and(|rest| rest.ends_with(char::is_whitespace))
        };
        let open = self.text.ends_with(',') || SMALL.into_iter().any(small);
        let ended = self.text.ends_with(['.', '?', '!', ':', ';']);
        self.text.len() >= SHORTEST && !ended && (open || next.text.starts_with(char::is_lowercase))
    }

    /// Whether it is short, begins as a title does and is no sentence.
    fn is_brief(&self) -> bool {
        let capital = |letter: char| letter.is_uppercase() || letter.is_ascii_digit();
        self.text.len() < HEADING
            && self.text.starts_with(capital)
            && !self.text.ends_with(['.', ';', ','])
            && !self.text.contains(". ")
            && self.text.bytes().filter(|byte| *byte == b' ').count() < WORDS
    }

    /// Whether it may be a heading where it stands alone; `Label: text` may not.
    fn is_title(&self) -> bool {
        self.is_brief() && !self.text.contains(": ")
    }

    /// Whether it announces what follows: `You bring:`.
    fn is_label(&self) -> bool {
        self.text.len() < LABEL && self.text.ends_with(':')
    }
}

/// Lines that belong together: a paragraph, an item or a heading.
#[derive(Debug)]
pub struct Lines<'s> {
    /// Where their words stand in the source.
    pub range: Range<usize>,
    /// How deep their list mark stands; none where they have none.
    pub item: Option<usize>,
    last: Line<'s>,
    single: bool,
    /// Whether an empty line, or nothing, stands before them.
    alone: bool,
}

impl<'s> Lines<'s> {
    pub fn new(line: Line<'s>, alone: bool) -> Self {
        Self {
            range: line.at + line.mark..line.end(),
            item: (line.mark > 0).then_some(line.indent),
            last: line,
            single: true,
            alone,
        }
    }

    pub fn add(&mut self, line: Line<'s>) {
        self.range.end = line.end();
        self.last = line;
        self.single = false;
    }

    /// Whether a line right below them that is not empty belongs to them.
    pub fn goes_on(&self, line: &Line) -> bool {
        let deeper = self.item.is_some_and(|indent| line.indent > indent);
        let wrapped = || self.last.is_cut() && !line.is_brief() && !self.heads(line);
        // Once lines have been joined, another that is cut goes on too, though it begins with a name.
        let again = || !self.single && self.last.is_cut() && line.text.len() <= *CUT.end();
        line.mark == 0 && (deeper || self.last.runs_into(line) || wrapped() || again())
    }

    /// Whether they are a heading, given the line right below; they have no list mark. At the start of a text anything
    /// is that may be one.
    pub fn is_heading(&self, next: Option<&Line>, first: bool) -> bool {
        let heads = || match next {
            Some(next) => self.heads(next),
            None => self.alone && self.last.is_title(),
        };
        let line = || self.last.is_label() || first && self.last.is_title() || heads();
        self.single && line()
    }

    /// Whether they are a heading right above another line: that is an item, or begins anew and is longer. Where it
    /// might be a heading itself it must be half as long again, or twice as long where no empty line stands before.
    fn heads(&self, next: &Line) -> bool {
        let titled = self.single && self.item.is_none() && self.last.is_title();
        let anew = || !next.text.starts_with(char::is_lowercase);
        let longer = || {
            let halves = match (next.is_brief(), self.alone) {
                (false, _) => 2,
                (true, true) => 3,
                (true, false) => 4,
            };
            let (length, below) = (self.last.text.len(), next.text.len());
            below > length && 2 * below >= halves * length
        };
        titled && (next.mark > 0 || anew() && longer())
    }
}

/// Bytes of the list mark that a text begins with, and of the white space after it; 0 where there is none.
///
/// A dash or a star may stand right before a word; a number or a letter with `.` or `)`, and `o`, may not.
fn mark(text: &str) -> usize {
    let mut letters = text.chars();
    let Some(first) = letters.next() else {
        return 0;
    };
    let rest = letters.as_str();
    let blank = |rest: &str| rest.is_empty() || rest.starts_with(char::is_whitespace);
    let after = match first {
        '-' | '–' | '*' if blank(rest) || rest.starts_with(char::is_alphabetic) => Some(rest),
        'o' if rest.starts_with([' ', '\t']) => Some(rest),
        '0'..='9' => {
            let digits = rest.trim_start_matches(|letter: char| letter.is_ascii_digit());
            let few = rest.len() - digits.len() < 3;
            digits
                .strip_prefix(['.', ')'])
                .filter(|rest| few && blank(rest))
        }
        'a'..='z' | 'A'..='Z' => rest.strip_prefix(['.', ')']).filter(|rest| blank(rest)),
        _ if BULLETS.contains(&first) => Some(rest),
        _ => None,
    };
    after.map_or(0, |after| text.len() - after.trim_start().len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn list_marks_are_told_from_words() {
        for (text, length) in [
            ("- SQL", 2),
            ("-Experience", 1),
            ("– Python", 4),
            ("*  Linux", 3),
            ("•Azure", 3),
            ("\u{f0b7}\tAWS", 4),
            ("o Go", 2),
            ("1. One", 3),
            ("12) Twelve", 4),
            ("b) Two", 3),
            ("-", 1),
            ("1.", 2),
        ] {
            assert_eq!(mark(text), length, "{text}");
        }
        for text in [
            "",
            "--- a",
            "**Bold**",
            "-5 degrees",
            "of",
            "3.5 years",
            "2024. That",
            "e.g. so",
            "5 years",
        ] {
            assert_eq!(mark(text), 0, "{text}");
        }
    }

    #[test]
    fn rules_and_lonely_marks_say_nothing() {
        for text in ["", "----", "* * *", "=====", " • ", "...", "2."] {
            assert!(Line::new(text, 0).is_empty(), "{text}");
        }
        for text in ["- a", "ж", "2", "¿?"] {
            assert!(!Line::new(text, 0).is_empty(), "{text}");
        }
    }

    #[test]
    fn titles_are_short_and_begin_with_a_capital() {
        for text in [
            "About us",
            "3 reasons to come",
            "Who are we?",
            "Your day-to-day work:",
        ] {
            assert!(Line::new(text, 0).is_title(), "{text}");
        }
        for text in [
            "about us",
            "We care.",
            "Salary: 60,000",
            "A b c d e f g h i j k l m n o",
            &"Long".repeat(23),
        ] {
            assert!(!Line::new(text, 0).is_title(), "{text}");
        }
    }
}
