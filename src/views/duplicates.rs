//! Pairs of records that are likely one, with their score, their reasons and what to do.

use serde_json::{Value as Json, json};

use crate::language::Bilingual;
use crate::network::RecordRef;
use crate::network::queries::duplicates::{DuplicateKind, DuplicatePair, Reason};
use crate::say;
use crate::views::parts::nouns::{Noun, counted};
use crate::views::parts::record_json::record_head;
use crate::views::parts::{incomplete_line, invented};
use crate::views::view::{DataTable, Facts, Question, Value};

const PAIRS: Noun = Noun::new(["paire", "paires"], ["pair", "pairs"]);

/// Gathers the pairs of records of some kinds that are likely one.
#[must_use]
pub fn gather(question: &Question, kinds: &[DuplicateKind]) -> Facts {
    let (network, language) = (question.network, question.language);
    let pairs: Vec<DuplicatePair> = kinds
        .iter()
        .flat_map(|kind| network.duplicates(*kind))
        .collect();
    let table = question
        .table("Doublons probables", "Likely duplicates", &pairs)
        .column("score", "score", |pair| u64::from(pair.score))
        .column("fiche", "record", |pair| full_id(pair, 0))
        .unfolded()
        .column("peut-être la même", "maybe the same", |pair| {
            full_id(pair, 1)
        })
        .unfolded()
        .column("pourquoi", "why", |pair| why(question, pair))
        .column("noms", "names", names)
        .build();
    let rows = pairs.iter().map(row).collect();
    let document = question.document("duplicates", rows);
    let mut notes = vec![counted(pairs.len(), &PAIRS, language)];
    if let Some(pair) = pairs.first() {
        let [one, other] = pair.records.map(RecordRef::id);
        notes.push(say!(language,
            fr: "si c'est bien le même, réunir les deux fiches\u{a0}: `apes merge {one} {other}`",
            en: "if it is the same, merge the two records: `apes merge {one} {other}`"));
    }
    Facts {
        report: "duplicates",
        title: question.words("Doublons probables", "Likely duplicates"),
        facts: document.to_json(),
        tables: vec![table],
        data: vec![data(question, &pairs)],
        document: Some(document),
        notes,
        invented: invented(question),
        scope: incomplete_line(question).into_iter().collect(),
        ..Facts::about(question)
    }
}

fn data(question: &Question, pairs: &[DuplicatePair]) -> DataTable {
    question
        .data(
            "duplicates",
            "Doublons probables",
            "Likely duplicates",
            pairs,
        )
        .column("score", "score", |pair| u64::from(pair.score))
        .column("kind", "kind", |pair| pair.records[0].kind())
        .column("id", "id", |pair| pair.records[0].id())
        .column("name", "name", |pair| pair.records[0].name())
        .column("other_id", "other_id", |pair| pair.records[1].id())
        .column("other_name", "other_name", |pair| pair.records[1].name())
        .column("reasons", "reasons", |pair| {
            Value::several(pair.reasons.iter().map(|reason| reason.id()))
        })
        .column("file", "file", |pair| &**pair.records[0].file())
        .column("other_file", "other_file", |pair| &**pair.records[1].file())
        .build()
        .in_no_language()
}

fn full_id(pair: &DuplicatePair, which: usize) -> String {
    let [one, other] = pair.records;
    let record = if which == 0 { one } else { other };
    format!("{}/{}", record.kind(), record.id())
}

fn names(pair: &DuplicatePair) -> String {
    pair.records.map(RecordRef::name).join(" · ")
}

fn why(question: &Question, pair: &DuplicatePair) -> String {
    let reasons = pair.reasons.iter();
    let words = reasons.map(|reason| describe(*reason).get(question.language));
    words.collect::<Vec<_>>().join(", ")
}

fn describe(reason: Reason) -> Bilingual {
    let (fr, en) = match reason {
        Reason::SameSiret => ("même SIRET", "same SIRET"),
        Reason::SameSiren => ("même SIREN", "same SIREN"),
        Reason::SameRna => ("même RNA", "same RNA number"),
        Reason::SameCode => ("même code officiel", "same official code"),
        Reason::SameName => ("même nom", "same name"),
        Reason::NameButPlace => ("même nom au lieu près", "same name but for the place"),
        Reason::Acronym => ("sigle de l'autre nom", "acronym of the other name"),
        Reason::NearName => ("noms presque identiques", "nearly the same name"),
        Reason::NameWithin => ("nom contenu dans l'autre", "name within the other"),
        Reason::SameWebsite => ("même site", "same website"),
        Reason::SameEmail => ("même adresse électronique", "same e-mail address"),
        Reason::SameEmailDomain => ("même domaine de courriel", "same e-mail domain"),
        Reason::SamePhone => ("même téléphone", "same telephone"),
        Reason::SameTerritory => ("même territoire", "same territory"),
        Reason::SamePlace => ("même commune", "same commune"),
        Reason::SameKind => ("même type", "same kind"),
        Reason::SharedPartners => ("partenaires en commun", "partners in common"),
    };
    Bilingual { fr, en }
}

fn row(pair: &DuplicatePair) -> Json {
    let reasons: Vec<&str> = pair.reasons.iter().map(|reason| reason.id()).collect();
    let records = pair.records.map(|record| Json::Object(record_head(record)));
    json!({ "score": pair.score, "reasons": reasons, "records": records })
}
