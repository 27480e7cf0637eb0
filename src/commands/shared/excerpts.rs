//! Findings of a few texts as excerpts for people, without a summary.

use crate::charter::CriterionError;
use crate::checks::criteria::criterion_error_finding;
use crate::checks::rule_of;
use crate::commands::shared::command::{ExitStatus, RunContext, eprint};
use crate::diagnostic::{At, Finding, Place};
use crate::language::Language;
use crate::renderers::findings::{self, FindingsReport, Format, Showing, Width};
use crate::sources::{Folder, Source, Span};
use crate::workspace::{self, Resolved};

/// Renders resolved findings with excerpts, without a line break at the end.
#[must_use]
pub fn excerpts(resolved: &Resolved, width: Width, language: Language) -> String {
    let report = FindingsReport {
        findings: &resolved.findings,
        sources: &resolved.sources,
        language,
        summary: "",
        held_back: 0,
        silenced: 0,
        records: 0,
        showing: Showing::default(),
    };
    findings::render(&report, Format::Human(width))
        .trim_end()
        .to_owned()
}

/// Prints the findings that keep a command from running; `typed` are the texts that they point
/// into, apart from the files of the folder.
pub fn refuse(
    findings: Vec<Finding>,
    typed: &[Source],
    folder: &Folder,
    context: &RunContext,
    language: Language,
) -> ExitStatus {
    let resolved = workspace::resolve_with(folder, typed, findings, language);
    let width = Width {
        columns: context.columns,
        colour: context.colour,
    };
    eprint(&excerpts(&resolved, width, language));
    ExitStatus::Failure
}

/// The finding of an error in an expression that a person typed.
#[must_use]
pub fn typed_error(error: &CriterionError, source: &Source, language: Language) -> Finding {
    let whole = Span::new(0, source.text.len());
    let place = Place {
        file: source.path.clone(),
        at: At::Span(error.span.unwrap_or(whole)),
    };
    criterion_error_finding(rule_of(error.kind), error, place, language)
}
