//! `same-id-twice`: two records of one kind bear the same id.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use crate::checks::{Check, Context};
use crate::diagnostic::{At, Finding};
use crate::records::Record;
use crate::{rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "same-id-twice", Error,
        fr: "un identifiant partagé fait compter deux fois, ou confondre deux personnes morales",
        en: "a shared id makes things count twice, or takes one body for another"),
    run,
};

fn run(context: &mut Context) {
    let network = context.network;
    let mut findings = Vec::new();
    twice(context, &network.territories, &mut findings);
    twice(context, &network.actors, &mut findings);
    twice(context, &network.dynamics, &mut findings);
    twice(context, &network.published, &mut findings);
    context.findings.extend(findings);
}

fn twice<I: AsRef<str> + std::fmt::Display, T>(
    context: &Context,
    records: &[Record<I, T>],
    findings: &mut Vec<Finding>,
) {
    let mut ids: Vec<_> = records
        .iter()
        .map(|record| (folded(record.id.as_ref()), record))
        .collect();
    ids.sort_by(|(one, _), (other, _)| one.cmp(other));
    for shared in ids.chunk_by(|(one, _), (other, _)| one == other) {
        let Some(((_, first), others)) = shared.split_first() else {
            continue;
        };
        findings.extend(
            others
                .iter()
                .map(|(_, record)| told(context, record, first)),
        );
    }
}

/// An id as machines that know neither case nor accents apart see it; nearly all are written so.
fn folded(id: &str) -> Cow<'_, str> {
    let plain = id
        .bytes()
        .all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if plain {
        Cow::Borrowed(id)
    } else {
        Cow::Owned(id.nfc().collect::<String>().to_lowercase())
    }
}

fn told<I: std::fmt::Display, T>(
    context: &Context,
    record: &Record<I, T>,
    first: &Record<I, T>,
) -> Finding {
    let (id, language) = (&record.id, context.language);

    context
        .find(
            &CHECK.rule,
            record,
            At::File,
            say!(language,
                    fr: "l'identifiant `{id}` est déjà pris",
                    en: "the id `{id}` is already taken"),
        )
        .label(say!(language, fr: "d'après le nom de ce fichier", en: "as this file is named"))
        .beside(
            first.at(At::File),
            say!(language, fr: "déjà pris par cette fiche", en: "already taken by this record"),
        )
        .help(say!(language,
                    fr: "renommer l'un des deux fichiers, ou réunir les deux fiches",
                    en: "rename one of the two files, or join the two records"))
}
