//! The tables of levers and obstacles.

use crate::views::levers::gathered::{KindFact, LeversFacts};
use crate::views::view::{Question, Table};

/// The number of observations of each kind, and of territories where it is recorded.
pub fn by_kind(question: &Question, kinds: &[KindFact], nature: &str) -> Table {
    let caption = match nature {
        "obstacle" => question.words("Freins par type", "Obstacles by kind"),
        "lever" => question.words("Leviers par type", "Levers by kind"),
        _ => question.words("Outils par type", "Tools by kind"),
    };
    let mut table = Table::of(question.language, caption, kinds)
        .column("type", "kind", |kind| &kind.label)
        .total(question.words("total", "total"))
        .column("mentions", "mentions", |kind| kind.count)
        .sum();
    if nature == "obstacle" {
        table = table
            .column("dont levés", "lifted", |kind| kind.lifted)
            .sum();
    }
    table
        .column("territoires", "territories", |kind| kind.territories)
        .build()
}

/// Numbers of obstacles, levers and tools in each territory.
pub fn by_territory(question: &Question, facts: &LeversFacts) -> Table {
    let total = facts.total;
    question
        .table(
            "Freins, leviers et outils par territoire",
            "Obstacles, levers and tools by territory",
            &facts.territories,
        )
        .column("territoire", "territory", |fact| &fact.name)
        .total(question.words("total", "total"))
        .column("freins", "obstacles", |fact| fact.counts.obstacles)
        .total(total.obstacles)
        .column("dont levés", "lifted", |fact| fact.counts.lifted)
        .total(total.lifted)
        .column("leviers", "levers", |fact| fact.counts.levers)
        .total(total.levers)
        .column("outils", "tools", |fact| fact.counts.tools)
        .total(total.tools)
        .build()
}

/// Numbers of obstacles, levers and tools in each year; one that held in several counts in each,
/// so that a sum would count it twice.
pub fn by_year(question: &Question, facts: &LeversFacts) -> Table {
    question
        .table(
            "Freins, leviers et outils par année",
            "Obstacles, levers and tools by year",
            &facts.years,
        )
        .column("année", "year", |fact| fact.year.to_string())
        .column("freins", "obstacles", |fact| fact.counts.obstacles)
        .column("levés dans l'année", "lifted in the year", |fact| {
            fact.counts.lifted
        })
        .column("leviers", "levers", |fact| fact.counts.levers)
        .column("outils", "tools", |fact| fact.counts.tools)
        .build()
}

/// A row for each observation, for spreadsheets.
pub fn rows(question: &Question, facts: &LeversFacts) -> Table {
    question
        .table(
            "Freins, leviers et outils",
            "Obstacles, levers and tools",
            &facts.observations,
        )
        .column_named("nature", |fact| fact.nature)
        .column_named("kind_id", |fact| &fact.kind_id)
        .column_named("kind", |fact| &fact.kind)
        .column_named("territory_id", |fact| &fact.territory_id)
        .column_named("territory", |fact| &fact.territory)
        .column_named("dynamic_id", |fact| &fact.dynamic_id)
        .column_named("dynamic", |fact| &fact.dynamic)
        .column_named("period", |fact| &fact.period)
        .column_named("lifted", |fact| &fact.lifted)
        .column_named("told_by", |fact| &fact.told_by)
        .column_named("note", |fact| &fact.note)
        .column_named("inferred", |fact| fact.inferred.then_some("true"))
        .column_named("file", |fact| &fact.file)
        .build()
}
