//! The tables of the themes.

use crate::views::view::{Question, Table};

use crate::views::theme::gathered::{PassageFact, ThemesFacts};

/// Territories against themes, with totals on both sides.
pub fn territories_by_theme(question: &Question, facts: &ThemesFacts) -> Table {
    let mut table = question
        .table(
            "Dynamiques par territoire et par thématique",
            "Dynamics by territory and by theme",
            &facts.territories,
        )
        .column("territoire", "territory", |fact| &fact.name)
        .total(question.words("total", "total"));
    for (index, theme) in facts.themes.iter().enumerate() {
        table = table
            .column_named(theme.digit.to_string(), |fact| {
                fact.themes.get(index).and_then(|count| non_zero(*count))
            })
            .total(non_zero(theme.dynamics));
    }
    table
        .column("total", "total", |fact| fact.total)
        .total(facts.total)
        .build()
}

/// A count; `None` for zero, since the others are easier to find where such cells are empty.
fn non_zero(count: u64) -> Option<u64> {
    (count > 0).then_some(count)
}

/// The growth of each theme: dynamics at the beginning, begun, ended, and at the end.
pub fn by_theme(question: &Question, facts: &ThemesFacts) -> Table {
    let caption = question.words("Croissance par thématique", "Growth by theme");
    let caption = format!("{caption} · {}", span_of_years(facts));
    Table::of(question.language, caption, &facts.themes)
        .column("thématique", "theme", |theme| {
            format!("{} {}", theme.digit, theme.label)
        })
        .total(question.words("total", "total"))
        .column("déjà là", "already there", |theme| theme.before)
        .sum()
        .column("+ commencées", "+ began", |theme| theme.began)
        .sum()
        .column("+ vues dès lors", "+ seen from then on", |theme| {
            theme.appeared
        })
        .sum()
        .column("− achevées", "− ended", |theme| theme.ended)
        .sum()
        .column("− plus vues ensuite", "− not seen after", |theme| {
            theme.unattested
        })
        .sum()
        .column("= se poursuivent", "= go on", |theme| theme.going_on)
        .sum()
        .build()
}

/// The first and the last of the years: `2018–2024`; one year alone as `2024`.
fn span_of_years(facts: &ThemesFacts) -> String {
    match (facts.years.first(), facts.years.last()) {
        (Some(first), Some(last)) if first.year < last.year => {
            format!("{}–{}", first.year, last.year)
        }
        (_, Some(last)) => last.year.to_string(),
        _ => String::new(),
    }
}

/// The growth of each year: dynamics active, begun, ended, and going on.
pub fn by_year(question: &Question, facts: &ThemesFacts) -> Table {
    question
        .table("Croissance par année", "Growth by year", &facts.years)
        .column("année", "year", |fact| fact.year.to_string())
        .column("en vie", "alive", |fact| fact.active)
        .column("dont commencées", "of which began", |fact| fact.began)
        .column("vues dès lors", "seen from then on", |fact| fact.appeared)
        .column("achevées", "ended", |fact| fact.ended)
        .column("plus vues ensuite", "not seen after", |fact| {
            fact.unattested
        })
        .column("se poursuivent", "go on", |fact| fact.going_on)
        .build()
}

/// Dynamics active in each year, by theme.
pub fn by_theme_and_year(question: &Question, facts: &ThemesFacts) -> Table {
    let mut table = question
        .table(
            "Dynamiques en vie, par thématique et par année",
            "Dynamics alive, by theme and by year",
            facts.years.iter().enumerate(),
        )
        .column("année", "year", |(_, fact)| fact.year.to_string());
    for theme in &facts.themes {
        table = table.column_named(theme.digit.to_string(), |(index, _)| {
            theme.years.get(index).and_then(|count| non_zero(*count))
        });
    }
    table
        .column("total", "total", |(_, fact)| fact.active)
        .build()
}

/// Each dynamic that continues another.
pub fn passages(question: &Question, facts: &ThemesFacts) -> Table {
    question
        .table(
            "Dynamiques qui en continuent une autre",
            "Dynamics that continue another",
            &facts.passages,
        )
        .column("avant", "before", |fact| &fact.before)
        .column("th.", "th.", |fact| fact.from)
        .column("après", "after", |fact| &fact.after)
        .column("th.", "th.", |fact| fact.to)
        .column("période", "period", |fact| &fact.period_in_words)
        .column("change", "changed", |fact| {
            if fact.changed {
                question.words("oui", "yes")
            } else {
                question.words("non", "no")
            }
        })
        .build()
}

/// Themes before against themes after, with totals on both sides.
pub fn matrix(question: &Question, facts: &ThemesFacts) -> Table {
    let mut digits: Vec<usize> = facts
        .passages
        .iter()
        .flat_map(|fact| [fact.from, fact.to])
        .collect();
    digits.sort_unstable();
    digits.dedup();
    let mut table = question
        .table(
            "D'une thématique à l'autre",
            "From one theme to another",
            &digits,
        )
        .column("avant \\ après", "before \\ after", ToString::to_string)
        .total(question.words("total", "total"));
    for to in &digits {
        table = table
            .column_named(to.to_string(), |from| {
                non_zero(count(facts, |fact| fact.from == *from && fact.to == *to))
            })
            .total(count(facts, |fact| fact.to == *to));
    }
    table
        .column("total", "total", |from| {
            count(facts, |fact| fact.from == *from)
        })
        .total(facts.passages.len())
        .build()
}

fn count(facts: &ThemesFacts, is_counted: impl Fn(&PassageFact) -> bool) -> u64 {
    let counted = facts.passages.iter().filter(|fact| is_counted(fact));
    counted.count() as u64
}
