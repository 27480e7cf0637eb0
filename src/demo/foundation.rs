//! What the records rest on: `apes.toml` and the sources that many of them cite.

use super::File;
use super::census::{Census, FIRST_YEAR, LAST_YEAR};
use super::chance::Chance;
use super::page::{Page, Value};
use super::pen::{Syntax, write};
use crate::calendar::{Day, PartialDate};

/// Sources, at most: a table holds no more keys than a person can oversee.
const SOURCES: usize = 900;

/// The files that all others rest on.
pub fn files(census: &Census) -> Vec<File> {
    let file = |path: &str, page: &Page| File {
        path: path.to_owned(),
        text: write(page, Syntax::Toml, None).0,
    };
    vec![
        file("apes.toml", &settings(census)),
        file("territories/sources.toml", &sources(census)),
    ]
}

fn settings(census: &Census) -> Page {
    let set = Page::of("level", "warning")
        .with("because", Value::text("Chacun prend part à quelque chose."));
    Page::of("format", 1_usize)
        .with("name", Value::text("Réseau inventé pour l'essai"))
        .with("language", "fr")
        .with("territory", census.homes[0].id.as_str())
        .with("invented", true)
        .with("licence", Value::text("etalab-2.0"))
        .with("attribution", Value::text("Fiches inventées"))
        .with(
            "checks",
            Value::Section(Page::of("orphan-actor", Value::Section(set))),
        )
}

fn sources(census: &Census) -> Page {
    let mut page = Page::default();
    for at in 0..count(census) {
        let mut chance = Chance::of(census.seed, "source", at);
        let year = chance.year(FIRST_YEAR, LAST_YEAR);
        let mut source = Page::of(
            "title",
            Value::text(format!("Rapport d'activité {year}, numéro {}", at + 1)),
        );
        match chance.below(3) {
            0 => source.set("document", Value::text(format!("Rapport {year}"))),
            _ => source.set(
                "url",
                Value::text(format!("https://example.org/rapports/{year}/{}", at + 1)),
            ),
        }
        source.set("year", year);
        source.set(
            "read_on",
            PartialDate::Day(Day {
                year: LAST_YEAR,
                month: 11,
                day: 21,
            }),
        );
        source.set_some(
            "publisher",
            chance
                .one_in(4)
                .then(|| Value::text("Éditions de l'exemple")),
        );
        page.set(&id(at), Value::Section(source));
    }
    page
}

fn count(census: &Census) -> usize {
    (20 + (census.actors + census.dynamics) / 200).min(SOURCES)
}

fn id(at: usize) -> String {
    format!("rapport-{}", at + 1)
}

/// The id of any source.
pub fn any_source(census: &Census, chance: &mut Chance) -> String {
    id(chance.below(count(census)))
}
