//! `unknown-statement`: `sourced` or `inferred` speaks of a key under which the record states nothing.

use crate::checks::{Bench, Check};
use crate::diagnostic::{At, Rule, Severity, Writing};
use crate::language::Both;
use crate::records::{Astray, Record};
use crate::{example, say};

/// The check.
pub const CHECK: Check = Check {
    rule: Rule {
        name: "unknown-statement",
        severity: Severity::Warning,
        because: Both {
            fr: "qui suit une affirmation jusqu'à sa source doit d'abord trouver l'affirmation",
            en: "whoever follows a statement to its source must first find the statement",
        },
        example: example!("checks", "unknown-statement"),
    },
    run,
};

fn run(bench: &mut Bench) {
    let network = bench.network;
    look(bench, &network.territories);
    look(bench, &network.actors);
    look(bench, &network.dynamics);
    look(bench, &network.published);
}

fn look<I: std::fmt::Display, T>(bench: &mut Bench, records: &[Record<I, T>]) {
    for record in records {
        // What a faulty record does not state may only have been put aside.
        if !record.intact {
            bench.held_back += record.astray.len();
            continue;
        }
        for astray in &record.astray {
            tell(bench, record, astray);
        }
    }
}

fn tell<I: std::fmt::Display, T>(bench: &mut Bench, record: &Record<I, T>, astray: &Astray) {
    let (language, name) = (bench.language, &astray.name);
    let at = At::Value(astray.route.clone());
    let finding = bench.find(
        &CHECK.rule,
        record,
        at.clone(),
        say!(language,
        fr: "cette fiche n'affirme rien sous `{name}`",
        en: "this record states nothing under `{name}`"),
    );
    let finding = finding.label(say!(language, fr: "nommé ici", en: "named here"));
    bench.tell(match &astray.near {
        Some(near) => finding
            .help(say!(language, fr: "une clé de nom proche y est", en: "a key with a near name is there"))
            .edit(record.at(at), Writing::Text(near.clone())),
        None => finding.help(say!(language,
            fr: "nommer une clé de la fiche, avec des points jusqu'à elle (`partners.tilt`, `seen.2021`), ou retirer ce nom",
            en: "name a key of the record, with dots on the way to it (`partners.tilt`, `seen.2021`), or take this name out")),
    });
}
