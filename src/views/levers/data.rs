//! Levers, obstacles, tools for other programs: one by one, by kind, by territory, by year.

use crate::views::levers::gathered::{Counts, KindFact, LeversFacts};
use crate::views::parts::data;
use crate::views::view::{DataBuilder, DataTable, Question};

/// Every table, that of the observations first.
pub fn tables(question: &Question, facts: &LeversFacts) -> Vec<DataTable> {
    vec![
        data::observations(question, &facts.observations),
        kinds(question, facts),
        territories(question, facts),
        years(question, facts),
    ]
}

fn kinds(question: &Question, facts: &LeversFacts) -> DataTable {
    let rows: Vec<(&str, &KindFact)> = [
        ("obstacle", &facts.obstacles),
        ("lever", &facts.levers),
        ("tool", &facts.tools),
    ]
    .into_iter()
    .flat_map(|(nature, kinds)| kinds.iter().map(move |kind| (nature, kind)))
    .collect();
    question
        .data(
            "kinds",
            "Freins, leviers et outils par type",
            "Obstacles, levers and tools by kind",
            rows,
        )
        .column("nature_id", "nature_id", |(nature, _)| nature)
        .named(
            "type",
            "kind",
            |(_, kind)| &kind.id,
            |(_, kind)| &kind.label,
        )
        .column("mentions", "mentions", |(_, kind)| kind.count)
        .column("dont_levés", "lifted", |(nature, kind)| {
            (nature == "obstacle").then_some(kind.lifted)
        })
        .column("territoires", "territories", |(_, kind)| kind.territories)
        .build()
}

fn territories(question: &Question, facts: &LeversFacts) -> DataTable {
    let table = question
        .data(
            "territories",
            "Freins, leviers et outils par territoire",
            "Obstacles, levers and tools by territory",
            &facts.territories,
        )
        .named(
            "territoire",
            "territory",
            |fact| &fact.id,
            |fact| data::territory_name(question, &fact.id),
        );
    counted(table, |fact| fact.counts)
}

/// Numbers of each year; an observation that held in several years counts in each of them.
fn years(question: &Question, facts: &LeversFacts) -> DataTable {
    let table = question
        .data(
            "years",
            "Freins, leviers et outils par année\u{a0}: ce qui tient plusieurs années compte dans \
                chacune",
            "Obstacles, levers and tools by year: what held in several years counts in each",
            &facts.years,
        )
        .column("année", "year", |fact| fact.year);
    counted(table, |fact| fact.counts)
}

fn counted<T: Copy>(table: DataBuilder<T>, counts: impl Fn(T) -> Counts) -> DataTable {
    table
        .column("freins", "obstacles", |fact| counts(fact).obstacles)
        .column("dont_levés", "lifted", |fact| counts(fact).lifted)
        .column("leviers", "levers", |fact| counts(fact).levers)
        .column("outils", "tools", |fact| counts(fact).tools)
        .build()
}
