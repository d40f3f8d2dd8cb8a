//! The one place where a meaning becomes a colour. The words always say the same, so nothing is lost without it.

use crate::report::Tone;
use anstyle::{AnsiColor, Style};

/// What a piece of text is to who reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// A title, or the head of a column.
    Heading,
    /// Where something comes from.
    Citation,
    /// What a statement means.
    Tone(Tone),
    /// The word before what went wrong.
    Error,
    /// The word before what puts it right.
    Hint,
}

impl Meaning {
    /// The style of a meaning: of the eight basic colours only those that can be read on light and on dark grounds.
    pub fn style(self) -> Style {
        let color = |color: AnsiColor| Style::new().fg_color(Some(anstyle::Color::Ansi(color)));
        match self {
            Self::Heading => Style::new().bold(),
            Self::Citation | Self::Tone(Tone::Muted) => Style::new().dimmed(),
            Self::Tone(Tone::Plain) => Style::new(),
            Self::Tone(Tone::Warning) => color(AnsiColor::Magenta),
            Self::Tone(Tone::Rise) => color(AnsiColor::Green),
            Self::Tone(Tone::Fall) => color(AnsiColor::Red),
            Self::Error => color(AnsiColor::Red).bold(),
            Self::Hint => color(AnsiColor::Cyan).bold(),
        }
    }
}

/// Text in the style of its meaning, if colours may be used.
pub fn styled(text: &str, meaning: Meaning, color: bool) -> String {
    if !color {
        return text.to_owned();
    }
    let style = meaning.style();
    format!("{style}{text}{style:#}")
}
