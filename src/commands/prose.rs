//! Help texts drawn for a terminal.

use crate::cli::prose::{Block, blocks, examples};
use crate::render::{Word, width, wrap_words};
use anstyle::Style;

/// The last column in which remarks on examples begin.
const REMARKS: usize = 44;
/// The widest that running text reads well.
const WIDEST: usize = 100;

/// Draws a text within a width.
pub fn draw(text: &str, room: usize, color: bool) -> String {
    let room = room.min(WIDEST);
    let mut drawn = String::new();
    // Whether the piece before is a heading, or one of a list.
    let (mut headed, mut tight) = (false, false);
    let remarks = remarks(text);
    for block in blocks(text) {
        let listed = matches!(block, Block::Term { .. } | Block::Example { .. });
        let begins = matches!(block, Block::Heading(_));
        if !drawn.is_empty() && (begins || !(headed || listed && tight)) {
            drawn.push('\n');
        }
        (headed, tight) = (begins, listed);
        drawn.push_str(&match block {
            Block::Heading(words) => heading(&words.to_uppercase(), color),
            Block::Paragraph(words) => set(&words, room, "", ""),
            Block::Term { term, text } => {
                let term = styled(term, Style::new().bold(), color);
                format!("  {term}\n{}", set(&text, room, "      ", "      "))
            }
            Block::Example { command, remark } => example(command, remark, remarks, room),
        });
    }
    drawn
}

/// A line above a part of a text, as the help of commands has it.
pub fn heading(words: &str, color: bool) -> String {
    format!(
        "{}\n",
        styled(words, Style::new().bold().underline(), color)
    )
}

/// Sets running text, the first line after `first`, the others after `rest`.
pub fn set(text: &str, room: usize, first: &str, rest: &str) -> String {
    let words = text.split_whitespace().map(Word::of);
    wrap_words(words, room, first, rest).into_text()
}

/// The column in which remarks on examples begin.
fn remarks(text: &str) -> usize {
    let commands = examples(text).map(|command| width(command) + 4);
    commands
        .filter(|column| *column <= REMARKS)
        .max()
        .unwrap_or(0)
}

/// What to type is never broken: it is there to be copied.
fn example(command: &str, remark: &str, remarks: usize, room: usize) -> String {
    let command = format!("  {command}");
    if remark.is_empty() {
        return format!("{command}\n");
    }
    let begin = remarks.max(width(&command) + 2);
    if begin + width(remark) > room {
        return format!("{command}\n{}", set(remark, room, "      ", "      "));
    }
    let gap = " ".repeat(begin - width(&command));
    format!("{command}{gap}{remark}\n")
}

fn styled(words: &str, style: Style, color: bool) -> String {
    if color {
        format!("{style}{words}{style:#}")
    } else {
        words.to_owned()
    }
}
