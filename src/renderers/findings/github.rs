//! Annotations for GitHub: workflow commands, one a line, that put findings on lines of a change.
//!
//! GitHub shows ten errors, ten warnings and ten notices of a step and drops the rest without a
//! word. What is beyond is therefore listed in the log, and summed in one notice.

use crate::diagnostic::{Finding, Severity};
use crate::language::Language;
use crate::renderers::findings::limits::{Limits, clipped};
use crate::renderers::findings::report::FindingsReport;
use crate::renderers::findings::short;
use crate::renderers::safe;
use crate::say;

/// Annotations of one kind that GitHub shows of a step.
const MOST: usize = 10;

/// Severities with the command that annotates them, and the number of annotations: one notice is
/// kept for the sum.
const KINDS: [(Severity, &str, usize); 3] = [
    (Severity::Error, "error", MOST),
    (Severity::Warning, "warning", MOST),
    (Severity::Note, "notice", MOST - 1),
];

pub fn render(report: &FindingsReport) -> String {
    let findings: Vec<&Finding> = report.shown_to_people().collect();
    let (mut out, mut rest) = (String::new(), Vec::new());
    for (severity, command, most) in KINDS {
        let of_kind: Vec<&Finding> = findings
            .iter()
            .copied()
            .filter(|finding| finding.severity == severity)
            .collect();
        let (annotated, others) = of_kind.split_at(most.min(of_kind.len()));
        for finding in annotated {
            out += &annotation(report, finding, command);
        }
        rest.extend(others.to_vec());
    }
    if !rest.is_empty() {
        out += &format!(
            "::notice title=apes validate::{}\n",
            escaped(&sum(report, &rest))
        );
        out += &listed(report, &rest);
    }
    out + &harmless(report.summary) + "\n"
}

/// The annotation of one finding, with its reason and its remedy.
fn annotation(report: &FindingsReport, finding: &Finding, command: &str) -> String {
    let place = &finding.primary.place;
    let ((line, column), (end_line, end_column)) =
        (report.line_column(place), report.end_line_column(place));
    let file = property(&report.path(&place.file));
    let mut end = format!(",endLine={end_line}");
    if end_line == line {
        // GitHub refuses columns of an annotation over lines; its end column is counted.
        let last = end_column.saturating_sub(1).max(column);
        end = format!(",col={column},endLine={line},endColumn={last}");
    }
    let title = property(&safe::line(&finding.name));
    let message = escaped(&message(finding, report.language));
    format!("::{command} file={file},line={line}{end},title={title}::{message}\n")
}

/// The finding in words: sentence, label, reason, remedy, one a line.
fn message(finding: &Finding, language: Language) -> String {
    let mut lines = vec![safe::line(&finding.sentence)];
    if !finding.primary.text.is_empty() {
        lines.push(safe::line(&finding.primary.text));
    }
    let because = safe::line(&finding.because);
    lines.push(say!(language, fr: "parce que\u{a0}: {because}", en: "because: {because}"));
    if let Some(help) = &finding.help {
        let help = safe::line(&help.sentence);
        lines.push(say!(language, fr: "aide\u{a0}: {help}", en: "help: {help}"));
    }
    lines
        .iter()
        .map(|line| clipped(line))
        .collect::<Vec<_>>()
        .join("\n")
}

/// How many findings have no annotation of their own.
fn sum(report: &FindingsReport, rest: &[&Finding]) -> String {
    let language = report.language;
    let mut counts = Vec::new();
    for (severity, ..) in KINDS {
        let count = rest
            .iter()
            .filter(|finding| finding.severity == severity)
            .count();
        if count > 0 {
            counts.push(severity.counted(count, language));
        }
    }
    let counts = counts.join(", ");
    say!(language,
        fr: "et aussi {counts}\u{a0}: le journal de cette étape les nomme",
        en: "and also {counts}: the log of this step names them")
}

/// The findings without annotations, one a line of the log.
fn listed(report: &FindingsReport, rest: &[&Finding]) -> String {
    let mut limits = Limits::new(report.showing.all);
    let mut out = String::new();
    for finding in rest {
        if limits.has_room() {
            let line = harmless(&clipped(&short::line(report, finding))) + "\n";
            out.extend(limits.admit(&finding.primary.place.file, [line]));
        }
    }
    out + &short::left_out(report, limits.left_out)
}

/// Lines of the log that the runner does not take for commands: it obeys `##[` anywhere in a line
/// and `::` at its start.
fn harmless(text: &str) -> String {
    let text = text.replace("##[", "# #[");
    let lines: Vec<String> = text
        .lines()
        .map(|line| {
            if line.trim_start().starts_with("::") {
                line.replacen("::", ": :", 1)
            } else {
                line.to_owned()
            }
        })
        .collect();
    lines.join("\n")
}

/// The data of a command, with what the runner decodes.
fn escaped(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// A property of a command, with what the runner decodes.
fn property(text: &str) -> String {
    escaped(text).replace(':', "%3A").replace(',', "%2C")
}
