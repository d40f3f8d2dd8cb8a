//! When a word that was typed is found in a text. In the analysis room: pure, and used by `search` alone.
//!
//! Texts are compared word by word in lower case. A word is a run of letters and digits, with `+` and `#`, so that
//! `Security+` and `C#` stay whole; the commonest small words (`of`, `the`, …) count for nothing on either side.
//! A typed word is found in a word of the text if
//!
//! 1. they are equal; or
//! 2. the word of the text begins with it, and it has three letters or more: `network` finds `networking`; or
//! 3. they have one stem, see [`stem`]: `managing` finds `manages`; or
//! 4. one of its synonyms is found there by the rules above, or the word of the text is a synonym of a phrase that
//!    holds it: `pm` finds `project manager`, and `project` finds `PM`.
//!
//! Every typed word is judged alone, so that typing one more never finds more.

use crate::model::Synonyms;

/// Words that count for nothing, with the `s` that an apostrophe leaves behind.
const SMALL: [&str; 15] = [
    "a", "an", "and", "as", "at", "by", "for", "in", "of", "on", "or", "s", "the", "to", "with",
];

/// The fewest letters that may stand for the beginning of a word, or that a stem may have.
const SHORTEST: usize = 3;

/// The words of a text as they are compared.
pub fn words(text: &str) -> Vec<String> {
    let text = text.to_lowercase();
    lower_words(&text).into_iter().map(str::to_owned).collect()
}

/// The same of a text that is in lower case already, without copying them.
pub fn lower_words(text: &str) -> Vec<&str> {
    text.split(|letter: char| !letter.is_alphanumeric() && letter != '+' && letter != '#')
        .filter(|word| !word.is_empty() && !SMALL.contains(word))
        .collect()
}

/// What is left of a word without the endings of plurals and verbs.
///
/// One of `ing`, `ed`, `es`, `s` (but not of `ss`) is taken off where three letters remain; after `ing` and `ed` a
/// doubled last letter becomes one (`planning`: `plan`), but for `l`, `s` and `z`; then a last `e` goes and a last `y`
/// becomes `i`, so that `manage` and `managing`, `policy` and `policies` agree. The first two letters always stay.
pub fn stem(word: &str) -> String {
    let cut = |ending: &str| {
        word.strip_suffix(ending)
            .filter(|rest| rest.chars().count() >= SHORTEST)
    };
    let verb = cut("ing").or_else(|| cut("ed"));
    let plural = || cut("es").or_else(|| cut("s").filter(|rest| !rest.ends_with('s')));
    let mut letters: Vec<char> = match verb {
        Some(rest) => rest.chars().collect(),
        None => plural().unwrap_or(word).chars().collect(),
    };
    if let ([.., before, last], Some(_)) = (letters.as_slice(), verb)
        && before == last
        && !matches!(last, 'l' | 's' | 'z')
    {
        letters.pop();
    }
    if letters.len() > SHORTEST && letters.last() == Some(&'e') {
        letters.pop();
    }
    if letters.len() >= SHORTEST
        && let Some(last) = letters.last_mut()
        && *last == 'y'
    {
        *last = 'i';
    }
    letters.into_iter().collect()
}

/// Whether a typed word finds a word of a text, synonyms aside.
fn finds(typed: &str, word: &str) -> bool {
    let begins = || typed.chars().count() >= SHORTEST && word.starts_with(typed);
    // Most words differ in their first two letters, which a stem keeps: they need none.
    let start = |word: &str| (word.chars().next(), word.chars().nth(1));
    let akin = || start(typed) == start(word) && stem(typed) == stem(word);
    typed == word || begins() || akin()
}

/// A typed word with what else it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// The word as it was typed, in lower case.
    pub word: String,
    /// Other words or phrases that mean the same, as the synonyms give them.
    pub synonyms: Vec<String>,
    /// Those, and the word itself, each as the words that must stand side by side.
    phrases: Vec<Vec<String>>,
    /// Words that stand for a phrase with this word in it.
    short: Vec<String>,
}

/// Where a word was found: the first word of the text, and the one after the last.
pub type Span = (usize, usize);

impl Term {
    /// Every word of a query, each once, in order.
    pub fn all(query: &str, synonyms: &[Synonyms]) -> Vec<Self> {
        let mut terms: Vec<Self> = Vec::new();
        for word in words(query) {
            if terms.iter().all(|term| term.word != word) {
                terms.push(Self::new(word, synonyms));
            }
        }
        terms
    }

    fn new(word: String, groups: &[Synonyms]) -> Self {
        let mut term = Self {
            phrases: vec![vec![word.clone()]],
            word,
            synonyms: Vec::new(),
            short: Vec::new(),
        };
        let wanted = stem(&term.word);
        for group in groups {
            let split: Vec<_> = group.words.iter().map(|entry| words(entry)).collect();
            let is_it =
                |entry: &Vec<String>| matches!(entry.as_slice(), [one] if stem(one) == wanted);
            let holds_it = |entry: &Vec<String>| {
                entry.len() > 1 && entry.iter().any(|part| stem(part) == wanted)
            };
            if split.iter().any(is_it) {
                for (entry, parts) in group.words.iter().zip(&split) {
                    if !is_it(parts) && !parts.is_empty() {
                        term.synonyms.push(entry.clone());
                        term.phrases.push(parts.clone());
                    }
                }
            } else if split.iter().any(holds_it) {
                let single = split.iter().filter(|entry| entry.len() == 1);
                term.short.extend(single.flatten().cloned());
            }
        }
        term
    }

    /// The synonyms that stand in one of these texts, each given as its words.
    pub fn synonyms_in<'t>(&'t self, texts: &'t [Vec<String>]) -> impl Iterator<Item = &'t str> {
        let others = self.phrases.iter().skip(1).zip(&self.synonyms);
        let stands = |phrase: &[String]| texts.iter().any(|text| !spans(phrase, text).is_empty());
        others
            .filter(move |(phrase, _)| stands(phrase))
            .map(|(_, synonym)| synonym.as_str())
    }

    /// Every place in the words of a text where this word is found.
    pub fn places(&self, text: &[impl AsRef<str>]) -> Vec<Span> {
        let phrases = self.phrases.iter();
        let mut places: Vec<_> = phrases.flat_map(|phrase| spans(phrase, text)).collect();
        let short = text.iter().enumerate();
        let stands = |word: &str| self.short.iter().any(|short| short == word);
        let short = short.filter(|(_, word)| stands(word.as_ref()));
        places.extend(short.map(|(start, _)| (start, start + 1)));
        places
    }
}

/// Every place in the words of a text where the words of a phrase are found side by side.
fn spans(phrase: &[String], text: &[impl AsRef<str>]) -> Vec<Span> {
    let windows = text.windows(phrase.len()).enumerate();
    let found = windows.filter(|(_, window)| {
        let mut pairs = phrase.iter().zip(*window);
        pairs.all(|(typed, word)| finds(typed, word.as_ref()))
    });
    found
        .map(|(start, _)| (start, start + phrase.len()))
        .collect()
}

/// Whether words found at these places, one list a word, stand side by side in the order they were typed.
///
/// Two words found in one and the same word of the text, as `help` and `desk` in `helpdesk`, stand side by side too.
pub fn side_by_side(places: &[Vec<Span>]) -> bool {
    let Some((first, others)) = places.split_first() else {
        return false;
    };
    let mut ends = first.clone();
    for next in others {
        let follows = |place: &&Span| ends.iter().any(|end| end.1 == place.0 || end == *place);
        ends = next.iter().filter(follows).copied().collect();
    }
    !ends.is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(typed: &str, text: &str) -> bool {
        let groups = [
            Synonyms {
                words: vec!["vendor".into(), "supplier".into()],
            },
            Synonyms {
                words: vec!["pm".into(), "project manager".into()],
            },
        ];
        let text = words(text);
        let terms = Term::all(typed, &groups);
        terms.iter().all(|term| !term.places(&text).is_empty())
    }

    #[test]
    fn a_word_is_found_in_its_other_forms_and_not_in_other_words() {
        for (typed, text) in [
            ("contracts", "Signs a contract"),
            ("managing", "Manages people"),
            ("policy", "Writes policies"),
            ("planning", "Makes the plan"),
            ("managing", "To manage people"),
            ("admin", "Administrator"),
            ("process", "Processes requests"),
            ("network", "Networking"),
            ("SECURITY+", "CompTIA Security+"),
            ("the users", "A user's device"),
        ] {
            assert!(found(typed, text), "{typed}: {text}");
        }
        for (typed, text) in [
            ("it", "Items"),
            ("art", "Starts"),
            ("net", "Cabinet"),
            ("id", "Writes in an IDE"),
            ("contracts", "Contacts"),
        ] {
            assert!(!found(typed, text), "{typed}: {text}");
        }
    }

    #[test]
    fn synonyms_work_both_ways_and_phrases_must_stand_together() {
        assert!(found("vendors", "Chooses suppliers"));
        assert!(found("supplier", "Vendor management"));
        assert!(found("pm", "Project managers"));
        assert!(!found("pm", "Manages a project"));
        assert!(found("project", "Senior PM"));
    }

    #[test]
    fn a_short_word_is_one_word_of_the_text_whatever_it_stands_for() {
        let groups = [Synonyms {
            words: vec!["pm".into(), "project manager".into()],
        }];
        let terms = Term::all("project", &groups);
        assert_eq!(terms[0].places(&words("Senior PM, remote")), [(1, 2)]);
    }

    #[test]
    fn words_stand_side_by_side_in_order() {
        assert!(side_by_side(&[
            vec![(4, 5), (0, 1)],
            vec![(1, 3)],
            vec![(3, 4)]
        ]));
        assert!(side_by_side(&[vec![(2, 3)], vec![(2, 3)]]));
        assert!(!side_by_side(&[vec![(1, 2)], vec![(0, 1)]]));
        assert!(!side_by_side(&[]));
    }
}
