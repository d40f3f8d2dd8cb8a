//! Names for other commands: the ids of what an answer is about, one a line and nothing else.

/// Every name once, in the order of first mention.
pub fn draw(names: &[&str]) -> String {
    let mut text = String::new();
    for (position, name) in names.iter().enumerate() {
        if !names.iter().take(position).any(|before| before == name) {
            text.push_str(name);
            text.push('\n');
        }
    }
    text
}
