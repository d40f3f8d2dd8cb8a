//! Signs for terminals whose character set is not known to have more than ASCII.

/// The signs that tables and pictures are drawn with.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Glyphs {
    /// Rules, blocks and dashes of Unicode.
    #[default]
    Unicode,
    /// ASCII alone. Letters of names stay what they are.
    Ascii,
}

/// The text with every sign of this program's own in ASCII, as wide as before. Lines keep no spaces at their end.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for line in text.split_inclusive('\n') {
        let start = out.len();
        out.extend(line.trim_end_matches('\n').chars().map(sign));
        let kept = out.get(start..).map_or(0, |line| line.trim_end().len());
        out.truncate(start + kept);
        out.extend(line.ends_with('\n').then_some('\n'));
    }
    out
}

fn sign(letter: char) -> char {
    match letter {
        '─' | '–' | '—' | '·' | '−' => '-',
        '“' | '”' => '"',
        '‘' | '’' => '\'',
        '→' => '>',
        '…' => '~',
        '├' | '┤' | '│' => '|',
        '┴' | '╋' => '+',
        '━' => '=',
        // A block that is filled by half or more counts as full.
        '█' | '▉' | '▊' | '▋' | '▌' | '▐' => '#',
        '▍' | '▎' | '▏' => ' ',
        // The higher, the more ink.
        '▁' => '_',
        '▂' => '.',
        '▃' => '-',
        '▄' => '=',
        '▅' => '+',
        '▆' => '*',
        '▇' => '%',
        '×' => 'x',
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn signs_become_ascii_of_the_same_width_and_names_keep_their_letters() {
        assert_eq!(plain("├─━╋━─┤ 2024–34 “é” 日"), "|-=+=-| 2024-34 \"é\" 日");
        assert_eq!(plain("▁▂▃▄▅▆▇█"), "_.-=+*%#");
        assert_eq!(plain("a\n\n██▏\n b"), "a\n\n##\n b");
    }
}
