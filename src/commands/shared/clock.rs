//! The options that choose a year, a range of years or a day.

use clap::Args;

use crate::calendar::{DateRange, Day, PartialDate};
use crate::commands::shared::command::RunContext;
use crate::language::{Bilingual, Language};

/// The dates of a question: the range of days that it covers, and its evaluation date.
#[derive(Args, Clone, Debug, Default)]
pub struct Clock {
    /// The year to cover
    #[arg(long, value_name = "YEAR", value_parser = year, conflicts_with_all = ["years", "at"])]
    year: Option<u16>,
    /// The range of years to cover, both included: 2016..2025
    #[arg(long, value_name = "A..B", value_parser = years, conflicts_with = "at")]
    years: Option<(u16, u16)>,
    /// The day to cover, on which deadlines are evaluated too
    #[arg(long, value_name = "DAY", value_parser = day)]
    at: Option<Day>,
}

impl Clock {
    /// The range of days that the options choose; `None` if no option was given.
    #[must_use]
    pub fn range(&self) -> Option<DateRange> {
        let year = self.year.map(|year| DateRange::years(year, year));
        let years = self
            .years
            .map(|(first, last)| DateRange::years(first, last));
        let day = self.at.map(|day| DateRange {
            first: day,
            last: day,
        });
        year.or(years).or(day)
    }

    /// The date on which deadlines are evaluated: `--at`, else today.
    #[must_use]
    pub fn today(&self, context: &RunContext) -> Day {
        self.at.unwrap_or(context.today)
    }
}

/// The reason why a date on the command line is invalid.
///
/// In both languages, since clap parses values before the language of the reader is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InvalidDate(Bilingual);

impl InvalidDate {
    const YEAR: Self = Self(Bilingual {
        fr: "une année s'écrit en quatre chiffres, comme 2020",
        en: "a year is written with four digits, like 2020",
    });
    const YEARS: Self = Self(Bilingual {
        fr: "deux années se joignent par deux points, comme 2016..2025",
        en: "two years are joined by two dots, like 2016..2025",
    });
    const REVERSED: Self = Self(Bilingual {
        fr: "la première année est la plus ancienne, comme 2016..2025",
        en: "the first year is the earlier one, like 2016..2025",
    });
    const DAY: Self = Self(Bilingual {
        fr: "un jour du calendrier s'écrit année-mois-jour, comme 2020-12-31",
        en: "a day of the calendar is written year-month-day, like 2020-12-31",
    });

    /// The sentence in a language.
    #[must_use]
    pub fn get(self, language: Language) -> &'static str {
        self.0.get(language)
    }
}

impl std::fmt::Display for InvalidDate {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(self.0.en)
    }
}

impl std::error::Error for InvalidDate {}

/// Parses a year: `2020`.
///
/// # Errors
/// Returns an error if the text is not four digits.
pub fn year(text: &str) -> Result<u16, InvalidDate> {
    match PartialDate::parse(text) {
        Some(PartialDate::Year(year)) => Ok(year),
        _ => Err(InvalidDate::YEAR),
    }
}

/// Parses a range of years: `2016..2025`.
fn years(text: &str) -> Result<(u16, u16), InvalidDate> {
    let (first, last) = text.split_once("..").ok_or(InvalidDate::YEARS)?;
    let (first, last) = (year(first)?, year(last)?);
    if first > last {
        return Err(InvalidDate::REVERSED);
    }
    Ok((first, last))
}

/// Parses a day: `2020-12-31`.
///
/// # Errors
/// Returns an error if the text is not a day of the calendar.
pub fn day(text: &str) -> Result<Day, InvalidDate> {
    match PartialDate::parse(text) {
        Some(PartialDate::Day(day)) => Ok(day),
        _ => Err(InvalidDate::DAY),
    }
}
