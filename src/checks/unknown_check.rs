//! `unknown-check`: `apes.toml` or a waiver names a check that does not exist.

use crate::checks::{Check, Context, names};
use crate::diagnostic::{At, Place, Severity, Writing, nearest};
use crate::documents::hints::HINTS;
use crate::records::{Common, Record};
use crate::{route, rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "unknown-check", Error,
        fr: "un réglage ou une dispense qui ne vise rien laisse croire que quelque chose est \
            réglé",
        en: "a setting or a waiver that aims at nothing makes believe that something is settled"),
    run,
};

fn run(context: &mut Context) {
    let network = context.network;
    for name in network.settings.checks.keys() {
        judge(
            context,
            name,
            Place {
                file: "apes.toml".into(),
                at: At::Key(route!["checks", name]),
            },
        );
    }
    waivers(context, &network.territories);
    waivers(context, &network.actors);
    waivers(context, &network.dynamics);
    waivers(context, &network.published);
}

fn waivers<I: std::fmt::Display, T>(context: &mut Context, records: &[Record<I, T>]) {
    for record in records {
        let Common { waivers, .. } = &*record.common;
        for (place, waiver) in waivers.iter().enumerate() {
            judge(
                context,
                &waiver.check,
                record.at(At::Value(route!["waivers", place, "check"])),
            );
        }
    }
}

fn judge(context: &mut Context, name: &str, place: Place) {
    let network = context.network;
    let language = context.language;
    if HINTS
        .iter()
        .any(|fault| fault.rule.name == name && fault.rule.severity == Severity::Error)
    {
        let sentence = say!(language,
            fr: "`{name}` ne se règle pas et ne se dispense pas",
            en: "`{name}` can be neither set nor waived");
        let finding = context
            .find_at(&CHECK.rule, place, sentence)
            .help(say!(language,
            fr: "ce qui empêche de lire une fiche reste une erreur\u{a0}: corriger la fiche, \
                effacer ce réglage",
            en: "what keeps a record from being read stays an error: mend the record, delete this \
                setting"));
        return context.report(finding);
    }
    if name.is_empty() || names(network).any(|known| known == name) {
        return;
    }
    let finding = context.find_at(
        &CHECK.rule,
        place.clone(),
        say!(language,
        fr: "il n'y a pas de contrôle nommé `{name}`",
        en: "there is no check named `{name}`"),
    );
    context.report(match nearest(name, names(network)) {
        Some(near) => finding
            .help(
                say!(language, fr: "un contrôle de nom proche existe", en: "a check with a near \
                    name exists"),
            )
            .edit(place, Writing::Text(near.to_owned())),
        None => finding.help(say!(language,
            fr: "`apes explain` les énumère tous",
            en: "`apes explain` lists them all")),
    });
}
