//! `apes validate`: every record against shape, references and published figures.

mod comparison;
mod forge;
mod presentation;
mod summary;

use std::path::PathBuf;

use anyhow::Result;
use clap::{Args, ValueEnum};

use crate::calendar::Day;
use crate::commands::shared::clock::{day, year};
use crate::commands::shared::command::{ExitStatus, RunContext, eprint};
use crate::commands::shared::selection::{paths_below, require_check};
use crate::diagnostic::{Finding, Severity};
use crate::renderers::safe;
use crate::validation::{Selection, Validated, ValidationOptions, validate};
use crate::views::view::Incomplete;
use crate::workspace::Workspace;

use presentation::Presentation;

/// Check every record: shape, references, periods, codes, published figures
#[derive(Args)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is an option of its own"
)]
pub struct Arguments {
    /// Only findings in these files or folders
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// Only findings of these checks
    #[arg(long, value_name = "NAME")]
    only: Vec<String>,
    /// Leave these checks out
    #[arg(long, value_name = "NAME")]
    skip: Vec<String>,
    /// Exit with 1 on these too: `warnings`, `notes`, or the name of a check
    #[arg(long, value_name = "WHAT")]
    deny: Vec<String>,
    /// Exit with 1 only for findings that are new since a revision of git, and show these first:
    /// `origin/main`, `v2024`, a commit
    #[arg(long, value_name = "REV")]
    since: Option<String>,
    /// Exit with 1 only for findings that this list of known ones does not hold; an entry of the
    /// list that is no longer found is a finding
    #[arg(long, value_name = "FILE")]
    baseline: Option<PathBuf>,
    /// Write the list of --baseline if there is none; else take from it what is no longer found
    #[arg(long, requires = "baseline")]
    write_baseline: bool,
    /// Show all findings, each with its excerpt, however many there are
    #[arg(long)]
    all: bool,
    /// The least severe findings that are shown; others are counted
    #[arg(long, value_name = "SEVERITY")]
    level: Option<Level>,
    /// Print only how many findings there are of each check
    #[arg(long)]
    statistics: bool,
    /// How findings are presented; by default as the forge wants it in its continuous integration,
    /// else `human`
    #[arg(long, value_name = "FORMAT")]
    format: Option<FindingsFormat>,
    /// Write the findings to this file, and print for people what is found
    #[arg(long, short, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Day on which the charter applies and deadlines are evaluated, instead of today
    #[arg(long, value_name = "DAY", value_parser = day)]
    at: Option<Day>,
    /// Likewise, on the last day of a year
    #[arg(long, value_name = "YEAR", value_parser = year, conflicts_with = "at")]
    year: Option<u16>,
}

/// Severities of findings, as people type them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Level {
    /// Errors alone
    Error,
    /// Warnings too
    Warning,
    /// Notes too
    Note,
}

impl Level {
    fn severity(self) -> Severity {
        match self {
            Self::Error => Severity::Error,
            Self::Warning => Severity::Warning,
            Self::Note => Severity::Note,
        }
    }
}

/// Formats of findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum FindingsFormat {
    /// With excerpts
    Human,
    /// One line per finding
    Short,
    /// For other programs
    Json,
    /// Annotations on the lines of a change
    Github,
    /// A report of code quality
    Gitlab,
    /// SARIF 2.1.0
    Sarif,
    /// Test results in XML
    Junit,
}

/// Validates the workspace and prints the findings.
pub fn run(arguments: &Arguments, context: &RunContext) -> Result<ExitStatus> {
    let (folder, workspace) = context.open()?;
    let denied_checks = arguments.deny.iter().filter(|name| !is_severity(name));
    for name in arguments
        .only
        .iter()
        .chain(&arguments.skip)
        .chain(denied_checks)
    {
        require_check(name, workspace)?;
    }
    let (paths, gone) = paths_below(&folder, &arguments.paths, workspace.language)?;
    let options = ValidationOptions {
        date: evaluation_date(arguments, context.today),
        criteria: true,
        selection: Selection {
            only: &arguments.only,
            skip: &arguments.skip,
            paths: &paths,
            gone: &gone,
        },
    };
    let mut validated = validate(workspace, &folder, &options);
    let new = comparison::compare(arguments, &folder, workspace, &options, &mut validated)?;
    let presentation = Presentation::new(arguments, &folder, new, context)?;
    let fails = presentation.present(workspace, &validated)?;
    tell_hidden(workspace, &validated);
    Ok(if fails {
        ExitStatus::Findings
    } else {
        ExitStatus::Success
    })
}

/// Whether `--deny` names all findings of a severity.
fn is_severity(name: &str) -> bool {
    matches!(name, "warnings" | "notes")
}

/// Says on standard error that files could not be read, where no finding that was asked for does.
fn tell_hidden(workspace: &Workspace, validated: &Validated) {
    let is_said = |finding: &Finding| finding.severity == Severity::Error;
    if let Some(missing) = Incomplete::of(&workspace.network)
        && !validated.findings.iter().any(is_said)
    {
        eprint(&safe::line(&missing.sentence(workspace.language)));
    }
}

/// The date for which criteria are evaluated: `--at`, or the last day of `--year` (today, for the
/// current year).
fn evaluation_date(arguments: &Arguments, today: Day) -> Day {
    match (arguments.at, arguments.year) {
        (Some(day), _) => day,
        (None, Some(year)) if year != today.year => Day::last_of(year),
        (None, _) => today,
    }
}
