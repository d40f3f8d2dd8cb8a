//! What help texts are made of, so that one text serves the terminal, the man pages and the tests. In the cli room.

/// A piece of a help text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block<'t> {
    /// `# Heading`, or a line of one word like `Examples:`.
    Heading(&'t str),
    /// Lines that run on, joined.
    Paragraph(String),
    /// An unindented line, and what the lines below it, indented by four, say of it.
    Term { term: &'t str, text: String },
    /// A line indented by two: what to type, and after two spaces or more what it is for.
    Example { command: &'t str, remark: &'t str },
}

/// The pieces of a text, in order.
pub fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    // Whether the last piece may go on in the next line.
    let mut open = false;
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let words = line.trim();
        let defined = lines.peek().is_some_and(|next| next.starts_with("    "));
        match blocks.last_mut() {
            _ if words.is_empty() => {
                open = false;
                continue;
            }
            Some(Block::Term { text, .. }) if line.starts_with("    ") => join(text, words),
            Some(Block::Example { remark, .. }) if line.starts_with("    ") => *remark = words,
            Some(Block::Paragraph(text)) if open && !line.starts_with("  ") => join(text, words),
            _ if line.starts_with("  ") => {
                let (command, remark) = words.split_once("  ").unwrap_or((words, ""));
                blocks.push(Block::Example {
                    command,
                    remark: remark.trim(),
                });
            }
            _ if words.ends_with(':') && !words.contains(' ') => {
                blocks.push(Block::Heading(words.trim_end_matches(':')));
            }
            _ if words.starts_with("# ") => {
                blocks.push(Block::Heading(words.trim_start_matches("# ")));
            }
            _ if defined => blocks.push(Block::Term {
                term: words,
                text: String::new(),
            }),
            _ => blocks.push(Block::Paragraph(words.to_owned())),
        }
        open = matches!(blocks.last(), Some(Block::Paragraph(_)));
    }
    blocks
}

/// Goes on with a text in another line.
fn join(text: &mut String, words: &str) {
    if !text.is_empty() {
        text.push(' ');
    }
    text.push_str(words);
}

/// What to type, by the examples of a text.
pub fn examples(text: &str) -> impl Iterator<Item = &str> {
    blocks(text).into_iter().filter_map(|block| match block {
        Block::Example { command, .. } => Some(command),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_falls_into_its_pieces() {
        let text = "One line\ngoes on.\n\n# Part\n\nterm\n    Said of\n    it.\nother, third\n    Too.\n\nExamples:\n  \
                    roles list     every role\n  roles check --long-option\n                 below\n\nLast.";
        let term = |term, text: &str| Block::Term {
            term,
            text: text.to_owned(),
        };
        assert_eq!(
            blocks(text),
            [
                Block::Paragraph("One line goes on.".to_owned()),
                Block::Heading("Part"),
                term("term", "Said of it."),
                term("other, third", "Too."),
                Block::Heading("Examples"),
                Block::Example {
                    command: "roles list",
                    remark: "every role"
                },
                Block::Example {
                    command: "roles check --long-option",
                    remark: "below"
                },
                Block::Paragraph("Last.".to_owned()),
            ]
        );
        assert_eq!(
            examples(text).collect::<Vec<_>>(),
            ["roles list", "roles check --long-option"]
        );
    }
}
