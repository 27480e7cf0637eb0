//! `same-name-twice`: two actors of one territory with the same name, and no number to tell them.

use crate::checks::{Check, Context};
use crate::diagnostic::{At, Finding};
use crate::network::{ActorRecord, is_copy};
use crate::records::parts::body_name::BodyName;
use crate::records::parts::identifiers::Number;
use crate::{route, rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "same-name-twice", Note,
        fr: "sous un même nom, dans un même territoire, il y a le plus souvent un seul organisme",
        en: "under one name, in one territory, there is most often one body only"),
    run,
};

fn run(context: &mut Context) {
    let network = context.network;
    let mut named: Vec<(&str, String, usize)> = network
        .actors
        .iter()
        .enumerate()
        .map(|(position, actor)| (actor.home.as_str(), folded(actor), position))
        // A name that could not be read is empty.
        .filter(|(_, name, _)| !name.is_empty())
        .collect();
    named.sort();
    for shared in named.chunk_by(|left, right| (left.0, &left.1) == (right.0, &right.1)) {
        let Some(((_, _, first), others)) = shared.split_first() else {
            continue;
        };
        for (_, _, position) in others {
            let (Some(actor), Some(first)) =
                (network.actors.get(*position), network.actors.get(*first))
            else {
                continue;
            };
            if actor.id != first.id
                && !is_identified(actor)
                && !is_identified(first)
                && !is_copy(first, actor)
                && !is_copy(actor, first)
            {
                let finding = describe(context, actor, first);
                context.report(finding);
            }
        }
    }
}

/// The words that tell the name of an actor from others, as `apes duplicates` compares them.
fn folded(actor: &ActorRecord) -> String {
    BodyName::of(&actor.common.name).key()
}

/// Whether an actor has an official number, by which it can be told from others, or says why it has
/// none.
fn is_identified(actor: &ActorRecord) -> bool {
    let legal = &actor.body.legal;
    Number::ALL
        .iter()
        .any(|number| legal.number(*number).is_some())
        || legal.none_because.is_some()
}

fn describe(context: &Context, actor: &ActorRecord, first: &ActorRecord) -> Finding {
    let language = context.language;
    let at = || At::Value(route!["name"]);
    context
        .find(
            &CHECK.rule,
            actor,
            at(),
            say!(language,
                fr: "un autre acteur de ce territoire a le même nom",
                en: "another actor of this territory has the same name"),
        )
        .beside(
            first.at(at()),
            say!(language, fr: "le même nom", en: "the same name"),
        )
        .help(say!(language,
            fr: "réunir les deux fiches, ou donner à l'une son SIRET, son SIREN ou son RNA",
            en: "merge the two records, or give one its SIRET, SIREN or RNA number"))
}
