//! The economy for other programs: each record's euros by category, all resources by nature.

use crate::views::parts::data::{Holder, resources};
use crate::views::parts::means;
use crate::views::view::{DataTable, Question};

use crate::views::economy::gathered::{EconomyFacts, MixFact};

/// Every table, that of the records first.
pub fn tables(question: &Question, facts: &EconomyFacts) -> Vec<DataTable> {
    let holders: Vec<Holder> = facts
        .mixes
        .iter()
        .filter_map(|mix| holder(question, mix))
        .collect();
    vec![
        records(question, facts),
        means::data(question, "natures", &facts.means),
        resources(question, &holders, means::years(question)),
    ]
}

fn holder<'n>(question: &Question<'n>, mix: &MixFact) -> Option<Holder<'n>> {
    let network = question.network;
    match mix.kind {
        "dynamic" => network.dynamic(&mix.id).map(Holder::dynamic),
        _ => network.actor(&mix.id).map(Holder::actor),
    }
}

/// Euros received by category, and hours, a row for each record.
fn records(question: &Question, facts: &EconomyFacts) -> DataTable {
    question
        .data(
            "records",
            "Euros réalisés et heures, par fiche",
            "Euros received and hours, by record",
            &facts.mixes,
        )
        .column("type_de_fiche", "record_kind", |mix| mix.kind)
        .named("fiche", "record", |mix| &mix.id, |mix| &mix.name)
        .column("marché_euros", "market_euros", |mix| mix.euros[0])
        .column("redistribution_euros", "redistribution_euros", |mix| {
            mix.euros[1]
        })
        .column("réciprocité_euros", "reciprocity_euros", |mix| {
            mix.euros[2]
        })
        .column("heures", "hours", |mix| mix.hours)
        .column("catégories", "categories", |mix| mix.categories)
        .column("fichier", "file", |mix| &mix.file)
        .build()
}
