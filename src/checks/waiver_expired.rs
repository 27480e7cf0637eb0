//! `waiver-expired`: a waiver whose last day has passed, and that no other continues.

use crate::checks::{Check, Context};
use crate::diagnostic::{At, Place};
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
    for record in context.network.records() {
        let waivers = &record.common().waivers;
        for (index, waiver) in waivers.iter().enumerate() {
            let continued = waivers
                .iter()
                .any(|later| later.check == waiver.check && later.in_force(today));
            let Some(until) = waiver.until.filter(|_| !continued) else {
                continue;
            };
            let (check, last) = (&waiver.check, until.last());
            let place = Place {
                file: record.file().clone(),
                at: At::Value(route!["waivers", index, "until"]),
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
                    en: "delete it, or have it renewed by those who decided it")),
            );
        }
    }
    context.findings.extend(findings);
}
