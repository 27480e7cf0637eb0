//! `same-id-twice`: two records of one kind with the same id.

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
    find_twice(context, &network.territories, &mut findings);
    find_twice(context, &network.actors, &mut findings);
    find_twice(context, &network.dynamics, &mut findings);
    find_twice(context, &network.published, &mut findings);
    context.findings.extend(findings);
}

fn find_twice<I: AsRef<str> + std::fmt::Display, T>(
    context: &Context,
    records: &[Record<I, T>],
    findings: &mut Vec<Finding>,
) {
    let mut ids: Vec<_> = records
        .iter()
        .map(|record| (folded(record.id.as_ref()), record))
        .collect();
    ids.sort_by(|(left, _), (right, _)| left.cmp(right));
    for shared in ids.chunk_by(|(left, _), (right, _)| left == right) {
        let Some(((_, first), others)) = shared.split_first() else {
            continue;
        };
        findings.extend(
            others
                .iter()
                .map(|(_, record)| describe(context, record, first)),
        );
    }
}

/// An id as a file system sees it that ignores case and the composition of accents; nearly all ids
/// are written so.
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

fn describe<I: std::fmt::Display, T>(
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
                    en: "rename one of the two files, or merge the two records"))
}
