//! `unknown-agreement`: an agreement renews one that its territory's record does not have.

use crate::checks::{Check, Context};
use crate::diagnostic::At;
use crate::network::TerritoryRecord;
use crate::{route, rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "unknown-agreement", Error,
        fr: "une convention reconduite se suit d'année en année, de l'une à l'autre",
        en: "a renewed agreement is followed from year to year, from one to the next"),
    run,
};

fn run(context: &mut Context) {
    let (network, language) = (context.network, context.language);
    for territory in &network.territories {
        let agreements = &territory.body.agreements;
        for (name, agreement) in agreements {
            let Some(renewed) = agreement
                .renews
                .as_ref()
                .filter(|renewed| !renewed.is_empty())
            else {
                continue;
            };
            if renewed == name {
                report_renewing_itself(context, territory, name);
                continue;
            }
            if agreements.get(renewed).is_some() {
                continue;
            }
            let place = territory.at(At::Value(route!["agreements", name, "renews"]));
            let sentence = say!(language,
                fr: "aucune autre convention de cette fiche ne s'appelle `{renewed}`",
                en: "no other agreement of this record is called `{renewed}`");
            let finding = context
                .find_at(&CHECK.rule, place.clone(), sentence)
                .label(say!(language, fr: "reconduite ici", en: "renewed here"));
            let others = agreements
                .keys()
                .filter(|key| *key != name)
                .map(String::as_str);
            context.report(match context.nearest(renewed, others) {
                Some(name) => finding.suggest(language, place, name),
                None => finding.help(say!(language,
                    fr: "l'ajouter aux `agreements` de cette fiche",
                    en: "add it to the `agreements` of this record")),
            });
        }
    }
}

fn report_renewing_itself(context: &mut Context, territory: &TerritoryRecord, name: &str) {
    let language = context.language;
    let finding = context
        .find(
            &CHECK.rule,
            territory,
            At::Value(route!["agreements", name, "renews"]),
            say!(language,
            fr: "la convention `{name}` se reconduit elle-même",
            en: "the agreement `{name}` renews itself"),
        )
        .help(say!(language,
            fr: "nommer la convention précédente, ou retirer `renews`",
            en: "name the previous agreement, or remove `renews`"));
    context.report(finding);
}
