//! `without-source`: a record that cites no source.

use crate::checks::{Check, Context};
use crate::diagnostic::{At, Finding};
use crate::records::Record;
use crate::{rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "without-source", Warning,
        fr: "chaque chiffre d'un bilan se suit jusqu'à une fiche, et chaque fiche jusqu'à une \
            source",
        en: "every figure of a report is followed to a record, and every record to a source"),
    run,
};

fn run(context: &mut Context) {
    let network = context.network;
    let mut findings = Vec::new();
    find_without(context, &network.territories, &mut findings);
    find_without(context, &network.actors, &mut findings);
    find_without(context, &network.dynamics, &mut findings);
    find_without(context, &network.published, &mut findings);
    context.findings.extend(findings);
}

fn find_without<I: std::fmt::Display, T>(
    context: &Context,
    records: &[Record<I, T>],
    findings: &mut Vec<Finding>,
) {
    let language = context.language;
    for record in records {
        let common = &record.common;
        if !record.intact || !common.sources.is_empty() || !common.sourced.is_empty() {
            continue;
        }
        let sources = context.code(&record.file, "sources = [\"…\"]");
        let in_place = context.code(&record.file, "{ title = \"…\", year = 2024 }");
        findings.push(
            context
                .find(
                    &CHECK.rule,
                    record,
                    At::File,
                    say!(language,
                    fr: "cette fiche ne dit pas d'où elle tient ce qu'elle affirme",
                    en: "this record does not say where its facts come from"),
                )
                .help(say!(language,
                    fr: "ajouter `{sources}`\u{a0}: un identifiant de `sources.toml`, ou \
                        `{in_place}`",
                    en: "add `{sources}`: an id of `sources.toml`, or `{in_place}`")),
        );
    }
}
