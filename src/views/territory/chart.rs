//! The picture of a territory's progress: its stages and its agreements on a line of years.

use crate::calendar::{Day, PartialDate};
use crate::say;
use crate::views::parts::certainty::with_inference;
use crate::views::parts::time_axis::{date_position, day_position, span_until};
use crate::views::view::{
    Figure, Picture, Question, Timeline, TimelineMark, TimelineRow, TimelineSpan,
};

use crate::views::territory::facts::{AgreementFact, StageFact, TerritoryFacts};
use crate::views::territory::tables;

/// The stages as marks on one row; below it, a row with a band for each agreement.
pub fn stages_and_agreements(question: &Question, facts: &TerritoryFacts) -> Picture {
    let end = question.asked.last;
    let marks: Vec<TimelineMark> = facts
        .stages
        .iter()
        .flat_map(|stage| marks(question, stage))
        .collect();
    let agreements: Vec<TimelineRow> = facts
        .agreements
        .iter()
        .filter_map(|agreement| agreement_row(question, agreement))
        .collect();
    let first = first_year(&marks, &agreements, end.year);
    let stages = TimelineRow {
        label: question.words("étapes", "stages"),
        marks,
        ..TimelineRow::default()
    };
    Picture {
        title: question.words("Les étapes et les conventions", "Stages and agreements"),
        alternative: alternative(question, facts),
        table: Some(tables::stages(question, facts)),
        figure: Figure::Timeline(Timeline {
            first,
            last: end.year,
            now: Some(day_position(end)),
            marks: facts
                .stages
                .iter()
                .map(|stage| stage.label.clone())
                .collect(),
            hollow: question.words(
                "étape déduite par qui a écrit la fiche",
                "stage inferred by the writer of the record",
            ),
            rows: std::iter::once(stages).chain(agreements).collect(),
        }),
    }
}

/// The marks of a stage, one for each time it was reached.
fn marks(question: &Question, stage: &StageFact) -> Vec<TimelineMark> {
    stage
        .reached
        .iter()
        .filter_map(|written| PartialDate::parse(written))
        .map(|date| TimelineMark {
            at: date_position(date),
            number: stage.number,
            hollow: stage.inferred,
            label: format!("{} · {}", stage.label, date.format(question.language)),
        })
        .collect()
}

/// The row of an agreement; `None` for one without dates, or that begins after the days asked for.
fn agreement_row(question: &Question, fact: &AgreementFact) -> Option<TimelineRow> {
    let end = question.asked.last;
    // The axis is drawn to the end of the last year, and so are the bands.
    let last_drawn = Day::last_of(end.year);
    let spans: Vec<TimelineSpan> = fact
        .dates
        .ranges()
        .into_iter()
        .filter(|stretch| stretch.first <= end)
        .map(|stretch| span_until(stretch, last_drawn))
        .collect();
    (!spans.is_empty()).then(|| TimelineRow {
        label: with_inference(
            say!(question.language,
                fr: "convention {}",
                en: "agreement {}", fact.period),
            fact.inferred,
            question.language,
        ),
        spans,
        ..TimelineRow::default()
    })
}

/// The year of the first mark or band; the last year of the axis if there is none before it.
fn first_year(marks: &[TimelineMark], agreements: &[TimelineRow], last: u16) -> u16 {
    let bands = agreements.iter().flat_map(|row| &row.spans);
    let first = bands
        .map(|span| span.from)
        .chain(marks.iter().map(|mark| mark.at))
        .fold(f64::from(last), f64::min);
    // Written and read again, since `as` would cut silently what is out of range.
    format!("{:.0}", first.floor()).parse().unwrap_or(1)
}

/// The stages reached and their dates, in a sentence.
fn alternative(question: &Question, facts: &TerritoryFacts) -> String {
    let stages: Vec<String> = facts
        .stages
        .iter()
        .filter(|stage| !stage.reached.is_empty())
        .map(|stage| format!("{} ({})", stage.label, tables::dates_of_stage(stage)))
        .collect();
    let stages = question.language.and(&stages);
    say!(question.language,
        fr: "Étapes franchies\u{a0}: {stages}.",
        en: "Stages reached: {stages}.")
}
