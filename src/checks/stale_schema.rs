//! `stale-schema`: a schema for editors that is not what the network's words would make of it.

use serde_json::Value as Json;

use crate::checks::editor_schemas::{SchemaOptions, editor_schema};
use crate::checks::{Check, Context};
use crate::diagnostic::{At, Place};
use crate::network::EditorSchema;
use crate::records::{List, Target};
use crate::{rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "stale-schema", Warning,
        fr: "un éditeur qui suit un ancien schéma refuse des mots que le réseau emploie, et en \
            propose qu'il n'emploie plus",
        en: "an editor that follows an old schema refuses words that the network uses, and offers \
            some that it no longer uses"),
    run,
};

fn run(context: &mut Context) {
    let (network, language) = (context.network, context.language);
    if network.editor_schemas.is_empty() {
        return;
    }
    if !network.knows_all(Target::Word(List::Themes)) || !network.knows_all(Target::Principle) {
        context.held_back += 1;
        return;
    }
    let stale: Vec<&EditorSchema> = network
        .editor_schemas
        .iter()
        .filter(|schema| is_stale(context, schema))
        .collect();
    let Some(first) = stale.first() else {
        return;
    };
    let place = Place {
        file: first.file.clone(),
        at: At::File,
    };
    let kinds: Vec<String> = stale
        .iter()
        .map(|schema| format!("`{}`", schema.kind))
        .collect();
    let kinds = language.and(&kinds);
    let sentence = if stale.len() == 1 {
        say!(language,
            fr: "ce schéma pour éditeurs n'est plus à jour\u{a0}: {kinds}",
            en: "this schema for editors is out of date: {kinds}")
    } else {
        say!(language,
            fr: "des schémas pour éditeurs ne sont plus à jour\u{a0}: {kinds}",
            en: "schemas for editors are out of date: {kinds}")
    };
    let is_with_ids = stale
        .iter()
        .any(|schema| options(schema).is_some_and(|made| made.ids));
    let command = if is_with_ids {
        "apes schema --write --ids"
    } else {
        "apes schema --write"
    };
    let help = say!(language,
        fr: "les écrire à neuf\u{a0}: `{command}`",
        en: "write them anew: `{command}`");
    context.report(context.find_at(&CHECK.rule, place, sentence).help(help));
}

/// Whether a schema differs from the one that would be written today; one that was made by hand is
/// left alone.
fn is_stale(context: &Context, schema: &EditorSchema) -> bool {
    let Ok(written) = serde_json::from_str::<Json>(&schema.text) else {
        return true;
    };
    match SchemaOptions::of(&written) {
        // Ids cannot be compared while some of them may only be unread.
        Some(made) if made.ids && !context.network.knows_all(Target::Actor) => false,
        Some(made) => editor_schema(schema.kind, context.network, made) != Some(written),
        None => false,
    }
}

fn options(schema: &EditorSchema) -> Option<SchemaOptions> {
    SchemaOptions::of(&serde_json::from_str(&schema.text).ok()?)
}
