//! The pictures of the process: the stages of each territory along the years, the territories at
//! each stage.

use crate::language::Language;
use crate::say;
use crate::views::parts::bars::bar;
use crate::views::parts::nouns::{YEARS, counted};
use crate::views::parts::time_axis::{date_position, day_position, span_until};
use crate::views::view::{Bars, Figure, Picture, Question, Timeline, TimelineMark, TimelineRow};

use crate::views::process::gathered::{ProcessFacts, StepFact, TerritoryFact};
use crate::views::process::tables;

/// The stages of each territory, on a line of years.
pub fn stages_by_territory(question: &Question, facts: &ProcessFacts) -> Picture {
    let language = question.language;
    let last = question.asked.last.year;
    let first = facts
        .territories
        .iter()
        .filter_map(first_year)
        .min()
        .unwrap_or(last);
    let count = language.number(facts.territories.len() as u64);
    let stages = facts.stages.iter().map(|stage| stage.label.clone());
    let rows = facts
        .territories
        .iter()
        .map(|fact| row(question, facts, fact));
    Picture {
        title: say!(language,
            fr: "Les étapes du processus, {first}–{last}",
            en: "The stages of the process, {first}–{last}"),
        alternative: say!(language,
            fr: "Une ligne par territoire ({count}), une colonne par année de {first} à \
                {last}\u{202f}; la bande montre quand un travail du réseau y est attesté, les \
                numéros quand chaque étape a été franchie. Le tableau donne les mêmes dates.",
            en: "One row per territory ({count}), one column per year from {first} to {last}; the \
                band shows when work of the network is attested there, the numbers when each stage \
                was reached. The table gives the same dates."),
        table: Some(tables::stages_by_territory(question, facts)),
        figure: Figure::Timeline(Timeline {
            first,
            last,
            now: Some(day_position(question.asked.last)),
            marks: stages.collect(),
            hollow: question.words(
                "étape déduite par qui a écrit la fiche",
                "stage inferred by the writer of the record",
            ),
            rows: rows.collect(),
        }),
    }
}

/// The year of a territory's first stage, or the one in which the network began to work there.
fn first_year(fact: &TerritoryFact) -> Option<u16> {
    let of_steps = fact.steps.iter().map(|step| step.date.year());
    let of_periods = fact.periods.iter().map(|period| period.first.year);
    of_steps.chain(of_periods).min()
}

/// A territory's row: a band while the network's work there is attested, a mark for each stage.
fn row(question: &Question, facts: &ProcessFacts, fact: &TerritoryFact) -> TimelineRow {
    let end = question.asked.last;
    let spans = fact
        .periods
        .iter()
        .filter(|period| period.first <= end)
        .map(|period| span_until(*period, end));
    let marks = fact.steps.iter().filter_map(|step| mark(facts, step));
    // Of a territory known by its last trace alone nobody knows how long it took.
    let years = fact.years.filter(|_| !fact.is_known_by_trace_alone());
    let remark = years.map(|years| describe_years(years, question.language));
    TimelineRow {
        label: fact.name.clone(),
        remark: remark.unwrap_or_default(),
        spans: spans.collect(),
        marks: marks.collect(),
    }
}

/// A number of whole years, in words.
fn describe_years(years: u16, language: Language) -> String {
    if years == 0 {
        say!(language, fr: "moins d'un an", en: "under a year")
    } else {
        counted(years, &YEARS, language)
    }
}

/// The mark of a stage that was reached; `None` if the vocabulary does not know the stage.
fn mark(facts: &ProcessFacts, step: &StepFact) -> Option<TimelineMark> {
    let stage = facts.stages.get(step.number - 1)?;
    Some(TimelineMark {
        at: date_position(step.date),
        number: step.number,
        hollow: step.inferred,
        label: format!("{} · {}", stage.label, step.when),
    })
}

/// The number of territories at each stage.
pub fn territories_by_stage(question: &Question, facts: &ProcessFacts) -> Picture {
    let language = question.language;
    let reached: Vec<String> = facts
        .stages
        .iter()
        .filter(|stage| stage.territories > 0)
        .map(|stage| format!("{} ({})", stage.label, stage.territories))
        .collect();
    let reached = language.and(&reached);
    let bars = facts
        .stages
        .iter()
        .map(|stage| bar(stage.name(), &[stage.territories]));
    Picture {
        title: question.words("Territoires par étape", "Territories by stage"),
        alternative: say!(language,
            fr: "L'étape franchie en dernier\u{a0}: {reached}.",
            en: "The stage reached last: {reached}."),
        table: Some(tables::territories_by_stage(question, facts)),
        figure: Figure::Bars(Bars {
            unit: question.words("territoires", "territories"),
            bars: bars.collect(),
            ..Bars::default()
        }),
    }
}
