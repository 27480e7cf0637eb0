//! `same-code-twice`: two territories with the same official code.

use crate::checks::{Check, Context};
use crate::diagnostic::{At, Finding};
use crate::geography::AreaLevel;
use crate::network::TerritoryRecord;
use crate::{route, rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "same-code-twice", Warning,
        fr: "un lieu qui a deux fiches partage ce qui s'y passe entre les deux, et compte deux \
            fois",
        en: "a place with two records has its doings split between them, and counts twice"),
    run,
};

fn run(context: &mut Context) {
    let network = context.network;
    let mut coded: Vec<(AreaLevel, &str, usize)> = network
        .territories
        .iter()
        .enumerate()
        .filter_map(|(position, territory)| {
            // By area: 32 is a region and a department. A code of no area is reported as such.
            let area = network.area_of(territory)?;
            Some((area.level, area.code, position))
        })
        .collect();
    coded.sort();
    for shared in coded.chunk_by(|left, right| (left.0, left.1) == (right.0, right.1)) {
        let Some(((_, _, first), others)) = shared.split_first() else {
            continue;
        };
        for (_, _, position) in others {
            let (Some(territory), Some(first)) = (
                network.territories.get(*position),
                network.territories.get(*first),
            ) else {
                continue;
            };
            if territory.id == first.id || succeeds(territory, first) || succeeds(first, territory)
            {
                continue;
            }
            let finding = describe(context, territory, first);
            context.report(finding);
        }
    }
}

/// Whether a territory replaces another, of which it may keep the code.
fn succeeds(territory: &TerritoryRecord, other: &TerritoryRecord) -> bool {
    territory.body.succeeds.contains(&other.id)
}

fn describe(context: &Context, territory: &TerritoryRecord, first: &TerritoryRecord) -> Finding {
    let (language, name) = (context.language, first.name());
    let at = || At::Value(route!["code"]);
    context
        .find(
            &CHECK.rule,
            territory,
            at(),
            say!(language,
                fr: "ce code est déjà celui d'une autre fiche\u{a0}: {name}",
                en: "this code is already that of another record: {name}"),
        )
        .beside(
            first.at(at()),
            say!(language, fr: "le même code", en: "the same code"),
        )
        .help(say!(language,
            fr: "réunir les deux fiches, ou corriger le code de l'une\u{202f}; si l'une remplace \
                l'autre, le dire dans `succeeds`",
            en: "merge the two records, or correct the code of one; if one replaces the other, \
                say so in `succeeds`"))
}
