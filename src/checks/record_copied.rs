//! `record-copied`: a record that is the copy of another, so that one thing counts twice.

use crate::checks::{Check, Context};
use crate::diagnostic::{At, Finding};
use crate::records::Record;
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
            let original = same[..index]
                .iter()
                .find(|original| is_copy(original, record));
            findings.extend(original.map(|original| describe(context, record, original)));
        }
    }
}

/// Whether a record of the same name is the copy of another: with all that it says, or by its id.
pub(super) fn is_copy<I: AsRef<str>, T: PartialEq>(
    original: &Record<I, T>,
    record: &Record<I, T>,
) -> bool {
    let (first, id) = (original.id.as_ref(), record.id.as_ref());
    first != id
        && (is_called_copy(first, id)
            || original.common == record.common
                && original.body == record.body
                && original.intact
                && record.intact)
}

/// Whether an id is that of another with a word for copies: `tilt-copie`, `copie-de-tilt`, `tilt-2`.
fn is_called_copy(original: &str, id: &str) -> bool {
    let behind = id
        .strip_prefix(original)
        .and_then(|rest| rest.strip_prefix('-'));
    let before = ["copie-de-", "copie-", "copy-of-", "copy-"]
        .iter()
        .find_map(|word| id.strip_prefix(word));
    let is_word = |rest: &str| {
        let word = rest.trim_end_matches(|letter: char| letter.is_ascii_digit() || letter == '-');
        matches!(
            word,
            "" | "copie" | "copy" | "bis" | "ter" | "old" | "ancien"
        )
    };
    behind.is_some_and(is_word) || before == Some(original)
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
            fr: "reporter dans `{id}` ce qui en diffère, puis effacer `{file}`\u{202f}; si ce sont \
                deux choses, leur donner deux noms",
            en: "bring what differs into `{id}`, then delete `{file}`; if they are two things, \
                give them two names"))
}
