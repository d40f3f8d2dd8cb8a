//! What stands in what: the headings, lists and tables around a text, which say what its blocks are.

use super::writer::Writer;
use super::{BlockKind, Document};
use std::ops::Range;

/// How deep scopes may nest; what is set deeper counts as part of what it stands in.
const DEEPEST: usize = 200;

/// Something that says what the blocks in it are.
#[derive(Debug, Clone, Copy)]
enum Scope {
    /// `told` is whether it has had a block of its own.
    Heading {
        level: u8,
        told: bool,
    },
    List(usize),
    Item {
        list: usize,
        told: bool,
    },
    /// The row is none before the first; the column is that of the next cell.
    Table {
        table: usize,
        row: Option<usize>,
        column: usize,
    },
    Cell(BlockKind),
}

/// A document that is being written, with the scopes that are open. Their ends may be missing: most scopes end where
/// another begins that cannot stand in them.
pub struct Outline<'s> {
    writer: Writer<'s>,
    scopes: Vec<Scope>,
    lists: usize,
    tables: usize,
}

impl<'s> Outline<'s> {
    pub fn new(source: &'s str) -> Self {
        Self {
            writer: Writer::new(source),
            scopes: Vec::new(),
            lists: 0,
            tables: 0,
        }
    }

    pub fn source(&self) -> &'s str {
        self.writer.source()
    }

    pub fn finish(self) -> Document<'s> {
        self.writer.finish()
    }

    /// Copies the words of a range of the source.
    pub fn copy(&mut self, range: Range<usize>) {
        self.writer.copy(range, self.kind());
    }

    /// Writes letters that stand for the whole of a range of the source.
    pub fn decode(&mut self, letters: &str, at: Range<usize>) {
        self.writer.decode(letters, at, self.kind());
    }

    /// Parts the words before and after.
    pub fn space(&mut self) {
        self.writer.space();
    }

    /// Looks at a comment of the source.
    pub fn comment(&mut self, comment: &str, at: Range<usize>) {
        self.writer.comment(comment, at);
    }

    /// Ends the open block.
    pub fn pause(&mut self) {
        if self.writer.end()
            && let Some(Scope::Heading { told, .. } | Scope::Item { told, .. }) =
                self.scopes.last_mut()
        {
            *told = true;
        }
    }

    /// Begins what no heading holds; one that has had its words ends, as its own end is missing.
    pub fn paragraph(&mut self) {
        self.pause();
        self.scopes
            .pop_if(|scope| matches!(scope, Scope::Heading { told: true, .. }));
    }

    pub fn heading(&mut self, level: u8) {
        self.end_heading();
        self.open(Scope::Heading { level, told: false });
    }

    pub fn end_heading(&mut self) {
        self.pause();
        self.scopes
            .pop_if(|scope| matches!(scope, Scope::Heading { .. }));
    }

    /// Begins a list, and says its number.
    pub fn list(&mut self) -> usize {
        self.paragraph();
        let list = self.lists;
        self.lists += 1;
        self.open(Scope::List(list));
        list
    }

    pub fn end_list(&mut self) {
        self.close(Scope::is_list, Scope::holds_lists);
    }

    /// Begins an item of the innermost list, or of a new one where there is none.
    pub fn item(&mut self) {
        self.pause();
        let around = |scope: &Scope| scope.is_list() || scope.holds_lists();
        let around = self.scopes.iter().rposition(around);
        self.scopes.truncate(around.map_or(0, |at| at + 1));
        let list = match self.scopes.last() {
            Some(Scope::List(list)) => *list,
            _ => self.list(),
        };
        self.open(Scope::Item { list, told: false });
    }

    pub fn end_item(&mut self) {
        self.close(
            |scope| matches!(scope, Scope::Item { .. }),
            |scope| scope.is_list() || scope.holds_lists(),
        );
    }

    pub fn table(&mut self) {
        self.paragraph();
        self.open(Scope::Table {
            table: self.tables,
            row: None,
            column: 0,
        });
        self.tables += 1;
    }

    pub fn end_table(&mut self) {
        self.close(Scope::is_table, |_| false);
    }

    /// Begins a part of the innermost table: its caption, a row, a cell. The part before it ends.
    pub fn table_part(&mut self) {
        self.pause();
        if let Some(table) = self.scopes.iter().rposition(Scope::is_table) {
            self.scopes.truncate(table + 1);
        }
    }

    pub fn row(&mut self) {
        self.table_part();
        if let Some(Scope::Table { row, column, .. }) = self.scopes.last_mut() {
            *row = Some(row.map_or(0, |row| row + 1));
            *column = 0;
        }
    }

    /// Begins a cell that takes so many columns. Outside tables it is a paragraph.
    pub fn cell(&mut self, header: bool, columns: usize) {
        self.table_part();
        if let Some(Scope::Table { table, row, column }) = self.scopes.last_mut() {
            let cell = BlockKind::Cell {
                table: *table,
                row: *row.get_or_insert(0),
                column: *column,
                header,
            };
            *column += columns;
            self.open(Scope::Cell(cell));
        }
    }

    pub fn end_cell(&mut self) {
        self.close(|scope| matches!(scope, Scope::Cell(_)), Scope::is_table);
    }

    /// How many scopes are open.
    pub fn depth(&self) -> usize {
        self.scopes.len()
    }

    /// Ends the scopes that were opened since there were so many.
    pub fn back_to(&mut self, depth: usize) {
        self.pause();
        self.scopes.truncate(depth);
    }

    /// Ends the innermost scope of a sort and all in it, unless it stands around a wall.
    fn close(&mut self, sort: fn(&Scope) -> bool, wall: fn(&Scope) -> bool) {
        self.pause();
        let stop = |scope: &Scope| sort(scope) || wall(scope);
        if let Some(at) = self.scopes.iter().rposition(stop)
            && self.scopes.get(at).is_some_and(sort)
        {
            self.scopes.truncate(at);
        }
    }

    /// What a block is that begins here.
    fn kind(&self) -> BlockKind {
        match self.scopes.last() {
            Some(Scope::Heading { level, .. }) => BlockKind::Heading(*level),
            Some(Scope::Item { list, told: false }) => BlockKind::Item { list: *list },
            Some(Scope::Cell(cell)) => *cell,
            _ => BlockKind::Paragraph,
        }
    }

    fn open(&mut self, scope: Scope) {
        if self.scopes.len() < DEEPEST {
            self.scopes.push(scope);
        }
    }
}

impl Scope {
    fn is_list(&self) -> bool {
        matches!(self, Self::List(_))
    }

    fn is_table(&self) -> bool {
        matches!(self, Self::Table { .. })
    }

    /// Whether lists in it end with it, so that no end tag in it ends a list around it.
    fn holds_lists(&self) -> bool {
        matches!(self, Self::Table { .. } | Self::Cell(_))
    }
}
