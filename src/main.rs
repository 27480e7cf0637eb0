//! The door: reads the words and the day, runs the command, answers 0, 1 or 2.

use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use apes::calendar::Day;
use apes::commands::{self, ExitStatus};
use apes::language::Language;

fn main() -> ExitCode {
    let words: Vec<_> = std::env::args_os().collect();
    let spoken = spoken();
    match commands::run(&words, spoken, today()) {
        Ok(ExitStatus::Fine) => ExitCode::SUCCESS,
        Ok(ExitStatus::Findings) => ExitCode::from(1),
        Ok(ExitStatus::CouldNotRun) => ExitCode::from(2),
        Err(error) => {
            commands::could_not_run(&error);
            ExitCode::from(2)
        }
    }
}

/// The language of the machine, for messages before any workspace says its own.
fn spoken() -> Language {
    let said = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(|name| std::env::var(name).ok());
    let first = said.into_iter().find(|value| !value.is_empty());
    first
        .and_then(|value| Language::from_code(&value))
        .unwrap_or(Language::English)
}

/// The one clock: `SOURCE_DATE_EPOCH` where it is set, else the system's day in UTC.
fn today() -> Day {
    let set = std::env::var("SOURCE_DATE_EPOCH")
        .ok()
        .and_then(|seconds| seconds.parse::<i64>().ok());
    let now = || {
        SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .ok()
            .and_then(|age| i64::try_from(age.as_secs()).ok())
    };
    let days = set.or_else(now).unwrap_or_default().div_euclid(86_400);
    Day::from_epoch_days(days).unwrap_or(Day::first_of(1970))
}
