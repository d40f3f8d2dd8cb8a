//! Comments by which an author asks that rules be silent.

use super::Pardon;
use memchr::memmem;
use std::ops::Range;

const OPENING: &str = "<!--";
const MARK: &str = "roles-ignore:";
const CLOSING: &str = "-->";

impl Pardon {
    /// The pardon that a comment is; none where it is any other comment. Its blocks are for the caller to say.
    pub(super) fn of_comment(comment: &str, at: Range<usize>) -> Option<Self> {
        let inner = comment.strip_prefix(OPENING)?.strip_suffix(CLOSING)?;
        let mut rest = inner.trim_start().strip_prefix(MARK)?.trim_start();
        let mut rules = Vec::new();
        let reason = loop {
            let part = |letter: char| letter == ',' || letter.is_whitespace();
            let (rule, after) = rest.split_at(rest.find(part).unwrap_or(rest.len()));
            if !rule.is_empty() {
                rules.push(rule.to_lowercase());
            }
            match after.trim_start().strip_prefix(',') {
                Some(more) => rest = more.trim_start(),
                None => break after,
            }
        };
        Some(Self {
            rules,
            reason: reason.split_whitespace().collect::<Vec<_>>().join(" "),
            at,
            blocks: None,
        })
    }
}

/// The pardons in a source whose markup knows no comments, in order.
pub fn in_plain(source: &str) -> Vec<Pardon> {
    let find = |what: &str, from: usize| {
        let found = memmem::find(source.as_bytes().get(from..)?, what.as_bytes())?;
        Some(from + found)
    };
    let mut pardons = Vec::new();
    let mut from = 0;
    while let Some(mark) = find(MARK, from) {
        let before = source.get(from..mark).unwrap_or_default().trim_end();
        let Some(before) = before.strip_suffix(OPENING) else {
            from = mark + MARK.len();
            continue;
        };
        let Some(closing) = find(CLOSING, mark) else {
            break; // Nor does any later comment end.
        };
        let at = from + before.len()..closing + CLOSING.len();
        from = at.end;
        let comment = source.get(at.clone()).unwrap_or_default();
        pardons.extend(Pardon::of_comment(comment, at));
    }
    pardons
}

/// What a line of a plain text says between the pardons at its start and its end, given all that touch it.
pub fn without(pardons: &[Pardon], line: Range<usize>, source: &str) -> Range<usize> {
    let words = |start: usize, end: usize| source.get(start..end).unwrap_or_default();
    let Range { mut start, mut end } = line;
    for pardon in pardons {
        if pardon.at.start > end - words(start, end).trim_start().len() {
            break;
        }
        start = pardon.at.end.clamp(start, end);
    }
    for pardon in pardons.iter().rev() {
        end = start + words(start, end).trim_end().len();
        if pardon.at.end < end {
            break;
        }
        end = pardon.at.start.clamp(start, end);
    }
    start..end
}

/// Takes the blocks from pardons that nothing follows.
pub fn settle(pardons: &mut [Pardon], blocks: usize) {
    for pardon in pardons {
        pardon.blocks = pardon.blocks.take().filter(|own| own.start < blocks);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_parted_by_commas_and_the_rest_is_the_reason() {
        for (comment, rules, reason) in [
            (
                "<!-- roles-ignore: Jargon it is a quote -->",
                "jargon",
                "it is a quote",
            ),
            (
                "<!--roles-ignore:a,b , c\n  law, as it is-->",
                "a b c",
                "law, as it is",
            ),
            ("<!-- roles-ignore: a -->", "a", ""),
            ("<!-- roles-ignore: -->", "", ""),
        ] {
            let pardon = Pardon::of_comment(comment, 0..0).unwrap();
            assert_eq!(pardon.rules.join(" "), rules, "{comment}");
            assert_eq!(pardon.reason, reason, "{comment}");
        }
        for comment in [
            "<!-- roles -->",
            "<!-- see roles-ignore: a -->",
            "<!-- roles-ignore: a",
        ] {
            assert_eq!(Pardon::of_comment(comment, 0..0), None, "{comment}");
        }
    }

    #[test]
    fn plain_text_is_searched_for_them() {
        let source = "roles-ignore: x <!-- roles-ignore: a b --> <!-- c --> <!--roles-ignore:d-->, <!-- roles-ignore: e";
        let pardons = in_plain(source);
        let found: Vec<_> = pardons
            .iter()
            .map(|pardon| &source[pardon.at.clone()])
            .collect();
        assert_eq!(
            found,
            ["<!-- roles-ignore: a b -->", "<!--roles-ignore:d-->"]
        );
    }
}
