//! `unknown-check`: `apes.toml` or a waiver names a check that does not exist.

use crate::checks::{Check, Context, names};
use crate::diagnostic::{At, Place, Severity, nearest};
use crate::documents::hints::HINTS;
use crate::records::{Common, Record, Target};
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
        check_name(
            context,
            name,
            Place {
                file: "apes.toml".into(),
                at: At::Key(route!["checks", name]),
            },
        );
    }
    check_waivers(context, &network.territories);
    check_waivers(context, &network.actors);
    check_waivers(context, &network.dynamics);
    check_waivers(context, &network.published);
}

fn check_waivers<I: std::fmt::Display, T>(context: &mut Context, records: &[Record<I, T>]) {
    for record in records {
        let Common { waivers, .. } = &*record.common;
        for (index, waiver) in waivers.iter().enumerate() {
            check_name(
                context,
                &waiver.check,
                record.at(At::Value(route!["waivers", index, "check"])),
            );
        }
    }
}

/// Reports a name that no check has, or whose findings can be neither set nor waived.
fn check_name(context: &mut Context, name: &str, place: Place) {
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
            en: "what keeps a record from being read stays an error: correct the record, delete \
                this setting"));
        return context.report(finding);
    }
    if name.is_empty() || names(network).any(|known| known == name) {
        return;
    }
    // It may be a criterion of a charter that was not read.
    if !network.knows_all(Target::Principle) {
        context.held_back += 1;
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
        Some(name) => finding.suggest(language, place, name),
        None => finding.help(say!(language,
            fr: "`apes explain` les énumère tous",
            en: "`apes explain` lists them all")),
    });
}
