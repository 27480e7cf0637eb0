//! What a network makes of its findings: levels set in `apes.toml`, waivers written in records.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::calendar::Day;
use crate::diagnostic::{Finding, Severity};
use crate::network::Network;
use crate::records::Record;

/// Gives each finding the level that `apes.toml` sets for its rule, and leaves out what is off or waived today.
#[must_use]
pub fn settle(network: &Network, findings: Vec<Finding>, today: Day) -> Vec<Finding> {
    let waived = waivers(network);
    let in_force = |finding: &Finding| {
        let until = waived.get(&finding.primary.place.file).and_then(|record| record.get(&*finding.name));
        until.is_some_and(|last| today <= *last)
    };
    let levels = &network.settings.checks;
    let at_its_level = |mut finding: Finding| {
        let severity: Option<Severity> = match levels.get(&*finding.name) {
            Some(level) => level.level.severity(),
            None => Some(finding.severity),
        };
        finding.severity = severity?;
        Some(finding)
    };
    findings.into_iter().filter(|finding| !in_force(finding)).filter_map(at_its_level).collect()
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
                waived.entry(record.file.clone()).or_default().insert(&waiver.check, until.last());
            }
        }
    }
}
