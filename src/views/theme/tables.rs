//! The tables of the themes.

use crate::views::view::{Cell, Question, Table};

use crate::views::theme::gathered::{PassageFact, ThemesFacts};

/// Territories against themes, with margins.
pub fn cross(question: &Question, facts: &ThemesFacts) -> Table {
    let mut columns = vec![question.words("territoire", "territory")];
    columns.extend(facts.themes.iter().map(|theme| theme.digit.to_string()));
    columns.push(question.words("total", "total"));
    let row = |name: String, counts: Vec<u64>, total: u64| {
        let mut row = vec![Cell::Text(name)];
        row.extend(counts.into_iter().map(count));
        row.push(Cell::Number(total));
        row
    };
    let rows = facts
        .territories
        .iter()
        .map(|fact| row(fact.name.clone(), fact.themes.clone(), fact.total));
    let totals = facts.themes.iter().map(|theme| theme.dynamics).collect();
    Table {
        caption: question.words(
            "Dynamiques par territoire et par thématique",
            "Dynamics by territory and by theme",
        ),
        columns,
        rows: rows.collect(),
        total: Some(row(question.words("total", "total"), totals, facts.total)),
    }
}

/// A count that is easier to find where the others are empty.
fn count(count: u64) -> Cell {
    if count == 0 {
        Cell::Nothing
    } else {
        Cell::Number(count)
    }
}

/// What each theme had before, what began, what ended, what goes on.
pub fn by_theme(question: &Question, facts: &ThemesFacts) -> Table {
    let row = |name: String, counts: [u64; 4]| {
        std::iter::once(Cell::Text(name))
            .chain(counts.map(Cell::Number))
            .collect::<Vec<_>>()
    };
    let rows = facts.themes.iter().map(|theme| {
        let counts = [theme.before, theme.began, theme.ended, theme.going_on];
        row(format!("{} {}", theme.digit, theme.label), counts)
    });
    let sum = |of: fn(&crate::views::theme::gathered::ThemeFact) -> u64| {
        facts.themes.iter().map(of).sum()
    };
    let total = [
        sum(|theme| theme.before),
        sum(|theme| theme.began),
        sum(|theme| theme.ended),
        sum(|theme| theme.going_on),
    ];
    let span = match (facts.years.first(), facts.years.last()) {
        (Some(first), Some(last)) if first.year < last.year => {
            format!("{}–{}", first.year, last.year)
        }
        (_, Some(last)) => last.year.to_string(),
        _ => String::new(),
    };
    Table {
        caption: format!(
            "{} · {span}",
            question.words("Croissance par thématique", "Growth by theme")
        ),
        columns: vec![
            question.words("thématique", "theme"),
            question.words("déjà là", "already there"),
            question.words("+ commencées", "+ began"),
            question.words("− achevées", "− ended"),
            question.words("= se poursuivent", "= go on"),
        ],
        rows: rows.collect(),
        total: Some(row(question.words("total", "total"), total)),
    }
}

/// What each year had, what began, what ended, what goes on.
pub fn by_year(question: &Question, facts: &ThemesFacts) -> Table {
    let rows = facts.years.iter().map(|year| {
        let counts = [year.active, year.began, year.ended, year.going_on];
        std::iter::once(Cell::Text(year.year.to_string()))
            .chain(counts.map(Cell::Number))
            .collect()
    });
    Table {
        caption: question.words("Croissance par année", "Growth by year"),
        columns: vec![
            question.words("année", "year"),
            question.words("en vie", "alive"),
            question.words("dont commencées", "of which began"),
            question.words("dont achevées", "of which ended"),
            question.words("se poursuivent", "go on"),
        ],
        rows: rows.collect(),
        total: None,
    }
}

/// Dynamics alive in each year, by theme.
pub fn by_theme_and_year(question: &Question, facts: &ThemesFacts) -> Table {
    let mut columns = vec![question.words("année", "year")];
    columns.extend(facts.themes.iter().map(|theme| theme.digit.to_string()));
    columns.push(question.words("total", "total"));
    let rows = facts.years.iter().enumerate().map(|(place, year)| {
        let mut row = vec![Cell::Text(year.year.to_string())];
        row.extend(facts.themes.iter().map(|theme| {
            theme
                .years
                .get(place)
                .map_or(Cell::Nothing, |of| count(*of))
        }));
        row.push(Cell::Number(year.active));
        row
    });
    Table {
        caption: question.words(
            "Dynamiques en vie, par thématique et par année",
            "Dynamics alive, by theme and by year",
        ),
        columns,
        rows: rows.collect(),
        total: None,
    }
}

/// Each dynamic that continues another.
pub fn passages(question: &Question, facts: &ThemesFacts) -> Table {
    let row = |fact: &PassageFact| {
        let changed = if fact.changed {
            question.words("oui", "yes")
        } else {
            question.words("non", "no")
        };
        vec![
            Cell::Text(fact.before.clone()),
            Cell::Number(fact.from as u64),
            Cell::Text(fact.after.clone()),
            Cell::Number(fact.to as u64),
            Cell::from(&fact.lived),
            Cell::Text(changed),
        ]
    };
    Table {
        caption: question.words(
            "Dynamiques qui en continuent une autre",
            "Dynamics that continue another",
        ),
        columns: vec![
            question.words("avant", "before"),
            question.words("th.", "th."),
            question.words("après", "after"),
            question.words("th.", "th."),
            question.words("période", "period"),
            question.words("change", "changed"),
        ],
        rows: facts.passages.iter().map(row).collect(),
        total: None,
    }
}

/// From which theme to which, with margins.
pub fn matrix(question: &Question, facts: &ThemesFacts) -> Table {
    let mut digits: Vec<usize> = facts
        .passages
        .iter()
        .flat_map(|fact| [fact.from, fact.to])
        .collect();
    digits.sort_unstable();
    digits.dedup();
    let all = |of: &dyn Fn(&PassageFact) -> bool| {
        facts.passages.iter().filter(|fact| of(fact)).count() as u64
    };
    let mut columns = vec![question.words("avant \\ après", "before \\ after")];
    columns.extend(digits.iter().map(ToString::to_string));
    columns.push(question.words("total", "total"));
    let rows = digits.iter().map(|from| {
        let mut row = vec![Cell::Text(from.to_string())];
        row.extend(
            digits
                .iter()
                .map(|to| count(all(&|fact| fact.from == *from && fact.to == *to))),
        );
        row.push(Cell::Number(all(&|fact| fact.from == *from)));
        row
    });
    let mut total = vec![Cell::Text(question.words("total", "total"))];
    total.extend(
        digits
            .iter()
            .map(|to| Cell::Number(all(&|fact| fact.to == *to))),
    );
    total.push(Cell::Number(all(&|_| true)));
    Table {
        caption: question.words("D'une thématique à l'autre", "From one theme to another"),
        columns,
        rows: rows.collect(),
        total: Some(total),
    }
}

/// A row for each territory and theme that has any, for spreadsheets.
pub fn rows(question: &Question, facts: &ThemesFacts) -> Table {
    let rows = facts.territories.iter().flat_map(|fact| {
        let themes = facts
            .themes
            .iter()
            .zip(&fact.themes)
            .filter(|(_, count)| **count > 0);
        themes.map(|(theme, count)| {
            vec![
                Cell::from(&fact.id),
                Cell::from(&fact.name),
                Cell::from(&theme.id),
                Cell::from(&theme.label),
                Cell::Number(*count),
            ]
        })
    });
    Table {
        caption: question.words(
            "Dynamiques par territoire et par thématique",
            "Dynamics by territory and by theme",
        ),
        columns: ["territory_id", "territory", "theme_id", "theme", "count"]
            .map(str::to_owned)
            .into(),
        rows: rows.collect(),
        total: None,
    }
}
