//! `waiver-unneeded`: a waiver still in force of a check that finds nothing there any more.

use std::collections::BTreeSet;

use crate::checks::{RunScope, Check, law};
use crate::diagnostic::{At, Finding, Place};
use crate::network::{Network, RecordRef};
use crate::records::CheckLevel;
use crate::{route, rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "waiver-unneeded", Note,
        fr: "une dispense oubliée tairait demain un constat que personne n'a excusé",
        en: "a forgotten waiver would silence tomorrow a finding that nobody has excused"),
    // It is known only once everything else was found: [`unneeded`] tells it.
    run: |_| {},
};

/// The waivers in force that silence none of these findings, where the check was asked and would
/// have found.
///
/// While a file is broken or a judgement held back, nobody knows, and nothing is told.
#[must_use]
pub fn unneeded(
    network: &Network,
    findings: &[Finding],
    asked: &RunScope,
    rules: &[&str],
) -> Vec<Finding> {
    if asked.held_back > 0
        || !network.is_intact()
        || network
            .records()
            .all(|record| record.common().waivers.is_empty())
    {
        return Vec::new();
    }
    let found: BTreeSet<(&str, &str)> = findings
        .iter()
        .map(|finding| (&*finding.primary.place.file, &*finding.name))
        .collect();
    let criteria = in_force(network, asked);
    let was_asked = |check: &str| {
        let off = network
            .settings
            .checks
            .get(check)
            .is_some_and(|level| level.level == CheckLevel::Off);
        let skipped = asked.skipped.iter().any(|skipped| skipped == check);
        let known = criteria.contains(check) || rules.contains(&check);
        known && !off && !skipped && check != CHECK.rule.name
    };
    let mut told = Vec::new();
    for record in network.records() {
        let file = record.file();
        for (index, waiver) in record.common().waivers.iter().enumerate() {
            let check = &*waiver.check;
            if !waiver.in_force(asked.today)
                || found.contains(&(&**file, check))
                || !was_asked(check)
            {
                continue;
            }
            let place = Place {
                file: file.clone(),
                at: At::Value(route!["waivers", index, "check"]),
            };
            let sentence = say!(asked.language,
                fr: "`{check}` ne trouve rien ici\u{a0}: cette dispense n'excuse plus rien",
                en: "`{check}` finds nothing here: this waiver excuses nothing any more");
            let help = say!(asked.language, fr: "l'effacer", en: "take it away");
            told.push(Finding::new(&CHECK.rule, asked.language, place, sentence).help(help));
        }
    }
    told
}

/// The criteria that were asked: those in force today whose expressions can be read.
fn in_force(network: &Network, asked: &RunScope) -> BTreeSet<String> {
    if !asked.charter {
        return BTreeSet::new();
    }
    let criteria = law(&network.charter, network, asked.language)
        .criteria
        .into_iter();
    let in_force = criteria.filter(|compiled| compiled.criterion.in_force(asked.today));
    in_force.map(|compiled| compiled.id.to_owned()).collect()
}
