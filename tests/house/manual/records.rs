//! The page of records: every kind of file, every key, what it is and what must be written there.

use std::sync::LazyLock;

use apes::language::{Bilingual, Language};
use apes::say;

use super::kinds::{INTRO, KINDS, Kind};
use super::shapes::{Row, Shapes, as_toml, told};
use super::{cell, origin, region};
use crate::golden::text_of;

/// Keys that every record has, described once.
const COMMON: [&str; 10] = [
    "summary", "sources", "sourced", "inferred", "aliases", "waivers", "contacts", "years",
    "notes", "extra",
];

/// Keys that most rows and small tables share, described once.
const OF_ROWS: [(&str, &str); 7] = [
    ("from", "from"),
    ("to", "to"),
    ("seen", "seen"),
    ("told_by", "told_by"),
    ("source", "cited"),
    ("note", "note"),
    ("inferred", "row_inferred"),
];

/// The kinds of file that are records.
const RECORDS: [&str; 4] = ["territory", "actor", "dynamic", "published"];

/// Values that many keys share, described once.
const VALUES: [&str; 6] = [
    "when",
    "period",
    "periods",
    "figure",
    "text_or_languages",
    "source_in_place",
];

pub fn page(language: Language) -> String {
    let shapes = &*SHAPES;
    let title = say!(language, fr: "Les fiches", en: "The records");
    let mut page = format!(
        "# {title}\n\n{}\n{}\n",
        origin(language),
        INTRO.get(language)
    );
    page.push_str(&values(shapes, language));
    page.push_str(&common(shapes, language));
    for kind in &KINDS {
        page.push_str(&chapter(kind, shapes, language));
    }
    page.trim_end().to_owned() + "\n"
}

fn values(shapes: &Shapes, language: Language) -> String {
    let heading = say!(language, fr: "Dates, périodes, nombres", en: "Dates, periods, numbers");
    let rows = VALUES.map(|name| {
        let shape = shapes.value(name);
        let examples = shape["examples"]
            .as_array()
            .into_iter()
            .flatten()
            .map(as_toml);
        let examples: Vec<String> = examples.map(|example| code(&example)).collect();
        let wanted = shape["x-expects"][language.code()]
            .as_str()
            .unwrap_or_default();
        let written = if examples.is_empty() {
            cell(wanted)
        } else {
            examples.join("<br>")
        };
        format!("| {} | {written} |\n", cell(told(shape, language)))
    });
    let head = say!(language, fr: "| une valeur | s'écrit |", en: "| a value | is written |");
    let periods = say!(language,
        fr: "Une année compte de son premier à son dernier jour. `from` seul : toujours en cours. `seen` seul : ces années-là \
             seulement. `from` avec `seen`, sans `to` : jusqu'à la dernière année vue. Un `to` à venir est prévu.",
        en: "A year counts from its first to its last day. `from` alone: still so. `seen` alone: those years only. `from` with \
             `seen`, without `to`: until the last year seen. A `to` still to come is planned.");
    format!(
        "## {heading}\n\n{head}\n|---|---|\n{}\n{periods}\n\n",
        rows.concat()
    )
}

fn common(shapes: &Shapes, language: Language) -> String {
    let heading = say!(language, fr: "Dans toutes les fiches", en: "In every record");
    let rows: Vec<Row> = shapes
        .rows("territory")
        .into_iter()
        .filter(|row| is_common(&row.path))
        .collect();
    let below =
        say!(language, fr: "Dans une ligne ou un petit tableau", en: "In a row or a small table");
    let about = say!(language,
        fr: "Ces clés reviennent à l'intérieur d'autres clés ; chacune dit lesquelles elle admet.",
        en: "These keys come back inside other keys; each says which of them it takes.");
    let shared = OF_ROWS.map(|(key, value)| Row {
        path: key.to_owned(),
        required: false,
        shape: shapes.value(value).clone(),
        words: None,
        names: None,
    });
    let (rows, shared) = (
        table(&rows, &RECORDS, language),
        table(&shared, &[], language),
    );
    format!("## {heading}\n\n{rows}\n### {below}\n\n{about}\n\n{shared}\n")
}

fn is_common(path: &str) -> bool {
    let first = path.split(['.', '[']).next().unwrap_or(path);
    COMMON.contains(&first)
}

fn chapter(kind: &Kind, shapes: &Shapes, language: Language) -> String {
    let (title, about) = (kind.title.get(language), kind.about.get(language));
    let mut text = format!(
        "## {title}\n\n`{}`\n\n{about}\n\n{}",
        kind.place,
        example(kind, language)
    );
    let record = RECORDS.contains(&kind.schema);
    let rows = shapes.rows(kind.schema);
    let rows: Vec<Row> = rows
        .into_iter()
        .filter(|row| !(record && is_common(&row.path)))
        .collect();
    if kind.schema != "vocabulary" {
        text.push_str(&format!("{}\n", table(&rows, &[kind.schema], language)));
    }
    text
}

fn example(kind: &Kind, language: Language) -> String {
    let (path, lines) = kind.example;
    let whole = text_of(path);
    let shown: Vec<&str> = whole
        .lines()
        .take(if lines == 0 { usize::MAX } else { lines })
        .collect();
    let syntax = path.rsplit('.').next().unwrap_or_default();
    let shown = shown.join("\n");
    let from = match lines {
        0 => {
            say!(language, fr: "En entier, [`{path}`](../../{path}) :", en: "In full, \
                [`{path}`](../../{path}):")
        }
        _ => {
            say!(language, fr: "Le début de [`{path}`](../../{path}) :", en: "The beginning of \
                [`{path}`](../../{path}):")
        }
    };
    format!("{from}\n\n```{syntax}\n{}\n```\n\n", shown.trim_end())
}

fn table(rows: &[Row], kinds: &[&str], language: Language) -> String {
    let head = say!(language,
        fr: "| clé | ce que c'est | ce qu'il faut écrire | par exemple |",
        en: "| key | what it is | what to write | for example |");
    let lines = rows.iter().filter(|row| of_row(row).is_none()).map(|row| {
        let shared = rows
            .iter()
            .filter(|other| parent(&other.path) == row.path)
            .filter_map(of_row);
        line(row, &shared.collect::<Vec<_>>(), kinds, language)
    });
    format!("{head}\n|---|---|---|---|\n{}", lines.collect::<String>())
}

/// The shared key that a row inside another is, where nothing of its own is said of it.
fn of_row(row: &Row) -> Option<&'static str> {
    let key = row.path.rsplit('.').next().filter(|key| row.path != *key)?;
    let (known, value) = OF_ROWS.iter().find(|(known, _)| *known == key)?;
    let own = SHAPES.value(value);
    (row.shape["description"] == own["description"] && !row.required).then_some(known)
}

static SHAPES: LazyLock<Shapes> = LazyLock::new(Shapes::read);

fn parent(path: &str) -> &str {
    let parent = path.rsplit_once('.').map_or("", |(parent, _)| parent);
    parent
        .trim_end_matches(".*")
        .trim_end_matches("[]")
        .trim_end_matches(".*")
}

fn line(row: &Row, shared: &[&str], kinds: &[&str], language: Language) -> String {
    let needed = if row.required {
        say!(language, fr: " **obligatoire**", en: " **required**")
    } else {
        String::new()
    };
    let about = cell(told(&row.shape, language));
    let wanted = cell(
        row.shape["x-expects"][language.code()]
            .as_str()
            .unwrap_or_default(),
    );
    let among = among(row, &wanted, language);
    let lived = kinds
        .iter()
        .find_map(|kind| region::example(kind, &row.path));
    let example = lived
        .or(row.shape["examples"].get(0))
        .map(|example| code(&written(&row.path, example)));
    let shared: Vec<String> = shared.iter().map(|key| code(key)).collect();
    let shared = if shared.is_empty() {
        String::new()
    } else {
        format!(" + {}", shared.join(", "))
    };
    format!(
        "| `{}`{needed} | {about} | {wanted}{among}{shared} | {} |\n",
        row.path,
        example.unwrap_or_default()
    )
}

/// The list of words, the choices or the kind of record that a value is taken from.
fn among(row: &Row, wanted: &str, language: Language) -> String {
    let words = row.words.as_ref().map(|list| match list.as_str() {
        "principles" => {
            say!(language, fr: " → [charte](#la-charte)", en: " → [charter](#the-charter)")
        }
        _ => format!(" → [{list}](vocabulary.md#{list})"),
    });
    let known = row
        .names
        .as_ref()
        .and_then(|kind| NAMED.iter().find(|(name, _)| name == kind));
    let names = known.map(|(_, link)| format!(" → {}", link.get(language)));
    let choices: Vec<String> = row.shape["enum"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|one| code(&as_toml(one)))
        .collect();
    let told = choices
        .iter()
        .all(|choice| wanted.contains(choice.trim_matches('`')));
    let choices = (!told).then(|| {
        let choices = choices.join(", ");
        say!(language, fr: " ; au choix : {choices}", en: "; one of {choices}")
    });
    [words, names, choices].into_iter().flatten().collect()
}

/// Where the manual tells of the kind of thing that an id names.
const NAMED: [(&str, Bilingual); 7] = [
    (
        "actor",
        Bilingual {
            fr: "[acteur](#un-acteur)",
            en: "[actor](#an-actor)",
        },
    ),
    (
        "teller",
        Bilingual {
            fr: "[acteur](#un-acteur), ou [stakeholders](vocabulary.md#stakeholders)",
            en: "[actor](#an-actor), or [stakeholders](vocabulary.md#stakeholders)",
        },
    ),
    (
        "territory",
        Bilingual {
            fr: "[territoire](#un-territoire)",
            en: "[territory](#a-territory)",
        },
    ),
    (
        "dynamic",
        Bilingual {
            fr: "[dynamique](#une-dynamique)",
            en: "[dynamic](#a-dynamic)",
        },
    ),
    (
        "source",
        Bilingual {
            fr: "[source](#les-sources)",
            en: "[source](#the-sources)",
        },
    ),
    (
        "person",
        Bilingual {
            fr: "[personne](#les-personnes)",
            en: "[person](#the-persons)",
        },
    ),
    (
        "check",
        Bilingual {
            fr: "[contrôle](checks.md)",
            en: "[check](checks.md)",
        },
    ),
];

/// A value behind its key, as one line of TOML.
fn written(path: &str, example: &serde_json::Value) -> String {
    let key = path
        .rsplit(['.', ']'])
        .next()
        .filter(|key| !key.is_empty())
        .unwrap_or(path);
    format!("{key} = {}", as_toml(example))
}

fn code(text: &str) -> String {
    format!("`{}`", cell(text))
}

/// Keys that the example region has no occasion to write, with the reason.
const UNLIVED: [(&str, &str); 0] = [];

#[test]
fn every_key_has_an_example_in_the_example_region() {
    let shapes = &*SHAPES;
    let mut missing = Vec::new();
    for kind in RECORDS.into_iter().chain(["person"]) {
        for row in shapes.rows(kind) {
            let kinds: &[&str] = if is_common(&row.path) {
                &RECORDS
            } else {
                &[kind]
            };
            if kinds
                .iter()
                .all(|kind| region::all(kind, &row.path).is_empty())
            {
                missing.push(format!("{kind}: {}", row.path));
            }
        }
    }
    let known: Vec<&str> = UNLIVED.iter().map(|(path, _)| *path).collect();
    assert_eq!(missing, known);
}
