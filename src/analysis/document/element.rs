//! What sorts of elements HTML has: those that are skipped, those that part texts, those that hold no markup.

use html5gum::State;

/// Elements whose text is not for readers, is code, or is struck out.
const SKIPPED: [&str; 13] = [
    "script", "style", "template", "svg", "pre", "listing", "xmp", "iframe", "noembed", "noframes",
    "del", "s", "strike",
];

/// The element of this name, if its text is skipped.
pub fn skipped(name: &str) -> Option<&'static str> {
    SKIPPED.into_iter().find(|skipped| *skipped == name)
}

/// Whether an element holds paragraphs, or is one, and never stands in a heading.
pub fn is_section(name: &str) -> bool {
    matches!(
        name,
        "p" | "section"
            | "article"
            | "main"
            | "header"
            | "footer"
            | "nav"
            | "aside"
            | "blockquote"
            | "form"
            | "dl"
            | "hr"
            | "body"
    )
}

/// Whether an element parts the text before it from that in it.
pub fn is_block(name: &str) -> bool {
    matches!(
        name,
        "div"
            | "br"
            | "html"
            | "head"
            | "pre"
            | "listing"
            | "xmp"
            | "iframe"
            | "noscript"
            | "figure"
            | "figcaption"
            | "address"
            | "center"
            | "details"
            | "summary"
            | "dialog"
            | "fieldset"
            | "legend"
            | "hgroup"
            | "search"
            | "select"
            | "option"
            | "optgroup"
            | "button"
            | "textarea"
            | "label"
    )
}

/// How the tokenizer reads what is in an element, where that is not markup.
pub fn content(name: &str) -> Option<State> {
    match name {
        "title" | "textarea" => Some(State::RcData),
        "script" => Some(State::ScriptData),
        "style" | "xmp" | "iframe" | "noembed" | "noframes" => Some(State::RawText),
        "plaintext" => Some(State::PlainText),
        _ => None,
    }
}
