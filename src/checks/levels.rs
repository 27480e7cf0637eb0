//! What a network makes of its findings: levels set in `apes.toml`, waivers written in records.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::calendar::Day;
use crate::diagnostic::{Finding, Severity};
use crate::documents::faults::FAULTS;
use crate::network::Network;
use crate::records::Record;

/// Gives each finding the level that `apes.toml` sets for its check, and leaves out what is off or waived today.
///
/// The second answer is how many were left out. What keeps a file from being read stays an error, whatever is set:
/// nobody can make a broken workspace look whole.
#[must_use]
pub fn settle(network: &Network, findings: Vec<Finding>, today: Day) -> (Vec<Finding>, usize) {
    let waived = waivers(network);
    let in_force = |finding: &Finding| {
        let until = waived.get(&finding.primary.place.file).and_then(|record| record.get(&*finding.name));
        until.is_some_and(|last| today <= *last)
    };
    let levels = &network.settings.checks;
    let all = findings.len();
    let at_its_level = |mut finding: Finding| {
        if keeps_unread(&finding) {
            return Some(finding);
        }
        if in_force(&finding) {
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
    let of_writing = FAULTS.iter().any(|fault| fault.rule.name == finding.name);
    finding.severity == Severity::Error && (of_writing || finding.name == "unread-file")
}

/// The last day of each waiver, by file and check; a waiver silences one check on one record.
type Waived<'n> = BTreeMap<Arc<str>, BTreeMap<&'n str, Day>>;

fn waivers(network: &Network) -> Waived<'_> {
    let mut waived = Waived::new();
    of(&network.territories, &mut waived);
    of(&network.actors, &mut waived);
    of(&network.dynamics, &mut waived);
    of(&network.published, &mut waived);
    waived
}

fn of<'n, I, T>(records: &'n [Record<I, T>], waived: &mut Waived<'n>) {
    for record in records {
        for waiver in &record.common.waivers {
            if let Some(until) = waiver.until {
                let checks = waived.entry(record.file.clone()).or_default();
                let last = checks.entry(&waiver.check).or_insert(until.last());
                *last = until.last().max(*last);
            }
        }
    }
}
