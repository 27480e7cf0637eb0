//! Two charters side by side: what the second says otherwise than the first.

use crate::charter::{Charter, Principle};
use crate::language::{Bilingual, Language};
use crate::say;
use crate::views::charter_tools::changes::{Change, Turn, changes};
use crate::views::charter_tools::words::sentence;
use crate::views::view::{Cell, Facts, Piece, Section, Table};

/// What the second of two charters, each with its name, says otherwise than the first.
#[must_use]
pub fn compared(one: (&str, &Charter), other: (&str, &Charter), language: Language) -> Facts {
    let (first, second) = (one.0, other.0);
    let criteria = changes(one.1, other.1);
    let principles = principles(one.1, other.1, language);
    let say = |fr: &'static str, en: &'static str| Bilingual { fr, en }.get(language);
    let table_or = |table: Table, same: &str| {
        if table.rows.is_empty() {
            Piece::Text(same.to_owned())
        } else {
            Piece::Table(table)
        }
    };
    let facts = criteria.iter().map(|change| {
        serde_json::json!({ "id": change.id, "what": change.what().en, "turns": change.turns(language) })
    });
    let mut sections = vec![
        Section::new("criteres", 2, say("Critères", "Criteria")).with([
            Piece::Text(in_brief(&criteria, language)),
            table_or(
                table(&criteria, language),
                say("Les mêmes critères.", "The same criteria."),
            ),
        ]),
        Section::new("principes", 2, say("Principes", "Principles")).with([table_or(
            principles,
            say("Les mêmes principes.", "The same principles."),
        )]),
    ];
    sections.extend(
        criteria
            .iter()
            .filter_map(|change| detail(change, other.1, language)),
    );
    Facts {
        report: "charter-compare",
        title: say!(language, fr: "De {first} à {second}", en: "From {first} to {second}"),
        facts: serde_json::json!({ "from": first, "to": second, "criteria": facts.collect::<Vec<_>>() }),
        sections,
        scope: vec![say!(language,
            fr: "Chartes comparées\u{a0}: {first}, {second}",
            en: "Charters compared: {first}, {second}")],
        ..Facts::default()
    }
}

fn in_brief(changes: &[Change], language: Language) -> String {
    let count = |what: &str| {
        changes
            .iter()
            .filter(|change| change.what().en == what)
            .count()
    };
    let (added, struck, altered) = (count("added"), count("struck"), count("changed"));
    say!(language,
        fr: "Ajoutés\u{a0}: {added}\u{202f}; retirés\u{a0}: {struck}\u{202f}; changés\u{a0}: \
            {altered}.",
        en: "Added: {added}; struck: {struck}; changed: {altered}.")
}

fn table(changes: &[Change], language: Language) -> Table {
    let say = |fr: &'static str, en: &'static str| Bilingual { fr, en }.get(language).to_owned();
    let text = |text: &str| {
        if text.is_empty() {
            Cell::Nothing
        } else {
            Cell::Text(text.to_owned())
        }
    };
    let mut rows = Vec::new();
    for change in changes {
        for Turn { key, before, after } in change.turns(language) {
            rows.push(vec![
                Cell::Text(change.id.to_owned()),
                Cell::Text(change.what().get(language).to_owned()),
                Cell::Text(key.to_owned()),
                text(&before),
                text(&after),
            ]);
        }
    }
    Table {
        caption: say("Critères qui diffèrent", "Criteria that differ"),
        columns: vec![
            say("critère", "criterion"),
            say("sort", "fate"),
            say("clé", "key"),
            say("avant", "before"),
            say("après", "after"),
        ],
        rows,
        total: None,
    }
}

/// What a criterion that was added or struck is about.
fn detail(change: &Change, other: &Charter, language: Language) -> Option<Section> {
    if change.before.is_some() && change.after.is_some() {
        return None;
    }
    let criterion = change.any()?;
    let because = sentence(criterion.because.get(language));
    let (id, what) = (change.id, change.what().get(language));
    let struck = other.struck.get(id).filter(|_| change.after.is_none());
    let struck = struck.map(|struck| {
        let why = struck.because.get(language);
        Piece::Text(sentence(
            &say!(language, fr: "Retiré\u{a0}: {why}", en: "Struck: {why}"),
        ))
    });
    let told = [
        Piece::Text(sentence(criterion.finding.get(language))),
        Piece::Text(because),
    ];
    let section = Section::new(&format!("critere-{id}"), 3, format!("{id} ({what})"));
    Some(section.with(told.into_iter().chain(struck).collect::<Vec<_>>()))
}

fn principles(one: &Charter, other: &Charter, language: Language) -> Table {
    let say = |fr: &'static str, en: &'static str| Bilingual { fr, en }.get(language).to_owned();
    let label = |principle: Option<&Principle>| {
        principle.map_or(Cell::Nothing, |principle| {
            Cell::Text(principle.label(language).to_owned())
        })
    };
    let gone = one
        .principles
        .iter()
        .filter(|(id, _)| !other.principles.contains_key(*id));
    let all = other.principles.iter().chain(gone).map(|(id, _)| id);
    let rows = all.filter_map(|id| {
        let (before, after) = (one.principles.get(id), other.principles.get(id));
        (before != after).then(|| vec![Cell::Text(id.clone()), label(before), label(after)])
    });
    Table {
        caption: say("Principes qui diffèrent", "Principles that differ"),
        columns: vec![
            say("principe", "principle"),
            say("avant", "before"),
            say("après", "after"),
        ],
        rows: rows.collect(),
        total: None,
    }
}
