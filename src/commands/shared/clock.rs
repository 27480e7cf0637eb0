//! The two clocks of a question: what was true when, as people type it.

use clap::Args;

use crate::calendar::{DateRange, Day, PartialDate};
use crate::commands::shared::command::RunContext;
use crate::language::Language;

/// The two clocks of a question.
#[derive(Args, Clone, Debug, Default)]
pub struct Clock {
    /// What was true in a year
    #[arg(long, value_name = "YEAR", value_parser = year, conflicts_with_all = ["years", "at"])]
    year: Option<u16>,
    /// What was true in a span of years, both included: 2016..2025
    #[arg(long, value_name = "A..B", value_parser = span, conflicts_with = "at")]
    years: Option<(u16, u16)>,
    /// What was true on a day; also the day on which expiry is judged
    #[arg(long, value_name = "DAY", value_parser = day)]
    at: Option<Day>,
}

impl Clock {
    /// The stretch of days asked for, if any was.
    #[must_use]
    pub fn asked(&self) -> Option<DateRange> {
        let year = self.year.map(|year| DateRange::years(year, year));
        let years = self.years.map(|(from, to)| DateRange::years(from, to));
        year.or(years).or(self.at.map(|day| DateRange {
            first: day,
            last: day,
        }))
    }

    /// The day on which expiry is judged.
    #[must_use]
    pub fn today(&self, context: &RunContext) -> Day {
        self.at.unwrap_or(context.today)
    }
}

/// Why a typed moment could not be read, in both languages: clap knows but one when it asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistyped {
    fr: String,
    en: String,
}

impl Mistyped {
    fn new(fr: &str, en: &str) -> Self {
        Self {
            fr: fr.to_owned(),
            en: en.to_owned(),
        }
    }

    /// The sentence in one language.
    #[must_use]
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::French => &self.fr,
            Language::English => &self.en,
        }
    }
}

impl std::fmt::Display for Mistyped {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.en)
    }
}

impl std::error::Error for Mistyped {}

/// Reads a year typed on the command line.
///
/// # Errors
/// How a year is written.
pub fn year(text: &str) -> Result<u16, Mistyped> {
    match PartialDate::parse(text) {
        Some(PartialDate::Year(year)) => Ok(year),
        _ => Err(Mistyped::new(
            "une année s'écrit en quatre chiffres, comme 2020",
            "a year is written with four digits, like 2020",
        )),
    }
}

fn span(text: &str) -> Result<(u16, u16), Mistyped> {
    let form = || {
        Mistyped::new(
            "deux années se joignent par deux points, comme 2016..2025",
            "two years are joined by two dots, like 2016..2025",
        )
    };
    let (from, to) = text.split_once("..").ok_or_else(form)?;
    let (from, to) = (year(from)?, year(to)?);
    if from > to {
        return Err(Mistyped::new(
            "la première année est la plus ancienne, comme 2016..2025",
            "the first year is the earlier one, like 2016..2025",
        ));
    }
    Ok((from, to))
}

/// Reads a day typed on the command line.
///
/// # Errors
/// How a day is written.
pub fn day(text: &str) -> Result<Day, Mistyped> {
    match PartialDate::parse(text) {
        Some(PartialDate::Day(day)) => Ok(day),
        _ => Err(Mistyped::new(
            "un jour du calendrier s'écrit année-mois-jour, comme 2020-12-31",
            "a day of the calendar is written year-month-day, like 2020-12-31",
        )),
    }
}
