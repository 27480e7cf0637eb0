//! What a network makes of its findings: levels set in `apes.toml`, waivers written in records.

use std::collections::BTreeSet;

use crate::calendar::Day;
use crate::diagnostic::{Finding, Severity};
use crate::documents::hints::HINTS;
use crate::network::Network;

/// Gives each finding the level that `apes.toml` sets for its check, and leaves out what is off or
/// waived today.
///
/// The second answer is how many were left out. What keeps a file from being read stays an error,
/// whatever is set:
/// nobody can make a broken workspace look whole.
#[must_use]
pub fn apply_levels(
    network: &Network,
    findings: Vec<Finding>,
    today: Day,
) -> (Vec<Finding>, usize) {
    let waived = waived(network, today);
    let levels = &network.settings.checks;
    let all = findings.len();
    let at_its_level = |mut finding: Finding| {
        if keeps_unread(&finding) {
            return Some(finding);
        }
        if waived.contains(&(&*finding.primary.place.file, &*finding.name)) {
            return None;
        }
        if let Some(level) = levels.get(&*finding.name) {
            finding.severity = level.level.severity()?;
        }
        Some(finding)
    };
    let told: Vec<Finding> = findings.into_iter().filter_map(at_its_level).collect();
    let left_out = all - told.len();
    (told, left_out)
}

/// Whether a finding says that a file, or a part of one, is not read.
fn keeps_unread(finding: &Finding) -> bool {
    let of_writing = HINTS.iter().any(|fault| fault.rule.name == finding.name);
    finding.severity == Severity::Error && (of_writing || finding.name == "unread-file")
}

/// The files with the checks that are waived there today: each waiver silences one check on one
/// record.
fn waived(network: &Network, today: Day) -> BTreeSet<(&str, &str)> {
    let in_force = network.records().flat_map(|record| {
        let waivers = record.common().waivers.iter();
        let in_force = waivers.filter(move |waiver| waiver.in_force(today));
        in_force.map(move |waiver| (&**record.file(), &*waiver.check))
    });
    in_force.collect()
}
