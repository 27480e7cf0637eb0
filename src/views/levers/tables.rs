//! The tables of levers and obstacles.

use crate::views::view::{Cell, Question, Table};

use crate::views::levers::gathered::{Counts, KindFact, LeversFacts};

/// How often each kind is told of, and in how many territories.
pub fn by_kind(question: &Question, kinds: &[KindFact], nature: &str) -> Table {
    let obstacles = nature == "obstacle";
    let caption = match nature {
        "obstacle" => question.words("Freins par type", "Obstacles by kind"),
        "lever" => question.words("Leviers par type", "Levers by kind"),
        _ => question.words("Outils par type", "Tools by kind"),
    };
    let mut columns = vec![
        question.words("type", "kind"),
        question.words("mentions", "mentions"),
    ];
    columns.extend(obstacles.then(|| question.words("dont levés", "lifted")));
    columns.push(question.words("territoires", "territories"));
    let row = |kind: &KindFact| {
        let mut row = vec![Cell::Text(kind.label.clone()), Cell::Number(kind.count)];
        row.extend(obstacles.then_some(Cell::Number(kind.lifted)));
        row.push(Cell::Number(kind.territories));
        row
    };
    let sum = |of: fn(&KindFact) -> u64| Cell::Number(kinds.iter().map(of).sum());
    let mut total = vec![
        Cell::Text(question.words("total", "total")),
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
        caption: question.words(
            "Freins, leviers et outils par territoire",
            "Obstacles, levers and tools by territory",
        ),
        columns: columns(question, question.words("territoire", "territory")),
        rows: rows.collect(),
        total: Some(row(question.words("total", "total"), facts.total)),
    }
}

/// How many of what in each year; what held in several years counts in each.
pub fn by_year(question: &Question, facts: &LeversFacts) -> Table {
    let rows = facts
        .years
        .iter()
        .map(|fact| counted(Cell::Text(fact.year.to_string()), fact.counts));
    let mut columns = columns(question, question.words("année", "year"));
    columns[2] = question.words("levés dans l'année", "lifted in the year");
    Table {
        caption: question.words(
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
        question.words("freins", "obstacles"),
        question.words("dont levés", "lifted"),
        question.words("leviers", "levers"),
        question.words("outils", "tools"),
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
        let or_nothing = |value: &Option<String>| Cell::from(value.as_deref().unwrap_or_default());
        vec![
            Cell::from(fact.nature),
            Cell::from(&fact.kind_id),
            Cell::from(&fact.kind),
            Cell::from(&fact.territory_id),
            Cell::from(&fact.territory),
            or_nothing(&fact.dynamic_id),
            or_nothing(&fact.dynamic),
            Cell::from(&fact.period),
            or_nothing(&fact.lifted),
            or_nothing(&fact.told_by),
            or_nothing(&fact.note),
            Cell::from(&fact.file),
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
        caption: question.words("Freins, leviers et outils", "Obstacles, levers and tools"),
        columns: columns.map(str::to_owned).into(),
        rows: facts.observations.iter().map(row).collect(),
        total: None,
    }
}
