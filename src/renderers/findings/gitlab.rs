//! The report of code quality that GitLab shows in a merge request, on the lines of its diff.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::diagnostic::{Finding, Identity, Severity};
use crate::renderers::findings::limits::{Limits, clipped};
use crate::renderers::findings::report::FindingsReport;
use crate::renderers::safe;

#[derive(Serialize)]
struct Issue {
    description: String,
    check_name: String,
    fingerprint: String,
    severity: &'static str,
    location: Location,
}

#[derive(Serialize)]
struct Location {
    path: String,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
}

pub fn render(report: &FindingsReport) -> String {
    let mut limits = Limits::new(report.showing.all);
    let mut copies: BTreeMap<Identity, usize> = BTreeMap::new();
    let mut issues = Vec::new();
    for finding in report.shown() {
        let path = report.path(&finding.primary.place.file);
        let source = report.sources.get(&finding.primary.place.file);
        let identity = Identity::of(finding, &path, source);
        let copy = copies.entry(identity.clone()).or_default();
        *copy += 1;
        if limits.has_room() {
            let issue = issue(report, finding, path, identity.fingerprint(*copy));
            let text = serde_json::to_string_pretty(&issue).unwrap_or_default();
            issues.extend(
                limits
                    .admit(&finding.primary.place.file, [text])
                    .map(|_| issue),
            );
        }
    }
    safe::json(&serde_json::to_string_pretty(&issues).unwrap_or_default()) + "\n"
}

fn issue(report: &FindingsReport, finding: &Finding, path: String, fingerprint: String) -> Issue {
    let (line, _) = report.line_column(&finding.primary.place);
    let sentence = safe::line(&finding.sentence);
    let description = match &finding.help {
        Some(help) => format!("{sentence} · {}", safe::line(&help.sentence)),
        None => sentence,
    };
    Issue {
        description: clipped(&description),
        check_name: finding.name.to_string(),
        fingerprint,
        severity: match finding.severity {
            Severity::Error => "major",
            Severity::Warning => "minor",
            Severity::Note => "info",
        },
        location: Location {
            path,
            lines: Lines { begin: line },
        },
    }
}
