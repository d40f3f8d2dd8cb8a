//! Points and spans of time as sources print them. Nothing here asks what day it is.

use super::day::month_length;
use serde::{Deserialize, Deserializer, Serialize};
use std::fmt;

/// A calendar year, 1900 to 2199. Wage figures of a year are those of its May.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Year(pub u16);

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

impl<'de> Deserialize<'de> for Year {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let year = u16::deserialize(deserializer)?;
        if (1900..2200).contains(&year) {
            Ok(Self(year))
        } else {
            Err(serde::de::Error::custom(format!(
                "{year} is no year between 1900 and 2199"
            )))
        }
    }
}

/// A day, a month or a year, written `2026-06-13`, `2026-06` or `2026`: as exact as the source.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Date(String);

impl Date {
    /// The date as written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; days are checked against the month's length.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let mut next = |width: usize| match parts.next() {
            None => Some(None),
            Some(part) if part.len() == width && part.bytes().all(|b| b.is_ascii_digit()) => {
                part.parse::<u16>().ok().map(Some)
            }
            Some(_) => None,
        };
        let (year, month, day) = (next(4)??, next(2)?, next(2)?);
        let fits = (1900..2200).contains(&year)
            && month.is_none_or(|month| (1..=12).contains(&month))
            && day.is_none_or(|day| {
                let month = month.and_then(|month| u8::try_from(month).ok());
                let length = month_length(i32::from(year), month.unwrap_or(1));
                (1..=u16::from(length)).contains(&day)
            });
        (fits && parts.next().is_none()).then(|| Self(text.to_owned()))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| {
            serde::de::Error::custom(format!(
                "\"{text}\" is no date; write YYYY, YYYY-MM or YYYY-MM-DD"
            ))
        })
    }
}

/// The ten years a projection spans, written `2024-34` as BLS does.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Edition(String);

impl Edition {
    /// The edition as BLS writes it: `2024-34`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Reads `YYYY-YY`, where the second year is later than the first.
    pub fn parse(text: &str) -> Option<Self> {
        let (start, end) = text.split_once('-')?;
        let digits =
            |part: &str, width| part.len() == width && part.bytes().all(|b| b.is_ascii_digit());
        let fits = digits(start, 4)
            && digits(end, 2)
            && start.parse::<u16>().ok()? % 100 < end.parse::<u16>().ok()?;
        fits.then(|| Self(text.to_owned()))
    }
}

impl fmt::Display for Edition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.replace('-', "–"))
    }
}

impl<'de> Deserialize<'de> for Edition {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| {
            serde::de::Error::custom(format!("\"{text}\" is no edition; write it as 2024-34"))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_as_exact_as_their_source_and_real() {
        for good in ["2026", "2026-06", "2026-06-30", "2024-02-29"] {
            assert!(Date::parse(good).is_some(), "{good}");
        }
        for bad in [
            "",
            "26",
            "2026-13",
            "2026-06-31",
            "2025-02-29",
            "2026-6",
            "2026-06-30-1",
            "1500",
            "2026-é1",
        ] {
            assert!(Date::parse(bad).is_none(), "{bad}");
        }
    }

    #[test]
    fn editions_run_forward() {
        assert_eq!(Edition::parse("2024-34").unwrap().to_string(), "2024–34");
        for bad in ["2024", "2024-2034", "2034-24", "24-34", "2024-"] {
            assert!(Edition::parse(bad).is_none(), "{bad}");
        }
    }
}
