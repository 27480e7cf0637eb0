//! The entry point: reads arguments and date, runs the command, exits with 0, 1 or 2.

use std::panic::catch_unwind;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use apes::calendar::Day;
use apes::commands::{self, ExitStatus};
use apes::language::Language;

fn main() -> ExitCode {
    commands::end_cleanly();
    fail_on_abort();
    let arguments: Vec<_> = std::env::args_os().collect();
    // Without memory, threads cannot be started, which is a panic; its message is printed by then.
    let run = catch_unwind(|| commands::run(&arguments, machine_language(), today()));
    let Ok(status) = run else {
        return ExitCode::from(2);
    };
    match status {
        ExitStatus::Success => ExitCode::SUCCESS,
        ExitStatus::Findings => ExitCode::from(1),
        ExitStatus::Failure => ExitCode::from(2),
    }
}

/// Ends with 2 rather than by a signal where the system grants no more memory; the standard library
/// has by then printed how much was asked for.
#[cfg(unix)]
fn fail_on_abort() {
    use signal_hook::consts::SIGABRT;
    let always = std::sync::Arc::new(std::sync::atomic::AtomicBool::new(true));
    // Ignored: without the handler, the program ends all the same.
    let _ = signal_hook::flag::register_conditional_shutdown(SIGABRT, 2, always);
}

#[cfg(not(unix))]
fn fail_on_abort() {}

/// The language of the locale, English if none is set; the first variable that is set decides, as
/// POSIX orders them.
fn machine_language() -> Language {
    ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|value| !value.is_empty())
        .and_then(|value| Language::from_code(&value))
        .unwrap_or(Language::English)
}

/// The date of this run in UTC; `SOURCE_DATE_EPOCH` replaces the clock, so that a report can be
/// made again to the byte.
fn today() -> Day {
    let set = std::env::var("SOURCE_DATE_EPOCH")
        .ok()
        .and_then(|seconds| seconds.parse().ok());
    let days = set
        .or_else(seconds_since_epoch)
        .unwrap_or_default()
        .div_euclid(86_400);
    Day::from_epoch_days(days).unwrap_or(Day::first_of(1970))
}

fn seconds_since_epoch() -> Option<i64> {
    let age = SystemTime::now().duration_since(UNIX_EPOCH).ok()?;
    i64::try_from(age.as_secs()).ok()
}
