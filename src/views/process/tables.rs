//! The tables of the process.

use crate::calendar::PartialDate;
use crate::language::Bilingual;
use crate::views::view::{Cell, Question, Table};

use crate::views::process::gathered::{ProcessFacts, TerritoryFact};

/// Every territory against every stage.
pub fn way(question: &Question, facts: &ProcessFacts) -> Table {
    let words =
        |fr: &'static str, en: &'static str| Bilingual { fr, en }.get(question.language).to_owned();
    let mut columns = vec![words("territoire", "territory"), words("étape", "stage")];
    columns.extend(facts.stages.iter().map(|stage| stage.number.to_string()));
    columns.push(words("suivi", "followed"));
    let row = |fact: &TerritoryFact| {
        let stands = fact
            .stands_at
            .map_or(Cell::Nothing, |number| Cell::Number(number as u64));
        let mut row = vec![Cell::Text(fact.name.clone()), stands];
        row.extend(
            facts
                .stages
                .iter()
                .map(|stage| text(&when(fact, stage.number))),
        );
        row.push(text(&fact.followed_told));
        row
    };
    Table {
        caption: words(
            "Les étapes franchies, par territoire",
            "Stages reached, by territory",
        ),
        columns,
        rows: facts.territories.iter().map(row).collect(),
        total: None,
    }
}

/// The years of a stage, those inferred in brackets.
fn when(fact: &TerritoryFact, number: usize) -> String {
    let steps = fact.steps.iter().filter(|step| step.number == number);
    let dates = steps.map(|step| {
        let year = step
            .moment
            .map_or_else(String::new, |moment| moment.year().to_string());
        if step.inferred {
            format!("[{year}]")
        } else {
            year
        }
    });
    dates.collect::<Vec<_>>().join(", ")
}

/// How many territories stand at each stage.
pub fn standing(question: &Question, facts: &ProcessFacts) -> Table {
    let words =
        |fr: &'static str, en: &'static str| Bilingual { fr, en }.get(question.language).to_owned();
    let row = |stage: &crate::views::process::gathered::StageFact| {
        vec![
            Cell::Text(format!("{} {}", stage.number, stage.label)),
            Cell::Number(stage.territories),
        ]
    };
    Table {
        caption: words("Territoires par étape", "Territories by stage"),
        columns: vec![words("étape", "stage"), words("territoires", "territories")],
        rows: facts.stages.iter().map(row).collect(),
        total: Some(vec![
            Cell::Text(words("total", "total")),
            Cell::Number(facts.stages.iter().map(|stage| stage.territories).sum()),
        ]),
    }
}

/// How long each way takes.
pub fn durations(question: &Question, facts: &ProcessFacts) -> Table {
    let words =
        |fr: &'static str, en: &'static str| Bilingual { fr, en }.get(question.language).to_owned();
    let row = |fact: &TerritoryFact| {
        let years = fact.years?;
        let first = fact
            .steps
            .first()
            .map(|step| step.when.clone())
            .unwrap_or_default();
        let against = match fact.against_usual {
            Some("over") => words("plus que d'ordinaire", "more than usual"),
            Some("under") => words("moins que d'ordinaire", "less than usual"),
            _ => words("comme d'ordinaire", "as usual"),
        };
        let now = match (&fact.emancipated, fact.followed_now) {
            (Some(_), _) => words("émancipé", "emancipated"),
            (None, true) => words("en cours", "under way"),
            (None, false) => words("suivi arrêté", "no longer followed"),
        };
        Some(vec![
            Cell::Text(fact.name.clone()),
            Cell::Text(first),
            moment(question, fact.emancipated.as_deref()),
            Cell::Number(years.into()),
            Cell::Text(now),
            Cell::Text(against),
        ])
    };
    Table {
        caption: words(
            "Années de la première étape à l'émancipation",
            "Years from the first stage to emancipation",
        ),
        columns: vec![
            words("territoire", "territory"),
            words("première étape", "first stage"),
            words("émancipation", "emancipation"),
            words("années", "years"),
            words("aujourd'hui", "now"),
            words("durée", "duration"),
        ],
        rows: facts.territories.iter().filter_map(row).collect(),
        total: None,
    }
}

/// Who stands still.
pub fn still(question: &Question, facts: &ProcessFacts) -> Table {
    let words =
        |fr: &'static str, en: &'static str| Bilingual { fr, en }.get(question.language).to_owned();
    let still = facts.territories.iter().filter(|fact| fact.stands_still);
    let row = |fact: &TerritoryFact| {
        vec![
            Cell::Text(fact.name.clone()),
            fact.stands_at
                .map_or(Cell::Nothing, |number| Cell::Text(label(facts, number))),
            moment(question, fact.since.as_deref()),
        ]
    };
    Table {
        caption: words("Territoires sans mouvement", "Territories that stand still"),
        columns: vec![
            words("territoire", "territory"),
            words("étape", "stage"),
            words("depuis", "since"),
        ],
        rows: still.map(row).collect(),
        total: None,
    }
}

/// Which collectives go on by themselves.
pub fn emancipated(question: &Question, facts: &ProcessFacts) -> Table {
    let words =
        |fr: &'static str, en: &'static str| Bilingual { fr, en }.get(question.language).to_owned();
    let row = |fact: &TerritoryFact| {
        let done = fact.emancipated.as_deref()?;
        let evidence = fact
            .steps
            .last()
            .and_then(|step| step.evidence.as_deref())
            .unwrap_or_default();
        Some(vec![
            Cell::Text(fact.name.clone()),
            moment(question, Some(done)),
            text(evidence),
        ])
    };
    Table {
        caption: words("Collectifs émancipés", "Emancipated collectives"),
        columns: vec![
            words("territoire", "territory"),
            words("émancipation", "emancipation"),
            words("ce qui le montre", "what shows it"),
        ],
        rows: facts.territories.iter().filter_map(row).collect(),
        total: None,
    }
}

fn label(facts: &ProcessFacts, number: usize) -> String {
    facts
        .stages
        .get(number - 1)
        .map_or_else(String::new, |stage| format!("{number} {}", stage.label))
}

/// A moment as people say it.
fn moment(question: &Question, written: Option<&str>) -> Cell {
    let when = written.and_then(PartialDate::parse);
    when.map_or(Cell::Nothing, |when| {
        Cell::Text(when.format(question.language))
    })
}

fn text(text: &str) -> Cell {
    if text.is_empty() {
        Cell::Nothing
    } else {
        Cell::Text(text.to_owned())
    }
}
