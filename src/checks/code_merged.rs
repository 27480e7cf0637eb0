//! `code-merged`: the code of a commune that merged into another.

use crate::checks::{Check, Context};
use crate::diagnostic::{At, Finding, Place, Writing};
use crate::geography::{self, Area};
use crate::records::Target;
use crate::{route, rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "code-merged", Warning,
        fr: "la carte et les populations suivent le code officiel d'aujourd'hui",
        en: "the map and the populations follow the official code of today"),
    run,
};

fn run(context: &mut Context) {
    let network = context.network;
    let mentioned = network
        .dangling
        .iter()
        .filter(|dangling| matches!(dangling.to, Target::Territory | Target::Commune))
        .map(|dangling| (dangling.text.as_str(), dangling.place.clone()));
    let own = network.territories.iter().filter_map(|territory| {
        Some((
            territory.body.code.as_deref()?,
            territory.at(At::Value(route!["code"])),
        ))
    });
    for (code, place) in mentioned.chain(own) {
        if let Some(commune) = geography::merged_into(code) {
            let finding = describe(context, code, place, &commune);
            context.report(finding);
        }
    }
}

/// `commune` is the one of today.
fn describe(context: &Context, code: &str, place: Place, commune: &Area) -> Finding {
    let (language, year) = (context.language, geography::YEAR);
    let (now, name) = (commune.code, commune.name);
    context
        .find_at(
            &CHECK.rule,
            place.clone(),
            say!(language,
            fr: "la commune de code `{code}` a fusionné dans une autre\u{a0}: {name}, `{now}` \
                ({year})",
            en: "the commune with the code `{code}` has merged into another: {name}, `{now}` \
                ({year})"),
        )
        .help(say!(language,
            fr: "écrire le code de la commune actuelle, et garder l'ancien nom dans `notes`",
            en: "write the code of today's commune, and keep the former name in `notes`"))
        .edit(place, Writing::Text(now.to_owned()))
}
