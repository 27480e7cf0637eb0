//! `place-outside-territory`: a pin outside the territory of its record.

use std::collections::BTreeMap;

use crate::checks::{Check, Context};
use crate::diagnostic::{At, Finding};
use crate::network::Network;
use crate::records::{Record, TerritoryId};
use crate::{route, rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "place-outside-territory", Warning,
        fr: "la carte compte une fiche dans son territoire, et pique son épingle dans sa \
            commune\u{a0}: l'une dément l'autre",
        en: "the map counts a record in its territory and pins it to its commune: one belies \
            the other"),
    run,
};

fn run(context: &mut Context) {
    let network = context.network;
    let mut findings = Vec::new();
    let mut known = KnownPlaces::default();
    for actor in &network.actors {
        let body = &actor.body;
        findings.extend(check_place(
            (context, &mut known),
            actor,
            body.place.as_ref(),
            &body.also_in,
        ));
    }
    for dynamic in &network.dynamics {
        let body = &dynamic.body;
        findings.extend(check_place(
            (context, &mut known),
            dynamic,
            body.place.as_ref(),
            &body.also_in,
        ));
    }
    context.findings.extend(findings);
}

/// Whether a territory may contain a commune, asked once for all records that it has there.
type KnownPlaces<'n> = BTreeMap<(&'n str, &'n str), bool>;

/// The finding of a place outside a record's territories. Returns `None` for one inside, or if it
/// is unknown where one of them lies.
fn check_place<'n, I: std::fmt::Display, T>(
    (context, known): (&Context, &mut KnownPlaces<'n>),
    record: &'n Record<I, T>,
    place: Option<&'n TerritoryId>,
    also_in: &'n [TerritoryId],
) -> Option<Finding> {
    let (network, language) = (context.network, context.language);
    let place = place?;
    let mut homes = std::iter::once(&record.home).chain(also_in);
    let mut is_within = |home: &'n TerritoryId| {
        *known
            .entry((home.as_str(), place.as_str()))
            .or_insert_with(|| may_contain(network, home, place))
    };
    if homes.clone().any(&mut is_within) || homes.any(|home| !is_known(network, home)) {
        return None;
    }
    let commune = network.area_named(place)?;
    let (name, home) = (commune.name, network.territory_name(&record.home));
    let finding = context.find(
        &CHECK.rule,
        record,
        At::Value(route!["place"]),
        say!(language,
            fr: "cette commune n'est pas dans le territoire de la fiche, ni dans `also_in`\u{a0}: \
                {name} n'est pas dans {home}",
            en: "this commune is neither in the territory of the record nor in `also_in`: {name} \
                is not in {home}"),
    );
    Some(finding.help(say!(language,
        fr: "corriger le code, ranger la fiche dans son territoire, ou ajouter le territoire à \
            `also_in`",
        en: "correct the code, move the record to its territory, or add the territory to \
            `also_in`")))
}

/// Whether the position of a territory is known, by its code or by those of its parts.
fn is_known(network: &Network, territory: &TerritoryId) -> bool {
    network.area_named(territory).is_some() || !network.departments_of(territory).is_empty()
}

/// Whether a territory has a commune in it, or is itself a part of it; a territory of which only
/// the wider one is known may have any commune of that.
fn may_contain(network: &Network, territory: &TerritoryId, commune: &TerritoryId) -> bool {
    network.lies_in(commune, territory)
        || network.lies_in(territory, commune)
        || wider_contains(network, territory, commune)
}

/// Whether a territory without a code and without parts is within one that contains a commune.
fn wider_contains(network: &Network, territory: &TerritoryId, commune: &TerritoryId) -> bool {
    network.territory(territory.as_str()).is_some_and(|record| {
        let body = &record.body;
        let mut wider = body.within.0.iter();
        body.code.is_none()
            && body.made_of.is_empty()
            && wider.any(|wider| network.lies_in(commune, wider))
    })
}
