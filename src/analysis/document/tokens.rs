//! Turns the tokenizer's calls into tags, comments and text with their positions, and hands these to the page.

use super::element;
use super::html::Page;
use super::origin::Origins;
use html5gum::{Emitter, Error, State, Tokenizer};
use std::convert::Infallible;
use std::ops::Range;

/// The attribute that says how many columns a cell takes.
const COLUMNS: &[u8] = b"colspan";

/// The most columns that a cell may take, as in browsers.
const WIDEST: usize = 1000;

/// Reads markup that stands in these ranges of a source, one after the other, onto a page.
pub fn read(source: &str, ranges: &[Range<usize>], page: &mut Page) {
    let gathered: String;
    let input = match ranges {
        [one] => source.get(one.clone()).unwrap_or_default(),
        _ => {
            let parts = ranges.iter().filter_map(|range| source.get(range.clone()));
            gathered = parts.collect();
            &gathered
        }
    };
    let tokens = Tokens::new(input, Origins::new(ranges), page);
    let Ok(()) = Tokenizer::new_with_emitter(input, tokens).finish();
}

/// What the tokenizer has said of the tag, comment or text that it reads. Positions are those of its input.
struct Tokens<'r, 's> {
    input: &'r str,
    origins: Origins,
    page: &'r mut Page<'s>,
    position: usize,
    /// Where the last token ended, or the text that was emitted last.
    seen: usize,
    /// Text that stands in the input as it is, and has yet to go to the page.
    text: Range<usize>,
    /// Where the tag or comment began.
    began: usize,
    name: Vec<u8>,
    is_end: bool,
    closed: bool,
    /// The attribute that is read, of cells only.
    attribute: Vec<u8>,
    value: Vec<u8>,
    columns: usize,
    /// The element whose end tag alone the tokenizer looks for.
    raw: Vec<u8>,
}

impl<'r, 's> Tokens<'r, 's> {
    fn new(input: &'r str, origins: Origins, page: &'r mut Page<'s>) -> Self {
        Self {
            input,
            origins,
            page,
            position: 0,
            seen: 0,
            text: 0..0,
            began: 0,
            name: Vec::new(),
            is_end: false,
            closed: false,
            attribute: Vec::new(),
            value: Vec::new(),
            columns: 1,
            raw: Vec::new(),
        }
    }

    /// Hands the text that has been gathered to the page.
    fn flush(&mut self) {
        let text = std::mem::take(&mut self.text);
        if let Some(outline) = self.page.outline() {
            for range in self.origins.ranges(text) {
                outline.copy(range);
            }
        }
    }

    /// Where text stands in the input as it is: right before the position, or, when the tokenizer gives up on a tag and
    /// says what it has read of it in parts, behind the part before. (An `&` there is that of a reference.)
    fn find(&self, text: &[u8]) -> Option<Range<usize>> {
        let stands = |at: &Range<usize>| self.input.as_bytes().get(at.clone()) == Some(text);
        let before = self.position.checked_sub(text.len())?..self.position;
        let behind = self.seen..self.seen + text.len();
        let is_tag = |at: &Range<usize>| !text.starts_with(b"&") && stands(at);
        Some(before).filter(stands).or(Some(behind).filter(is_tag))
    }

    /// Hands text to the page that stands for all that was read since the last.
    fn decode(&mut self, text: &[u8]) {
        let letters = str::from_utf8(text).unwrap_or_default();
        let at = self
            .origins
            .range(self.seen.min(self.position)..self.position);
        if let Some(outline) = self.page.outline() {
            outline.decode(letters, at);
        }
    }

    /// Begins a tag. Most have no attributes that matter.
    fn begin_tag(&mut self, is_end: bool) {
        self.name.clear();
        self.is_end = is_end;
        self.closed = false;
        self.columns = 1;
    }

    fn end_attribute(&mut self) {
        if self.attribute == COLUMNS {
            let value = str::from_utf8(&self.value).unwrap_or_default();
            let columns: usize = value.trim().parse().unwrap_or(1);
            self.columns = columns.clamp(1, WIDEST);
        }
        self.attribute.clear();
        self.value.clear();
    }
}

impl Emitter for Tokens<'_, '_> {
    type Token = Infallible;

    fn move_position(&mut self, offset: isize) {
        self.position = self.position.saturating_add_signed(offset);
    }

    fn init_string(&mut self) {
        self.seen = self.position;
    }

    fn emit_string(&mut self, text: &[u8]) {
        if self.page.outline().is_none() {
            self.seen = self.position;
        } else if let Some(at) = self.find(text) {
            if at.start != self.text.end {
                self.flush();
                self.text.start = at.start;
            }
            self.text.end = at.end;
            self.seen = at.end;
        } else {
            self.flush();
            self.decode(text);
            self.seen = self.position;
        }
    }

    fn emit_eof(&mut self) {
        self.flush();
    }

    fn start_open_tag(&mut self) {
        self.began = self.position.saturating_sub(1);
    }

    fn init_start_tag(&mut self) {
        self.begin_tag(false);
    }

    fn init_end_tag(&mut self) {
        self.begin_tag(true);
    }

    fn push_tag_name(&mut self, part: &[u8]) {
        self.name.extend_from_slice(part);
    }

    fn init_attribute(&mut self) {
        self.end_attribute();
    }

    fn push_attribute_name(&mut self, part: &[u8]) {
        if matches!(self.name.as_slice(), b"td" | b"th") {
            self.attribute.extend_from_slice(part);
        }
    }

    fn push_attribute_value(&mut self, part: &[u8]) {
        if self.attribute == COLUMNS {
            self.value.extend_from_slice(part);
        }
    }

    fn set_self_closing(&mut self) {
        self.closed = true;
    }

    fn emit_current_tag(&mut self) -> Option<State> {
        self.flush();
        self.end_attribute();
        self.seen = self.position;
        let name = str::from_utf8(&self.name).unwrap_or_default();
        if self.is_end {
            self.page.end(name);
            return None;
        }
        let state = if self.page.is_drawing() {
            None
        } else {
            element::content(name)
        };
        self.page.start(name, self.columns, self.closed);
        if state.is_some() {
            self.raw.clone_from(&self.name);
        }
        state
    }

    fn current_is_appropriate_end_tag_token(&mut self) -> bool {
        self.is_end && !self.raw.is_empty() && self.name == self.raw
    }

    fn emit_current_comment(&mut self) {
        self.flush();
        let comment = self.began..self.position;
        let at = self.origins.range(comment.clone());
        self.page
            .comment(self.input.get(comment).unwrap_or_default(), at);
    }

    fn should_emit_errors(&mut self) -> bool {
        false
    }

    fn pop_token(&mut self) -> Option<Infallible> {
        None
    }

    // What follows says nothing to readers.
    fn set_last_start_tag(&mut self, _: Option<&[u8]>) {}
    fn emit_error(&mut self, _: Error) {}
    fn init_comment(&mut self) {}
    fn push_comment(&mut self, _: &[u8]) {}
    fn init_doctype(&mut self) {}
    fn emit_current_doctype(&mut self) {}
    fn push_doctype_name(&mut self, _: &[u8]) {}
    fn set_force_quirks(&mut self) {}
    fn set_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn set_doctype_system_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_public_identifier(&mut self, _: &[u8]) {}
    fn push_doctype_system_identifier(&mut self, _: &[u8]) {}
}
