//! The charter for other programs: signatories, their evidence, the principles.

use crate::views::view::{DataTable, Question};

use crate::views::charter::gathered::{CharterFacts, PrincipleFact, Signatory};

/// Every table, that of the signatories first.
pub fn tables(question: &Question, facts: &CharterFacts) -> Vec<DataTable> {
    vec![
        signatories(question, facts),
        principles_shown(question, facts),
        evidence(question, facts),
        principles(question, facts),
    ]
}

fn signatories(question: &Question, facts: &CharterFacts) -> DataTable {
    let network = question.network;
    question
        .data(
            "signatories",
            "Signataires de la charte",
            "Signatories of the charter",
            &facts.signatories,
        )
        .named(
            "signataire",
            "signatory",
            |fact| &fact.id,
            |fact| &fact.name,
        )
        .named(
            "territoire",
            "territory",
            |fact| {
                network
                    .actor(&fact.id)
                    .map(|record| record.home.to_string())
            },
            |fact| {
                let record = network.actor(&fact.id)?;
                Some(network.territory_name(&record.home))
            },
        )
        .column("signée", "signed", |fact| fact.signed)
        .column("principes_montrés", "principles_shown", |fact| {
            let shown = fact.principles.iter();
            shown
                .filter(|principle| !principle.evidence.is_empty())
                .count()
        })
        .column("tient", "holds", |fact| fact.has_every_principle)
        .column("fichier", "file", |fact| {
            network
                .actor(&fact.id)
                .map(|record| record.file.to_string())
        })
        .build()
}

/// A signatory, a principle, and the pieces of evidence.
type Shown<'f> = (&'f Signatory, &'f PrincipleFact, usize);

/// The number of pieces of evidence of each signatory for each principle, zero included.
fn principles_shown(question: &Question, facts: &CharterFacts) -> DataTable {
    let mut rows: Vec<Shown> = Vec::new();
    for signatory in &facts.signatories {
        for (index, principle) in facts.principles.iter().enumerate() {
            rows.push((signatory, principle, index));
        }
    }
    question
        .data(
            "principles-shown",
            "Preuves par signataire et par principe",
            "Evidence by signatory and principle",
            rows,
        )
        .named(
            "signataire",
            "signatory",
            |(fact, ..)| &fact.id,
            |(fact, ..)| &fact.name,
        )
        .named(
            "principe",
            "principle",
            |(_, it, _)| &it.id,
            |(_, it, _)| &it.label,
        )
        .column("preuves", "pieces_of_evidence", |(fact, _, index)| {
            fact.principles
                .get(index)
                .map_or(0, |shown| shown.evidence.len())
        })
        .column("dernière_année", "last_year", |(fact, _, index)| {
            let shown = fact.principles.get(index)?;
            shown.evidence.iter().filter_map(|piece| piece.year).max()
        })
        .build()
}

fn evidence(question: &Question, facts: &CharterFacts) -> DataTable {
    let mut rows = Vec::new();
    for signatory in &facts.signatories {
        for (principle, shown) in facts.principles.iter().zip(&signatory.principles) {
            rows.extend(
                shown
                    .evidence
                    .iter()
                    .map(|piece| (signatory, principle, piece)),
            );
        }
    }
    question
        .data(
            "evidence",
            "Preuves, une à une",
            "Evidence, piece by piece",
            rows,
        )
        .named(
            "signataire",
            "signatory",
            |(fact, ..)| &fact.id,
            |(fact, ..)| &fact.name,
        )
        .named(
            "principe",
            "principle",
            |(_, it, _)| &it.id,
            |(_, it, _)| &it.label,
        )
        .column("preuve", "evidence", |(.., piece)| &piece.what)
        .column("année", "year", |(.., piece)| piece.year)
        .build()
}

fn principles(question: &Question, facts: &CharterFacts) -> DataTable {
    question
        .data(
            "principles",
            "Signataires par principe montré",
            "Signatories by principle shown",
            &facts.principles,
        )
        .named("principe", "principle", |fact| &fact.id, |fact| &fact.label)
        .column("signataires", "signatories", |fact| fact.signatories)
        .build()
}
