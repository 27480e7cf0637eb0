//! `unknown-statement`: `sourced` or `inferred` speaks of a key under which the record states
//! nothing.

use crate::checks::{Check, Context};
use crate::diagnostic::{At, Writing};
use crate::records::{Record, UnknownStatement};
use crate::{rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "unknown-statement", Warning,
        fr: "qui suit une affirmation jusqu'à sa source doit d'abord trouver l'affirmation",
        en: "whoever follows a statement to its source must first find the statement"),
    run,
};

fn run(context: &mut Context) {
    let network = context.network;
    look(context, &network.territories);
    look(context, &network.actors);
    look(context, &network.dynamics);
    look(context, &network.published);
}

fn look<I: std::fmt::Display, T>(context: &mut Context, records: &[Record<I, T>]) {
    for record in records {
        // What a faulty record does not state may only have been put aside.
        if !record.intact {
            context.held_back += record.unknown_statements.len();
            continue;
        }
        for unknown_statements in &record.unknown_statements {
            report(context, record, unknown_statements);
        }
    }
}

fn report<I: std::fmt::Display, T>(
    context: &mut Context,
    record: &Record<I, T>,
    unknown_statements: &UnknownStatement,
) {
    let (language, name) = (context.language, &unknown_statements.name);
    let at = At::Value(unknown_statements.route.clone());
    let finding = context.find(
        &CHECK.rule,
        record,
        at.clone(),
        say!(language,
        fr: "cette fiche n'affirme rien sous `{name}`",
        en: "this record states nothing under `{name}`"),
    );
    let finding = finding.label(say!(language, fr: "nommé ici", en: "named here"));
    context.report(match &unknown_statements.near {
        Some(near) => finding
            .help(
                say!(language, fr: "une clé de nom proche y est", en: "a key with a near name is \
                there"),
            )
            .edit(record.at(at), Writing::Text(near.clone())),
        None => finding.help(say!(language,
            fr: "nommer une clé de la fiche, avec des points jusqu'à elle (`partners.tilt`, \
                `seen.2021`), ou retirer ce nom",
            en: "name a key of the record, with dots on the way to it (`partners.tilt`, \
                `seen.2021`), or take this name out")),
    });
}
