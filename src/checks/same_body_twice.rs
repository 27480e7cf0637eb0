//! `same-body-twice`: two actors with the same official number.

use std::collections::BTreeSet;

use crate::checks::{Check, Context};
use crate::diagnostic::{At, Finding};
use crate::network::ActorRecord;
use crate::records::parts::identifiers::{Number, bare};
use crate::{route, rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "same-body-twice", Warning,
        fr: "un organisme qui a deux fiches compte deux fois dans tous les bilans",
        en: "a body with two records counts twice in every report"),
    run,
};

fn run(context: &mut Context) {
    let network = context.network;
    let mut told: BTreeSet<usize> = BTreeSet::new();
    for number in [Number::Siret, Number::Rna, Number::Siren] {
        let mut numbered: Vec<(String, usize)> = network
            .actors
            .iter()
            .enumerate()
            .filter_map(|(position, actor)| Some((distinctive(actor, number)?, position)))
            .collect();
        numbered.sort();
        for shared in numbered.chunk_by(|(left, _), (right, _)| left == right) {
            let Some(((_, first), others)) = shared.split_first() else {
                continue;
            };
            for (_, position) in others {
                let (Some(actor), Some(first)) =
                    (network.actors.get(*position), network.actors.get(*first))
                else {
                    continue;
                };
                // Two files of one id are reported as such.
                if actor.id == first.id || !told.insert(*position) {
                    continue;
                }
                let finding = describe(context, number, actor, first);
                context.report(finding);
            }
        }
    }
}

/// The number of an actor, as far as it tells it from all others: establishments of one body share
/// its SIREN, so that this counts only without a SIRET.
fn distinctive(actor: &ActorRecord, number: Number) -> Option<String> {
    let legal = &actor.body.legal;
    if number == Number::Siren && legal.siret.is_some() {
        return None;
    }
    let written = bare(legal.number(number)?).to_ascii_uppercase();
    (number.may_be(&written) || number.is_invented(&written)).then_some(written)
}

fn describe(
    context: &Context,
    number: Number,
    actor: &ActorRecord,
    first: &ActorRecord,
) -> Finding {
    let (language, key) = (context.language, number.key());
    let (kind, name) = (number.label(), first.name());
    let at = || At::Value(route!["legal", key]);
    context
        .find(
            &CHECK.rule,
            actor,
            at(),
            say!(language,
                fr: "ce numéro {kind} est déjà celui d'une autre fiche\u{a0}: {name}",
                en: "this {kind} number is already that of another record: {name}"),
        )
        .beside(
            first.at(at()),
            say!(language, fr: "le même numéro", en: "the same number"),
        )
        .help(say!(language,
            fr: "réunir les deux fiches si c'est le même organisme, sinon corriger l'un des \
                numéros",
            en: "merge the two records if it is the same body, else correct one of the numbers"))
}
