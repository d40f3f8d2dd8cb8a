//! Reading a document in order: each passage with what stands around it and speaks for it.

use super::cue::Cue;
use super::lexicon::Lexicon;
use super::passage::Passage;
use crate::analysis::document::{BlockKind, Document};
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

/// How many passages before one may say whom it is about.
const BACK: usize = 6;
/// How many cells after one in its row may say when it holds.
const AHEAD: usize = 6;
/// How many passages are kept for looking back; more than anything looks back at, headings aside.
const KEPT: usize = 64;

/// A passage with its surroundings.
pub struct Scene<'d> {
    pub here: Rc<Passage<'d>>,
    /// For a cell: the first cell of its row.
    pub row_head: Option<Rc<Passage<'d>>>,
    /// For a cell: the others of its row.
    pub row: Vec<Rc<Passage<'d>>>,
    /// For a cell: the head of its column.
    pub column: Option<Rc<Passage<'d>>>,
    /// For an item or a cell: what introduces its list or table.
    pub intro: Option<Rc<Passage<'d>>>,
    /// For an item: its neighbours in the list; for a cell: those in the table.
    pub siblings: Vec<Rc<Passage<'d>>>,
    /// The headings it stands under, the nearest first.
    pub headings: Vec<Rc<Passage<'d>>>,
    /// Whether the nearest heading is a term and the passage what is said of it.
    pub defined: bool,
    /// The passages before it under the same heading, the nearest first.
    pub before: Vec<Rc<Passage<'d>>>,
    /// The passage after it, or after its list or table, under the same heading.
    pub after: Option<Rc<Passage<'d>>>,
}

/// Goes through the blocks of a document.
pub struct Reader<'d> {
    document: &'d Document<'d>,
    lexicon: &'d Lexicon,
    passages: BTreeMap<usize, Rc<Passage<'d>>>,
    /// The block up to which headings and tables are known.
    at: usize,
    /// The level and the block of each heading that is in force.
    headings: Vec<(u8, usize)>,
    /// The table that was met last, and its first block.
    table: Option<(usize, usize)>,
    /// The block that heads each of its columns.
    columns: BTreeMap<usize, usize>,
}

impl<'d> Reader<'d> {
    /// A reader at the beginning of a document.
    pub fn new(document: &'d Document<'d>, lexicon: &'d Lexicon) -> Self {
        Self {
            document,
            lexicon,
            passages: BTreeMap::new(),
            at: 0,
            headings: Vec::new(),
            table: None,
            columns: BTreeMap::new(),
        }
    }

    /// A block with its surroundings. Blocks must be asked for in order. None where there is no such block.
    pub fn scene(&mut self, block: usize) -> Option<Scene<'d>> {
        self.advance(block);
        let here = self.passage(block)?;
        let others = self
            .headings
            .iter()
            .rev()
            .filter(|(_, heading)| *heading != block);
        let headings: Vec<_> = others.map(|(_, heading)| *heading).collect();
        let section = headings.first().copied();
        let mut scene = Scene {
            row_head: None,
            row: Vec::new(),
            column: None,
            intro: None,
            siblings: Vec::new(),
            headings: headings
                .into_iter()
                .filter_map(|heading| self.passage(heading))
                .collect(),
            defined: matches!(self.headings.last(), Some((6, term)) if term + 1 == block),
            before: Vec::new(),
            after: None,
            here,
        };
        match scene.here.kind {
            BlockKind::Cell { row, column, .. } => self.cell(block, (row, column), &mut scene),
            BlockKind::Item { list } => self.item(block, list, section, &mut scene),
            BlockKind::Heading(level) => scene.siblings = self.alike(block, level),
            _ => {}
        }
        let first = section
            .map_or(0, |heading| heading + 1)
            .max(block.saturating_sub(BACK));
        scene.before = (first..block)
            .rev()
            .filter_map(|other| self.passage(other))
            .collect();
        if scene.after.is_none() && self.row(block).is_none() && !self.is_heading(block + 1) {
            scene.after = self.passage(block + 1);
        }
        Some(scene)
    }

    fn kind(&self, block: usize) -> Option<BlockKind> {
        self.document.blocks.get(block).map(|block| block.kind)
    }

    /// A block by itself.
    pub fn passage(&mut self, block: usize) -> Option<Rc<Passage<'d>>> {
        if let Some(passage) = self.passages.get(&block) {
            return Some(Rc::clone(passage));
        }
        let passage = Rc::new(Passage::new(
            self.document,
            self.document.blocks.get(block)?,
            self.lexicon,
        ));
        self.passages.insert(block, Rc::clone(&passage));
        Some(passage)
    }

    /// Takes note of headings and table heads up to a block.
    fn advance(&mut self, block: usize) {
        for at in self.at..=block {
            match self.kind(at) {
                Some(BlockKind::Heading(level)) => {
                    self.headings.retain(|(above, _)| *above < level);
                    self.headings.push((level, at));
                }
                Some(BlockKind::Cell {
                    table,
                    row,
                    column,
                    header,
                }) => {
                    if self.table.is_none_or(|(last, _)| last != table) {
                        self.table = Some((table, at));
                        self.columns.clear();
                    }
                    if row == 0 || header && column > 0 {
                        self.columns.insert(column, at);
                    }
                }
                _ => {}
            }
        }
        self.at = (block + 1).max(self.at);
        if self.passages.len() > KEPT {
            let headings: Vec<_> = self.headings.iter().map(|(_, heading)| *heading).collect();
            self.passages
                .retain(|other, _| other + KEPT > block || headings.contains(other));
        }
    }

    fn cell(&mut self, block: usize, (row, column): (usize, usize), scene: &mut Scene<'d>) {
        let Some((_, first)) = self.table else { return };
        let back = (first..block)
            .rev()
            .take(KEPT)
            .take_while(|other| self.row(*other) == Some(row))
            .count();
        let start = block - back;
        let ahead = (block + 1..block + AHEAD)
            .take_while(|other| self.row(*other) == Some(row))
            .count();
        scene.row_head = (start < block).then(|| self.passage(start)).flatten();
        scene.row = self.passages((start..=block + ahead).filter(|other| *other != block));
        if row > 0 {
            // A head may span the columns after it.
            let head = self
                .columns
                .range(..=column)
                .next_back()
                .map(|(_, head)| *head);
            scene.column = head.and_then(|head| self.passage(head));
        }
        let reach = first.max(block.saturating_sub(KEPT / 2))..block + KEPT / 2;
        let inside: Vec<_> = reach
            .filter(|other| *other != block && self.row(*other).is_some())
            .collect();
        scene.siblings = self.passages(inside.into_iter());
        scene.intro = first
            .checked_sub(1)
            .filter(|above| !self.is_heading(*above))
            .and_then(|above| self.passage(above));
        let end = (block..block + KEPT).find(|other| self.row(*other).is_none());
        scene.after = end
            .filter(|end| !self.is_heading(*end))
            .and_then(|end| self.passage(end));
    }

    /// The other headings of a level under the same higher one: a list told in sections.
    fn alike(&mut self, block: usize, level: u8) -> Vec<Rc<Passage<'d>>> {
        let heading = |kind: Option<BlockKind>| match kind {
            Some(BlockKind::Heading(level)) => Some(level),
            _ => None,
        };
        let inside = |other: &usize| heading(self.kind(*other)).is_none_or(|other| other >= level);
        let before = (0..block).rev().take(KEPT / 2).take_while(inside);
        let after = (block + 1..self.document.blocks.len())
            .take(KEPT / 2)
            .take_while(inside);
        let alike: Vec<_> = before
            .chain(after)
            .filter(|other| heading(self.kind(*other)) == Some(level))
            .collect();
        self.passages(alike.into_iter())
    }

    /// The row of a block in the table that was met last, if it is in it.
    fn row(&self, block: usize) -> Option<usize> {
        match (self.kind(block), self.table) {
            (Some(BlockKind::Cell { table, row, .. }), Some((last, _))) => {
                (table == last).then_some(row)
            }
            _ => None,
        }
    }

    fn is_heading(&self, block: usize) -> bool {
        matches!(self.kind(block), Some(BlockKind::Heading(_)))
    }

    fn passages(&mut self, blocks: impl Iterator<Item = usize>) -> Vec<Rc<Passage<'d>>> {
        blocks.filter_map(|block| self.passage(block)).collect()
    }

    fn item(&mut self, block: usize, list: usize, section: Option<usize>, scene: &mut Scene<'d>) {
        let same = |kind: Option<BlockKind>| matches!(kind, Some(BlockKind::Item { list: other }) if other == list);
        let mut first = block;
        while first > 0 && block - first < KEPT / 2 && same(self.kind(first - 1)) {
            first -= 1;
        }
        let last = (block + 1..)
            .take(KEPT / 2)
            .take_while(|other| same(self.kind(*other)))
            .last();
        let others = (first..=last.unwrap_or(block)).filter(|other| *other != block);
        scene.siblings = others
            .collect::<Vec<_>>()
            .into_iter()
            .filter_map(|other| self.passage(other))
            .collect();
        let next = last.unwrap_or(block) + 1;
        if !self.is_heading(next) {
            scene.after = self.passage(next);
        }
        let intro = first
            .checked_sub(1)
            .filter(|intro| section.is_none_or(|heading| *intro > heading));
        scene.intro = intro.and_then(|intro| self.passage(intro));
    }
}

impl<'d> Scene<'d> {
    /// The passages that complete a fragment, the nearest first: the heads of a cell's row and column, what introduces
    /// the list or table.
    pub fn frame(&self) -> impl Iterator<Item = &Rc<Passage<'d>>> {
        self.row_head.iter().chain(&self.column).chain(&self.intro)
    }

    /// Whether the passage is a fragment that others complete: a cell, or a short item.
    pub fn is_fragment(&self) -> bool {
        match self.here.kind {
            BlockKind::Cell { .. } => self.here.text.len() < 160,
            BlockKind::Item { .. } => self.here.sentences.len() <= 2 && self.here.text.len() < 160,
            // What is defined is completed by its term.
            BlockKind::Paragraph => self.defined && self.here.text.len() < 160,
            BlockKind::Heading(_) => false,
        }
    }

    /// Whether a cue stands in a range of the passage or, for a fragment, in what completes it.
    pub fn says(&self, range: &Range<usize>, cues: &[Cue]) -> bool {
        let says = |passage: &Rc<Passage<'d>>| passage.says(&passage.whole(), cues);
        self.here.says(range, cues)
            || self.is_fragment()
                && (self.frame().any(says) || self.headings.first().is_some_and(says))
    }

    /// Whether a year stands near: in the passage, in what completes or heads it, or beside it in a remark on the data.
    pub fn is_dated(&self) -> bool {
        let dated = |passage: &Rc<Passage<'d>>| passage.dated(&passage.whole());
        let remark = |passage: &Rc<Passage<'d>>| {
            let start = &passage.lower;
            let opens = [
                "source", "note", "figures", "all ", "data", "(source", "wages", "*",
            ];
            let opens = opens.iter().any(|word| start.starts_with(word));
            // What has figures of its own is dated for itself.
            let bare = !passage
                .mentions
                .iter()
                .any(|other| other.money().is_some() || other.percent().is_some());
            dated(passage) && (opens || bare && passage.says(&passage.whole(), &[Cue::Authority]))
        };
        // "In that month" points to a year that was given before.
        const POINTING: [&str; 7] = [
            "that month",
            "that year",
            "same month",
            "same year",
            "same survey",
            "same period",
            "same ten years",
        ];
        let text = &self.here.lower;
        dated(&self.here)
            || POINTING.iter().any(|words| text.contains(words))
            || self.frame().chain(&self.row).any(dated)
            || self.headings.iter().any(dated)
            || self.before.first().is_some_and(remark)
            || self.after.as_ref().is_some_and(remark)
            || self.siblings.iter().any(remark)
    }
}
