//! Which findings are shown with an excerpt: all errors, and of each other check the first ones.

use crate::diagnostic::{Finding, Severity};
use crate::renderers::findings::alike::AlikeFindings;
use crate::renderers::findings::report::FindingsReport;

/// Findings of one check that are shown, if they are no errors.
const MOST_PER_CHECK: usize = 3;

/// Places of errors that say the same.
const MOST_PLACES: usize = 50;

/// A finding with an excerpt, and what stands for others behind it.
pub(super) struct Shown<'f> {
    pub(super) finding: &'f Finding,
    /// Other findings that say the same, of which the places are listed.
    pub(super) alike: Vec<&'f Finding>,
    /// Findings that are counted behind this one: alike, or of the same check.
    pub(super) left_out: usize,
}

/// The findings that are shown: errors first, by file, then check by check.
pub(super) fn fold<'f>(report: &FindingsReport<'f>, alike: &AlikeFindings<'f>) -> Vec<Shown<'f>> {
    let findings: Vec<&Finding> = report.shown_to_people().collect();
    if report.showing.all {
        return findings.into_iter().map(alone).collect();
    }
    let (errors, others): (Vec<&Finding>, Vec<&Finding>) = findings
        .into_iter()
        .partition(|finding| finding.severity == Severity::Error);
    let mut shown = Vec::new();
    for error in errors.into_iter().filter(|error| alike.is_first(error)) {
        let same = alike.others(error);
        shown.push(with_others(error, same, MOST_PLACES));
    }
    for (_, of_check) in by_check(others) {
        shown.extend(first_ones(&of_check, alike));
    }
    shown
}

fn alone(finding: &Finding) -> Shown<'_> {
    with_others(finding, &[], 0)
}

fn with_others<'f>(finding: &'f Finding, same: &[&'f Finding], places: usize) -> Shown<'f> {
    Shown {
        finding,
        alike: same.iter().take(places).copied().collect(),
        left_out: same.len().saturating_sub(places),
    }
}

/// Findings by severity, from the gravest, then by check, in the order in which each first occurs.
fn by_check(findings: Vec<&Finding>) -> Vec<(&str, Vec<&Finding>)> {
    let mut checks: Vec<(&str, Vec<&Finding>)> = Vec::new();
    for finding in findings {
        let name = &*finding.name;
        match checks.iter_mut().find(|(check, _)| *check == name) {
            Some((_, group)) => group.push(finding),
            None => checks.push((name, vec![finding])),
        }
    }
    checks
        .sort_by_key(|(_, group)| std::cmp::Reverse(group.first().map(|finding| finding.severity)));
    checks
}

/// The first findings of one check; behind the last of them the others are counted.
fn first_ones<'f>(of_check: &[&'f Finding], alike: &AlikeFindings<'f>) -> Vec<Shown<'f>> {
    let mut shown: Vec<Shown> = Vec::new();
    let mut rest = MOST_PER_CHECK;
    for finding in of_check.iter().filter(|finding| alike.is_first(finding)) {
        if rest == 0 {
            break;
        }
        let one = with_others(finding, alike.others(finding), rest - 1);
        rest -= 1 + one.alike.len();
        shown.push(one);
    }
    let counted = MOST_PER_CHECK - rest;
    for one in &mut shown {
        one.left_out = 0;
    }
    if let Some(last) = shown.last_mut() {
        last.left_out = of_check.len() - counted;
    }
    shown
}
