//! What a record of published figures says: never less than the records can give, or it says
//! `at-most`.

use super::census::{Census, Kind};
use super::page::{Page, Value};
use super::shared_keys::Desk;
use super::words::FIELDS;

/// Composes it.
pub fn compose(census: &Census, at: usize) -> Page {
    let mut desk = Desk::of(census, Kind::Published, at);
    let year = Census::year_published(at);
    let mut page = desk.begin(&format!("Ce que le réseau a publié de l'année {year}"));
    page.set(
        "at",
        if desk.chance.one_in(3) {
            desk.day(year)
        } else {
            crate::calendar::PartialDate::Year(year)
        },
    );
    let complete = desk.chance.one_in(4);
    page.set("records", if complete { "complete" } else { "partial" });
    desk.finish(&mut page, &["figures.members", "figures.employees"]);
    let number = |count: usize| {
        if complete {
            Value::Row(Page::of("value", count).with("is", "at-most"))
        } else {
            count.into()
        }
    };
    let themes = living_by_theme(census, year);
    let figures = Page::of("dynamics", number(themes.iter().sum()))
        .with("members", number(members(census, year)))
        .with(
            "authorities",
            Page::of("value", 0_usize).with("is", "at-least"),
        )
        .with("employees", desk.chance.between(5, 20))
        .with("board", desk.chance.between(8, 24))
        .with("contributors", desk.chance.between(10, 50) * 100);
    page.set("figures", Value::Section(figures));
    let mut parts = Page::default();
    for (field, count) in FIELDS.iter().zip(themes) {
        parts.set(field.theme, number(count));
    }
    page.set("dynamics_by_theme", Value::Section(parts));
    page
}

/// Dynamics that live in a year, by theme: some of them do not count, so that this is never too
/// few.
fn living_by_theme(census: &Census, year: u16) -> [usize; FIELDS.len()] {
    let mut living = [0; FIELDS.len()];
    for life in (0..census.dynamics).map(|at| census.life(at)) {
        if life.from <= year && life.to.is_none_or(|to| year <= to) {
            living[life.field] += 1;
        }
    }
    living
}

/// Actors that may be members in a year: those who came before it, whether or not they have left.
fn members(census: &Census, year: u16) -> usize {
    let came = |at: &usize| census.membership(*at).is_some_and(|(from, _)| from <= year);
    (0..census.actors).filter(came).count()
}
