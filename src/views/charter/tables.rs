//! The tables of the charter.

use crate::views::view::{Question, Table};

use crate::views::charter::gathered::{CharterFacts, PrincipleEvidence};

/// Every signatory against every principle.
pub fn signatories_by_principle(question: &Question, facts: &CharterFacts) -> Table {
    let mut table = question
        .table(
            "Année des preuves, par signataire et par principe",
            "Year of the evidence, by signatory and by principle",
            &facts.signatories,
        )
        .column("signataire", "signatory", |signatory| &signatory.name)
        .total(question.words("total", "total"))
        .column("signée", "signed", |signatory| {
            signatory.signed.to_string()
        })
        .total(facts.signed)
        .column("tient", "holds", |signatory| {
            yes_or_no(question, signatory.has_every_principle)
        })
        .total(facts.with_every_principle);
    for (index, principle) in facts.principles.iter().enumerate() {
        table = table
            .column_named((index + 1).to_string(), |signatory| {
                last_year(question, signatory.principles.get(index)?)
            })
            .total(principle.signatories);
    }
    table.build()
}

fn yes_or_no(question: &Question, is_so: bool) -> String {
    if is_so {
        question.words("oui", "yes")
    } else {
        question.words("non", "no")
    }
}

/// The year of the latest evidence; "yes" where all of it is undated, `None` where there is none.
fn last_year(question: &Question, shown: &PrincipleEvidence) -> Option<String> {
    if shown.evidence.is_empty() {
        return None;
    }
    let last_year = shown.evidence.iter().filter_map(|piece| piece.year).max();
    Some(last_year.map_or_else(|| question.words("oui", "yes"), |year| year.to_string()))
}

/// Every piece of evidence.
pub fn evidence(question: &Question, facts: &CharterFacts) -> Table {
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
        .table("Ce que chacun montre", "What each one shows", rows)
        .column("signataire", "signatory", |(signatory, ..)| &signatory.name)
        .column("principe", "principle", |(_, principle, _)| {
            &principle.label
        })
        .column("preuve", "evidence", |(.., piece)| &piece.what)
        .column("année", "year", |(.., piece)| {
            piece.year.map(|year| year.to_string())
        })
        .build()
}
