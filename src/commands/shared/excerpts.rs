//! Findings of a few texts as excerpts for people, without a summary.

use crate::language::Language;
use crate::renderers::findings::{self, FindingsReport, Format, Showing, Width};
use crate::workspace::Resolved;

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
