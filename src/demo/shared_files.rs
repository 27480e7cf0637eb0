//! The files that records share: `apes.toml`, and the sources that they cite.

use super::file::File;
use super::population::{FIRST_YEAR, LAST_YEAR, Population};
use super::random::Random;
use super::table::{Table, Value};
use super::writer::{Syntax, write};
use crate::calendar::{Day, PartialDate};

/// Maximum number of sources, below the limit of 1,000 keys that the schemas set for a table.
const MAX_SOURCES: usize = 900;

/// Returns the shared files.
pub fn files(population: &Population) -> Vec<File> {
    vec![
        file("apes.toml", &settings(population)),
        file("territories/sources.toml", &sources(population)),
    ]
}

fn file(path: &str, table: &Table) -> File {
    File {
        path: path.to_owned(),
        text: write(table, Syntax::Toml, None).0,
    }
}

fn settings(population: &Population) -> Table {
    let set = Table::of("level", "warning")
        .with("because", Value::text("Chacun prend part à quelque chose."));
    Table::of("format", 1_usize)
        .with("name", Value::text("Réseau inventé pour l'essai"))
        .with("language", "fr")
        .with("territory", population.territory(0).id.as_str())
        .with("invented", true)
        .with("licence", Value::text("etalab-2.0"))
        .with("attribution", Value::text("Fiches inventées"))
        .with(
            "checks",
            Value::Section(Table::of("orphan-actor", Value::Section(set))),
        )
}

fn sources(population: &Population) -> Table {
    let mut table = Table::default();
    for index in 0..count(population) {
        let mut random = Random::new(population.seed, "source", index);
        let year = random.year(FIRST_YEAR, LAST_YEAR);
        let mut source = Table::of(
            "title",
            Value::text(format!("Rapport d'activité {year}, numéro {}", index + 1)),
        );
        match random.below(3) {
            0 => source.set("document", Value::text(format!("Rapport {year}"))),
            _ => source.set(
                "url",
                Value::text(format!("https://example.org/rapports/{year}/{}", index + 1)),
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
            random
                .one_in(4)
                .then(|| Value::text("Éditions de l'exemple")),
        );
        table.set(&id(index), Value::Section(source));
    }
    table
}

fn count(population: &Population) -> usize {
    (20 + (population.actors + population.dynamics) / 200).min(MAX_SOURCES)
}

fn id(index: usize) -> String {
    format!("rapport-{}", index + 1)
}

/// Returns the id of a random source.
pub fn any_source(population: &Population, random: &mut Random) -> String {
    id(random.below(count(population)))
}
