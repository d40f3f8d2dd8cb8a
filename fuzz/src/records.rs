//! JSON Lines of any bytes: each record is checked or passed over, and what is found in one stands in its text.

use super::texts::{checked, line, placed_in};
use roles::cli::Cli;
use serde_json::Value;
use std::sync::LazyLock;

/// Lines that check records, in each format.
static LINES: LazyLock<Vec<Cli>> = LazyLock::new(|| {
    let looks: [&[&str]; 8] = [
        &["--format", "jsonl", "--pedantic"],
        &["--json"],
        &["--format", "csv"],
        &["--format", "tsv"],
        &["--width", "60"],
        &["--layout", "sentences"],
        &["--format", "sarif"],
        &["--format", "github"],
    ];
    let line = |look| line(&["--jsonl-field", "text"], look);
    looks.into_iter().map(line).collect()
});

/// Takes an input as how to draw what is found, in its first byte, and the lines of a file.
pub fn run(data: &[u8]) {
    let Some((first, data)) = data.split_first() else {
        return;
    };
    let position = usize::from(*first) % LINES.len();
    let asked = checked(&LINES[position], data);
    let lines: Vec<_> = data.split(|byte| *byte == b'\n').collect();
    let passed_over = asked.complaints.matches(": record passed over: ").count();
    let filled = lines
        .iter()
        .filter(|line| !line.trim_ascii().is_empty())
        .count();
    assert!(passed_over <= filled, "{}", asked.complaints);
    assert_eq!(asked.status == 2, passed_over > 0, "{}", asked.complaints);
    if position != 0 {
        return;
    }
    let mut before = 0;
    for found in asked.out.lines() {
        let found: Value = serde_json::from_str(found).expect("it is JSON");
        let at = found["record"]["line"].as_u64().expect("it is in a record");
        assert!(at >= before, "records come in order");
        before = at;
        let line = lines[usize::try_from(at).unwrap() - 1];
        let line = line
            .strip_prefix("\u{feff}".as_bytes())
            .filter(|_| at == 1)
            .unwrap_or(line);
        // White space around a record is more than JSON has, and does no harm.
        let record: Value = serde_json::from_slice(line.trim_ascii()).expect("a record is JSON");
        placed_in(&found, record["text"].as_str().expect("its text is one"), 0);
    }
}
