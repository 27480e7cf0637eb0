//! The pictures of the themes: bars by theme, bars by year.

use crate::say;
use crate::views::parts::bars::bar;
use crate::views::view::{Bars, Figure, Picture, Question};

use crate::views::theme::gathered::ThemesFacts;
use crate::views::theme::tables;

/// The number of dynamics of each theme; its table shows how each theme grew.
pub fn by_theme(question: &Question, facts: &ThemesFacts) -> Picture {
    let counts: Vec<String> = facts
        .themes
        .iter()
        .map(|theme| format!("{} ({})", theme.label, theme.dynamics))
        .collect();
    let counts = question.language.and(&counts);
    let bars = facts.themes.iter().map(|theme| {
        let label = format!("{} {}", theme.digit, theme.label);
        bar(label, &[theme.dynamics])
    });
    Picture {
        title: question.words(
            "Dynamiques de la période, par thématique",
            "Dynamics of the period, by theme",
        ),
        alternative: say!(question.language,
            fr: "Dynamiques\u{a0}: {counts}.",
            en: "Dynamics: {counts}."),
        table: Some(tables::by_theme(question, facts)),
        figure: Figure::Bars(Bars {
            unit: question.words("dynamiques", "dynamics"),
            bars: bars.collect(),
            ..Bars::default()
        }),
    }
}

/// The dynamics of each year: those that go on, those that begin, and those seen from then on.
pub fn by_year(question: &Question, facts: &ThemesFacts) -> Picture {
    let counts: Vec<String> = facts
        .years
        .iter()
        .map(|fact| format!("{} ({})", fact.year, fact.active))
        .collect();
    let counts = question.language.and(&counts);
    let bars = facts.years.iter().map(|fact| {
        bar(
            fact.year.to_string(),
            &[fact.continued, fact.began, fact.appeared],
        )
    });
    Picture {
        title: question.words(
            "Dynamiques en vie, année après année",
            "Dynamics alive, year after year",
        ),
        alternative: say!(question.language,
            fr: "Dynamiques en vie\u{a0}: {counts}.",
            en: "Dynamics alive: {counts}."),
        table: Some(tables::by_year(question, facts)),
        figure: Figure::Bars(Bars {
            unit: question.words("dynamiques", "dynamics"),
            series: vec![
                question.words("poursuivies", "continued"),
                question.words("commencées", "begun"),
                question.words("vues dès lors", "seen from then on"),
            ],
            stacked: true,
            bars: bars.collect(),
        }),
    }
}
