//! The cost of validation, beside what no reader can avoid: walking, reading and parsing every
//! file.
//!
//! Measured is the CPU time of one thread in one process, in alternating runs, by medians: on a
//! shared machine wall time rises fivefold while CPU time varies by a quarter, and the ratio of two
//! CPU times by less still.

#![allow(clippy::print_stdout, reason = "a benchmark prints what it measured")]
#![allow(
    clippy::indexing_slicing,
    reason = "a benchmark stops at the first surprise"
)]
#![allow(
    clippy::cast_precision_loss,
    reason = "counts and times far below 2^52"
)]

use std::borrow::Cow;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};

use apes::calendar::Day;
use apes::demo::{InventedWorkspace, Plan, SyntaxChoice};
use apes::language::Language;
use apes::sources::Folder;
use apes::validation::{Selection, ValidationOptions, validate};
use apes::workspace;
use granit_parser::Event;
use rustix::time::{ClockId, clock_gettime};
use walkdir::WalkDir;

const RECORDS: usize = 10_000;
const ROUNDS: usize = 15;
/// The ratios that the project aims for, without the charter and with it.
const TARGETS: (f64, f64) = (1.3, 1.6);

const TODAY: Day = Day {
    year: 2026,
    month: 11,
    day: 22,
};

fn main() -> std::io::Result<()> {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(1)
        .build()
        .map_err(std::io::Error::other)?;
    println!("{RECORDS} records, one thread, CPU time, median of {ROUNDS} runs each\n");
    println!("        floor µs   checks µs   ratio   with criteria");
    for (name, written) in [("TOML", SyntaxChoice::Toml), ("YAML", SyntaxChoice::Yaml)] {
        let folder = invented_workspace(name, written)?;
        let (mut floors, mut checks, mut criteria) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            floors.push(pool.install(|| timed(|| parse_all(&folder))));
            checks.push(pool.install(|| timed(|| validate_all(&folder, false))));
            criteria.push(pool.install(|| timed(|| validate_all(&folder, true))));
        }
        let (floor, checks, criteria) = (median(floors), median(checks), median(criteria));
        let ratios = (checks / floor, criteria / floor);
        let verdict = if ratios.0 <= TARGETS.0 && ratios.1 <= TARGETS.1 {
            ""
        } else {
            "   above a target"
        };
        println!(
            "{name}  {floor:10.1} {checks:11.1} {:7.2} {:15.2}{verdict}",
            ratios.0, ratios.1
        );
    }
    println!("\ntargets: {} and {} with criteria", TARGETS.0, TARGETS.1);
    Ok(())
}

/// Writes an invented workspace to a folder of its own.
fn invented_workspace(name: &str, written: SyntaxChoice) -> std::io::Result<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("validate-{name}"));
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let plan = Plan {
        records: RECORDS,
        seed: 1,
        syntax: written,
        defects: 0,
    };
    for file in InventedWorkspace::invent(plan)
        .iter()
        .flat_map(InventedWorkspace::files)
    {
        let path = folder.join(&file.path);
        fs::create_dir_all(path.parent().unwrap_or(&folder))?;
        fs::write(path, file.text)?;
    }
    Ok(folder)
}

/// Walks, reads and parses every file with the fastest parsers that give spans, into trees.
fn parse_all(folder: &Path) {
    for entry in WalkDir::new(folder.join("territories"))
        .into_iter()
        .filter_map(Result::ok)
    {
        let path = entry.path();
        let Ok(text) = fs::read_to_string(path) else {
            continue;
        };
        if path.extension().is_some_and(|ending| ending == "toml") {
            std::hint::black_box(toml::de::DeTable::parse_recoverable(&text));
        } else {
            std::hint::black_box(plain_tree(&text));
        }
    }
}

/// A value of YAML with its bytes, and nothing else: what a reader needs at the least. Like the
/// tree of the TOML library, it borrows its texts where it can, and is freed within the measure.
#[allow(dead_code, reason = "made to be measured, and read by nobody")]
enum Plain<'t> {
    Scalar(Cow<'t, str>, Range<usize>),
    Sequence(Vec<Plain<'t>>, Range<usize>),
    /// Keys and values in turn.
    Mapping(Vec<Plain<'t>>, Range<usize>),
}

fn plain_tree(text: &str) -> Option<Plain<'_>> {
    let mut open = vec![Vec::new()];
    let mut starts = Vec::new();
    for event in granit_parser::Parser::new_from_str(text) {
        let (event, span) = event.ok()?;
        let bytes = span.start.byte_offset()?..span.end.byte_offset()?;
        let value = match event {
            Event::SequenceStart(..) | Event::MappingStart(..) => {
                open.push(Vec::new());
                starts.push(bytes.start);
                continue;
            }
            Event::Scalar(text, ..) => Plain::Scalar(text, bytes),
            Event::SequenceEnd => Plain::Sequence(open.pop()?, starts.pop()?..bytes.end),
            Event::MappingEnd => Plain::Mapping(open.pop()?, starts.pop()?..bytes.end),
            _ => continue,
        };
        open.last_mut()?.push(value);
    }
    open.pop()?.pop()
}

/// Loads and validates a workspace, as `apes validate` does; returns it, so that freeing it is not
/// measured.
fn validate_all(folder: &Path, criteria: bool) -> workspace::Workspace {
    let folder = Folder::at(folder);
    let workspace = workspace::load(&folder, None, Language::English);
    // Invented records violate many criteria: those findings are left out, or parsing their files
    // again would be the larger part of what is measured.
    let only = criteria.then(|| "unread-file".to_owned());
    let options = ValidationOptions {
        date: TODAY,
        criteria,
        selection: Selection {
            only: only.as_slice(),
            ..Selection::default()
        },
    };
    let validated = validate(&workspace, &folder, &options);
    assert!(
        validated.findings.is_empty(),
        "an invented workspace has no faults: {:?}",
        validated.findings[0]
    );
    workspace
}

/// The CPU time of a function, in microseconds per record. Its result is dropped outside the
/// measure, since the program leaves that to the system.
fn timed<T>(run: impl FnOnce() -> T) -> f64 {
    let start = processor_time();
    let result = run();
    let end = processor_time();
    drop(result);
    (end - start) / RECORDS as f64
}

fn processor_time() -> f64 {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    time.tv_sec as f64 * 1e6 + time.tv_nsec as f64 / 1e3
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
