//! One line for each finding: `file:line:column: severity[name]: sentence`.

use crate::diagnostic::Finding;
use crate::renderers::findings::limits::{Limits, clipped};
use crate::renderers::findings::report::FindingsReport;
use crate::renderers::safe;
use crate::say;

pub fn render(report: &FindingsReport) -> String {
    let mut limits = Limits::new(report.showing.all);
    let mut out = String::new();
    for finding in report.shown_to_people() {
        if !limits.has_room() {
            continue;
        }
        let whole = line(report, finding);
        let short = clipped(&whole) + "\n";
        let text = limits.admit(&finding.primary.place.file, [whole + "\n", short]);
        out.extend(text);
    }
    out + &left_out(report, limits.left_out)
}

/// The line of a finding, without its line break.
pub(super) fn line(report: &FindingsReport, finding: &Finding) -> String {
    let (line, column) = report.line_column(&finding.primary.place);
    let file = report.path(&finding.primary.place.file);
    let word = finding.severity.word(report.language);
    let (name, sentence) = (safe::line(&finding.name), safe::line(&finding.sentence));
    format!("{file}:{line}:{column}: {word}[{name}]: {sentence}")
}

/// A line that counts the findings left out; empty if there are none.
pub(super) fn left_out(report: &FindingsReport, count: usize) -> String {
    if count == 0 {
        return String::new();
    }
    let count = report.language.number(count as u64);
    say!(report.language,
        fr: "… et {count} constats de plus\u{a0}: `--all` les montre\n",
        en: "… and {count} more findings: `--all` shows them\n")
}
