//! What in a hand-out is set apart to the eye. Words say it all; this only makes them easier to see.

use crate::report::{Entry, Figure};

/// The class of an entry: a figure that stands in, something retired, or words of our own that rest on no source.
pub fn of_entry(entry: &Entry<'_>) -> Option<&'static str> {
    let stands_in = entry.figure.as_ref().is_some_and(Figure::is_stand_in);
    if is_retired(&entry.text) {
        Some("retired")
    } else if stands_in || entry.text.contains("stand-in") {
        Some("stand-in")
    } else if entry.cites().next().is_none() {
        Some("own")
    } else {
        None
    }
}

/// The class of a row's label.
pub fn of_label(label: &str) -> Option<&'static str> {
    is_retired(label).then_some("retired")
}

/// Whether a text is about what is retired, in the words that reports use.
fn is_retired(text: &str) -> bool {
    text.starts_with("retired ")
        || ["(retired", "but retired", ", retired since"]
            .iter()
            .any(|words| text.contains(words))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_warns_is_set_apart() {
        let class = |text: &'static str| of_entry(&Entry::plain(text));
        assert_eq!(
            class("named, but retired since 2021-01-31"),
            Some("retired")
        );
        assert_eq!(class("retired 2021-01-31"), Some("retired"));
        assert_eq!(class("$1, May 2025 (stand-in)"), Some("stand-in"));
        assert_eq!(class("not named"), Some("own"));
        let cited = Entry::cited("asked for", vec!["a".to_owned()]);
        assert_eq!(of_entry(&cited), None);
        assert_eq!(of_label("MCSA (retired 2021-01-31)"), Some("retired"));
        assert_eq!(of_label("CompTIA A+ (active)"), None);
    }
}
