//! Records found by words: their kind, their id, where the words stand, their file.

use serde_json::Value as Json;

use crate::network::queries::search::{FoundRecord, SearchField};
use crate::say;
use crate::views::parts::nouns::{RECORDS, counted};
use crate::views::parts::record_json::{record_head, territory_json};
use crate::views::parts::{incomplete_line, invented};
use crate::views::view::{DataTable, Facts, Piece, Question, Section, Value};

/// Gathers the records that have some words, the likeliest first; `limit` of them at most.
#[must_use]
pub fn gather(question: &Question, words: &str, limit: usize) -> Facts {
    let (network, language) = (question.network, question.language);
    let found = network.find_records(words);
    let shown = found.get(..limit).unwrap_or(&found);
    let lines = shown.iter().map(|it| line(question, it));
    let section = Section::new(
        "fiches",
        3,
        question.words("Fiches trouvées", "Records found"),
    );
    let rows = shown.iter().map(|it| row(question, it));
    let document = question
        .document("record", rows.collect())
        .with("words", words)
        .with("of", found.len());
    let count = counted(found.len(), &RECORDS, language);
    let note = if shown.len() < found.len() {
        let shown = language.number(shown.len() as u64);
        say!(language,
            fr: "{shown} sur {count}\u{202f}; un mot de plus en laisse moins, `--all` les montre \
                toutes",
            en: "{shown} of {count}; one more word leaves fewer, `--all` shows them all")
    } else {
        count
    };
    Facts {
        report: "find",
        title: say!(language, fr: "Fiches\u{a0}: {words}", en: "Records: {words}"),
        facts: document.to_json(),
        sections: vec![section.with([Piece::List(lines.collect())])],
        data: vec![data(question, shown)],
        document: Some(document),
        notes: vec![note],
        invented: invented(question),
        scope: incomplete_line(question).into_iter().collect(),
        ..Facts::about(question)
    }
}

fn data(question: &Question, shown: &[FoundRecord]) -> DataTable {
    question
        .data("records", "Fiches trouvées", "Records found", shown)
        .column("kind", "kind", |it| it.record.kind())
        .column("id", "id", |it| it.record.id())
        .column("name", "name", |it| it.record.name())
        .column("territory_id", "territory_id", |it| {
            it.record.home().as_str()
        })
        .column("found_in", "found_in", |it| {
            Value::several(it.fields.iter().map(|field| field.id()))
        })
        .column("score", "score", |it| u64::from(it.score))
        .column("file", "file", |it| &**it.record.file())
        .build()
        .in_no_language()
}

/// The name of a record as `apes show` takes it.
fn full_id(found: &FoundRecord) -> String {
    format!("{}/{}", found.record.kind(), found.record.id())
}

/// A record with its full name, its territory, where the words stand, its file.
fn line(question: &Question, found: &FoundRecord) -> String {
    let record = found.record;
    let (id, name, file) = (full_id(found), record.name(), record.file());
    let territory = question.network.territory_label(record.home());
    let fields = fields(question, found);
    if territory == name {
        return format!("{id} · {name} · {fields} · {file}");
    }
    format!("{id} · {name} · {territory} · {fields} · {file}")
}

fn fields(question: &Question, found: &FoundRecord) -> String {
    let names = found.fields.iter().map(|field| match field {
        SearchField::Name => question.words("nom", "name"),
        SearchField::Alias => question.words("autre nom", "other name"),
        SearchField::Id => question.words("identifiant", "id"),
        SearchField::Number => question.words("numéro", "number"),
        SearchField::Place => question.words("lieu", "place"),
        SearchField::Territory => question.words("territoire", "territory"),
        SearchField::Summary => question.words("résumé", "summary"),
    });
    names.collect::<Vec<_>>().join(", ")
}

fn row(question: &Question, found: &FoundRecord) -> Json {
    let mut keys = record_head(found.record);
    let territory = territory_json(question, found.record.home());
    keys.insert("territory".to_owned(), territory);
    let fields: Vec<&str> = found.fields.iter().map(|field| field.id()).collect();
    keys.insert("found_in".to_owned(), fields.into());
    keys.insert("score".to_owned(), found.score.into());
    Json::Object(keys)
}
