//! Plain text: blocks are lines, or paragraphs whose lines an editor cut at a column.

use super::line::{Line, Lines};
use super::pardon;
use super::{Block, BlockKind, Document, Pardon};
use std::borrow::Cow;
use std::ops::Range;

/// Reads a plain text in one pass, without copying it.
///
/// A block ends at each line break, but a line of a common width goes on in the next where its sentence does and that
/// one does not begin anew. An item goes on in the lines that are set deeper than its mark. Short lines that stand
/// alone, or right above longer ones, are headings: of level 1 at the very start, else of level 2.
pub fn read(source: &str) -> Document<'_> {
    let mut reader = Reader {
        source,
        blocks: Vec::new(),
        pardons: pardon::in_plain(source),
        pardoned: 0,
        lists: Vec::new(),
        list_count: 0,
        open: None,
        alone: true,
    };
    let mut start = super::start(source);
    for end in memchr::memchr_iter(b'\n', source.as_bytes()) {
        reader.line(start..end);
        start = end + 1;
    }
    reader.line(start..source.len());
    reader.finish()
}

/// What has been read so far.
struct Reader<'s> {
    source: &'s str,
    blocks: Vec<Block>,
    pardons: Vec<Pardon>,
    /// How many pardons end before the line that is read.
    pardoned: usize,
    /// The lists that may go on: how deep the marks of each stand, and its number.
    lists: Vec<(usize, usize)>,
    list_count: usize,
    open: Option<Lines<'s>>,
    /// Whether the line before the one that is read was empty, or there is none.
    alone: bool,
}

impl<'s> Reader<'s> {
    fn line(&mut self, range: Range<usize>) {
        let commented = |pardon: &Pardon| pardon.at.start < range.end;
        if !self.pardons.get(self.pardoned).is_some_and(commented) {
            return self.words(range);
        }
        let next = self.pardons.get(self.pardoned..).unwrap_or_default();
        let touching = next.partition_point(commented);
        let next = next.get(..touching).unwrap_or_default();
        let words = pardon::without(next, range.clone(), self.source);
        self.words(words);
        let blocks = self.blocks.len();
        for pardon in self.pardons.iter_mut().skip(self.pardoned).take(touching) {
            pardon.blocks.get_or_insert(blocks..blocks + 1);
            if pardon.at.end <= range.end {
                self.pardoned += 1;
            }
        }
    }

    /// Reads a line that has no pardons, or what is left of it.
    fn words(&mut self, range: Range<usize>) {
        let line = Line::new(
            self.source.get(range.clone()).unwrap_or_default(),
            range.start,
        );
        if line.is_empty() {
            self.close(None);
            self.alone = true;
            return;
        }
        match &mut self.open {
            Some(open) if open.goes_on(&line) => open.add(line),
            _ => {
                self.close(Some(&line));
                self.open = Some(Lines::new(line, self.alone));
            }
        }
        self.alone = false;
    }

    /// Ends the open block above this line, or above an empty one.
    fn close(&mut self, next: Option<&Line>) {
        let Some(open) = self.open.take() else {
            return;
        };
        let kind = match open.item {
            Some(indent) => BlockKind::Item {
                list: self.list(indent),
            },
            None => {
                self.lists.clear();
                let first = self.blocks.is_empty();
                match open.is_heading(next, first) {
                    true if first => BlockKind::Heading(1),
                    true => BlockKind::Heading(2),
                    false => BlockKind::Paragraph,
                }
            }
        };
        let range = open.range;
        self.blocks.push(Block { range, kind });
    }

    /// The number of the list whose marks stand this deep.
    fn list(&mut self, indent: usize) -> usize {
        while self.lists.pop_if(|(deep, _)| *deep > indent).is_some() {}
        match self.lists.last() {
            Some((deep, list)) if *deep == indent => *list,
            _ => {
                let list = self.list_count;
                self.list_count += 1;
                self.lists.push((indent, list));
                list
            }
        }
    }

    fn finish(mut self) -> Document<'s> {
        self.close(None);
        if let Some(last) = self.blocks.last_mut()
            && let BlockKind::Heading(_) = last.kind
        {
            last.kind = BlockKind::Paragraph; // A heading stands above something.
        }
        pardon::settle(&mut self.pardons, self.blocks.len());
        Document {
            text: Cow::Borrowed(self.source),
            blocks: self.blocks,
            pardons: self.pardons,
            pieces: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(source: &str) -> Vec<String> {
        read(source).told()
    }

    #[test]
    fn each_line_is_a_block_and_empty_lines_part_lists_from_nothing() {
        assert_eq!(
            told(
                "We run two data centres.\nYou keep them up.\n\n- Linux\n\n  -  \n-Networks\r\nand so on.\n1. one\n"
            ),
            [
                "p: We run two data centres.",
                "p: You keep them up.",
                "li 0: Linux",
                "li 0: Networks",
                "p: and so on.",
                "li 1: one"
            ]
        );
    }

    #[test]
    fn lines_that_an_editor_cut_are_one_paragraph() {
        let source = "We are looking for a systems administrator who likes\n\
                      networks and knows what to do when one of them fails\n\
                      at night.\nYou start in May.\n\
                      Knowledge of the following systems, gathered at work or\n- Linux";
        assert_eq!(
            told(source),
            [
                "p: We are looking for a systems administrator who likes\n\
                 networks and knows what to do when one of them fails\nat night.",
                "p: You start in May.",
                "h2: Knowledge of the following systems, gathered at work or",
                "li 0: Linux"
            ]
        );
        let apart = "Experience with ticketing systems such as ServiceNow or Jira\n\
                     Willingness to work on call every third week";
        assert_eq!(told(apart).len(), 2);
    }

    #[test]
    fn a_line_that_was_cut_goes_on_though_the_next_begins_with_a_name() {
        let source = "We keep offices open. Every month there are people who join Microsoft\n\
                      Certified colleagues for a day. They sit at the help desk and listen.";
        assert_eq!(told(source), [format!("p: {source}")]);
    }

    #[test]
    fn inner_lists_have_their_own_number_and_the_outer_one_goes_on() {
        assert_eq!(
            told("• a\n  - b\n    c\n  - d\n• e\nno item\n• f\n  - g"),
            [
                "li 0: a",
                "li 1: b\n    c",
                "li 1: d",
                "li 0: e",
                "p: no item",
                "li 2: f",
                "li 3: g"
            ]
        );
    }

    #[test]
    fn short_lines_above_others_are_headings() {
        assert_eq!(
            told(
                "\u{feff}\nSystem Administrator\n====\n\nAbout us\nWe build bridges, and have done so for long.\n\
                  Salary: 60,000\n\nyou bring:\n- Linux\n\nWhat we offer\n\nA desk."
            ),
            [
                "h1: System Administrator",
                "h2: About us",
                "p: We build bridges, and have done so for long.",
                "p: Salary: 60,000",
                "h2: you bring:",
                "li 0: Linux",
                "h2: What we offer",
                "p: A desk."
            ]
        );
        // Nothing follows the last line, and lines that are alike stand beside each other.
        assert_eq!(told("Title"), ["p: Title"]);
        assert_eq!(
            told(
                "Operator\nBerlin\n\nYou bring\nFive years with Linux\nTwo years with networks\n\nCall us\nAt noon"
            ),
            [
                "h1: Operator",
                "p: Berlin",
                "h2: You bring",
                "p: Five years with Linux",
                "p: Two years with networks",
                "p: Call us",
                "p: At noon"
            ]
        );
    }

    #[test]
    fn pardons_are_for_their_line_or_the_next() {
        let source = "Digital natives wanted. <!-- roles-ignore: age a quote -->\n\
                      <!-- roles-ignore: jargon,\n\n length it is\nthe law -->\nWe leverage.\n\
                      <!-- roles-ignore: a -->- An <!-- roles-ignore: b --> item\n<!-- roles-ignore: c -->";
        let document = read(source);
        assert_eq!(
            document.told(),
            [
                "p: Digital natives wanted.",
                "p: We leverage.",
                "li 0: An <!-- roles-ignore: b --> item"
            ]
        );
        let item = Some("An <!-- roles-ignore: b --> item");
        assert_eq!(
            document.pardoned(),
            [
                ("age".to_owned(), Some("Digital natives wanted.")),
                ("jargon length".to_owned(), Some("We leverage.")),
                ("a".to_owned(), item),
                ("b".to_owned(), item),
                ("c".to_owned(), None),
            ]
        );
    }

    #[test]
    fn nothing_is_copied() {
        let source = "\u{feff}Hello.\r\n";
        let document = read(source);
        assert!(matches!(document.text, Cow::Borrowed(text) if text == source));
        assert_eq!(document.blocks[0].range, 3..9);
    }
}
