//! What the environment asks for, as functions of it: colours, layout, signs.

use crate::cli::{ColorName, LayoutName, Output};
use crate::render::{Glyphs, Layout};
use std::ffi::OsString;

/// How a variable is looked up.
pub type Variables<'v> = &'v dyn Fn(&str) -> Option<OsString>;

/// Whether colours may be used on a stream: `--color`, then `NO_COLOR`, `CLICOLOR_FORCE`, `CLICOLOR`, and last whether
/// the stream is a terminal that has them.
pub fn color(choice: ColorName, variables: Variables<'_>, terminal: impl FnOnce() -> bool) -> bool {
    match choice {
        ColorName::Always => true,
        ColorName::Never => false,
        ColorName::Auto if variable(variables, "NO_COLOR").is_some() => false,
        ColorName::Auto if is_on(variables, "CLICOLOR_FORCE") => true,
        ColorName::Auto if variable(variables, "CLICOLOR").is_some_and(|value| value == "0") => {
            false
        }
        ColorName::Auto => !is_dumb(variables) && terminal(),
    }
}

/// `--layout` or `--accessible`, else `ROLES_ACCESSIBLE`, else by the room there is.
pub fn layout(output: &Output, variables: Variables<'_>) -> Layout {
    match output.layout {
        Some(LayoutName::Auto) => Layout::Auto,
        Some(LayoutName::Table) => Layout::Table,
        Some(LayoutName::Stacked) => Layout::Stacked,
        Some(LayoutName::Sentences) => Layout::Sentences,
        None if output.accessible || is_on(variables, "ROLES_ACCESSIBLE") => Layout::Sentences,
        None => Layout::Auto,
    }
}

/// ASCII if it is asked for, by a terminal that can do nothing, or by a locale whose character set is not UTF-8. Where
/// there is no locale, nothing says so.
pub fn glyphs(output: &Output, variables: Variables<'_>) -> Glyphs {
    let mut locales = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter();
    let locale = locales.find_map(|name| variable(variables, name));
    let utf8 = locale.is_none_or(|locale| {
        let locale = locale.to_string_lossy().to_ascii_lowercase();
        locale.contains("utf-8") || locale.contains("utf8")
    });
    if output.ascii || is_on(variables, "ROLES_ASCII") || is_dumb(variables) || !utf8 {
        Glyphs::Ascii
    } else {
        Glyphs::Unicode
    }
}

/// Whether the terminal can only print.
pub fn is_dumb(variables: Variables<'_>) -> bool {
    variables("TERM").is_some_and(|term| term == "dumb")
}

/// A variable that is not empty.
fn variable(variables: Variables<'_>, name: &str) -> Option<OsString> {
    variables(name).filter(|value| !value.is_empty())
}

/// Whether a variable is set, and neither empty nor `0`.
fn is_on(variables: Variables<'_>, name: &str) -> bool {
    variable(variables, name).is_some_and(|value| value != "0")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::Cli;
    use clap::Parser;

    /// An environment written as `A=1 B=2`.
    fn set(text: &'static str) -> impl Fn(&str) -> Option<OsString> {
        move |name| {
            let mut pairs = text
                .split_whitespace()
                .filter_map(|pair| pair.split_once('='));
            Some(pairs.find(|(key, _)| *key == name)?.1.into())
        }
    }

    #[test]
    fn what_stands_first_decides_on_colours() {
        let decided = |choice, variables, terminal| color(choice, &set(variables), || terminal);
        let auto = |variables, terminal| decided(ColorName::Auto, variables, terminal);
        assert!(decided(ColorName::Always, "NO_COLOR=1 TERM=dumb", false));
        assert!(!decided(ColorName::Never, "CLICOLOR_FORCE=1", true));
        assert!(!auto("NO_COLOR=1 CLICOLOR_FORCE=1", true));
        assert!(auto(
            "NO_COLOR= CLICOLOR_FORCE=1 CLICOLOR=0 TERM=dumb",
            false
        ));
        assert!(!auto("CLICOLOR_FORCE=0", false) && auto("CLICOLOR_FORCE=0", true));
        assert!(!auto("CLICOLOR=0", true) && auto("CLICOLOR=1", true));
        assert!(!auto("CLICOLOR=1", false) && !auto("TERM=dumb", true));
        assert!(auto("", true) && !auto("", false));
    }

    #[test]
    fn the_first_locale_that_is_set_decides_on_signs() {
        let output = |ascii: bool| {
            let line = ["roles", "list"]
                .into_iter()
                .chain(ascii.then_some("--ascii"));
            Cli::try_parse_from(line).unwrap().output
        };
        let decided = |ascii, variables| glyphs(&output(ascii), &set(variables));
        for unicode in [
            "",
            "LANG=de_DE.UTF-8",
            "LC_ALL= LANG=C.utf8",
            "LC_CTYPE=C.UTF-8 LANG=C",
        ] {
            assert_eq!(decided(false, unicode), Glyphs::Unicode, "{unicode}");
            assert_eq!(decided(true, unicode), Glyphs::Ascii, "{unicode}");
        }
        for ascii in [
            "LC_ALL=C LANG=en_US.UTF-8",
            "LANG=de_DE@euro",
            "ROLES_ASCII=1",
            "TERM=dumb",
        ] {
            assert_eq!(decided(false, ascii), Glyphs::Ascii, "{ascii}");
        }
    }
}
