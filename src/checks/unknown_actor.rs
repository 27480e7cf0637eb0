//! `unknown-actor`: a record names an actor without a record.

use crate::checks::{Check, Context};
use crate::diagnostic::{At, Finding};
use crate::network::DanglingMention;
use crate::records::{List, Target, id_from_name};
use crate::{rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "unknown-actor", Error,
        fr: "une coopération se lit à travers ses acteurs, et chacun a sa propre fiche",
        en: "a cooperation is read through its actors, and each has its own record"),
    run,
};

/// The number of stakeholders listed in full; a longer list is read in the vocabulary.
const LISTED: usize = 20;

fn run(context: &mut Context) {
    let network = context.network;
    for dangling in &network.dangling {
        let finding = match dangling.to {
            Target::Actor | Target::Informant if !network.knows_all(dangling.to) => {
                context.held_back += 1;
                continue;
            }
            Target::Actor => describe_actor(context, dangling),
            Target::Informant => describe_teller(context, dangling),
            _ => continue,
        };
        context.report(finding);
    }
}

fn describe_actor(context: &Context, dangling: &DanglingMention) -> Finding {
    let (language, text) = (context.language, &dangling.text);
    let finding = context
        .find_at(
            &CHECK.rule,
            dangling.place.clone(),
            say!(language,
            fr: "aucune fiche ne décrit l'acteur `{text}`",
            en: "no record describes the actor `{text}`"),
        )
        .label(say!(language, fr: "nommé ici", en: "named here"));
    let known = || context.network.actors.iter().map(|actor| actor.id.as_str());
    let id = id_from_name(text);
    let row = " = { name = \"…\", kind = \"…\", role = \"…\" }";
    let row = context.code(&dangling.place.file, row);
    let is_partner = matches!(dangling.place.at, At::Key(_));
    if let Some(misplaced_key_help) = context.misplaced_key_help(text, &dangling.place) {
        return finding.help(misplaced_key_help);
    }
    match context
        .nearest(text, known())
        .or_else(|| context.nearest(&id, known()))
    {
        Some(name) => finding.suggest(language, dangling.place.clone(), name),
        None if is_partner => finding.help(say!(language,
            fr: "écrire sa fiche, `actors/{id}.toml`, ou le nommer sur place\u{a0}: `{id}{row}`",
            en: "write its record, `actors/{id}.toml`, or name it in place: `{id}{row}`")),
        None => finding.help(say!(language,
            fr: "écrire sa fiche, `actors/{id}.toml`",
            en: "write its record, `actors/{id}.toml`")),
    }
}

/// The finding of an unknown author of a statement: neither a kind of stakeholder nor an actor.
fn describe_teller(context: &Context, dangling: &DanglingMention) -> Finding {
    let (network, language, text) = (context.network, context.language, &dangling.text);
    let finding = context.find_at(
        &CHECK.rule,
        dangling.place.clone(),
        say!(language,
        fr: "`{text}` n'est ni une partie prenante du vocabulaire, ni un acteur qui a sa fiche",
        en: "`{text}` is neither a stakeholder of the vocabulary nor an actor that has a record"),
    );
    let stakeholders = network
        .vocabulary
        .list(List::Stakeholders)
        .iter()
        .map(|(id, _)| id.as_str());
    match context.nearest(
        text,
        stakeholders
            .clone()
            .chain(network.actors.iter().map(|actor| actor.id.as_str())),
    ) {
        Some(name) => finding.suggest(language, dangling.place.clone(), name),
        None if stakeholders.len() <= LISTED => {
            let all = stakeholders.collect::<Vec<_>>().join(", ");
            finding.help(say!(language,
                fr: "les parties prenantes sont\u{a0}: {all}",
                en: "the stakeholders are: {all}"))
        }
        None => finding,
    }
}
