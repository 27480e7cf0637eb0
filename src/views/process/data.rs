//! The process for other programs: territories, the stages that each reached, the stages counted.

use crate::records::List;
use crate::views::parts::data::{intervals, territory_name};
use crate::views::view::{DataTable, Question, Value};

use crate::views::process::gathered::{ProcessFacts, StageFact, TerritoryFact};

/// Every table, that of the territories first.
pub fn tables(question: &Question, facts: &ProcessFacts) -> Vec<DataTable> {
    vec![
        territories(question, facts),
        reached(question, facts),
        stages(question, facts),
    ]
}

/// Each territory with the stage reached last and its years.
fn territories(question: &Question, facts: &ProcessFacts) -> DataTable {
    question
        .data(
            "territories",
            "Territoires et étape franchie en dernier",
            "Territories and the stage reached last",
            &facts.territories,
        )
        .named(
            "territoire",
            "territory",
            |fact| &fact.id,
            |fact| name(question, fact),
        )
        .column("étape_numéro", "stage_number", |fact| fact.stands_at)
        .named(
            "étape",
            "stage",
            |fact| stage(facts, fact.stands_at?).map(|stage| stage.id.clone()),
            |fact| label(question, stage(facts, fact.stands_at?)),
        )
        .column("étape_depuis", "stage_since", |fact| {
            fact.since.as_deref().map(Value::date)
        })
        .column("étape_déduite", "stage_inferred", |fact| {
            let last = fact.steps.iter().rev();
            let mut last = last.filter(|step| Some(step.number) == fact.stands_at);
            last.next().map(|step| step.inferred)
        })
        .column("années", "years", |fact| fact.years)
        .column("durée_habituelle", "against_usual", |fact| {
            fact.against_usual
        })
        .column("sans_mouvement", "stands_still", |fact| fact.stands_still)
        .column("suivi", "followed_now", |fact| fact.followed_now)
        .column("périodes_de_suivi", "followed", |fact| {
            let record = question.network.territory(&fact.id);
            record.map(|record| intervals(&record.body.followed.0))
        })
        .column("émancipation", "emancipated_on", |fact| {
            fact.emancipated.as_deref().map(Value::date)
        })
        .column("fichier", "file", |fact| &fact.file)
        .build()
}

/// Each stage that a territory reached, with its date.
fn reached(question: &Question, facts: &ProcessFacts) -> DataTable {
    let rows = facts
        .territories
        .iter()
        .flat_map(|fact| fact.steps.iter().map(move |step| (fact, step)));
    question
        .data(
            "reached",
            "Étapes franchies, une à une",
            "Stages reached, one by one",
            rows,
        )
        .named(
            "territoire",
            "territory",
            |(fact, _)| &fact.id,
            |(fact, _)| name(question, fact),
        )
        .column("étape_numéro", "stage_number", |(_, step)| step.number)
        .named(
            "étape",
            "stage",
            |(_, step)| stage(facts, step.number).map(|stage| stage.id.clone()),
            |(_, step)| label(question, stage(facts, step.number)),
        )
        .column("date", "date", |(_, step)| step.date)
        .column("déduite", "inferred", |(_, step)| step.inferred)
        .column("ce_qui_le_montre", "evidence", |(_, step)| &step.evidence)
        .column("fichier", "file", |(fact, _)| &fact.file)
        .build()
}

/// The number of territories that reached each stage last.
fn stages(question: &Question, facts: &ProcessFacts) -> DataTable {
    question
        .data(
            "stages",
            "Territoires par étape",
            "Territories by stage",
            &facts.stages,
        )
        .column("étape_numéro", "stage_number", |stage| stage.number)
        .named(
            "étape",
            "stage",
            |stage| &stage.id,
            |stage| label(question, Some(stage)),
        )
        .column("territoires", "territories", |stage| stage.territories)
        .build()
}

fn stage(facts: &ProcessFacts, number: usize) -> Option<&StageFact> {
    facts.stages.get(number.checked_sub(1)?)
}

/// The whole label of a stage.
fn label(question: &Question, stage: Option<&StageFact>) -> Option<String> {
    Some(question.label(List::Stages, &stage?.id))
}

/// The whole name of a territory.
fn name(question: &Question, fact: &TerritoryFact) -> String {
    territory_name(question, &fact.id)
}
