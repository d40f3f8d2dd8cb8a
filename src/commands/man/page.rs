//! The man page of a command, made of the same texts as its help and the topics.

use super::sheet::Sheet;
use crate::cli::Topic;
use crate::cli::prose::{Block, blocks};
use clap::{Arg, Command};
use roff::{Inline, bold, italic, roman};

/// Options of this heading are every command's; the program's own page tells of them.
const COMMON: &str = "Output";

/// A command whose page is wanted.
pub struct Page<'c> {
    pub root: &'c Command,
    pub command: &'c Command,
}

/// The page of the program, then those of its commands, however deep.
pub fn pages(root: &Command) -> Vec<Page<'_>> {
    fn below<'c>(root: &'c Command, command: &'c Command, all: &mut Vec<Page<'c>>) {
        all.push(Page { root, command });
        for command in command
            .get_subcommands()
            .filter(|command| !command.is_hide_set())
        {
            below(root, command, all);
        }
    }
    let mut all = Vec::new();
    below(root, root, &mut all);
    all
}

impl Page<'_> {
    /// `roles-data-check.1`
    pub fn file(&self) -> String {
        format!("{}.1", self.name())
    }

    /// `roles-data-check`
    fn name(&self) -> String {
        self.typed().replace(' ', "-")
    }

    /// `roles data check`
    fn typed(&self) -> &str {
        let typed = self.command.get_bin_name();
        typed.unwrap_or_else(|| self.command.get_name())
    }

    fn is_root(&self) -> bool {
        self.name() == self.root.get_name()
    }

    pub fn drawn(&self) -> String {
        let version = self.root.get_version().unwrap_or_default();
        let mut sheet = Sheet::new(&self.name(), &format!("roles {version}"));
        self.begin(&mut sheet);
        self.arguments(&mut sheet);
        if self.is_root() {
            self.commands(&mut sheet);
        }
        let after = self.command.get_after_help().map(ToString::to_string);
        let after = after.unwrap_or_default();
        let parts = parts(&after);
        let named = |title: &str| parts.iter().find(|part| part.title == title);
        let notes: Vec<_> = parts.iter().flat_map(|part| part.notes.clone()).collect();
        if self.is_root() {
            topic(&mut sheet, "Figures", &Topic::PROVENANCE);
            topic(&mut sheet, "Formats", &Topic::FORMATS);
        }
        if !notes.is_empty() {
            sheet.section("Notes");
            sheet.blocks(&notes);
        }
        topic(&mut sheet, "Exit status", &Topic::EXIT_CODES);
        if self.is_root() {
            topic(&mut sheet, "Environment", &Topic::ENVIRONMENT);
        }
        if let Some(examples) = named("Examples") {
            sheet.section("Examples");
            sheet.blocks(&examples.examples);
        }
        self.see_also(&mut sheet, &after);
        sheet.drawn()
    }

    /// What it is called, how it is typed, and what it does.
    fn begin(&self, sheet: &mut Sheet) {
        let about = self.command.get_about().map(ToString::to_string);
        let about = about.unwrap_or_default();
        sheet.section("Name");
        sheet.line(vec![roman(format!("{} - {about}", self.name()))]);
        sheet.section("Synopsis");
        sheet.line(synopsis(self.command, self.typed()));
        sheet.section("Description");
        let long = self.command.get_long_about().map(ToString::to_string);
        let long = long.unwrap_or_else(|| about.clone());
        for block in blocks(&long) {
            match block {
                // The line in the list of commands; as running text it is a sentence.
                Block::Paragraph(text) if text == about => sheet.paragraph(&format!("{text}.")),
                other => sheet.blocks(&[other]),
            }
        }
    }

    /// What the command takes, and its options.
    fn arguments(&self, sheet: &mut Sheet) {
        let shown = self
            .command
            .get_arguments()
            .filter(|argument| !argument.is_hide_set());
        let (common, own): (Vec<_>, Vec<_>) =
            shown.partition(|argument| argument.get_help_heading() == Some(COMMON));
        let (words, options): (Vec<_>, Vec<_>) = own
            .into_iter()
            .partition(|argument| argument.is_positional());
        list(sheet, "Arguments", &words);
        list(sheet, "Options", &options);
        if self.is_root() {
            list(sheet, "Output options", &common);
            sheet.paragraph("These go with every command.");
        } else if !common.is_empty() {
            let names = common.iter().filter_map(|argument| argument.get_long());
            let names: Vec<_> = names.map(|name| format!("`--{name}`")).collect();
            let names = names.join(", ");
            sheet.paragraph(&format!(
                "Options of every command, told of in `roles`(1): {names}."
            ));
        }
    }

    fn commands(&self, sheet: &mut Sheet) {
        sheet.section("Commands");
        for page in pages(self.root).iter().skip(1) {
            let about = page.command.get_about().map(ToString::to_string);
            let what = vec![bold(page.name()), roman("(1)")];
            sheet.item(what, &about.unwrap_or_default());
        }
    }

    /// The pages of the program, of the commands below this one, and of those that its text names.
    fn see_also(&self, sheet: &mut Sheet, after: &str) {
        let about = self.command.get_long_about().map(ToString::to_string);
        let text = format!("{} {after} ", about.unwrap_or_default());
        let names = |other: &Page| {
            let typed = other.typed();
            [" ", "`", ",", ".", "\n"]
                .iter()
                .any(|end| text.contains(&format!("{typed}{end}")))
        };
        let others = pages(self.root).into_iter().filter(|other| {
            let own = other.name() == self.name();
            !own && (self.is_root() || other.is_root() || names(other))
        });
        let mut line = Vec::new();
        for other in others {
            if !line.is_empty() {
                line.push(roman(", "));
            }
            line.extend([bold(other.name()), roman("(1)")]);
        }
        sheet.section("See also");
        sheet.line(line);
        if !self.is_root() {
            let topics = Topic::ALL.map(|topic| topic.name).join(", ");
            sheet.paragraph(&format!("`roles help` of {topics}."));
        }
    }
}

/// How a command is typed, by its usage.
fn synopsis(command: &Command, typed: &str) -> Vec<Inline> {
    let usage = command.clone().render_usage().to_string();
    let usage = usage.trim().trim_start_matches("Usage:").trim();
    let rest = usage.strip_prefix(typed).unwrap_or(usage);
    let mut line = vec![bold(typed)];
    for word in rest.split_whitespace() {
        line.push(roman(" "));
        line.push(italic(word.replace(['<', '>'], "")));
    }
    line
}

/// Arguments with all that their help says.
fn list(sheet: &mut Sheet, title: &str, arguments: &[&Arg]) {
    if arguments.is_empty() {
        return;
    }
    sheet.section(title);
    for argument in arguments {
        let help = argument.get_long_help().or(argument.get_help());
        let help = help.map(ToString::to_string).unwrap_or_default();
        let mut paragraphs = help.split("\n\n").map(|text| text.replace('\n', " "));
        sheet.item(listed(argument), &paragraphs.next().unwrap_or_default());
        for further in paragraphs {
            sheet.further(&further);
        }
        if let Some(values) = values(argument) {
            sheet.further(&values);
        }
    }
}

/// An argument as it is typed: `-j`, `--jobs` NUMBER.
fn listed(argument: &Arg) -> Vec<Inline> {
    let short = argument.get_short().map(|short| format!("-{short}"));
    let long = argument.get_long().map(|long| format!("--{long}"));
    let mut line = Vec::new();
    for name in short.into_iter().chain(long) {
        if !line.is_empty() {
            line.push(roman(", "));
        }
        line.push(bold(name));
    }
    let takes = argument.is_positional() || argument.get_action().takes_values();
    for name in argument
        .get_value_names()
        .unwrap_or_default()
        .iter()
        .filter(|_| takes)
    {
        if !line.is_empty() {
            line.push(roman(" "));
        }
        line.push(italic(name.as_str()));
    }
    line
}

/// The words that an argument takes, if they are few, and which holds where none is given.
fn values(argument: &Arg) -> Option<String> {
    let takes = argument.is_positional() || argument.get_action().takes_values();
    let words: Vec<_> = argument
        .get_possible_values()
        .iter()
        .filter(|_| takes)
        .map(|value| format!("`{}`", value.get_name()))
        .collect();
    let default = argument.get_default_values().iter().filter(|_| takes);
    let default: Vec<_> = default
        .map(|value| format!("`{}`", value.to_string_lossy()))
        .collect();
    let words = (!words.is_empty()).then(|| format!("One of {}.", words.join(", ")));
    let default = (!default.is_empty()).then(|| format!("If not given, {}.", default.join(", ")));
    let all: Vec<_> = words.into_iter().chain(default).collect();
    (!all.is_empty()).then(|| all.join(" "))
}

/// A part of the text below the options: its examples, and what else it tells.
struct Part<'t> {
    title: &'t str,
    examples: Vec<Block<'t>>,
    notes: Vec<Block<'t>>,
}

fn parts(text: &str) -> Vec<Part<'_>> {
    let mut parts = vec![Part {
        title: "",
        examples: Vec::new(),
        notes: Vec::new(),
    }];
    for block in blocks(text) {
        match (block, parts.last_mut()) {
            (Block::Heading(title), _) => {
                parts.push(Part {
                    title,
                    examples: Vec::new(),
                    notes: Vec::new(),
                });
            }
            (block @ Block::Example { .. }, Some(part)) => part.examples.push(block),
            // The exit status has a section of its own.
            (Block::Paragraph(text), _) if text.starts_with("Exit status: ") => {}
            (block, Some(part)) => part.notes.push(block),
            (_, None) => {}
        }
    }
    parts
}

/// A topic as a section; a part of it that is called Files is a section too, and its examples are left to the help.
fn topic(sheet: &mut Sheet, title: &str, topic: &Topic) {
    sheet.section(title);
    let all = blocks(topic.text);
    let mut rest = all.as_slice();
    while let Some((block, after)) = rest.split_first() {
        match block {
            Block::Heading("Examples") | Block::Example { .. } => {}
            Block::Heading("Files") => sheet.section("Files"),
            other => sheet.blocks(std::slice::from_ref(other)),
        }
        rest = after;
    }
}
