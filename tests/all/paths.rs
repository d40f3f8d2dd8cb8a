//! The paths that a Rust source names, as far as one can tell without compiling it: what it imports, and from where.

/// Something of a source that matters to paths.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Word(String),
    /// `::`
    Join,
    Sign(char),
}

/// Every path in a source that begins at the crate's root or climbs to it, from that root on: `model::Role` of
/// `crate::model::Role`, of `$crate::model::Role`, of `roles::model::Role` and, two modules down, of
/// `super::super::model::Role`. What a group holds counts piece by piece, and a path to the root itself is empty.
///
/// `depth` says how many modules down the file itself stands: none for the root, one for `src/model/mod.rs`.
pub fn paths(source: &str, depth: usize) -> Vec<Vec<String>> {
    let tokens = tokens(source);
    let mut found = Vec::new();
    let mut inside = Inside::default();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        inside.pass(&tokens, at);
        let joined = at > 0 && tokens[at - 1] == Token::Join;
        if let (Token::Word(word), false) = (token, joined) {
            let visibility = at > 1
                && tokens[at - 1] == Token::Sign('(')
                && tokens[at - 2] == Token::Word("pub".to_owned());
            let here = depth + inside.modules.len();
            let goes_on = tokens.get(at + 1) == Some(&Token::Join);
            let above = match word.as_str() {
                "crate" if !visibility => Some(0),
                "roles" if goes_on => Some(0),
                "super" if !visibility => Some(here.saturating_sub(1)),
                "self" if goes_on => Some(here),
                _ => None,
            };
            if let Some(above) = above {
                branch(&tokens, at + 1, above, &mut Vec::new(), &mut found);
            }
        }
        at += 1;
    }
    found
}

/// The words that stand before `::` at the beginning of a path: crates, among others.
pub fn heads(source: &str) -> Vec<String> {
    let tokens = tokens(source);
    let mut heads = Vec::new();
    for (at, pair) in tokens.windows(2).enumerate() {
        let begins = at == 0 || tokens[at - 1] != Token::Join;
        if let ([Token::Word(word), Token::Join], true) = (pair, begins) {
            heads.push(word.clone());
        }
    }
    heads
}

/// The words that stand before `!`: the macros that are called.
pub fn macros(source: &str) -> Vec<String> {
    let calls = tokens(source);
    let calls = calls.windows(2).filter_map(|pair| match pair {
        [Token::Word(word), Token::Sign('!')] => Some(word.clone()),
        _ => None,
    });
    calls.collect()
}

/// Whether these words follow one another in a source, with no sign between them but `#` and `[`.
pub fn says(source: &str, words: &[&str]) -> bool {
    let tokens = tokens(source);
    let words: Vec<_> = words
        .iter()
        .map(|word| Token::Word((*word).to_owned()))
        .collect();
    tokens.windows(words.len()).any(|window| window == words)
}

/// Follows a path from what stands before a `::`, and notes where each of its branches leads if that is below the root.
/// The root is `above` modules up from there.
fn branch(
    tokens: &[Token],
    at: usize,
    above: usize,
    path: &mut Vec<String>,
    found: &mut Vec<Vec<String>>,
) {
    match (tokens.get(at), tokens.get(at + 1)) {
        (Some(Token::Join), Some(Token::Word(word))) => {
            let above = step(word, above, path);
            branch(tokens, at + 2, above, path, found);
        }
        (Some(Token::Join), Some(Token::Sign('{'))) => {
            let mut open = 0;
            for (at, token) in tokens.iter().enumerate().skip(at + 1) {
                let begins = matches!(tokens[at - 1], Token::Sign('{' | ','));
                match token {
                    Token::Sign('{') => open += 1,
                    Token::Sign('}') => open -= 1,
                    Token::Word(word) if open == 1 && begins => {
                        let mut path = path.clone();
                        let above = step(word, above, &mut path);
                        branch(tokens, at + 1, above, &mut path, found);
                    }
                    Token::Sign('*') if open == 1 && above == 0 => found.push(path.clone()),
                    _ => {}
                }
                if open == 0 {
                    break;
                }
            }
        }
        _ if above == 0 => found.push(path.clone()),
        _ => {}
    }
}

/// Takes a word of a path: up, on, or to where it is already. Gives how far the root is up from there.
fn step(word: &str, above: usize, path: &mut Vec<String>) -> usize {
    match word {
        "super" => above.saturating_sub(1),
        "self" => above,
        _ => {
            path.push(word.to_owned());
            above
        }
    }
}

/// The inline modules that a place stands in, each by how many braces were open where it began.
#[derive(Default)]
struct Inside {
    modules: Vec<usize>,
    open: usize,
}

impl Inside {
    fn pass(&mut self, tokens: &[Token], at: usize) {
        match tokens[at] {
            Token::Sign('{') => {
                let named = at > 1
                    && matches!(tokens[at - 1], Token::Word(_))
                    && tokens[at - 2] == Token::Word("mod".to_owned());
                if named {
                    self.modules.push(self.open);
                }
                self.open += 1;
            }
            Token::Sign('}') => {
                self.open = self.open.saturating_sub(1);
                if self.modules.last() == Some(&self.open) {
                    self.modules.pop();
                }
            }
            _ => {}
        }
    }
}

/// Reads a source into tokens, without comments, strings, letters and lifetimes.
fn tokens(source: &str) -> Vec<Token> {
    let letters: Vec<char> = source.chars().collect();
    let is = |at: usize, text: &str| {
        text.chars()
            .enumerate()
            .all(|(n, c)| letters.get(at + n) == Some(&c))
    };
    let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(&letter) = letters.get(at) {
        if is(at, "//") {
            at += letters[at..]
                .iter()
                .take_while(|letter| **letter != '\n')
                .count();
        } else if is(at, "/*") {
            let mut open = 0;
            while at < letters.len() {
                let (opens, closes) = (is(at, "/*"), is(at, "*/"));
                open = open + usize::from(opens) - usize::from(closes);
                at += if opens || closes { 2 } else { 1 };
                if open == 0 {
                    break;
                }
            }
        } else if letter == '"' {
            at += 1;
            while at < letters.len() && letters[at] != '"' {
                at += if letters[at] == '\\' { 2 } else { 1 };
            }
            at += 1;
        } else if letter == '\'' {
            // A letter in quotes ends with one; what does not is a lifetime.
            at += match (letters.get(at + 1), letters.get(at + 2)) {
                (Some('\\'), _) => {
                    3 + letters[at + 3..]
                        .iter()
                        .take_while(|letter| **letter != '\'')
                        .count()
                        + 1
                }
                (_, Some('\'')) => 3,
                _ => {
                    1 + letters[at + 1..]
                        .iter()
                        .take_while(|letter| is_word(**letter))
                        .count()
                }
            };
        } else if is_word(letter) {
            let word: String = letters[at..]
                .iter()
                .copied()
                .take_while(|letter| is_word(*letter))
                .collect();
            at += word.chars().count();
            let hashes = letters[at..]
                .iter()
                .take_while(|letter| **letter == '#')
                .count();
            if ["r", "br", "cr"].contains(&word.as_str()) && letters.get(at + hashes) == Some(&'"')
            {
                let end = format!("\"{}", "#".repeat(hashes));
                at += hashes + 1;
                while at < letters.len() && !is(at, &end) {
                    at += 1;
                }
                at += end.len();
            } else if word == "r" && hashes == 1 {
                // A word that is spelled like a keyword: `r#mod`.
                at += 1;
            } else {
                tokens.push(Token::Word(word));
            }
        } else if is(at, "::") {
            tokens.push(Token::Join);
            at += 2;
        } else {
            if !letter.is_whitespace() {
                tokens.push(Token::Sign(letter));
            }
            at += 1;
        }
    }
    tokens
}
