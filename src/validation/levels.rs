//! The levels that a network sets in `apes.toml` and the waivers in its records, applied to
//! findings.

use std::collections::BTreeSet;

use crate::calendar::Day;
use crate::diagnostic::{Finding, Severity};
use crate::documents::hints::HINTS;
use crate::network::Network;

/// Gives each finding the level that `apes.toml` sets for its rule, and leaves out those that are
/// off, or waived today. Returns the findings kept and the number left out.
///
/// An error that keeps a file from being read stays an error whatever is set: no setting can make a
/// broken workspace look whole.
#[must_use]
pub fn apply_levels(
    network: &Network,
    findings: Vec<Finding>,
    today: Day,
) -> (Vec<Finding>, usize) {
    let waived = waived(network, today);
    let total = findings.len();
    let kept: Vec<Finding> = findings
        .into_iter()
        .filter_map(|finding| at_level(network, &waived, finding))
        .collect();
    let left_out = total - kept.len();
    (kept, left_out)
}

/// A finding at the level of its rule; `None` if it is off or waived.
fn at_level(
    network: &Network,
    waived: &BTreeSet<(&str, &str)>,
    finding: Finding,
) -> Option<Finding> {
    if is_unreadable(&finding) {
        return Some(finding);
    }
    if waived.contains(&(&*finding.primary.place.file, &*finding.name)) {
        return None;
    }
    apply_level_of_rule(network, finding)
}

/// A finding at the level that `apes.toml` sets for its rule; `None` if it is off.
pub(super) fn apply_level_of_rule(network: &Network, mut finding: Finding) -> Option<Finding> {
    if let Some(level) = network.settings.checks.get(&*finding.name) {
        finding.severity = level.level.severity()?;
    }
    Some(finding)
}

/// Whether a finding says that a file, or a part of one, could not be read.
fn is_unreadable(finding: &Finding) -> bool {
    let is_hint = HINTS.iter().any(|hint| hint.rule.name == finding.name);
    finding.severity == Severity::Error && (is_hint || finding.name == "unread-file")
}

/// The pairs of a file and a rule that is waived there today: a waiver silences one rule in one
/// record.
fn waived(network: &Network, today: Day) -> BTreeSet<(&str, &str)> {
    let mut waived = BTreeSet::new();
    for record in network.records() {
        for waiver in &record.common().waivers {
            if waiver.in_force(today) {
                waived.insert((&**record.file(), &*waiver.check));
            }
        }
    }
    waived
}
