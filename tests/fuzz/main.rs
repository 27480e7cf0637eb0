//! Seeded fuzzing on stable Rust: shipped files, changed at random, may not stop, hang or mislead the program.
//!
//! `APES_FUZZ_SECONDS` is the time (20), `APES_FUZZ_SEED` the seed (1), `APES_FUZZ_INPUT` the only input to run. An
//! input is the same for the same seed and number. One that finds a fault is kept in the folder that the test names.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

mod input;
mod mutation;
mod program;
mod random;
mod repository;
mod seeds;
mod targets;
mod watch;

use std::collections::BTreeMap;
use std::io::Write as _;
use std::time::{Duration, Instant};

use input::{Input, Kind};
use seeds::Seeds;

/// Distinct faults after which a run stops.
const MOST_FAULTS: usize = 20;

/// Every how many inputs the program itself is run on one.
const PROGRAM_EVERY: u64 = 150;

/// What a run is asked to do.
struct Settings {
    time: Duration,
    seed: u64,
    only: Option<u64>,
}

impl Settings {
    fn from_environment() -> Self {
        let number = |name: &str| {
            let value = std::env::var(name).ok()?;
            Some(value.parse::<u64>().expect("a number"))
        };
        Self {
            time: Duration::from_secs(number("APES_FUZZ_SECONDS").unwrap_or(20)),
            seed: number("APES_FUZZ_SEED").unwrap_or(1),
            only: number("APES_FUZZ_INPUT"),
        }
    }
}

/// What a run counted.
#[derive(Default)]
struct Tally {
    inputs: BTreeMap<Kind, u64>,
    programs: u64,
    /// The longest time of an input, and its number.
    slowest: (Duration, u64),
    /// The input of each fault, by what it is.
    faults: BTreeMap<String, u64>,
}

impl Tally {
    fn report(&self, settings: &Settings, time: Duration) -> String {
        let inputs: Vec<String> = self
            .inputs
            .iter()
            .map(|(kind, count)| format!("{count} {}", kind.name()))
            .collect();
        let total: u64 = self.inputs.values().sum();
        let faults: Vec<String> = self
            .faults
            .iter()
            .map(|(fault, input)| {
                format!(
                    "APES_FUZZ_SEED={} APES_FUZZ_INPUT={input}: {fault}",
                    settings.seed
                )
            })
            .collect();
        format!(
            "{total} inputs ({}), {} runs of the program, in {} s; slowest {} ms (input {}); {} faults\n{}",
            inputs.join(", "),
            self.programs,
            time.as_secs(),
            self.slowest.0.as_millis(),
            self.slowest.1,
            faults.len(),
            faults.join("\n")
        )
    }
}

#[test]
fn changed_files_neither_stop_nor_hang_nor_mislead_the_program() {
    let settings = Settings::from_environment();
    let seeds = Seeds::gather();
    let mut tally = Tally::default();
    let watch = watch::Watch::start(settings.seed);
    watch::keep_panics_quiet();
    let begun = Instant::now();
    let numbers = settings.only.map_or(0..u64::MAX, |only| only..only + 1);
    for number in numbers {
        if begun.elapsed() >= settings.time && settings.only.is_none() {
            break;
        }
        let input = Input::make(&seeds, settings.seed, number);
        watch.begin(number);
        let started = Instant::now();
        let mut found = targets::run(&input, &seeds);
        if settings.only.is_some() || number % PROGRAM_EVERY == PROGRAM_EVERY - 1 {
            found.extend(program::run(&input));
            tally.programs += 1;
        }
        watch.end();
        tally.slowest = tally.slowest.max((started.elapsed(), number));
        *tally.inputs.entry(input.kind).or_default() += 1;
        for fault in found {
            if tally.faults.insert(fault, number).is_none() {
                input.keep(number);
            }
        }
        if settings.only.is_some() {
            input.keep(number);
        }
        if tally.faults.len() >= MOST_FAULTS {
            break;
        }
    }
    let report = tally.report(&settings, begun.elapsed());
    writeln!(std::io::stderr(), "{report}").expect("standard error");
    assert!(
        tally.faults.is_empty(),
        "inputs are in {}\n{report}",
        input::kept().display()
    );
}
