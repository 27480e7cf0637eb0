//! The report of `charter compare`: the criteria and principles that differ between two charters.

use crate::charter::{Charter, Principle};
use crate::language::Language;
use crate::say;
use crate::views::charter_tools::changes::{Change, KeyChange, changes};
use crate::views::charter_tools::wording::as_sentence;
use crate::views::view::{DataTable, Facts, Piece, Section, Table};

/// The differences of the second of two charters, each with its name, from the first.
#[must_use]
pub fn comparison(first: (&str, &Charter), second: (&str, &Charter), language: Language) -> Facts {
    let ((first_name, first), (second_name, second)) = (first, second);
    let changes = changes(first, second);
    let mut sections = vec![
        Section::new(
            "criteres",
            2,
            say!(language, fr: "Critères", en: "Criteria"),
        )
        .with([
            Piece::Text(in_brief(&changes, language)),
            Piece::table_or(
                criteria_table(&changes, language),
                say!(language, fr: "Les mêmes critères.", en: "The same criteria."),
            ),
        ]),
        Section::new(
            "principes",
            2,
            say!(language, fr: "Principes", en: "Principles"),
        )
        .with([Piece::table_or(
            principles_table(first, second, language),
            say!(language, fr: "Les mêmes principes.", en: "The same principles."),
        )]),
    ];
    let added_or_struck = changes
        .iter()
        .filter_map(|change| detail(change, second, language));
    sections.extend(added_or_struck);
    Facts {
        report: "charter-compare",
        title: say!(language,
            fr: "De {first_name} à {second_name}",
            en: "From {first_name} to {second_name}"),
        facts: serde_json::json!({
            "from": first_name,
            "to": second_name,
            "criteria": plain_changes(&changes, language),
        }),
        sections,
        data: vec![
            DataTable::of_reading("criteria", &criteria_table(&changes, language)),
            DataTable::of_reading("principles", &principles_table(first, second, language)),
        ],
        scope: vec![say!(language,
            fr: "Chartes comparées\u{a0}: {first_name}, {second_name}",
            en: "Charters compared: {first_name}, {second_name}")],
        ..Facts::default()
    }
}

/// The changes as plain values; the kind of change is in English in both languages.
fn plain_changes(changes: &[Change], language: Language) -> Vec<serde_json::Value> {
    changes
        .iter()
        .map(|change| {
            serde_json::json!({
                "id": change.id,
                "what": change.kind().en,
                "turns": change.key_changes(language),
            })
        })
        .collect()
}

fn in_brief(changes: &[Change], language: Language) -> String {
    let [added, struck, amended] = ["added", "struck", "changed"].map(|kind| {
        changes
            .iter()
            .filter(|change| change.kind().en == kind)
            .count()
    });
    say!(language,
        fr: "Ajoutés\u{a0}: {added}\u{202f}; retirés\u{a0}: {struck}\u{202f}; changés\u{a0}: \
            {amended}.",
        en: "Added: {added}; struck: {struck}; changed: {amended}.")
}

/// The keys that changed, one a row.
fn criteria_table(changes: &[Change], language: Language) -> Table {
    let rows: Vec<(&Change, KeyChange)> = changes
        .iter()
        .flat_map(|change| {
            let key_changes = change.key_changes(language).into_iter();
            key_changes.map(move |key_change| (change, key_change))
        })
        .collect();
    Table::of(
        language,
        say!(language, fr: "Critères qui diffèrent", en: "Criteria that differ"),
        &rows,
    )
    .column("critère", "criterion", |(change, _)| change.id)
    .column("changement", "change", |(change, _)| {
        change.kind().get(language)
    })
    .column("clé", "key", |(_, key_change)| key_change.key)
    .column("avant", "before", |(_, key_change)| &key_change.before)
    .column("après", "after", |(_, key_change)| &key_change.after)
    .build()
}

/// The finding and the reason of a criterion that is added or struck; `None` for one that is
/// changed, whose keys are in the table.
fn detail(change: &Change, second: &Charter, language: Language) -> Option<Section> {
    let ((Some(criterion), None) | (None, Some(criterion))) = (change.before, change.after) else {
        return None;
    };
    let mut pieces = vec![
        Piece::Text(as_sentence(criterion.finding.get(language))),
        Piece::Text(as_sentence(criterion.because.get(language))),
    ];
    let removal = second.struck.get(change.id);
    if let Some(removal) = removal.filter(|_| change.after.is_none()) {
        let because = removal.because.get(language);
        pieces.push(Piece::Text(as_sentence(&say!(language,
            fr: "Retiré\u{a0}: {because}",
            en: "Struck: {because}"))));
    }
    let (id, kind) = (change.id, change.kind().get(language));
    Some(Section::new(&format!("critere-{id}"), 3, format!("{id} ({kind})")).with(pieces))
}

/// The principles that differ, in the order of the second charter, then those that only the first
/// has.
fn principles_table(first: &Charter, second: &Charter, language: Language) -> Table {
    let only_in_first = first
        .principles
        .iter()
        .filter(|(id, _)| second.principles.get(*id).is_none());
    let different = second
        .principles
        .iter()
        .chain(only_in_first)
        .map(|(id, _)| (id, first.principles.get(id), second.principles.get(id)))
        .filter(|(_, before, after)| before != after);
    Table::of(
        language,
        say!(language, fr: "Principes qui diffèrent", en: "Principles that differ"),
        different,
    )
    .column("principe", "principle", |(id, ..)| id)
    .column("avant", "before", |(_, before, after)| {
        label(before, language_that_differs(before, after, language))
    })
    .column("après", "after", |(_, before, after)| {
        label(after, language_that_differs(before, after, language))
    })
    .build()
}

fn label(principle: Option<&Principle>, language: Language) -> Option<&str> {
    principle.map(|principle| principle.label(language))
}

/// The language in which two principles differ: the reader's, unless only the other one shows it.
fn language_that_differs(
    before: Option<&Principle>,
    after: Option<&Principle>,
    language: Language,
) -> Language {
    if label(before, language) == label(after, language) {
        language.other()
    } else {
        language
    }
}
