//! What keeps a text, or a pardon in it, from being heeded, in words.

use super::input::UNREAD;
use super::rules::near;
use super::source::Trouble;
use crate::analysis::check::rules::named;
use crate::analysis::document::Pardon;

/// What is amiss with a pardon.
pub fn amiss(pardon: &Pardon) -> Vec<String> {
    let mut faults = Vec::new();
    if pardon.rules.is_empty() {
        faults.push("roles-ignore names no rule".to_owned());
    }
    for rule in pardon.rules.iter().filter(|rule| named(rule).is_none()) {
        let near = near(rule);
        let near = near.map_or_else(String::new, |near| format!("; did you mean {near}?"));
        faults.push(format!(
            "roles-ignore names no rule that there is: \"{rule}\"{near}"
        ));
    }
    if pardon.reason.is_empty() && faults.is_empty() {
        faults.push("roles-ignore gives no reason, so it is not heeded".to_owned());
    }
    faults
}

/// What is wrong with a file, and what can be done.
pub fn told(trouble: &Trouble) -> (String, String) {
    match trouble {
        Trouble::System(error) => (error.to_string(), UNREAD.to_owned()),
        Trouble::NotUtf8 { byte, utf16 } => {
            let from = if *utf16 { "UTF-16" } else { "WINDOWS-1252" };
            let hint = format!("convert it to UTF-8, for example with iconv -f {from} -t UTF-8");
            (format!("byte {byte} is not UTF-8"), hint)
        }
        Trouble::TooLong => (
            "it is longer than 16 MiB, which is the most that is read of a page".to_owned(),
            "part it, or give --input text: plain text may be of any length".to_owned(),
        ),
    }
}
