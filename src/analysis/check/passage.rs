//! A block of a document, prepared for reading: one kind of space, plain quotes and dashes, and what stands in it.

use super::cue::Cue;
use super::lexicon::{Lexicon, Meaning};
use super::quantity::{Money, Percent, Quantity, quantities};
use crate::analysis::document::{Block, BlockKind, Document};
use std::cell::OnceCell;
use std::ops::{Deref, Range};

/// Something recognised in a passage.
#[derive(Debug, Clone, PartialEq)]
pub struct Mention {
    /// Where it stands in the passage's text.
    pub range: Range<usize>,
    pub what: What,
}

/// What was recognised.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum What {
    Word(Meaning),
    Quantity(Quantity),
}

/// A block of a document. It is read when something of it is first asked for: most blocks never are.
pub struct Passage<'d> {
    pub kind: BlockKind,
    block: &'d Block,
    document: &'d Document<'d>,
    lexicon: &'d Lexicon,
    contents: OnceCell<Contents>,
}

/// The sentences of a block and what is recognised in them.
#[derive(Debug, Clone, PartialEq)]
pub struct Contents {
    pub text: String,
    /// The text with its ASCII letters in lower case.
    pub lower: String,
    /// Where each sentence stands.
    pub sentences: Vec<Range<usize>>,
    /// In order of place.
    pub mentions: Vec<Mention>,
    /// Where stretches of the text begin in the document's text, sorted.
    places: Vec<(usize, usize)>,
}

impl<'d> Passage<'d> {
    /// A block that has not been read yet.
    pub fn new(document: &'d Document<'d>, block: &'d Block, lexicon: &'d Lexicon) -> Self {
        Self {
            kind: block.kind,
            block,
            document,
            lexicon,
            contents: OnceCell::new(),
        }
    }
}

impl Deref for Passage<'_> {
    type Target = Contents;

    fn deref(&self) -> &Contents {
        self.contents.get_or_init(|| {
            let source = self
                .document
                .text
                .get(self.block.range.clone())
                .unwrap_or_default();
            Contents::read(source, self.block.range.start, self.lexicon)
        })
    }
}

impl Contents {
    /// Reads a stretch of a document that begins at `start`.
    fn read(source: &str, start: usize, lexicon: &Lexicon) -> Self {
        let (text, places) = plain(source, start);
        let lower = text.to_ascii_lowercase();
        let words = lexicon.find(&text, &lower).into_iter();
        let words = words.flat_map(|(range, meanings)| {
            let of = move |meaning: &Meaning| Mention {
                range: range.clone(),
                what: What::Word(*meaning),
            };
            meanings.iter().map(of)
        });
        let numbers = quantities(&text).into_iter();
        let numbers = numbers.map(|(range, quantity)| Mention {
            range,
            what: What::Quantity(quantity),
        });
        let mut mentions: Vec<_> = words.chain(numbers).collect();
        mentions.sort_by_key(|mention| (mention.range.start, mention.range.end));
        Self {
            sentences: sentences(&text),
            lower,
            mentions,
            places,
            text,
        }
    }

    /// Where a range of this passage stands in the document's text.
    pub fn in_document(&self, range: &Range<usize>) -> Range<usize> {
        let from = |place: Option<&(usize, usize)>, at: usize| {
            let (text, document) = place.copied().unwrap_or_default();
            document + (at - text)
        };
        let before = |at: usize| self.places.partition_point(|(text, _)| *text < at);
        let after = |at: usize| self.places.partition_point(|(text, _)| *text <= at);
        let start = from(
            self.places.get(after(range.start).saturating_sub(1)),
            range.start,
        );
        // Where something is left out, two stretches meet: a range ends where the first does, not where the next begins.
        let meeting = self
            .places
            .get(before(range.end))
            .filter(|(text, _)| *text == range.end);
        let earlier = self.places.get(before(range.end).saturating_sub(1));
        start..from(meeting.or(earlier), range.end)
    }

    /// What stands within a range.
    pub fn within(
        &self,
        range: &Range<usize>,
    ) -> impl DoubleEndedIterator<Item = &Mention> + Clone {
        let (start, end) = (range.start, range.end);
        let from = self
            .mentions
            .partition_point(|mention| mention.range.start < start);
        let rest = self.mentions.get(from..).unwrap_or_default();
        let to = rest.partition_point(|mention| mention.range.start < end);
        rest.get(..to).unwrap_or_default().iter()
    }

    /// The whole of the text.
    pub fn whole(&self) -> Range<usize> {
        0..self.text.len()
    }

    /// Whether any of these cues stands within a range.
    pub fn says(&self, range: &Range<usize>, cues: &[Cue]) -> bool {
        self.within(range)
            .any(|mention| mention.cue().is_some_and(|cue| cues.contains(&cue)))
    }

    /// Whether a year or a span of years stands within a range.
    pub fn dated(&self, range: &Range<usize>) -> bool {
        self.within(range).any(Mention::is_date)
    }

    /// The subjects named within a range, each with its place; names of work only where no person is named.
    pub fn subjects(&self, range: &Range<usize>) -> Vec<(Range<usize>, usize)> {
        let persons: Vec<_> = self.within(range).filter_map(Mention::person).collect();
        if persons.is_empty() {
            self.within(range).filter_map(Mention::work).collect()
        } else {
            persons
        }
    }
}

impl Mention {
    /// The cue it is, if it is one.
    pub fn cue(&self) -> Option<Cue> {
        match self.what {
            What::Word(Meaning::Cue(cue)) => Some(cue),
            _ => None,
        }
    }

    fn person(&self) -> Option<(Range<usize>, usize)> {
        match self.what {
            What::Word(Meaning::Subject(subject)) => Some((self.range.clone(), subject)),
            _ => None,
        }
    }

    fn work(&self) -> Option<(Range<usize>, usize)> {
        match self.what {
            What::Word(Meaning::Work(subject)) => Some((self.range.clone(), subject)),
            _ => None,
        }
    }

    /// The amount it is, if it is one.
    pub fn money(&self) -> Option<Money> {
        match self.what {
            What::Quantity(Quantity::Money(money)) => Some(money),
            _ => None,
        }
    }

    /// The percentage it is, if it is one.
    pub fn percent(&self) -> Option<Percent> {
        match self.what {
            What::Quantity(Quantity::Percent(percent)) => Some(percent),
            _ => None,
        }
    }

    /// The year it is, if it is one.
    pub fn year(&self) -> Option<u16> {
        match self.what {
            What::Quantity(Quantity::Year(year)) => Some(year),
            _ => None,
        }
    }

    /// The span of years it is, if it is one.
    pub fn span(&self) -> Option<(u16, u16)> {
        match self.what {
            What::Quantity(Quantity::Span(from, to)) => Some((from, to)),
            _ => None,
        }
    }

    fn is_date(&self) -> bool {
        self.year().is_some() || self.span().is_some()
    }
}

/// A text with one space for any run of white space, plain quotes and dashes, nothing invisible; and where it was.
///
/// The places are pairs of positions, here and in the document, at which the distance between the two changes.
fn plain(source: &str, start: usize) -> (String, Vec<(usize, usize)>) {
    let even = |byte: u8| byte.is_ascii() && !byte.is_ascii_control();
    if source.bytes().all(even) && !source.contains("  ") && !source.starts_with(' ') {
        return (source.to_owned(), vec![(0, start)]);
    }
    let mut text = String::with_capacity(source.len());
    let mut places = vec![(0, start)];
    let mut next = start;
    for (offset, letter) in source.char_indices() {
        let plain = match letter {
            _ if letter.is_whitespace() => ' ',
            '\u{2018}' | '\u{2019}' | '\u{2bc}' => '\'',
            '\u{201c}' | '\u{201d}' => '"',
            '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
            '\u{ff04}' => '$',
            '\u{ff05}' => '%',
            '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => continue,
            _ => letter,
        };
        if plain == ' ' && (text.is_empty() || text.ends_with(' ')) {
            continue;
        }
        let here = start + offset;
        if here != next {
            places.extend([(text.len(), next), (text.len(), here)]);
        }
        text.push(plain);
        next = here + letter.len_utf8();
        if plain.len_utf8() != letter.len_utf8() {
            places.push((text.len(), next));
        }
    }
    (text, places)
}

/// Words that a full stop belongs to without ending a sentence.
const ABBREVIATED: [&str; 17] = [
    "u.s", "e.g", "i.e", "vs", "approx", "no", "inc", "dr", "mr", "ms", "mrs", "st", "jr", "sr",
    "dept", "est", "ca",
];

/// Where sentences stand: they end in a stop, a question or an exclamation before a space.
fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut start = 0;
    for at in memchr::memchr3_iter(b'.', b'?', b'!', text.as_bytes()) {
        let after = text.get(at + 1..).unwrap_or_default();
        let closed = after.trim_start_matches(['"', '\'', ')', ']']);
        let Some(next) = closed.strip_prefix(' ') else {
            continue;
        };
        let word = text.get(start..at).unwrap_or_default();
        let word = word
            .rsplit([' ', '('])
            .next()
            .unwrap_or_default()
            .to_lowercase();
        let small = next.chars().next().is_some_and(char::is_lowercase);
        if text.as_bytes().get(at) == Some(&b'.') && (small || ABBREVIATED.contains(&word.as_str()))
        {
            continue;
        }
        let end = at + 1 + (after.len() - closed.len());
        all.push(start..end);
        start = end + 1;
    }
    if start < text.len() {
        all.push(start..text.len());
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_end_at_stops_and_not_at_abbreviations() {
        let text =
            "The U.S. median is $61,860. It fell vs. 2019? Yes (see below). Then e.g. nothing.";
        let all: Vec<_> = sentences(text)
            .into_iter()
            .map(|range| &text[range])
            .collect();
        assert_eq!(
            all,
            [
                "The U.S. median is $61,860.",
                "It fell vs. 2019?",
                "Yes (see below).",
                "Then e.g. nothing."
            ]
        );
        let quoted = "He said \"no.\" Then (yes.) All";
        let all = sentences(quoted).into_iter().map(|range| &quoted[range]);
        assert_eq!(
            all.collect::<Vec<_>>(),
            ["He said \"no.\"", "Then (yes.)", "All"]
        );
    }

    #[test]
    fn wide_signs_are_read_as_plain_ones() {
        let (text, _) = plain("\u{ff04}54,760  and 8\u{ff05}", 0);
        assert_eq!(text, "$54,760 and 8%");
    }

    #[test]
    fn a_passage_knows_where_its_words_were() {
        let source = "A\u{a0}\u{a0}wage \u{2013} of\n  54\u{200b},760 — \u{201c}now\u{201d}";
        let (text, places) = plain(source, 100);
        assert_eq!(text, "A wage - of 54,760 - \"now\"");
        let passage = Contents {
            sentences: Vec::new(),
            mentions: Vec::new(),
            places,
            lower: text.clone(),
            text,
        };
        for (words, expected) in [
            ("wage", "wage"),
            ("- of", "\u{2013} of"),
            ("54,760", "54\u{200b},760"),
            ("\"now\"", "\u{201c}now\u{201d}"),
            ("wage -", "wage \u{2013}"),
        ] {
            let start = passage.text.find(words).unwrap();
            let range = passage.in_document(&(start..start + words.len()));
            assert_eq!(&source[range.start - 100..range.end - 100], expected);
        }
    }
}
