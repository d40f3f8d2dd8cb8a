//! The day on which ages are asked, and the oldest that figures may be: decided once, and only where it matters.

use super::Failure;
use crate::analysis::age::Limit;
use crate::cli::Output;
use crate::model::{Date, Day, Span};
use crate::report::age::Aged;
use std::time::{SystemTime, UNIX_EPOCH};

/// What `--max-age` asks for; none where it is not given. The day is that of `--as-of`, else today's.
pub fn aged(output: &Output) -> Result<Option<Aged>, Failure> {
    let set = output.as_of.as_deref().map(day).transpose()?;
    let Some(typed) = &output.max_age else {
        return Ok(None);
    };
    let typed = typed.trim();
    let age = Span::parse(typed).ok_or_else(|| {
        Failure::new(
            format!("--max-age is no age: \"{typed}\""),
            "write years, months and days as 2y, 18m, 90d or 1y6m, each number from 0 to 9999",
        )
    })?;
    let today = match set {
        Some(day) => day,
        None => today()?,
    };
    Ok(Some(Aged::new(Limit { age, today }, typed)))
}

/// The day that is meant; of a month or a year its last.
fn day(typed: &str) -> Result<Day, Failure> {
    let date = Date::parse(typed.trim());
    date.as_ref().and_then(Day::last_of).ok_or_else(|| {
        Failure::new(
            format!("--as-of is no date: \"{}\"", typed.trim()),
            "write a day that there is, from 1900 to 2199, as YYYY-MM-DD, YYYY-MM or YYYY",
        )
    })
}

/// Today in UTC: the one place that asks the clock of the machine.
fn today() -> Result<Day, Failure> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).ok();
    let days = seconds.map(|since| since.as_secs() / (24 * 60 * 60));
    days.and_then(Day::since_1970).ok_or_else(|| {
        Failure::new(
            "the clock of this machine shows no day after 1970",
            "give the day with --as-of YYYY-MM-DD",
        )
    })
}
