//! The picture in the README is what the program really draws. `SNAPSHOTS=overwrite cargo test` draws it anew.

use super::run::stdout;
use anstyle_svg::{Term, WIN10_CONSOLE};
use snapbox::{Assert, Data};
use std::path::Path;

/// What is typed for the picture; the line stands above the answer in it.
const LINE: &str = "roles compare it-support tech-pm --section pay,outlook";

#[test]
fn the_readmes_picture_is_what_the_program_draws() {
    let arguments: Vec<_> = LINE.split(' ').skip(1).collect();
    let more = ["--width", "92", "--color", "always"];
    let answer = stdout(&[&arguments[..], &more].concat());
    // The notes go on for a while; a picture is for the first look.
    let shown = answer
        .lines()
        .take_while(|line| !line.starts_with("Stand-in:"));
    let shown: Vec<_> = shown.collect();
    let text = format!(
        "\u{1b}[1m$ {LINE}\u{1b}[0m\n{}\n…\n",
        shown.join("\n").trim_end()
    );
    let svg = Term::new()
        .palette(WIN10_CONSOLE)
        .min_width_px(820)
        .render_svg(&text);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/terminal.svg");
    Assert::new()
        .action_env("SNAPSHOTS")
        .eq(svg, Data::read_from(&path, None).raw());
}
