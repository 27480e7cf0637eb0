//! The arguments of `apes validate`.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

use crate::calendar::Day;
use crate::commands::shared::clock::{day, year};
use crate::diagnostic::Severity;

/// Check every record: shape, references, periods, codes, published figures
#[derive(Args)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is an option of its own"
)]
pub struct Arguments {
    /// Only findings in these files or folders
    #[arg(value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    /// Only findings of these checks
    #[arg(long, value_name = "NAME")]
    pub(super) only: Vec<String>,
    /// Leave these checks out
    #[arg(long, value_name = "NAME")]
    pub(super) skip: Vec<String>,
    /// Exit with 1 on these too: `warnings`, `notes`, or the name of a check
    #[arg(long, value_name = "WHAT")]
    pub(super) deny: Vec<String>,
    /// Exit with 1 only for findings that are new since a revision of git, and show these first:
    /// `origin/main`, `v2024`, a commit
    #[arg(long, value_name = "REV")]
    pub(super) since: Option<String>,
    /// Exit with 1 only for findings that this list of known ones does not hold; an entry of the
    /// list that is no longer found is a finding
    #[arg(long, value_name = "FILE")]
    pub(super) baseline: Option<PathBuf>,
    /// Write the list of --baseline if there is none; else take from it what is no longer found
    #[arg(long, requires = "baseline")]
    pub(super) write_baseline: bool,
    /// Show all findings, each with its excerpt, however many there are
    #[arg(long)]
    pub(super) all: bool,
    /// The least severe findings that are shown; others are counted
    #[arg(long, value_name = "SEVERITY")]
    pub(super) level: Option<Level>,
    /// Print only how many findings there are of each check
    #[arg(long)]
    pub(super) statistics: bool,
    /// How findings are presented; by default as the forge wants it in its continuous integration,
    /// else `human`
    #[arg(long, value_name = "FORMAT")]
    pub(super) format: Option<FindingsFormat>,
    /// Write the findings to this file, and print for people what is found
    #[arg(long, short, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
    /// Day on which the charter applies and deadlines are evaluated, instead of today
    #[arg(long, value_name = "DAY", value_parser = day)]
    pub(super) at: Option<Day>,
    /// Likewise, on the last day of a year
    #[arg(long, value_name = "YEAR", value_parser = year, conflicts_with = "at")]
    pub(super) year: Option<u16>,
}

/// Severities of findings, as people type them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Level {
    /// Errors alone
    Error,
    /// Warnings too
    Warning,
    /// Notes too
    Note,
}

impl Level {
    /// The severity itself.
    pub(super) fn severity(self) -> Severity {
        match self {
            Self::Error => Severity::Error,
            Self::Warning => Severity::Warning,
            Self::Note => Severity::Note,
        }
    }
}

/// Formats of findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum FindingsFormat {
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
