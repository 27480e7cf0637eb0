//! `unknown-statement`: `sourced` or `inferred` names a key under which the record states nothing.

use crate::checks::{Check, Context};
use crate::diagnostic::At;
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
    check_records(context, &network.territories);
    check_records(context, &network.actors);
    check_records(context, &network.dynamics);
    check_records(context, &network.published);
}

fn check_records<I: std::fmt::Display, T>(context: &mut Context, records: &[Record<I, T>]) {
    for record in records {
        // A statement that a faulty record lacks may only have been left out in reading it.
        if !record.intact {
            context.held_back += record.unknown_statements.len();
            continue;
        }
        for statement in &record.unknown_statements {
            report(context, record, statement);
        }
    }
}

fn report<I: std::fmt::Display, T>(
    context: &mut Context,
    record: &Record<I, T>,
    statement: &UnknownStatement,
) {
    let (language, name) = (context.language, &statement.name);
    let at = At::Value(statement.route.clone());
    let finding = context.find(
        &CHECK.rule,
        record,
        at.clone(),
        say!(language,
        fr: "cette fiche n'affirme rien sous `{name}`",
        en: "this record states nothing under `{name}`"),
    );
    let finding = finding.label(say!(language, fr: "nommé ici", en: "named here"));
    context.report(match &statement.near {
        Some(key) => finding.suggest(language, record.at(at), key),
        None => finding.help(say!(language,
            fr: "nommer une clé de la fiche par son chemin (`partners.tilt`, `seen.2021`), ou \
                retirer ce nom",
            en: "name a key of the record by its path (`partners.tilt`, `seen.2021`), or remove \
                this name")),
    });
}
