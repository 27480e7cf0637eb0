//! `waiver-expired`: a waiver whose last day has passed, and that no other of the same check
//! continues.

use crate::checks::{Check, Context};
use crate::diagnostic::{At, Place};
use crate::network::RecordRef;
use crate::{route, rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "waiver-expired", Warning,
        fr: "une dispense a un terme, pour que quelqu'un y revienne ce jour-là",
        en: "a waiver has an end, so that somebody comes back to it on that day"),
    run,
};

fn run(context: &mut Context) {
    let (language, today) = (context.language, context.today);
    let mut findings = Vec::new();
    for RecordRef { file, common, .. } in context.network.record_refs() {
        for (at, waiver) in common.waivers.iter().enumerate() {
            let continued = common
                .waivers
                .iter()
                .any(|other| other.check == waiver.check && other.in_force(today));
            let Some(until) = waiver.until.filter(|_| !continued) else {
                continue;
            };
            let (check, last) = (&waiver.check, until.last());
            let place = Place {
                file: file.clone(),
                at: At::Value(route!["waivers", at, "until"]),
            };
            let sentence = say!(language,
                fr: "la dispense de `{check}` a pris fin",
                en: "the waiver of `{check}` has ended");
            let finding = context.find_at(&CHECK.rule, place, sentence);
            findings.push(
                finding
                    .label(say!(language, fr: "dernier jour\u{a0}: {last}", en: "last day: {last}"))
                    .help(say!(language,
                    fr: "l'effacer, ou la faire renouveler par qui l'avait décidée",
                    en: "take it away, or have it renewed by those who decided it")),
            );
        }
    }
    context.findings.extend(findings);
}
