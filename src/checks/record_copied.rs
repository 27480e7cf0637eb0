//! `record-copied`: a record that is the copy of another, so that one thing counts twice.

use crate::checks::{Check, Context};
use crate::diagnostic::{At, Finding};
use crate::network::is_copy;
use crate::records::Record;
use crate::sources::Cut;
use crate::{route, rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "record-copied", Error,
        fr: "une fiche copiée compte deux fois la même adhésion ou la même dynamique",
        en: "a copied record counts the same membership or the same dynamic twice"),
    run,
};

fn run(context: &mut Context) {
    let network = context.network;
    let mut findings = Vec::new();
    copies(context, &network.actors, &mut findings);
    copies(context, &network.dynamics, &mut findings);
    context.findings.extend(findings);
}

fn copies<I: AsRef<str> + std::fmt::Display, T: PartialEq>(
    context: &Context,
    records: &[Record<I, T>],
    findings: &mut Vec<Finding>,
) {
    let mut named: Vec<&Record<I, T>> = records
        .iter()
        // A name that could not be read is empty.
        .filter(|record| !record.common.name.is_empty())
        .collect();
    named.sort_by_key(|record| {
        let id = record.id.as_ref();
        (&record.common.name, id.len(), id)
    });
    for same in named.chunk_by(|left, right| left.common.name == right.common.name) {
        for (index, record) in same.iter().enumerate() {
            let original = same
                .before(index)
                .iter()
                .find(|original| is_copy(original, record));
            findings.extend(original.map(|original| describe(context, record, original)));
        }
    }
}

fn describe<I: AsRef<str> + std::fmt::Display, T>(
    context: &Context,
    record: &Record<I, T>,
    original: &Record<I, T>,
) -> Finding {
    let language = context.language;
    let (id, file) = (&original.id, &record.file);
    let sentence = say!(language,
        fr: "cette fiche est une copie de `{id}`",
        en: "this record is a copy of `{id}`");
    let at = || At::Value(route!["name"]);
    context
        .find(&CHECK.rule, record, at(), sentence)
        .beside(
            original.at(at()),
            say!(language, fr: "le même nom", en: "the same name"),
        )
        .help(say!(language,
            fr: "reporter dans `{id}` ce qui en diffère, puis effacer `{file}`\u{202f}; si ce \
                sont deux choses, leur donner deux noms",
            en: "bring what differs into `{id}`, then delete `{file}`; if they are two things, \
                give them two names"))
}
