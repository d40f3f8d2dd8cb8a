//! What a text is written in, told by its file's name or by its looks.

/// What a text is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Markup {
    Plain,
    Markdown,
    Html,
}

/// What a page of HTML begins with, white space aside.
const BEGINNINGS: [&str; 4] = ["<!doctype html", "<html", "<head", "<body"];

/// Elements whose closing tags nobody writes but in HTML.
const ELEMENTS: [&str; 12] = [
    "p", "div", "li", "ul", "span", "td", "h1", "h2", "h3", "h4", "h5", "h6",
];

/// How many bytes are looked at for a closing tag.
const GLANCE: usize = 4096;

impl Markup {
    /// What a file's name says it is written in, by its ending; none where it says nothing.
    pub fn of_name(name: &str) -> Option<Self> {
        let name = name.rsplit(['/', '\\']).next()?;
        let (_, ending) = name.rsplit_once('.')?;
        match ending.to_ascii_lowercase().as_str() {
            "txt" | "text" => Some(Self::Plain),
            "md" | "markdown" | "mdown" | "mkd" => Some(Self::Markdown),
            "html" | "htm" | "xhtml" => Some(Self::Html),
            _ => None,
        }
    }

    /// What a source looks like: HTML where it begins as a page or has closing tags of one, else plain text.
    pub fn of_source(source: &str) -> Self {
        let start = source
            .trim_start_matches(|letter: char| letter == '\u{feff}' || letter.is_whitespace());
        let start = start.as_bytes();
        if BEGINNINGS.iter().any(|tag| begins(start, tag)) || closes(start) {
            Self::Html
        } else {
            Self::Plain
        }
    }
}

/// Whether a text begins with a tag, in any case.
fn begins(text: &[u8], tag: &str) -> bool {
    text.get(..tag.len())
        .is_some_and(|start| start.eq_ignore_ascii_case(tag.as_bytes()))
}

/// Whether a closing tag of HTML stands near the start of a text.
fn closes(text: &[u8]) -> bool {
    let glance = text.get(..GLANCE).unwrap_or(text);
    let mut rest = memchr::memmem::find_iter(glance, "</").filter_map(|at| glance.get(at + 2..));
    rest.any(|rest| {
        let mut names = ELEMENTS.iter();
        names.any(|name| begins(rest, name) && rest.get(name.len()) == Some(&b'>'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_name_their_markup() {
        for (name, markup) in [
            ("advert.md", Some(Markup::Markdown)),
            ("jobs.old/ADVERT.HTM", Some(Markup::Html)),
            ("C:\\advert.xhtml", Some(Markup::Html)),
            ("advert.md.txt", Some(Markup::Plain)),
            ("advert", None),
            ("notes.md/advert", None),
            ("advert.docx", None),
        ] {
            assert_eq!(Markup::of_name(name), markup, "{name}");
        }
    }

    #[test]
    fn only_pages_look_like_html() {
        for source in [
            "\u{feff}\n <!DOCTYPE html>",
            "<HTML lang=en>",
            "Pay: <b>50</b></P>",
        ] {
            assert_eq!(Markup::of_source(source), Markup::Html, "{source}");
        }
        let late = format!("{}</p>", " a".repeat(GLANCE));
        for source in ["", "# Title", "a < b </ p> </pre>", "<h7>", late.as_str()] {
            assert_eq!(Markup::of_source(source), Markup::Plain, "{source}");
        }
    }
}
