//! One input, read and checked.

use super::desk::{Hear, Said};
use super::fault::{amiss, told};
use super::input::Input;
use super::lines::{Line, read_line};
use super::plan::{Fields, Plan};
use super::record;
use super::source::{Source, Trouble};
use super::standard;
use crate::analysis::document::{Document, Markup};
use crate::report::check::{Checked, Point, Record, Ruler, Text, Unreadable, spoken};
use std::fs::File;
use std::io::{BufReader, Read};
use std::ops::ControlFlow;

/// Checks one input, and says what there is to say of it.
pub fn check(plan: &Plan, input: Input, hear: &mut Hear) -> ControlFlow<()> {
    match input {
        Input::None(unreadable, hint) => hear(Said::Unreadable(unreadable, hint)),
        Input::Standard => {
            let file = "-".to_owned();
            match standard::input() {
                Ok(input) => Reading::new(plan, file, hear).read(input),
                Err(error) => {
                    let reason = error.to_string();
                    let hint = "give it a text: roles check - < FILE".to_owned();
                    hear(Said::Unreadable(Unreadable { file, reason }, hint))
                }
            }
        }
        Input::File(path) => {
            let reading = Reading::new(plan, path.display().to_string(), hear);
            match File::open(path) {
                Ok(file) => reading.read(file),
                Err(error) => reading.end(Err(Halt::Trouble(error.into()))),
            }
        }
    }
}

/// Checks a text that is at hand, under this name.
pub fn check_text(plan: &Plan, name: &str, text: impl Read, hear: &mut Hear) -> ControlFlow<()> {
    Reading::new(plan, name.to_owned(), hear).read(text)
}

/// Why the reading of an input ends before its end.
enum Halt {
    Trouble(Trouble),
    /// Nobody listens any more.
    Unheard,
}

impl<T: Into<Trouble>> From<T> for Halt {
    fn from(trouble: T) -> Self {
        Self::Trouble(trouble.into())
    }
}

/// An input that is being read.
struct Reading<'r, 'c, 'h> {
    plan: &'r Plan<'c>,
    /// As it was named.
    file: String,
    checked: Checked,
    hear: &'r mut Hear<'h>,
}

impl<'r, 'c, 'h> Reading<'r, 'c, 'h> {
    fn new(plan: &'r Plan<'c>, file: String, hear: &'r mut Hear<'h>) -> Self {
        Self {
            plan,
            file,
            checked: Checked::default(),
            hear,
        }
    }

    /// Reads and checks everything, and says how much that was.
    fn read(mut self, reader: impl Read) -> ControlFlow<()> {
        let result = match &self.plan.fields {
            Some(fields) => self.records(reader, fields),
            None => self.text(Source::new(reader)),
        };
        self.end(result)
    }

    fn end(mut self, result: Result<(), Halt>) -> ControlFlow<()> {
        match result {
            Ok(()) => self.checked.files = 1,
            Err(Halt::Unheard) => return ControlFlow::Break(()),
            Err(Halt::Trouble(trouble)) => {
                let (reason, hint) = told(&trouble);
                let file = self.file;
                (self.hear)(Said::Unreadable(Unreadable { file, reason }, hint))?;
            }
        }
        (self.hear)(Said::Checked(self.checked))
    }

    fn say(&mut self, said: Said) -> Result<(), Halt> {
        match (self.hear)(said) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(Halt::Unheard),
        }
    }

    /// Checks a text: at once where its markup needs that, else stretch by stretch.
    fn text(&mut self, mut source: Source<impl Read>) -> Result<(), Halt> {
        let markup = self.plan.markup.or_else(|| Markup::of_name(&self.file));
        let markup = match markup {
            Some(markup) => markup,
            None => Markup::of_source(&String::from_utf8_lossy(source.beginning()?)),
        };
        if markup == Markup::Plain {
            while let Some((text, start)) = source.next()? {
                self.document(text, start, markup, None)?;
            }
            Ok(())
        } else {
            let (text, start) = source.whole()?;
            self.document(text, start, markup, None)
        }
    }

    /// Checks the text of every record.
    fn records(&mut self, reader: impl Read, fields: &Fields) -> Result<(), Halt> {
        let mut reader = BufReader::with_capacity(1 << 16, reader);
        let mut bytes = Vec::new();
        let mut line = 0;
        self.checked.records = Some(0);
        loop {
            line += 1;
            let read = match read_line(&mut reader, &mut bytes)? {
                Line::End => return Ok(()),
                Line::TooLong => Err("it is longer than 64 MiB".to_owned()),
                Line::Read => {
                    let bytes = match line {
                        1 => bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes),
                        _ => &bytes,
                    };
                    match bytes.trim_ascii() {
                        [] => continue,
                        bytes => record::read(bytes, fields),
                    }
                }
            };
            match read {
                Ok(found) => {
                    *self.checked.records.get_or_insert(0) += 1;
                    let markup = self.plan.markup;
                    let markup = markup.unwrap_or_else(|| Markup::of_source(&found.text));
                    let id = found.id;
                    self.document(&found.text, Point::START, markup, Some(Record { line, id }))?;
                }
                Err(why) => {
                    self.checked.passed_over += 1;
                    let at = format!("{}:{line}", spoken(&self.file));
                    self.say(Said::Warning(format!("{at}: record passed over: {why}")))?;
                }
            }
        }
    }

    /// Checks a text as a document of its own.
    fn document(
        &mut self,
        text: &str,
        start: Point,
        markup: Markup,
        record: Option<Record>,
    ) -> Result<(), Halt> {
        let document = Document::read(text, markup);
        let mut ruler = Ruler::new(text, start);
        for pardon in &document.pardons {
            for fault in amiss(pardon) {
                let place = ruler.place(&pardon.at);
                let record = record.as_ref();
                let record =
                    record.map_or_else(String::new, |record| format!("{}: at ", record.line));
                let at = format!(
                    "{}:{record}{}:{}",
                    spoken(&self.file),
                    place.line,
                    place.column
                );
                self.say(Said::Warning(format!("{at}: {fault}")))?;
            }
        }
        let mut found = self.plan.teller.checker.check(&document);
        found.retain(|finding| self.plan.rules.contains(&finding.rule.name));
        found.sort_by_key(|finding| finding.at.start);
        let any = !found.is_empty();
        for finding in found {
            if !finding.certain && !self.plan.pedantic {
                self.checked.uncertain_left_out += 1;
                continue;
            }
            let place = ruler.place(&finding.at);
            let text = Text {
                file: &self.file,
                record: record.as_ref(),
                source: text,
                markup,
            };
            let told = self.plan.teller.tell(&finding, &text, place);
            self.say(told.map_or_else(Said::Broken, |told| Said::Finding(Box::new(told))))?;
        }
        if any { self.say(Said::Pause) } else { Ok(()) }
    }
}
