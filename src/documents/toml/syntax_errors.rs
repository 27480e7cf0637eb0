//! The syntax errors of a TOML text, as findings.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use ::toml::de::{DeTable, Error};

use crate::diagnostic::{At, Edit, Finding, Writing};
use crate::documents::apply_edits::{Replacements, apply};
use crate::documents::hints;
use crate::documents::hints::hint::ParseFailure;
use crate::documents::reading::{Limits, Reading};
use crate::documents::syntax::Syntax;
use crate::sources::Span;

/// Reports the syntax errors, one for each line and [`Limits::SYNTAX_ERRORS`] at most.
///
/// Each error is fixed in a copy of the text before the next is looked for: after one slip a
/// parser reports errors on lines that are right.
pub fn report(reading: &Reading) -> Vec<Finding> {
    let first_errors = DeTable::parse_recoverable(reading.text()).1;
    let mut errors = first_errors.clone();
    let mut reported_lines: Vec<Span> = Vec::new();
    let mut edits: Vec<Edit> = Vec::new();
    let mut findings = Vec::new();
    while findings.len() < Limits::SYNTAX_ERRORS {
        let before = errors.clone();
        let Some((mut finding, span)) = next_finding(reading, errors, &reported_lines, &edits)
        else {
            break;
        };
        let line = reading.source.line_span(span.start);
        let own_edits = finding
            .help
            .as_ref()
            .map_or(Vec::new(), |help| help.edits.clone());
        if !own_edits.is_empty() && are_enough(reading, &before, &edits, &own_edits) {
            edits.extend_from_slice(&own_edits);
        } else {
            // A line that nobody can fix is left out of the copy.
            edits.push(Edit {
                place: reading.place(line),
                writing: Writing::Raw(String::new()),
            });
            reported_lines.push(line);
        }
        if let Some(help) = &mut finding.help
            && !are_enough(reading, &first_errors, &[], &own_edits)
        {
            help.edits.clear();
        }
        if let At::Span(shown) = finding.primary.place.at {
            reported_lines.push(reading.source.line_span(shown.start));
        }
        findings.push(finding);
        let Some(copy) = apply(reading.text(), Syntax::Toml, &edits) else {
            break;
        };
        errors = DeTable::parse_recoverable(&copy).1;
    }
    if findings.is_empty() {
        findings.push(disagreement(reading));
    }
    findings
}

/// Whether edits, beside those of earlier findings, leave no error on the lines that they change,
/// and bring none to lines without: the hint may have seen only a part of what is wrong. `before`
/// are the errors beside the earlier edits alone.
fn are_enough(reading: &Reading, before: &[Error], earlier: &[Edit], edits: &[Edit]) -> bool {
    let mut all = earlier.to_vec();
    all.extend_from_slice(edits);
    let (Some(earlier), Some(all)) = (
        Replacements::of(Syntax::Toml, earlier),
        Replacements::of(Syntax::Toml, &all),
    ) else {
        return false;
    };
    let Some(copy) = all.applied_to(reading.text()) else {
        return false;
    };
    let lines: Vec<RangeInclusive<usize>> = edits
        .iter()
        .filter_map(|edit| match edit.place.at {
            At::Span(span) => Some(reading.source.line(span.start)..=reading.source.line(span.end)),
            _ => None,
        })
        .collect();
    // By number: there may be an error for each byte, and a line may be all of the text.
    let line_of = |error: &Error, replacements: &Replacements| {
        let start = error.span().unwrap_or_default().start;
        Some(reading.source.line(replacements.original_offset(start)?))
    };
    let known: BTreeSet<Option<usize>> = before
        .iter()
        .map(|error| line_of(error, &earlier))
        .collect();
    let errors = DeTable::parse_recoverable(&copy).1;
    errors.len() < before.len()
        && errors.iter().all(|error| {
            let line = line_of(error, &all);
            let is_changed = |line| lines.iter().any(|changed| changed.contains(&line));
            line.is_some_and(|line| !is_changed(line)) && known.contains(&line)
        })
}

/// The finding about the first error, in a copy with `edits`, that is not on a reported line.
fn next_finding(
    reading: &Reading,
    mut errors: Vec<Error>,
    reported_lines: &[Span],
    edits: &[Edit],
) -> Option<(Finding, Span)> {
    let replacements = Replacements::of(Syntax::Toml, edits)?;
    errors.sort_by_key(|error| error.span().map_or((0, 0), |span| (span.start, span.end)));
    errors.iter().find_map(|error| {
        let span = error.span().unwrap_or_default();
        let start = replacements
            .original_offset(span.start)
            .filter(|start| !is_on_a_line(reported_lines, *start))?;
        let failure = ParseFailure::of_syntax(
            reading,
            Span::new(start, start + span.len()),
            error.message(),
        );
        let finding = hints::report(&failure);
        match finding.primary.place.at {
            At::Span(shown) if !is_on_a_line(reported_lines, shown.start) => {
                Some((finding, failure.error_span))
            }
            _ => None,
        }
    })
}

fn is_on_a_line(lines: &[Span], offset: usize) -> bool {
    lines
        .iter()
        .any(|line| line.start <= offset && offset <= line.end)
}

/// The finding about a text that our builder refuses and the `toml` crate reads: none is known,
/// and should there be one, the file is refused rather than read by guess.
fn disagreement(reading: &Reading) -> Finding {
    hints::report(&ParseFailure::of_syntax(
        reading,
        Span::default(),
        "invalid TOML",
    ))
}
