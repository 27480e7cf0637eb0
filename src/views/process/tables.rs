//! The tables of the process.

use crate::say;
use crate::views::parts::periods::describe_date;
use crate::views::view::{Question, Table};

use crate::views::process::gathered::{ProcessFacts, StageFact, StepFact, TerritoryFact};

/// Every territory against every stage.
pub fn stages_by_territory(question: &Question, facts: &ProcessFacts) -> Table {
    let mut table = question
        .table(
            "Les étapes franchies, par territoire",
            "Stages reached, by territory",
            &facts.territories,
        )
        .column("territoire", "territory", |fact| &fact.name)
        .column("étape", "stage", |fact| fact.stands_at);
    for stage in &facts.stages {
        table = table.column_named(stage.number.to_string(), |fact| {
            years_of_stage(fact, stage.number)
        });
    }
    table
        .column("suivi", "followed", |fact| &fact.followed_in_words)
        .build()
}

/// The years in which a territory reached a stage, those inferred in brackets.
fn years_of_stage(fact: &TerritoryFact, stage: usize) -> String {
    let years = fact
        .steps
        .iter()
        .filter(|step| step.number == stage)
        .map(|step| {
            let year = step.date.year();
            if step.inferred {
                format!("[{year}]")
            } else {
                year.to_string()
            }
        });
    years.collect::<Vec<_>>().join(", ")
}

/// The number of territories at each stage.
pub fn territories_by_stage(question: &Question, facts: &ProcessFacts) -> Table {
    question
        .table(
            "Territoires par étape",
            "Territories by stage",
            &facts.stages,
        )
        .column("étape", "stage", StageFact::name)
        .total(question.words("total", "total"))
        .column("territoires", "territories", |stage| stage.territories)
        .sum()
        .column("dont déduites", "of which inferred", |stage| {
            stage.inferred
        })
        .sum()
        .build()
}

/// The time from the first stage to emancipation, of each territory that has reached a stage.
pub fn durations(question: &Question, facts: &ProcessFacts) -> Table {
    let language = question.language;
    question
        .table(
            "Années de la première étape à l'émancipation",
            "Years from the first stage to emancipation",
            facts.territories.iter().filter(|fact| fact.years.is_some()),
        )
        .column("territoire", "territory", |fact| &fact.name)
        .column("première étape", "first stage", |fact| {
            fact.steps.first().map(StepFact::when_in_brackets)
        })
        .column("émancipation", "emancipation", |fact| {
            describe_date(fact.emancipated.as_deref(), language)
        })
        .column("années", "years", known_years)
        .column("suivi", "follow-up", |fact| follow_up(question, fact))
        .column("durée", "duration", |fact| against_usual(question, fact))
        .build()
}

/// The years that a territory took so far; `None` where only a last trace is known, unless that
/// alone makes it longer than usual.
fn known_years(fact: &TerritoryFact) -> Option<u16> {
    let is_over = fact.against_usual == Some("over");
    fact.years
        .filter(|_| is_over || !fact.is_known_by_trace_alone())
}

/// What is known of the network's work in a territory at the end of the period: only a written end
/// is an end, the last year in which somebody attests it is none.
fn follow_up(question: &Question, fact: &TerritoryFact) -> String {
    let language = question.language;
    if fact.emancipated.is_some() {
        return question.words("émancipé", "emancipated");
    }
    if fact.followed_now {
        return question.words("en cours", "under way");
    }
    if let Some(end) = describe_date(fact.follow_ended.as_deref(), language) {
        return say!(language, fr: "achevé\u{a0}: {end}", en: "ended: {end}");
    }
    fact.last_trace.map_or_else(
        String::new,
        |year| say!(language, fr: "dernière trace en {year}", en: "last trace in {year}"),
    )
}

/// The time a territory took against the usual one, in words.
fn against_usual(question: &Question, fact: &TerritoryFact) -> String {
    match fact.against_usual {
        Some("over") => question.words("plus que d'ordinaire", "more than usual"),
        Some("under") => question.words("moins que d'ordinaire", "less than usual"),
        Some("within") => question.words("comme d'ordinaire", "as usual"),
        _ => question.words("non achevée", "not finished"),
    }
}

/// The territories with stages of which no record says that the network followed them.
pub fn unfollowed(question: &Question, facts: &ProcessFacts) -> Table {
    question
        .table(
            "Étapes franchies sans suivi attesté",
            "Stages reached without attested support",
            &facts.unfollowed,
        )
        .column("territoire", "territory", |fact| &fact.name)
        .column("étape", "stage", |fact| {
            fact.stands_at.map(|number| stage_name(facts, number))
        })
        .column("franchie", "reached", |fact| {
            fact.steps.last().map(StepFact::when_in_brackets)
        })
        .column("ce qui le montre", "what shows it", |fact| {
            fact.steps.last().and_then(|step| step.evidence.as_ref())
        })
        .build()
        .without_empty_columns()
}

/// The followed territories that have reached no stage for more than a year.
pub fn without_progress(question: &Question, facts: &ProcessFacts) -> Table {
    question
        .table(
            "Territoires sans mouvement",
            "Territories without progress",
            facts.territories.iter().filter(|fact| fact.stands_still),
        )
        .column("territoire", "territory", |fact| &fact.name)
        .column("étape", "stage", |fact| {
            fact.stands_at.map(|number| stage_name(facts, number))
        })
        .column("depuis", "since", |fact| {
            fact.steps.last().map(StepFact::when_in_brackets)
        })
        .build()
}

/// The number and the name of a stage, by its number from 1.
fn stage_name(facts: &ProcessFacts, number: usize) -> String {
    facts
        .stages
        .get(number - 1)
        .map_or_else(String::new, StageFact::name)
}

/// The collectives that go on by themselves.
pub fn emancipated(question: &Question, facts: &ProcessFacts) -> Table {
    question
        .table(
            "Collectifs émancipés",
            "Emancipated collectives",
            facts
                .territories
                .iter()
                .filter(|fact| fact.emancipated.is_some()),
        )
        .column("territoire", "territory", |fact| &fact.name)
        .column("émancipation", "emancipation", |fact| {
            emancipation(facts, fact).map(StepFact::when_in_brackets)
        })
        .column("ce qui le montre", "what shows it", |fact| {
            emancipation(facts, fact).and_then(|step| step.evidence.as_ref())
        })
        .build()
        .without_empty_columns()
}

/// The step by which a territory reached the last stage for the first time.
fn emancipation<'f>(facts: &ProcessFacts, fact: &'f TerritoryFact) -> Option<&'f StepFact> {
    let last = facts.stages.last()?.number;
    fact.steps.iter().find(|step| step.number == last)
}
