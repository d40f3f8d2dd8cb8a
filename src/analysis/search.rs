//! Which roles and certifications a few words find, and in what order. In the analysis room: pure.
//!
//! A subject is found if every word is found in it, in one of its texts or spread over several; see
//! [`wording`](super::wording) for when a word is found. Subjects are put in order by, one after the other,
//!
//! 1. how many of the words their best text holds: all in one text before words spread over several;
//! 2. where that text stands, in the order of [`Place`]: a title before an alias, … a duty before other statements;
//! 3. whether the words stand in it side by side, in the order they were typed;
//! 4. how many texts match;
//! 5. their titles, then kind and id, so that the order never depends on the order of the data.
//!
//! There is no score: the order and the places are the answer.

use super::wording::{Term, lower_words, side_by_side, words};
use std::cmp::Reverse;
use std::collections::BTreeSet;

crate::model::label::vocabulary! {
    /// Where a text stands in a subject, the most telling first.
    Place {
        Title = "title", "title";
        Alias = "alias", "also called";
        SharedTitle = "shared-title", "title it shares";
        OnetTitle = "onet-title", "O*NET job title";
        Skill = "skill", "skill";
        Certification = "certification", "certification";
        Duty = "duty", "duty";
        Summary = "summary", "summary";
        Focus = "focus", "focus";
        Scope = "scope", "scope";
        WorksIn = "works-in", "works in";
        Aspect = "aspect", "aspect";
        Issuer = "issuer", "issuer";
        Kind = "kind", "kind";
    }
}

impl Place {
    /// The rank of a place, the lower the better; places that tell as much have one rank.
    pub fn rank(self) -> u8 {
        match self {
            Self::Title => 0,
            Self::Alias | Self::SharedTitle => 1,
            Self::OnetTitle => 2,
            Self::Skill | Self::Certification => 3,
            Self::Duty => 4,
            _ => 5,
        }
    }
}

crate::model::label::vocabulary! {
    /// What can be found.
    SubjectKind {
        Role = "role", "role";
        Certification = "certification", "certification";
    }
}

/// A text of a subject.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    pub place: Place,
    /// What the text is about where the place does not say: the label of an aspect.
    pub about: Option<&'static str>,
    pub text: String,
    /// Other spellings of it that are searched too, and not shown.
    pub spellings: Vec<String>,
    pub sources: Vec<String>,
}

/// Something that can be found, with all that is searched of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    pub kind: SubjectKind,
    pub id: String,
    pub title: String,
    pub texts: Vec<Text>,
}

/// A subject that was found, with the texts that hold the words, the best first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    pub kind: SubjectKind,
    pub id: String,
    pub title: String,
    /// The texts that hold all the words; where there is none, the best ones that between them do.
    pub matches: Vec<Text>,
}

/// How well a text matches; the smaller the better.
type Standing = (Reverse<usize>, u8, bool);

/// A text with the words it holds, by position, and how well it matches.
struct Matched {
    standing: Standing,
    held: BTreeSet<usize>,
    text: Text,
}

/// Finds every subject that holds all the words, the best first. No words find nothing.
pub fn search(subjects: Vec<Subject>, terms: &[Term]) -> Vec<Hit> {
    let mut found: Vec<_> = subjects
        .into_iter()
        .filter_map(|subject| judge(subject, terms))
        .collect();
    found.sort_by(|(a, one), (b, other)| {
        let order = |standing: &Standing, hit: &Hit| (*standing, Reverse(hit.matches.len()));
        let named = |hit: &Hit| (hit.title.clone(), hit.kind as u8, hit.id.clone());
        order(a, one)
            .cmp(&order(b, other))
            .then_with(|| named(one).cmp(&named(other)))
    });
    found.into_iter().map(|(_, hit)| hit).collect()
}

/// The hit that a subject is, with the standing of its best text; none if a word is missing.
fn judge(subject: Subject, terms: &[Term]) -> Option<(Standing, Hit)> {
    let mut matched: Vec<_> = subject
        .texts
        .into_iter()
        .filter_map(|text| matching(text, terms))
        .collect();
    let held: BTreeSet<_> = matched.iter().flat_map(|text| &text.held).collect();
    if terms.is_empty() || held.len() < terms.len() {
        return None;
    }
    // A stable sort: equals stay in the order in which the subject gives them.
    matched.sort_by_key(|text| text.standing);
    let best = matched.first()?.standing;
    if matched.iter().any(|text| text.held.len() == terms.len()) {
        matched.retain(|text| text.held.len() == terms.len());
    } else {
        let mut seen = BTreeSet::new();
        matched.retain(|text| {
            let before = seen.len();
            seen.extend(text.held.iter().copied());
            seen.len() > before
        });
    }
    let mut said = BTreeSet::new();
    matched.retain(|matched| said.insert(words(&matched.text.text)));
    let hit = Hit {
        kind: subject.kind,
        id: subject.id,
        title: subject.title,
        matches: matched.into_iter().map(|matched| matched.text).collect(),
    };
    Some((best, hit))
}

/// A text with the words it holds in the spelling that holds the most; none if it holds no word.
fn matching(text: Text, terms: &[Term]) -> Option<Matched> {
    let spellings = [&text.text].into_iter().chain(&text.spellings);
    let judged = spellings.map(|spelling| {
        let spelling = spelling.to_lowercase();
        let spelling = lower_words(&spelling);
        let places: Vec<_> = terms.iter().map(|term| term.places(&spelling)).collect();
        let held: BTreeSet<_> = (0..)
            .zip(&places)
            .filter(|(_, places)| !places.is_empty())
            .map(|(position, _)| position)
            .collect();
        let scattered = !side_by_side(&places);
        ((Reverse(held.len()), text.place.rank(), scattered), held)
    });
    let (standing, held) = judged.min_by_key(|(standing, _)| *standing)?;
    (!held.is_empty()).then_some(Matched {
        standing,
        held,
        text,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Synonyms;
    use proptest::prelude::*;

    fn subject(id: &str, texts: &[(Place, &str)]) -> Subject {
        let text = |(place, text): &(Place, &str)| Text {
            place: *place,
            about: None,
            text: (*text).to_owned(),
            spellings: Vec::new(),
            sources: Vec::new(),
        };
        Subject {
            kind: SubjectKind::Role,
            id: id.to_owned(),
            title: id.to_owned(),
            texts: texts.iter().map(text).collect(),
        }
    }

    fn subjects() -> Vec<Subject> {
        use Place::{Alias, Aspect, Duty, OnetTitle, Title};
        vec![
            subject(
                "baker",
                &[
                    (Title, "Baker"),
                    (Duty, "Bakes bread and cake"),
                    (Aspect, "Sells bread"),
                ],
            ),
            subject(
                "carter",
                &[(Title, "Carter"), (Duty, "Carries cake and bread")],
            ),
            subject("dealer", &[(Title, "Bread Dealer"), (Duty, "Sells cake")]),
            subject(
                "eater",
                &[(Alias, "Bread taster"), (OnetTitle, "Cake Critic")],
            ),
            subject("fitter", &[(Title, "Fitter"), (Duty, "Fits pipes")]),
        ]
    }

    fn find(query: &str, subjects: Vec<Subject>, groups: &[Synonyms]) -> Vec<Hit> {
        search(subjects, &Term::all(query, groups))
    }

    fn ids(query: &str, subjects: Vec<Subject>) -> Vec<String> {
        find(query, subjects, &[])
            .into_iter()
            .map(|hit| hit.id)
            .collect()
    }

    #[test]
    fn a_title_beats_an_alias_and_an_alias_a_duty() {
        assert_eq!(
            ids("bread", subjects()),
            ["dealer", "eater", "baker", "carter"]
        );
    }

    #[test]
    fn subjects_stand_in_the_order_of_the_places_where_the_word_is() {
        use Place::{Alias, Certification, Duty, OnetTitle, Summary, Title};
        // Their names would put them the other way round.
        let places = [Title, Alias, OnetTitle, Certification, Duty, Summary];
        let all = ["f", "e", "d", "c", "b", "a"].into_iter().zip(places);
        let all = all.map(|(id, place)| subject(id, &[(place, "Bread")]));
        assert_eq!(ids("bread", all.collect()), ["f", "e", "d", "c", "b", "a"]);
    }

    #[test]
    fn a_phrase_beats_words_apart_and_one_text_beats_several() {
        assert_eq!(
            ids("bread cake", subjects()),
            ["baker", "carter", "dealer", "eater"]
        );
        assert_eq!(ids("cake bread", subjects())[..1], ["carter"]);
    }

    #[test]
    fn every_word_is_required_and_nonsense_finds_nothing() {
        assert_eq!(ids("bread pipes", subjects()), [""; 0]);
        for nothing in ["xyzzy", "", "of the", "…"] {
            assert_eq!(ids(nothing, subjects()), [""; 0], "{nothing}");
        }
    }

    #[test]
    fn the_order_of_the_data_does_not_matter() {
        let mut reversed = subjects();
        reversed.reverse();
        assert_eq!(ids("bread", subjects()), ids("bread", reversed));
    }

    #[test]
    fn matches_are_the_texts_that_hold_all_words_or_else_those_that_do_so_together() {
        let matches = |query: &str, id: &str| {
            let hits = find(query, subjects(), &[]);
            let hit = hits.into_iter().find(|hit| hit.id == id).unwrap();
            hit.matches
                .into_iter()
                .map(|text| text.text)
                .collect::<Vec<_>>()
        };
        assert_eq!(matches("bread cake", "baker"), ["Bakes bread and cake"]);
        assert_eq!(
            matches("bread", "baker"),
            ["Bakes bread and cake", "Sells bread"]
        );
        assert_eq!(
            matches("bread cake", "eater"),
            ["Bread taster", "Cake Critic"]
        );
    }

    #[test]
    fn another_spelling_finds_the_text() {
        let mut with = subject(
            "a",
            &[(Place::Certification, "Project Management Professional")],
        );
        for text in &mut with.texts {
            text.spellings.push("PMP".to_owned());
        }
        let hits = find("pmp", vec![with], &[]);
        assert_eq!(hits[0].matches[0].text, "Project Management Professional");
    }

    proptest! {
        #[test]
        fn one_more_word_never_finds_more(
            query in "(bread|cake|sells|bak|pm|project|help) ?(bread|cake|desk|carries|manager)?",
            more in "(bread|cake|pipes|desk|manager|help|xyzzy)",
        ) {
            let groups = [
                Synonyms { words: vec!["pm".into(), "project manager".into()] },
                Synonyms { words: vec!["helpdesk".into(), "help desk".into()] },
            ];
            let all = || {
                let mut all = subjects();
                all.push(subject("g", &[(Place::Title, "Helpdesk PM"), (Place::Duty, "Bread")]));
                all.push(subject("h", &[(Place::Title, "Project Manager"), (Place::Duty, "Helps")]));
                all
            };
            let few: BTreeSet<_> = find(&format!("{query} {more}"), all(), &groups)
                .into_iter().map(|hit| hit.id).collect();
            let many: BTreeSet<_> = find(&query, all(), &groups)
                .into_iter().map(|hit| hit.id).collect();
            prop_assert!(few.is_subset(&many), "{few:?} {many:?}");
        }
    }
}
