//! The themes for other programs: counts by territory, growth, years, passages.

use crate::records::List;
use crate::views::parts::data::territory_name;
use crate::views::view::{DataTable, Question};

use crate::views::theme::gathered::ThemesFacts;

/// Every table, that of the counts by territory and theme first.
pub fn tables(question: &Question, facts: &ThemesFacts) -> Vec<DataTable> {
    vec![
        counts(question, facts),
        growth(question, facts),
        years(question, facts),
        passages(question, facts),
    ]
}

/// A row for each territory and theme that have dynamics.
fn counts(question: &Question, facts: &ThemesFacts) -> DataTable {
    let items = facts.territories.iter().flat_map(|territory| {
        facts
            .themes
            .iter()
            .zip(&territory.themes)
            .filter(|(_, count)| **count > 0)
            .map(move |(theme, count)| (territory, theme, *count))
    });
    question
        .data(
            "counts",
            "Dynamiques par territoire et par thématique",
            "Dynamics by territory and by theme",
            items,
        )
        .named(
            "territoire",
            "territory",
            |(territory, ..)| &territory.id,
            |(territory, ..)| territory_name(question, &territory.id),
        )
        .named(
            "thématique",
            "theme",
            |(_, theme, _)| &theme.id,
            |(_, theme, _)| &theme.label,
        )
        .column("dynamiques", "dynamics", |(.., count)| count)
        .build()
}

fn growth(question: &Question, facts: &ThemesFacts) -> DataTable {
    question
        .data(
            "growth",
            "Croissance par thématique, sur les années montrées",
            "Growth by theme, over the years shown",
            &facts.themes,
        )
        .named(
            "thématique",
            "theme",
            |theme| &theme.id,
            |theme| &theme.label,
        )
        .column("dynamiques", "dynamics", |theme| theme.dynamics)
        .column("déjà_là", "before", |theme| theme.before)
        .column("commencées", "began", |theme| theme.began)
        .column("achevées", "ended", |theme| theme.ended)
        .column("se_poursuivent", "going_on", |theme| theme.going_on)
        .build()
}

fn years(question: &Question, facts: &ThemesFacts) -> DataTable {
    question
        .data(
            "years",
            "Dynamiques par année",
            "Dynamics by year",
            &facts.years,
        )
        .column("année", "year", |fact| fact.year)
        .column("actives", "active", |fact| fact.active)
        .column("commencées", "began", |fact| fact.began)
        .column("achevées", "ended", |fact| fact.ended)
        .column("se_poursuivent", "going_on", |fact| fact.going_on)
        .build()
}

fn passages(question: &Question, facts: &ThemesFacts) -> DataTable {
    let network = question.network;
    question
        .data(
            "passages",
            "Dynamiques qui en continuent une autre",
            "Dynamics that continue another",
            &facts.passages,
        )
        .named(
            "avant",
            "before",
            |fact| &fact.before_id,
            |fact| &fact.before,
        )
        .named(
            "thématique_avant",
            "theme_before",
            |fact| theme_id(question, fact.from),
            |fact| theme_label(question, fact.from),
        )
        .named("après", "after", |fact| &fact.after_id, |fact| &fact.after)
        .named(
            "thématique_après",
            "theme_after",
            |fact| theme_id(question, fact.to),
            |fact| theme_label(question, fact.to),
        )
        .period(|fact| {
            network
                .dynamic(&fact.after_id)
                .map(|record| record.body.period())
        })
        .column("change", "changed", |fact| fact.changed)
        .build()
}

/// The id of a theme by its digit.
fn theme_id(question: &Question, digit: usize) -> Option<String> {
    let themes = question.network.vocabulary.list(List::Themes);
    let (id, _) = themes.iter().nth(digit.checked_sub(1)?)?;
    Some(id.clone())
}

fn theme_label(question: &Question, digit: usize) -> Option<String> {
    Some(question.label(List::Themes, &theme_id(question, digit)?))
}
