//! `roles man`

mod page;
mod sheet;

use super::help::{only_text, unknown};
use super::{Answer, Failure};
use crate::cli::{self, Cli};
use clap::{Command, CommandFactory};
use page::{Page, pages};
use std::fs;
use std::path::Path;

/// Prints the man page of the program or of a command, or writes all of them to a folder.
pub fn run(arguments: &cli::Man, output: &cli::Output) -> Result<Answer, Failure> {
    only_text(output, "man")?;
    let mut root = Cli::command();
    root.build();
    let text = match &arguments.dir {
        Some(folder) => written(&root, folder)?,
        None => one(&root, &arguments.command)?,
    };
    Ok(Answer::of(text))
}

/// The page of one command, named by its words; that of the program if there are none.
fn one(root: &Command, words: &[String]) -> Result<String, Failure> {
    let mut command = root;
    for (position, word) in words.iter().enumerate() {
        let wanted = word.trim().to_lowercase();
        command = command.find_subcommand(&wanted).ok_or_else(|| {
            let above = words.get(..position).unwrap_or_default().join(" ");
            let names = command.get_subcommands().map(Command::get_name);
            unknown(word, &above, names)
        })?;
    }
    Ok(Page { root, command }.drawn())
}

/// Writes every page to a folder, which need not be there yet.
fn written(root: &Command, folder: &Path) -> Result<String, Failure> {
    let shown = folder.display();
    let failed = |error: std::io::Error| {
        Failure::new(
            format!("cannot write man pages to {shown}: {error}"),
            "give a folder that you may write to: roles man --dir FOLDER",
        )
    };
    fs::create_dir_all(folder).map_err(failed)?;
    let pages = pages(root);
    for page in &pages {
        fs::write(folder.join(page.file()), page.drawn()).map_err(failed)?;
    }
    Ok(format!("{} pages written to {shown}\n", pages.len()))
}
