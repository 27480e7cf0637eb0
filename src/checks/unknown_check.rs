//! `unknown-check`: `apes.toml` or a waiver names a check that does not exist.

use crate::checks::{Bench, Check, names};
use crate::diagnostic::{At, Place, Rule, Severity, Writing, nearest};
use crate::documents::faults::FAULTS;
use crate::language::Both;
use crate::records::{Common, Record};
use crate::{example, route, say};

/// The check.
pub const CHECK: Check = Check {
    rule: Rule {
        name: "unknown-check",
        severity: Severity::Error,
        because: Both {
            fr: "un réglage ou une dispense qui ne vise rien laisse croire que quelque chose est réglé",
            en: "a setting or a waiver that aims at nothing makes believe that something is settled",
        },
        example: example!("checks", "unknown-check"),
    },
    run,
};

fn run(bench: &mut Bench) {
    let network = bench.network;
    for name in network.settings.checks.keys() {
        judge(bench, name, Place { file: "apes.toml".into(), at: At::Key(route!["checks", name]) });
    }
    waivers(bench, &network.territories);
    waivers(bench, &network.actors);
    waivers(bench, &network.dynamics);
    waivers(bench, &network.published);
}

fn waivers<I: std::fmt::Display, T>(bench: &mut Bench, records: &[Record<I, T>]) {
    for record in records {
        let Common { waivers, .. } = &*record.common;
        for (place, waiver) in waivers.iter().enumerate() {
            judge(bench, &waiver.check, record.at(At::Value(route!["waivers", place, "check"])));
        }
    }
}

fn judge(bench: &mut Bench, name: &str, place: Place) {
    let network = bench.network;
    let language = bench.language;
    if FAULTS.iter().any(|fault| fault.rule.name == name && fault.rule.severity == Severity::Error) {
        let sentence = say!(language,
            fr: "`{name}` ne se règle pas et ne se dispense pas",
            en: "`{name}` can be neither set nor waived");
        let finding = bench.find_at(&CHECK.rule, place, sentence).help(say!(language,
            fr: "ce qui empêche de lire une fiche reste une erreur\u{a0}: corriger la fiche, effacer ce réglage",
            en: "what keeps a record from being read stays an error: mend the record, delete this setting"));
        return bench.tell(finding);
    }
    if name.is_empty() || names(network).any(|known| known == name) {
        return;
    }
    let finding = bench.find_at(
        &CHECK.rule,
        place.clone(),
        say!(language,
        fr: "il n'y a pas de contrôle nommé `{name}`",
        en: "there is no check named `{name}`"),
    );
    bench.tell(match nearest(name, names(network)) {
        Some(near) => finding
            .help(
                say!(language, fr: "un contrôle de nom proche existe", en: "a check with a near name exists"),
            )
            .edit(place, Writing::Text(near.to_owned())),
        None => finding.help(say!(language,
            fr: "`apes explain` les énumère tous",
            en: "`apes explain` lists them all")),
    });
}
