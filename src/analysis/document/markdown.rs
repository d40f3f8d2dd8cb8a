//! Markdown, with the HTML in it.

use super::Document;
use super::html::Page;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// Reads a text in Markdown as GitHub does: with tables, footnotes, and words struck out.
pub fn read(source: &str) -> Document<'_> {
    let start = front_matter(source);
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM;
    let text = source.get(start..).unwrap_or_default();
    let mut reader = Reader {
        source,
        page: Page::new(source),
        depths: Vec::new(),
        header: false,
        code: false,
        html: None,
        struck: 0,
    };
    for (event, at) in Parser::new_ext(text, options).into_offset_iter() {
        reader.event(event, at.start + start..at.end + start);
    }
    reader.page.finish()
}

/// Where the text begins after its front matter: YAML between `---` lines at the very start.
fn front_matter(source: &str) -> usize {
    let start = super::start(source);
    let text = source.get(start..).unwrap_or_default();
    let mut at = start;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        at += line.len();
        match (number, line.trim_end()) {
            (0, "---") => {}
            (0, _) | (1, "") => return start,
            (_, "---" | "...") => return at,
            _ => {}
        }
    }
    start
}

/// What has been read so far.
struct Reader<'s> {
    source: &'s str,
    page: Page<'s>,
    /// How many scopes were open where each open block began.
    depths: Vec<usize>,
    /// Whether cells are those of a table's first row.
    header: bool,
    /// Whether the text is a block of code.
    code: bool,
    /// The lines of the block of HTML that is read.
    html: Option<Vec<Range<usize>>>,
    /// How many marks that strike out are open.
    struck: usize,
}

impl Reader<'_> {
    fn event(&mut self, event: Event, at: Range<usize>) {
        match event {
            Event::Start(tag) if !is_inline(&tag.to_end()) => self.start(tag),
            Event::End(tag) if !is_inline(&tag) => self.end(tag),
            Event::Html(_) => self.html_line(at),
            Event::InlineHtml(tag) => self.inline_html(&tag, at),
            // What is struck out is said no more.
            Event::Text(_) | Event::Code(_) if self.struck > 0 => {}
            Event::Text(text) if !self.code && self.html.is_none() => self.text(&text, at),
            Event::Code(code) => self.inline_code(&code, at),
            Event::SoftBreak => self.page.space(),
            Event::HardBreak => self.page.stop_skipping().pause(),
            Event::Start(Tag::Strikethrough) => self.struck += 1,
            Event::End(TagEnd::Strikethrough) => self.struck = self.struck.saturating_sub(1),
            Event::Rule => self.page.stop_skipping().paragraph(),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag) {
        let outline = self.page.stop_skipping();
        self.depths.push(outline.depth());
        match tag {
            Tag::Heading { level, .. } => outline.heading(level as u8),
            Tag::List(_) => _ = outline.list(),
            Tag::Item => outline.item(),
            Tag::Table(_) => outline.table(),
            Tag::TableHead | Tag::TableRow => {
                outline.row();
                self.header = tag == Tag::TableHead;
            }
            Tag::TableCell => outline.cell(self.header, 1),
            _ => outline.paragraph(),
        }
        self.code = matches!(tag, Tag::CodeBlock(_));
        self.html = matches!(tag, Tag::HtmlBlock).then(Vec::new);
    }

    /// Ends a block, with what HTML has opened in it; but a block of HTML may go on in those after it.
    fn end(&mut self, tag: TagEnd) {
        let depth = self.depths.pop().unwrap_or_default();
        if let Some(lines) = self.html.take() {
            self.page.read(&lines);
        }
        self.code = false;
        let outline = self.page.stop_skipping();
        match tag {
            TagEnd::HtmlBlock => outline.pause(),
            _ => outline.back_to(depth),
        }
    }

    /// Adds to the open block of HTML. What is left out between two lines is the indentation of a list, the mark of a
    /// quote, or a carriage return, which might as well stay.
    fn html_line(&mut self, at: Range<usize>) {
        let lines = self.html.get_or_insert_default();
        let between = |last: &Range<usize>| self.source.get(last.end..at.start);
        match lines.last_mut() {
            Some(last) if matches!(between(last), Some("" | "\r")) => last.end = at.end,
            _ => lines.push(at),
        }
    }

    /// Reads one tag or comment.
    fn inline_html(&mut self, tag: &str, at: Range<usize>) {
        let inner = tag.trim_start_matches('<');
        let name = |text: &str| {
            let end = text.find(|letter: char| !letter.is_ascii_alphanumeric());
            text.get(..end.unwrap_or(text.len()))
                .unwrap_or_default()
                .to_ascii_lowercase()
        };
        match inner.strip_prefix('/') {
            _ if inner.starts_with('!') => self.page.comment(tag, at),
            Some(inner) => self.page.end(&name(inner)),
            None => self.page.start(&name(inner), 1, tag.ends_with("/>")),
        }
    }

    /// Reads text: it is as in the source, or is what a reference stands for.
    fn text(&mut self, text: &str, at: Range<usize>) {
        let source = self.source.get(at.clone()).unwrap_or_default();
        if let Some(outline) = self.page.outline() {
            if source.starts_with('&') && source != text {
                outline.decode(text, at);
            } else {
                outline.copy(at);
            }
        }
    }

    /// Reads code between its marks. Where it is not as in the source, that has line breaks for spaces, marks of quotes
    /// behind these, and in tables a backslash before each bar; so its letters are sought one after the other.
    fn inline_code(&mut self, code: &str, at: Range<usize>) {
        let Some(outline) = self.page.outline() else {
            return;
        };
        let marked = self.source.get(at.clone()).unwrap_or_default();
        let mut rest = marked.trim_start_matches('`');
        let mut find = |part: &str| {
            let (before, after) = rest.split_once(part)?;
            let start = at.end - rest.len() + before.len();
            rest = after;
            Some(start..start + part.len())
        };
        if let Some(found) = find(code) {
            return outline.copy(found);
        }
        for letter in code.chars() {
            if letter == ' ' {
                outline.space();
            } else if let Some(found) = find(letter.encode_utf8(&mut [0; 4])) {
                outline.copy(found);
            }
        }
    }
}

/// Whether a tag stands within a block.
fn is_inline(tag: &TagEnd) -> bool {
    matches!(
        tag,
        TagEnd::Emphasis
            | TagEnd::Strong
            | TagEnd::Strikethrough
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::Link
            | TagEnd::Image
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(source: &str) -> Vec<String> {
        read(source).told()
    }

    #[test]
    fn marks_are_left_out() {
        let source = "---\ntitle: no\n---\n# System *Admin*istrator {#top}\n\nWe run\r\n**two** [data\n  centres](x)  \n\
            for &Eacute;mile & \\* ~~more~~ `` a\n` b ``.\n\n```\nno\n```\n\n    no\n\nYou\n===\n\n> [!NOTE]\n> quoted\n> text\n\n\
            ![alt](y) <https://a.b> note[^1]\n\n[^1]: Said so.\n\n---\nEnd\n";
        assert_eq!(
            told(source),
            [
                "h1: System Administrator",
                "p: We run two data centres",
                "p: for Émile & * a ` b.",
                "h1: You",
                "p: quoted text",
                "p: alt https://a.b note",
                "p: Said so.",
                "p: End"
            ]
        );
    }

    #[test]
    fn lists_and_tables_keep_their_form() {
        assert_eq!(
            told(
                "- a\n  1. b\n- [x] c\n\n  more\n\n* d\n\n| A | B |\n|---|---|\n| | `x\\|y` |\n| z\n"
            ),
            [
                "li 0: a",
                "li 1: b",
                "li 0: c",
                "p: more",
                "li 2: d",
                "th 0.0.0: A",
                "th 0.0.1: B",
                "td 0.1.1: x|y",
                "td 0.2.0: z"
            ]
        );
    }

    #[test]
    fn html_in_it_is_read_as_html() {
        let source = "One<br>two <style>no</style> H<sub>2</sub>O <kbd>x</kbd> <style>\n\n\
            <div\n class=\"a\">Three &amp; four\r\nfive</div>\n\n> <p title='\n> b'>Six\n> seven</p>\n\n\
            <table><tr><td>\n\n*Eight*\n\n</td></tr></table>\n\n- <script>\n\nNine\n";
        let document = read(source);
        assert_eq!(
            document.told(),
            [
                "p: One",
                "p: two H2O x",
                "p: Three & four five",
                "p: Six seven",
                "td 0.0.0: Eight",
                "p: Nine"
            ]
        );
        let at = document.text.find("Six seven").unwrap();
        assert_eq!(&source[document.source(at..at + 9)], "Six\n> seven");
        assert_eq!(&source[document.source(at + 4..at + 9)], "seven");
    }

    #[test]
    fn pardons_are_for_the_block_they_stand_in_or_the_next() {
        let document = read(
            "One <!-- roles-ignore: a --> and\n\n<!-- roles-ignore: b why -->\n\n- two\n- <!-- roles-ignore: c\n  why -->\n  three\n\n\
             `<!-- roles-ignore: d -->`\n\n<!-- roles-ignore: e -->\n",
        );
        let found = [
            ("a", Some("One and")),
            ("b", Some("two")),
            ("c", Some("three")),
            ("e", None),
        ];
        assert_eq!(
            document.pardoned(),
            found.map(|(rules, block)| (rules.to_owned(), block))
        );
    }

    #[test]
    fn code_is_found_where_it_stands() {
        let source = "Use ``a ` b`` and `c\nd`.";
        let document = read(source);
        assert_eq!(document.text, "Use a ` b and c d.");
        for (words, stands) in [("a ` b", "a ` b"), ("`", "`"), ("c d", "c\nd")] {
            let at = document.text.find(words).unwrap();
            let range = document.source(at..at + words.len());
            assert_eq!(&source[range.clone()], stands);
            assert!(range.start > 5);
        }
    }
}
