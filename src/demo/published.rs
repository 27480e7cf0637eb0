//! Invented published figures. They are never less than what the records give, or else they are
//! `at-most`, so that no check finds a difference.

use super::population::{Kind, Population};
use super::record_builder::RecordBuilder;
use super::table::{Table, Value};
use super::words::THEMES;
use crate::calendar::PartialDate;

/// Invents a record of published figures.
pub fn compose(population: &Population, index: usize) -> Table {
    let mut builder = RecordBuilder::new(population, Kind::Published, index);
    let year = Population::year_published(index);
    let mut table = builder.begin(&format!("Ce que le réseau a publié de l'année {year}"));
    table.set(
        "at",
        if builder.random.one_in(3) {
            builder.day(year)
        } else {
            PartialDate::Year(year)
        },
    );
    let complete = builder.random.one_in(4);
    table.set("records", if complete { "complete" } else { "partial" });
    builder.finish(&mut table, &["figures.members", "figures.employees"]);
    let themes = active_by_theme(population, year);
    let figures = Table::of("dynamics", figure(themes.iter().sum(), complete))
        .with("members", figure(members(population, year), complete))
        .with(
            "authorities",
            Table::of("value", 0_usize).with("is", "at-least"),
        )
        .with("employees", builder.random.between(5, 20))
        .with("board", builder.random.between(8, 24))
        .with("contributors", builder.random.between(10, 50) * 100);
    table.set("figures", Value::Section(figures));
    let mut parts = Table::default();
    for (theme, count) in THEMES.iter().zip(themes) {
        parts.set(theme.id, figure(count, complete));
    }
    table.set("dynamics_by_theme", Value::Section(parts));
    table
}

/// Returns a count, as an upper bound if the records are complete.
fn figure(count: usize, complete: bool) -> Value {
    if complete {
        Value::InlineTable(Table::of("value", count).with("is", "at-most"))
    } else {
        count.into()
    }
}

/// Returns the number of dynamics that are active in a year, by theme. Reports do not count all of
/// them, so that the number is never too small.
fn active_by_theme(population: &Population, year: u16) -> [usize; THEMES.len()] {
    let mut counts = [0; THEMES.len()];
    for lifetime in (0..population.dynamics).map(|index| population.lifetime(index)) {
        if lifetime.from <= year
            && lifetime.to.is_none_or(|to| year <= to)
            && let Some(count) = counts.get_mut(lifetime.theme)
        {
            *count += 1;
        }
    }
    counts
}

/// Returns the number of actors that may be members in a year: those who joined before its end,
/// even if they have left.
fn members(population: &Population, year: u16) -> usize {
    (0..population.actors)
        .filter_map(|index| population.membership(index))
        .filter(|(from, _)| *from <= year)
        .count()
}
