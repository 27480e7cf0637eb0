//! The stage of a territory at the end of the year, and its movement since the year before.

use std::cmp::Ordering;

use serde::Serialize;

use crate::network::{ReachedStage, TerritoryRecord};
use crate::records::List;
use crate::say;
use crate::views::annual::context::ReportContext;
use crate::views::view::Question;

/// The stage of a territory, beside that of the year before.
#[derive(Serialize)]
pub struct StageProgressFact {
    /// Label of the stage reached last by the end of the year.
    #[serde(rename = "stands_at")]
    pub stage: String,
    /// Date at which it was reached, in words.
    pub since: String,
    /// Label of the stage reached last by the end of the year before.
    #[serde(rename = "stood_at")]
    pub stage_before: Option<String>,
    /// `forward`, `back` or `unchanged`; `None` for a territory without a stage before.
    pub moved: Option<&'static str>,
    /// Whether the writer of the record inferred the stage.
    pub inferred: bool,
    /// Evidence that the stage was reached.
    pub evidence: Option<String>,
}

/// Gathers the stages of a territory in both years; `None` if it has reached no stage by then.
pub fn gather(context: &ReportContext, record: &TerritoryRecord) -> Option<StageProgressFact> {
    let question = context.question;
    let now = question
        .network
        .territory_progress(record, question.asked.last);
    let before = question
        .network
        .territory_progress(record, context.before.last);
    let step = now.current()?;
    let step_before = before.current();
    Some(StageProgressFact {
        stage: label(question, step),
        since: step.when.format(question.language),
        stage_before: step_before.map(|before| label(question, before)),
        moved: step_before.map(|before| movement(before, step)),
        inferred: step.inferred,
        evidence: step.reached.evidence.clone(),
    })
}

/// The label of a stage.
fn label(question: &Question, step: ReachedStage) -> String {
    question.label(List::Stages, step.id)
}

fn movement(before: ReachedStage, now: ReachedStage) -> &'static str {
    match now.rank.cmp(&before.rank) {
        Ordering::Greater => "forward",
        Ordering::Less => "back",
        Ordering::Equal => "unchanged",
    }
}

/// Describes the stage, the movement and the evidence in a few sentences.
pub fn describe(context: &ReportContext, fact: &StageProgressFact) -> String {
    let question = context.question;
    let (stage, since) = (&fact.stage, &fact.since);
    let inferred = if fact.inferred {
        question.words(", déduite", ", inferred")
    } else {
        String::new()
    };
    let movement = describe_movement(context, fact);
    let evidence = match &fact.evidence {
        Some(evidence) => say!(question.language,
            fr: " Ce qui le montre\u{a0}: {evidence}.",
            en: " What shows it: {evidence}."),
        None => String::new(),
    };
    say!(question.language,
        fr: "Étape du processus\u{a0}: {stage} ({since}{inferred}).{movement}{evidence}",
        en: "Stage of the process: {stage} ({since}{inferred}).{movement}{evidence}")
}

/// The movement since the end of the year before, in a sentence with the space before it.
fn describe_movement(context: &ReportContext, fact: &StageProgressFact) -> String {
    let language = context.question.language;
    let before = fact.stage_before.as_deref().unwrap_or_default();
    let year = context.before.last.year;
    match fact.moved {
        Some("forward") => say!(language,
            fr: " Avancée\u{a0}: fin {year}, le territoire en était à «\u{a0}{before}\u{a0}».",
            en: " Further than at the end of {year}, when it was at “{before}”."),
        Some("back") => say!(language,
            fr: " Retour en arrière\u{a0}: fin {year}, le territoire en était à \
                «\u{a0}{before}\u{a0}».",
            en: " A step back since the end of {year}, when it was at “{before}”."),
        Some(_) => say!(language,
            fr: " La même que fin {year}.",
            en: " The same as at the end of {year}."),
        None => say!(language,
            fr: " Aucune n'était consignée fin {year}.",
            en: " None was recorded at the end of {year}."),
    }
}
