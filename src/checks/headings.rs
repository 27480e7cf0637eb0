//! The headings under which rules are listed; the criteria of a charter come behind them.

use crate::language::Bilingual;

/// A heading with its rules.
pub struct Heading {
    /// Its words.
    pub title: Bilingual,
    /// Names of its rules, in the order of the list.
    pub rules: &'static [&'static str],
}

const fn heading(fr: &'static str, en: &'static str, rules: &'static [&'static str]) -> Heading {
    Heading {
        title: Bilingual { fr, en },
        rules,
    }
}

/// Every rule under its heading; a test asks for the place of a new one.
pub const HEADINGS: &[Heading] = &[
    heading(
        "Fichiers",
        "Files",
        &[
            "unread-file",
            "record-of-another-kind",
            "record-copied",
            "foreign-encoding",
            "cut-short",
            "carriage-return",
            "merge-conflict",
            "another-format",
            "beyond-limit",
        ],
    ),
    heading(
        "Écriture du TOML et du YAML",
        "Writing of TOML and YAML",
        &[
            "unclosed-quote",
            "unclosed-bracket",
            "missing-quotes",
            "typographic-quotes",
            "quotes-in-quotes",
            "apostrophe-in-single-quotes",
            "lone-backslash",
            "text-over-lines",
            "missing-equals",
            "missing-colon",
            "missing-comma",
            "missing-brackets",
            "trailing-comma",
            "unquoted-key",
            "unquoted-colon",
            "unquoted-comma",
            "unquoted-sign",
            "dash-without-space",
            "item-among-keys",
            "uneven-indentation",
            "tab-in-indentation",
            "no-break-space",
            "foreign-comment",
            "cut-by-comment",
            "duplicate-key",
            "table-twice",
            "yaml-beyond-plain",
            "unreadable-syntax",
        ],
    ),
    heading(
        "Forme des fiches et des valeurs",
        "Form of records and values",
        &[
            "unknown-key",
            "missing-key",
            "key-without-value",
            "key-below-table",
            "mistyped-value",
            "empty-value",
            "boolean-misspelt",
            "quoted-number",
            "decimal-comma",
            "spaced-number",
            "thousands-point",
            "number-with-unit",
            "padded-text",
            "broken-accents",
            "html-in-text",
            "hidden-character",
            "repeated-item",
            "incomplete-address",
            "translation-outdated",
        ],
    ),
    heading(
        "Noms et renvois",
        "Names and references",
        &[
            "id-out-of-form",
            "same-id-twice",
            "same-name-twice",
            "same-body-twice",
            "unknown-actor",
            "unknown-territory",
            "unknown-dynamic",
            "unknown-agreement",
            "unknown-word",
            "orphan-actor",
            "succession-in-a-circle",
        ],
    ),
    heading(
        "Codes et lieux",
        "Codes and places",
        &[
            "unquoted-code",
            "unknown-official-code",
            "code-merged",
            "code-of-another-kind",
            "name-belies-code",
            "same-code-twice",
            "place-outside-territory",
            "members-apart",
            "false-siren",
            "legal-form-belies-kind",
        ],
    ),
    heading(
        "Dates et périodes",
        "Dates and periods",
        &[
            "french-date",
            "years-in-words",
            "unquoted-month",
            "date-time",
            "impossible-date",
            "date-without-key",
            "date-in-the-future",
            "dates-out-of-order",
            "period-backwards",
            "period-without-date",
            "periods-overlap",
            "seen-in-the-future",
            "seen-outside-period",
            "dynamic-without-date",
            "end-without-date",
            "stage-out-of-order",
        ],
    ),
    heading(
        "Chiffres",
        "Figures",
        &[
            "published-parts-do-not-sum",
            "published-total-differs",
            "number-in-prose-differs",
            "unknown-anchor",
            "granted-and-refused",
        ],
    ),
    heading(
        "Sources",
        "Sources",
        &["without-source", "unknown-source", "unknown-statement"],
    ),
    heading(
        "Personnes",
        "Persons",
        &[
            "personal-address",
            "faulty-phone",
            "unknown-person",
            "faulty-person",
        ],
    ),
    heading(
        "Réglages, vocabulaire et dispenses",
        "Settings, vocabulary and waivers",
        &[
            "unknown-check",
            "waiver-expired",
            "waiver-unneeded",
            "unknown-base",
            "faulty-patch",
            "stale-schema",
            "stale-baseline-entry",
        ],
    ),
    heading(
        "Écriture de la charte",
        "Writing of the charter",
        &[
            "unreadable-criterion",
            "unknown-name-in-criterion",
            "criterion-without-source",
            "criterion-without-example",
            "example-comes-out-otherwise",
        ],
    ),
];

/// The rules that are nearest to another one: under the same heading, with the most words of its
/// name in theirs.
#[must_use]
pub fn neighbours(rule: &str) -> Vec<&'static str> {
    let words: Vec<&str> = rule.split('-').filter(|word| word.len() > 3).collect();
    let Some(heading) = HEADINGS
        .iter()
        .find(|heading| heading.rules.contains(&rule))
    else {
        return Vec::new();
    };
    let mut ranked: Vec<(usize, &str)> = heading
        .rules
        .iter()
        .filter(|other| **other != rule)
        .map(|other| {
            let shared = words.iter().filter(|word| other.contains(**word));
            (shared.count(), *other)
        })
        .collect();
    ranked.sort_by_key(|(shared, _)| std::cmp::Reverse(*shared));
    ranked
        .into_iter()
        .take(MOST)
        .map(|(_, name)| name)
        .collect()
}

/// Neighbours that are named.
const MOST: usize = 4;
