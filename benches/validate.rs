//! What validating costs beside what no reader can do without: walking, reading and parsing every
//! file.
//!
//! CPU time of one thread in one process, runs alternating, medians: on a shared machine wall time
//! rises fivefold
//! while CPU time moves by a quarter, and the ratio of the two by less still.

#![allow(clippy::print_stdout, reason = "a benchmark prints what it measured")]
#![allow(
    clippy::cast_precision_loss,
    reason = "counts and times far below 2^52"
)]

use std::fs;
use std::path::{Path, PathBuf};

use apes::calendar::Day;
use apes::checks::{self, RunScope};
use apes::demo::{InventedWorkspace, Plan, SyntaxChoice};
use apes::language::Language;
use apes::sources::Folder;
use apes::workspace::{self, Workspace};
use rustix::time::{ClockId, clock_gettime};
use walkdir::WalkDir;

const RECORDS: usize = 10_000;
const ROUNDS: usize = 15;
/// What we hold ourselves to.
const TARGET: f64 = 1.5;

fn main() -> std::io::Result<()> {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(1)
        .build()
        .map_err(std::io::Error::other)?;
    println!("{RECORDS} records, one thread, CPU time, median of {ROUNDS} runs each\n");
    println!(
        "        floor µs   whole µs   ratio   with charter   (walk + read + parse; + shape, \
            records, links, checks; + criteria)"
    );
    for (name, written) in [("TOML", SyntaxChoice::Toml), ("YAML", SyntaxChoice::Yaml)] {
        let folder = workspace(name, written)?;
        let (mut floors, mut wholes, mut laws) = (Vec::new(), Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            floors.push(pool.install(|| timed(|| floor(&folder))));
            let mut workspace = None;
            wholes.push(pool.install(|| timed(|| workspace = Some(whole(&folder)))));
            laws.push(pool.install(|| timed(|| workspace.as_ref().map(charter))));
        }
        let (floor, whole, law) = (median(floors), median(wholes), median(laws));
        let (ratio, lawful) = (whole / floor, (whole + law) / floor);
        let verdict = if ratio <= TARGET {
            ""
        } else {
            "   above the target"
        };
        println!("{name}  {floor:10.1} {whole:10.1} {ratio:7.2} {lawful:14.2}{verdict}");
    }
    println!("\ntarget: a ratio of at most {TARGET}");
    Ok(())
}

/// An invented workspace, written once.
fn workspace(name: &str, written: SyntaxChoice) -> std::io::Result<PathBuf> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("validate-{name}"));
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    let plan = Plan {
        records: RECORDS,
        seed: 1,
        written,
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

/// Walks, reads and parses: what the fastest parsers with spans ask for.
fn floor(folder: &Path) {
    for entry in WalkDir::new(folder.join("territories"))
        .into_iter()
        .filter_map(Result::ok)
    {
        if let Ok(text) = fs::read_to_string(entry.path()) {
            if entry
                .path()
                .extension()
                .is_some_and(|ending| ending == "toml")
            {
                std::hint::black_box(toml::de::DeTable::parse_recoverable(&text));
            } else {
                granit_parser::Parser::new_from_str(&text)
                    .for_each(|event| drop(std::hint::black_box(event)));
            }
        }
    }
}

/// All that `apes validate` does but print.
fn whole(folder: &Path) -> Workspace {
    let folder = Folder::at(folder);
    let workspace = workspace::load(&folder, None, Language::English);
    let (today, language) = (
        Day {
            year: 2026,
            month: 11,
            day: 22,
        },
        workspace.language,
    );
    let (found, held_back) = checks::run(&workspace.network, language, today);
    let findings = workspace.findings.iter().cloned().chain(found).collect();
    let asked = RunScope {
        today,
        language,
        charter: false,
        held_back,
        skipped: &[],
    };
    let (told, _) = checks::apply_levels(&workspace.network, findings, &asked);
    let resolved = workspace::resolve(&folder, told, language);
    assert!(
        resolved.findings.is_empty(),
        "an invented workspace has no faults: {:?}",
        resolved.findings[0]
    );
    workspace
}

/// What the charter asks of every record, its own examples included in `whole`.
fn charter(workspace: &Workspace) -> usize {
    let today = Day {
        year: 2026,
        month: 11,
        day: 22,
    };
    checks::criteria::evaluate(&workspace.network, workspace.language, today)
        .0
        .len()
}

/// CPU time that something takes, in microseconds a record; taking apart what it leaves is not
/// counted, since the
/// program leaves that to the system.
fn timed<T>(run: impl FnOnce() -> T) -> f64 {
    let start = processor_time();
    let left = run();
    let end = processor_time();
    drop(left);
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
