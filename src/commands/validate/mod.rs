//! `apes validate`: every record against shape, references and published figures.

mod arguments;
mod comparison;
mod forge;
mod presentation;
mod summary;

use anyhow::Result;

use crate::calendar::Day;
use crate::commands::shared::command::{ExitStatus, RunContext, eprint};
use crate::commands::shared::selection::{paths_below, require_check};
use crate::diagnostic::{Finding, Severity};
use crate::renderers::safe;
use crate::validation::{Selection, Validated, ValidationOptions, validate};
use crate::views::view::Incomplete;
use crate::workspace::Workspace;

pub use arguments::Arguments;

use presentation::Presentation;

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
