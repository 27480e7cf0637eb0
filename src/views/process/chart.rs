//! The figures of the process: the way of each territory along the years, and how many stand where.

use crate::calendar::{Day, PartialDate};
use crate::language::{Bilingual, Language};
use crate::say;
use crate::views::view::{
    Bar, Bars, Figure, Picture, Question, Timeline, TimelineMark, TimelineRow, TimelineSpan,
};

use crate::views::process::gathered::{ProcessFacts, StepFact, TerritoryFact};
use crate::views::process::tables;

/// The way of each territory.
pub fn way(question: &Question, facts: &ProcessFacts) -> Picture {
    let language = question.language;
    let last = question.asked.last.year;
    let begun = facts
        .territories
        .iter()
        .filter_map(first_year)
        .min()
        .unwrap_or(last);
    let count = language.number(facts.territories.len() as u64);
    Picture {
        title: say!(language, fr: "Les étapes du processus, {begun}–{last}", en: "The stages of \
            the process, {begun}–{last}"),
        alternative: say!(language,
            fr: "Une ligne par territoire ({count}), une colonne par année de {begun} à \
                {last}\u{202f}; la bande dit quand le réseau y travaille, les numéros disent quand \
                chaque étape a été franchie. Le tableau donne les mêmes dates.",
            en: "One row a territory ({count}), one column a year from {begun} to {last}; the band \
                tells when the network works there, the numbers when each stage was reached. The \
                table gives the same dates."),
        table: Some(tables::way(question, facts)),
        figure: Figure::Timeline(Timeline {
            first: begun,
            last,
            now: Some(moment(question.asked.last)),
            marks: facts
                .stages
                .iter()
                .map(|stage| stage.label.clone())
                .collect(),
            hollow: Bilingual {
                fr: "étape déduite par qui a écrit la fiche",
                en: "stage inferred by the writer of the record",
            }
            .get(language)
            .to_owned(),
            rows: facts
                .territories
                .iter()
                .map(|fact| row(question, facts, fact))
                .collect(),
        }),
    }
}

fn first_year(fact: &TerritoryFact) -> Option<u16> {
    let steps = fact
        .steps
        .iter()
        .filter_map(|step| step.moment.map(PartialDate::year));
    steps
        .chain(fact.stretches.iter().map(|stretch| stretch.first.year))
        .min()
}

fn row(question: &Question, facts: &ProcessFacts, fact: &TerritoryFact) -> TimelineRow {
    let language = question.language;
    let end = question.asked.last;
    let shown = fact.stretches.iter().filter(|stretch| stretch.first <= end);
    let spans = shown.map(|stretch| TimelineSpan {
        from: moment(stretch.first),
        to: moment(stretch.last.min(end)),
        open: stretch.last > end,
    });
    let years = fact.years.map(|years| match (language, years) {
        (Language::French, 0) => "moins d'un an".to_owned(),
        (Language::English, 0) => "under a year".to_owned(),
        (Language::French, _) => language.count(years.into(), "an", "ans"),
        (Language::English, _) => language.count(years.into(), "year", "years"),
    });
    TimelineRow {
        label: fact.name.clone(),
        remark: years.unwrap_or_default(),
        spans: spans.collect(),
        marks: fact
            .steps
            .iter()
            .filter_map(|step| mark(facts, step))
            .collect(),
    }
}

fn mark(facts: &ProcessFacts, step: &StepFact) -> Option<TimelineMark> {
    let stage = facts.stages.get(step.number - 1)?;
    let at = match step.moment? {
        // A stage known by its year alone stands in the middle of it.
        PartialDate::Year(year) => f64::from(year) + 0.5,
        when => moment(when.first()),
    };
    Some(TimelineMark {
        at,
        number: step.number,
        hollow: step.inferred,
        label: format!("{} · {}", stage.label, step.when),
    })
}

/// A day as a year and its part.
fn moment(day: Day) -> f64 {
    f64::from(day.year) + (f64::from(day.month - 1) * 30.5 + f64::from(day.day)) / 367.0
}

/// How many stand at each stage.
pub fn standing(question: &Question, facts: &ProcessFacts) -> Picture {
    let language = question.language;
    let words = |fr: &'static str, en: &'static str| Bilingual { fr, en }.get(language).to_owned();
    let told = facts.stages.iter().filter(|stage| stage.territories > 0);
    let told: Vec<String> = told
        .map(|stage| format!("{} ({})", stage.label, stage.territories))
        .collect();
    let told = language.and(&told);
    let bar = |stage: &crate::views::process::gathered::StageFact| Bar {
        label: format!("{} {}", stage.number, stage.label),
        values: vec![f64::from(
            u32::try_from(stage.territories).unwrap_or(u32::MAX),
        )],
    };
    Picture {
        title: words("Territoires par étape", "Territories by stage"),
        alternative: say!(language, fr: "L'étape franchie en dernier\u{a0}: {told}.", en: "The \
            stage reached last: {told}."),
        table: Some(tables::standing(question, facts)),
        figure: Figure::Bars(Bars {
            unit: words("territoires", "territories"),
            bars: facts.stages.iter().map(bar).collect(),
            ..Bars::default()
        }),
    }
}
