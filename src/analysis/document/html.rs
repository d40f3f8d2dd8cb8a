//! HTML: what each element means for the text in it. Positions and character references are the tokens' affair.

use super::outline::Outline;
use super::{Document, element, tokens};
use std::ops::Range;

/// Reads a page of HTML.
pub fn read(source: &str) -> Document<'_> {
    let mut page = Page::new(source);
    page.read(std::slice::from_ref(&(super::start(source)..source.len())));
    page.finish()
}

/// A page that is being read.
pub struct Page<'s> {
    outline: Outline<'s>,
    /// The element that is skipped, and how many of its kind are open; none where text is read.
    skipped: Option<(&'static str, usize)>,
}

impl<'s> Page<'s> {
    pub fn new(source: &'s str) -> Self {
        Self {
            outline: Outline::new(source),
            skipped: None,
        }
    }

    /// Reads markup that stands in these ranges of the source, one after the other.
    pub fn read(&mut self, ranges: &[Range<usize>]) {
        let source = self.outline.source();
        tokens::read(source, ranges, self);
    }

    pub fn finish(self) -> Document<'s> {
        self.outline.finish()
    }

    /// What the page says so far; none where it is not for readers.
    pub fn outline(&mut self) -> Option<&mut Outline<'s>> {
        self.skipped.is_none().then_some(&mut self.outline)
    }

    /// Looks at a comment, even where text is skipped.
    pub fn comment(&mut self, comment: &str, at: Range<usize>) {
        self.outline.comment(comment, at);
    }

    /// Reads on, where an element that is skipped has no end tag.
    pub fn stop_skipping(&mut self) -> &mut Outline<'s> {
        self.skipped = None;
        &mut self.outline
    }

    /// Parts the words before and after.
    pub fn space(&mut self) {
        self.outline.space();
    }

    /// Whether the markup is that of drawings, where names of HTML's elements mean other things.
    pub fn is_drawing(&self) -> bool {
        matches!(self.skipped, Some(("svg", _)))
    }

    /// Reads a start tag. A cell takes so many columns; a drawing that is closed has no end tag.
    pub fn start(&mut self, name: &str, columns: usize, closed: bool) {
        match &mut self.skipped {
            Some((skipped, depth)) => {
                if *skipped == name && !closed {
                    *depth += 1;
                }
                return;
            }
            None => {
                self.skipped = element::skipped(name).map(|skipped| (skipped, 1));
            }
        }
        let outline = &mut self.outline;
        match name {
            "svg" if closed => self.skipped = None,
            "title" | "h1" => outline.heading(1),
            "h2" => outline.heading(2),
            "h3" => outline.heading(3),
            "h4" => outline.heading(4),
            "h5" => outline.heading(5),
            "h6" | "dt" => outline.heading(6),
            "dd" => outline.end_heading(),
            "ul" | "ol" | "menu" | "dir" => _ = outline.list(),
            "li" => outline.item(),
            "table" => outline.table(),
            "caption" => {
                outline.table_part();
                outline.heading(6);
            }
            "thead" | "tbody" | "tfoot" | "colgroup" => outline.table_part(),
            "tr" => outline.row(),
            "td" => outline.cell(false, columns),
            "th" => outline.cell(true, columns),
            _ if element::is_section(name) => outline.paragraph(),
            _ if element::is_block(name) => outline.pause(),
            _ => {}
        }
    }

    /// Reads an end tag.
    pub fn end(&mut self, name: &str) {
        if let Some((skipped, depth)) = &mut self.skipped {
            if *skipped == name {
                *depth -= 1;
                if *depth == 0 {
                    self.skipped = None;
                }
            }
            return;
        }
        let outline = &mut self.outline;
        match name {
            "title" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "dt" | "dl" => {
                outline.end_heading();
            }
            "ul" | "ol" | "menu" | "dir" => outline.end_list(),
            "li" => outline.end_item(),
            "table" => outline.end_table(),
            "caption" | "thead" | "tbody" | "tfoot" | "tr" => outline.table_part(),
            "td" | "th" => outline.end_cell(),
            _ if element::is_section(name) || element::is_block(name) => outline.pause(),
            _ => {}
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
    fn a_page_is_read_as_its_readers_see_it() {
        let source = "\u{feff}<!DOCTYPE html><html><head><meta charset=utf-8><title>Jobs &amp; more</title>\
            <style>p { color: <red> }</style><script>if (a < b) { \"<p>no</p>\" }</script></head>\
            <body><nav><a href=/>Home</a></nav><h2>System\r\n  <em>Admin</em>istrator</h2>\
            <div>Berlin<br>Two <b>data</b> centres<svg><title>x</title><p/></svg>.</div><p>&nbsp;</p>\
            <template>no</template><pre>code <p>no</pre><noscript>Turn it on</noscript>\
            <dl><dt>Pay<dd>50,000<dt>Start<dd>May</dl><button>Apply</button></body></html>";
        assert_eq!(
            told(source),
            [
                "h1: Jobs & more",
                "p: Home",
                "h2: System Administrator",
                "p: Berlin",
                "p: Two data centres.",
                "p: Turn it on",
                "h6: Pay",
                "p: 50,000",
                "h6: Start",
                "p: May",
                "p: Apply"
            ]
        );
    }

    #[test]
    fn every_level_of_heading_is_told() {
        assert_eq!(
            told("<h1>a</h1><h2>b</h2><h3>c</h3><h4>d</h4><h5>e</h5><h6>f</h6>"),
            ["h1: a", "h2: b", "h3: c", "h4: d", "h5: e", "h6: f"]
        );
    }

    #[test]
    fn what_is_no_markup_is_read_to_its_own_end() {
        for (source, blocks) in [
            (
                "<script>document.write(\"<!--\")</script><p>a",
                vec!["p: a"],
            ),
            ("<title>a</b>c</title><p>d", vec!["h1: a</b>c", "p: d"]),
            ("<style><!--</style><p>a", vec!["p: a"]),
            ("<plaintext><b>c</b>", vec!["p: <b>c</b>"]),
            ("<p>a <svg><style/></svg>b", vec!["p: a b"]),
            ("<p>a <svg/>b", vec!["p: a b"]),
            ("<p>a <svg><svg/>b</svg>c", vec!["p: a c"]),
            ("<p>a <svg><svg>b</svg>c</svg>d", vec!["p: a d"]),
        ] {
            assert_eq!(told(source), blocks, "{source}");
        }
    }

    #[test]
    fn a_space_that_is_kept_is_no_word_of_an_item() {
        assert_eq!(told("<ul><li>&nbsp;<p>a<p>b</ul>"), ["li 0: a", "p: b"]);
    }

    #[test]
    fn lists_nest_and_need_no_end_tags() {
        assert_eq!(
            told("<ul><li>a<li><p>b<p>more<ol><li>c</ol><li>d</ul><p>e<ul><li>f</ul><li>g"),
            [
                "li 0: a", "li 0: b", "p: more", "li 1: c", "li 0: d", "p: e", "li 2: f", "li 3: g"
            ]
        );
    }

    #[test]
    fn cells_know_their_place_in_their_table() {
        assert_eq!(
            told(
                "<table><caption>Pay</caption><thead><tr><th>Role<th COLSPAN='2'>Range<th>Year</thead>\
                 <tr><td>Admin</td><td></td><td><ul><li>60</ul>70<table><tr><td>x</table><td colspan=0>2024\
                 </table><td>out"
            ),
            [
                "h6: Pay",
                "th 0.0.0: Role",
                "th 0.0.1: Range",
                "th 0.0.3: Year",
                "td 0.1.0: Admin",
                "li 0: 60",
                "td 0.1.2: 70",
                "td 1.0.0: x",
                "td 0.1.3: 2024",
                "p: out"
            ]
        );
    }

    #[test]
    fn what_stands_between_the_rows_of_a_table_is_in_no_cell() {
        assert_eq!(
            told("<table><tr><th id=x colspan=2>a<th>b<tbody>c<tr><td>d</table>"),
            ["th 0.0.0: a", "th 0.0.2: b", "p: c", "td 0.1.0: d"]
        );
        assert_eq!(
            told("<table><tr><td>a</td>b<td>c</tr>d<tr><td>e</table>"),
            ["td 0.0.0: a", "p: b", "td 0.0.1: c", "p: d", "td 0.1.0: e"]
        );
    }

    #[test]
    fn a_heading_without_an_end_tag_ends_at_the_next_paragraph() {
        assert_eq!(
            told("<h2><p>About</p> us<p>We build.<h3>Work<ul><li>Linux</ul>Pay</h2>."),
            [
                "h2: About",
                "h2: us",
                "p: We build.",
                "h3: Work",
                "li 0: Linux",
                "p: Pay",
                "p: ."
            ]
        );
    }

    #[test]
    fn pardons_are_for_the_block_they_stand_in_or_the_next() {
        let document = read(
            "<ul><li>One <!-- roles-ignore: a, b why --> of two<!-- roles-ignore: c --></li>\
             <!-- roles-ignore: d --><!-- other --><pre><!-- roles-ignore: e --></pre><li>Two</ul><!-- roles-ignore: f",
        );
        assert_eq!(document.text, "One of two\nTwo");
        let (one, two) = (Some("One of two"), Some("Two"));
        let found = [("a b", one), ("c", one), ("d", two), ("e", two)];
        assert_eq!(
            document.pardoned(),
            found.map(|(rules, block)| (rules.to_owned(), block))
        );
        assert_eq!(document.pardons[0].reason, "why");
    }

    #[test]
    fn text_that_looks_like_markup_is_text() {
        assert_eq!(
            told("a < b &lt;p> &amp &unknown; &amp;amp; &#0; <é> </> 3<4"),
            ["p: a < b <p> & &unknown; &amp; \u{fffd} <é> 3<4"]
        );
    }
}
