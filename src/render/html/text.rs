//! Words in a hand-out: escaped, with nothing hidden in them, and addresses as links.

use crate::render::inert::visible;
use maud::{Markup, PreEscaped, html};
use std::borrow::Cow;

/// Text in which nothing is hidden. Line breaks are spaces, as elsewhere in HTML.
pub fn seen(text: &str) -> Cow<'_, str> {
    if !text.contains(['\n', '\r', '\t']) {
        return visible(text);
    }
    Cow::Owned(visible(&text.replace(['\n', '\r', '\t'], " ")).into_owned())
}

/// Words, with every web address in them as a link.
pub fn words(text: &str) -> Markup {
    let text = seen(text);
    if !text.contains("://") {
        return html! { (text) };
    }
    let words = text.split_inclusive(' ').map(|word| {
        let address = word.trim_end_matches([' ', '.', ',', ';', ')']);
        let rest = word.get(address.len()..).unwrap_or_default();
        html! { (link(address)) (rest) }
    });
    PreEscaped(words.map(PreEscaped::into_string).collect())
}

/// A link to a web address; any other text stands as it is.
pub fn link(address: &str) -> Markup {
    let shown = seen(address);
    if is_web(address) && shown == address {
        html! { a href=(address) { (shown) } }
    } else {
        html! { (shown) }
    }
}

/// Whether an address is one that a browser fetches, and none that it runs.
fn is_web(address: &str) -> bool {
    ["https://", "http://"]
        .iter()
        .any(|scheme| address.len() > scheme.len() && address.starts_with(scheme))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_become_links() {
        assert_eq!(
            words("see https://a.b/c?d=1&e=2.").into_string(),
            "see <a href=\"https://a.b/c?d=1&amp;e=2\">https://a.b/c?d=1&amp;e=2</a>."
        );
        for text in [
            "javascript:alert(1)",
            "javascript://a.b/%0aalert(1)",
            "data:text/html,x",
            "HTTPS",
            "https://",
        ] {
            assert!(!words(text).into_string().contains("<a"), "{text}");
        }
    }

    #[test]
    fn nothing_in_a_text_can_begin_markup_or_hide() {
        assert_eq!(
            words("<script>\"x\"</script> & \u{202e}a\u{200b}\nb").into_string(),
            "&lt;script&gt;&quot;x&quot;&lt;/script&gt; &amp; \\u{202e}a\\u{200b} b"
        );
        let hidden = link("https://a.b/\"onclick=\"x\u{200b}").into_string();
        assert!(!hidden.contains("<a"), "{hidden}");
        let quoted = link("https://a.b/\"><script>").into_string();
        assert!(!quoted.contains("\"><script>"), "{quoted}");
    }
}
