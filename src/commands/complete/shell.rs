//! The five shells: how each is told to ask, and how each is answered.

use super::VARIABLE;
use crate::commands::meant::quoted;
use crate::model::is_plain;
use clap::Command;
use clap_complete::engine::{CompletionCandidate, complete};
use clap_complete::env::{Elvish, EnvCompleter, Fish, Powershell, Shells};
use std::ffi::{OsStr, OsString};
use std::io::{self, Write};
use std::path::{Path, absolute};

/// bash and zsh have adapters of their own here: for bash, clap's does not see that `--section=pay` is one word; with
/// zsh's, what is found by its title is dropped again, and the script cannot be kept in a folder of functions.
const SHELLS: Shells<'static> = Shells(&[&Bash, &Zsh, &Fish, &Powershell, &Elvish]);

/// The shell of a name or path, `bash` or `/bin/bash`.
pub fn named(shell: &OsStr) -> Option<&'static dyn EnvCompleter> {
    let name = Path::new(shell).file_stem()?.to_str()?;
    SHELLS.0.iter().copied().find(|shell| shell.is(name))
}

/// The script that has a shell ask this program. `program` is how the program was called.
pub fn script(shell: &dyn EnvCompleter, program: &OsStr) -> String {
    let path = Path::new(program);
    // A path may be given from where the shell is now; a name is looked up by the shell.
    let path = match path.components().count() {
        0 => Path::new("roles").to_owned(),
        1 => path.to_owned(),
        _ => absolute(path).unwrap_or_else(|_| path.to_owned()),
    };
    let mut script = Vec::new();
    // A path with letters that are not seen is no use in a script that people read; the name is looked up instead.
    let program = path.to_str().filter(|path| is_plain(path));
    let program = program.unwrap_or("roles");
    // Writing into memory does not fail.
    let _ = shell.write_registration(VARIABLE, "roles", "roles", program, &mut script);
    String::from_utf8_lossy(&script).trim_start().to_owned()
}

/// The words of a line as one would read them: bash parts `--section=pay` in three.
pub fn joined(shell: &dyn EnvCompleter, typed: &[OsString]) -> Vec<OsString> {
    let mut words: Vec<OsString> = Vec::new();
    let mut typed = typed.iter().peekable();
    while let Some(word) = typed.next() {
        match words.last_mut() {
            Some(option) if shell.is("bash") && word == "=" && is_option(option) => {
                option.push("=");
                option.push(typed.next().map_or(OsStr::new(""), OsString::as_os_str));
            }
            _ => words.push(word.clone()),
        }
    }
    words
}

fn is_option(word: &OsStr) -> bool {
    word.to_str()
        .is_some_and(|word| word.starts_with("--") && !word.contains('='))
}

/// The candidates for the last word.
fn candidates(
    command: &mut Command,
    words: Vec<OsString>,
    here: Option<&Path>,
) -> io::Result<Vec<CompletionCandidate>> {
    let last = words.len().saturating_sub(1);
    complete(command, words, last, here)
}

/// bash: candidates a line, without what they are.
#[derive(Debug)]
struct Bash;

impl EnvCompleter for Bash {
    fn name(&self) -> &'static str {
        "bash"
    }

    fn is(&self, name: &str) -> bool {
        name == "bash"
    }

    fn write_registration(
        &self,
        variable: &str,
        _name: &str,
        program: &str,
        completer: &str,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let completer = quoted(completer);
        write!(
            out,
            r#"_{program}() {{
    local candidate
    COMPREPLY=()
    while IFS= read -r candidate; do
        COMPREPLY+=("$candidate")
    done < <({variable}=bash {completer} -- "${{COMP_WORDS[@]:0:COMP_CWORD}}" "$2" 2>/dev/null)
    if [[ ${{COMPREPLY-}} == */ ]]; then
        compopt -o nospace 2>/dev/null
    fi
}}
complete -o bashdefault -o nosort -F _{program} {program} 2>/dev/null ||
    complete -o bashdefault -F _{program} {program}
"#
        )
    }

    fn write_complete(
        &self,
        command: &mut Command,
        words: Vec<OsString>,
        here: Option<&Path>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let last = words.last().cloned().unwrap_or_default();
        let last = last.to_string_lossy();
        // bash replaces only what stands after the equals sign.
        let kept = match last.split_once('=') {
            Some((option, _)) if is_option(OsStr::new(option)) => option.len() + 1,
            _ => 0,
        };
        for candidate in candidates(command, words, here)? {
            let value = candidate.get_value().to_string_lossy();
            writeln!(out, "{}", value.get(kept..).unwrap_or_default())?;
        }
        Ok(())
    }
}

/// zsh: a candidate a line, with what it is after a colon.
#[derive(Debug)]
struct Zsh;

impl EnvCompleter for Zsh {
    fn name(&self) -> &'static str {
        "zsh"
    }

    fn is(&self, name: &str) -> bool {
        name == "zsh"
    }

    fn write_registration(
        &self,
        variable: &str,
        _name: &str,
        program: &str,
        completer: &str,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let completer = quoted(completer);
        write!(
            out,
            r#"#compdef {program}
_{program}() {{
    local -a candidates folders others how
    local candidate value like
    candidates=("${{(@f)$({variable}=zsh {completer} -- "${{(@)words[1,CURRENT-1]}}" "$PREFIX" 2>/dev/null)}}")
    for candidate in $candidates; do
        value="${{candidate%%:*}}"
        [[ "$value" == "${{(Q)PREFIX}}"* ]] && like=yes
        if [[ "$value" == */ ]]; then
            folders+=("${{value%/}}")
        else
            others+=("$candidate")
        fi
    done
    # What is found by its title does not begin with what was typed.
    if [[ -z $like ]]; then
        how=(-U)
        (( $#candidates > 1 )) && compstate[insert]=menu
    fi
    [[ -n $folders ]] && _describe -V folder folders -S / -r / "${{how[@]}}"
    [[ -n $others ]] && _describe -V value others "${{how[@]}}"
}}
if [[ ${{funcstack[1]}} == _{program} ]]; then
    _{program} "$@"
else
    compdef _{program} {program}
fi
"#
        )
    }

    fn write_complete(
        &self,
        command: &mut Command,
        words: Vec<OsString>,
        here: Option<&Path>,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let escaped = |text: &str| text.replace('\\', r"\\").replace(':', r"\:");
        for candidate in candidates(command, words, here)? {
            let value = escaped(&candidate.get_value().to_string_lossy());
            let help = candidate.get_help().map(ToString::to_string);
            match help.as_deref().and_then(|help| help.lines().next()) {
                Some(help) => writeln!(out, "{value}:{}", help.replace('\\', r"\\"))?,
                None => writeln!(out, "{value}")?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(words: &[&str]) -> Vec<OsString> {
        words.iter().map(OsString::from).collect()
    }

    #[test]
    fn a_shell_is_known_by_its_name_and_by_its_path() {
        for (given, name) in [
            ("bash", "bash"),
            ("/usr/bin/zsh", "zsh"),
            ("fish", "fish"),
            ("pwsh", "powershell"),
            ("elvish", "elvish"),
        ] {
            assert_eq!(
                named(OsStr::new(given)).map(|shell| shell.name()),
                Some(name)
            );
        }
        for other in ["", "1", "tcsh", "/"] {
            assert!(named(OsStr::new(other)).is_none(), "{other}");
        }
    }

    #[test]
    fn an_option_that_bash_has_parted_is_joined() {
        let typed = words(&[
            "roles",
            "show",
            "=",
            "--section",
            "=",
            "pay",
            "a=b",
            "--base",
            "=",
        ]);
        assert_eq!(
            joined(&Bash, &typed),
            words(&["roles", "show", "=", "--section=pay", "a=b", "--base="])
        );
        assert_eq!(joined(&Zsh, &typed), typed);
    }

    #[test]
    fn a_path_with_odd_letters_stays_one_word() {
        let script = script(&Bash, OsStr::new("/opt/it's here/roles"));
        assert!(
            script.contains("COMPLETE=bash \"/opt/it's here/roles\" -- "),
            "{script}"
        );
        let script = super::script(&Zsh, OsStr::new(""));
        assert!(script.contains("COMPLETE=zsh roles -- "), "{script}");
    }
}
