//! The tables of levers and obstacles.

use crate::views::parts::pieces::{text, words};
use crate::views::view::{Cell, Question, Table};

use crate::views::levers::gathered::{Counts, KindFact, LeversFacts};

/// How often each kind is told of, and in how many territories.
pub fn by_kind(question: &Question, kinds: &[KindFact], nature: &str) -> Table {
    let obstacles = nature == "obstacle";
    let caption = match nature {
        "obstacle" => words(question, "Freins par type", "Obstacles by kind"),
        "lever" => words(question, "Leviers par type", "Levers by kind"),
        _ => words(question, "Outils par type", "Tools by kind"),
    };
    let mut columns = vec![
        words(question, "type", "kind"),
        words(question, "mentions", "mentions"),
    ];
    columns.extend(obstacles.then(|| words(question, "dont levés", "lifted")));
    columns.push(words(question, "territoires", "territories"));
    let row = |kind: &KindFact| {
        let mut row = vec![Cell::Text(kind.label.clone()), Cell::Number(kind.count)];
        row.extend(obstacles.then_some(Cell::Number(kind.lifted)));
        row.push(Cell::Number(kind.territories));
        row
    };
    let sum = |of: fn(&KindFact) -> u64| Cell::Number(kinds.iter().map(of).sum());
    let mut total = vec![
        Cell::Text(words(question, "total", "total")),
        sum(|kind| kind.count),
    ];
    total.extend(obstacles.then(|| sum(|kind| kind.lifted)));
    total.push(Cell::Nothing);
    Table {
        caption,
        columns,
        rows: kinds.iter().map(row).collect(),
        total: Some(total),
    }
}

/// How many of what in each territory.
pub fn by_territory(question: &Question, facts: &LeversFacts) -> Table {
    let row = |name: String, counts: Counts| counted(Cell::Text(name), counts);
    let rows = facts
        .territories
        .iter()
        .map(|fact| row(fact.name.clone(), fact.counts));
    Table {
        caption: words(
            question,
            "Freins, leviers et outils par territoire",
            "Obstacles, levers and tools by territory",
        ),
        columns: columns(question, words(question, "territoire", "territory")),
        rows: rows.collect(),
        total: Some(row(words(question, "total", "total"), facts.total)),
    }
}

/// How many of what in each year; what held in several years counts in each.
pub fn by_year(question: &Question, facts: &LeversFacts) -> Table {
    let rows = facts
        .years
        .iter()
        .map(|fact| counted(Cell::Text(fact.year.to_string()), fact.counts));
    let mut columns = columns(question, words(question, "année", "year"));
    columns[2] = words(question, "levés dans l'année", "lifted in the year");
    Table {
        caption: words(
            question,
            "Freins, leviers et outils par année",
            "Obstacles, levers and tools by year",
        ),
        columns,
        rows: rows.collect(),
        total: None,
    }
}

fn columns(question: &Question, first: String) -> Vec<String> {
    vec![
        first,
        words(question, "freins", "obstacles"),
        words(question, "dont levés", "lifted"),
        words(question, "leviers", "levers"),
        words(question, "outils", "tools"),
    ]
}

fn counted(first: Cell, counts: Counts) -> Vec<Cell> {
    let Counts {
        obstacles,
        lifted,
        levers,
        tools,
    } = counts;
    vec![
        first,
        Cell::Number(obstacles),
        Cell::Number(lifted),
        Cell::Number(levers),
        Cell::Number(tools),
    ]
}

/// A row for each observation, for spreadsheets.
pub fn rows(question: &Question, facts: &LeversFacts) -> Table {
    let row = |fact: &crate::views::parts::observed::ObservationFact| {
        let or_nothing = |value: &Option<String>| text(value.as_deref().unwrap_or_default());
        vec![
            text(fact.nature),
            text(&fact.kind_id),
            text(&fact.kind),
            text(&fact.territory_id),
            text(&fact.territory),
            or_nothing(&fact.dynamic_id),
            or_nothing(&fact.dynamic),
            text(&fact.period),
            or_nothing(&fact.lifted),
            or_nothing(&fact.told_by),
            or_nothing(&fact.note),
            text(&fact.file),
        ]
    };
    let columns = [
        "nature",
        "kind_id",
        "kind",
        "territory_id",
        "territory",
        "dynamic_id",
        "dynamic",
        "period",
        "lifted",
        "told_by",
        "note",
        "file",
    ];
    Table {
        caption: words(
            question,
            "Freins, leviers et outils",
            "Obstacles, levers and tools",
        ),
        columns: columns.map(str::to_owned).into(),
        rows: facts.observations.iter().map(row).collect(),
        total: None,
    }
}
