//! The sheets of territories, themes, levers and freshness: their sums add up, and agree with
//! counts made here apart,
//! from the files alone.

use std::path::{Path, PathBuf};

use apes::calendar::DateRange;
use apes::language::Language;
use apes::sources::Folder;
use apes::views::VIEWS;
use apes::views::view::{Cell, Facts, Question, Table};
use apes::workspace::{self, Workspace};
use serde_json::Value;
use toml::de::{DeTable, DeValue};

use crate::golden::at_root;
use crate::workspace::TODAY;

/// Both workspaces that are shipped.
const WORKSPACES: [&str; 2] = ["", "examples/hauts-de-demain"];

fn workspace(root: &str) -> Workspace {
    workspace::load(
        &Folder::at(&at_root(root)),
        Some(Language::French),
        Language::French,
    )
}

fn asked(workspace: &Workspace, years: Option<(u16, u16)>) -> Question<'_> {
    let day = DateRange {
        first: TODAY,
        last: TODAY,
    };
    Question {
        asked: years.map_or(day, |(from, to)| DateRange::years(from, to)),
        dated: years.is_some(),
        ..Question::on(&workspace.network, Language::French, TODAY)
    }
}

fn gathered(name: &str, question: &Question) -> Facts {
    let view = VIEWS
        .iter()
        .find(|view| view.name == name)
        .expect("a report of ours");
    (view.gather)(question)
}

/// Every row of numbers sums to the row of totals; columns whose total is left out are none of
/// sums.
fn adds_up(table: &Table) {
    let Some(total) = &table.total else { return };
    for (place, cell) in total.iter().enumerate() {
        let Cell::Number(total) = cell else { continue };
        let sum: u64 = table
            .rows
            .iter()
            .map(|row| {
                if let Cell::Number(count) = row[place] {
                    count
                } else {
                    0
                }
            })
            .sum();
        assert_eq!(sum, *total, "{}: {}", table.caption, table.columns[place]);
    }
}

/// Every record file of a kind, read by serde alone.
fn files(root: &str, folder: &str) -> Vec<(PathBuf, Value)> {
    let mut found = Vec::new();
    let mut open = vec![at_root(root).join("territories")];
    while let Some(path) = open.pop() {
        for entry in std::fs::read_dir(path)
            .expect("a folder")
            .map(|entry| entry.expect("an entry").path())
        {
            if entry.is_dir() {
                open.push(entry);
            } else if is_of(&entry, folder) {
                let text = std::fs::read_to_string(&entry).expect("a text");
                let value: Value = if entry.extension().is_some_and(|ending| ending == "toml") {
                    plain_table(DeTable::parse(&text).expect("TOML").get_ref())
                } else {
                    serde_yaml::from_str(&text).expect("YAML")
                };
                found.push((entry, value));
            }
        }
    }
    found
}

/// A TOML table as JSON; numbers and dates by their digits.
fn plain_table(table: &DeTable) -> Value {
    Value::Object(
        table
            .iter()
            .map(|(key, value)| (key.get_ref().to_string(), plain(value.get_ref())))
            .collect(),
    )
}

fn plain(value: &DeValue) -> Value {
    match value {
        DeValue::Table(table) => plain_table(table),
        DeValue::Array(items) => {
            Value::Array(items.iter().map(|item| plain(item.get_ref())).collect())
        }
        DeValue::Boolean(boolean) => Value::Bool(*boolean),
        DeValue::String(text) => Value::String(text.to_string()),
        DeValue::Integer(integer) => Value::String(integer.as_str().to_owned()),
        DeValue::Float(float) => Value::String(float.as_str().to_owned()),
        DeValue::Datetime(date) => Value::String(date.to_string()),
    }
}

fn is_of(path: &Path, folder: &str) -> bool {
    let ends = path
        .extension()
        .is_some_and(|ending| ["toml", "yaml", "yml"].iter().any(|known| ending == *known));
    let above = path
        .parent()
        .and_then(Path::file_name)
        .is_some_and(|above| above == folder);
    ends && if folder == "territory" {
        path.file_stem().is_some_and(|stem| stem == folder)
    } else {
        above
    }
}

fn rows(record: &Value, key: &str) -> usize {
    record[key].as_array().map_or(0, Vec::len)
}

#[test]
fn every_obstacle_lever_and_tool_is_counted_once() {
    for root in WORKSPACES {
        let workspace = workspace(root);
        let facts = gathered("levers", &asked(&workspace, None));
        facts.all_tables().for_each(adds_up);
        let records = || {
            files(root, "territory")
                .into_iter()
                .chain(files(root, "dynamics"))
        };
        for (key, total) in [
            ("obstacles", "obstacles"),
            ("levers", "levers"),
            ("tools", "tools"),
        ] {
            let written: usize = records().map(|(_, record)| rows(&record, key)).sum();
            assert!(written > 0, "{root}: {key}");
            assert_eq!(facts.facts["total"][total], written, "{root}: {key}");
        }
        let lifted: usize = records()
            .flat_map(|(_, record)| record["obstacles"].as_array().cloned().unwrap_or_default())
            .filter(|row| !row["lifted"].is_null())
            .count();
        assert_eq!(facts.facts["total"]["lifted"], lifted, "{root}");
        assert_eq!(
            facts.data[0].rows.len(),
            facts.facts["observations"]
                .as_array()
                .expect("a list")
                .len()
        );
    }
}

#[test]
fn an_obstacle_holds_until_it_is_lifted() {
    let record = "name = \"Lens\"\nkind = \"commune\"\ncode = \"62498\"\n\
        obstacles = [{ kind = \"mobilite\", seen = [2020], lifted = 2022 }, { kind = \"foncier\" }]\n";
    let root = crate::workspace::with(&[
        ("apes.toml", "format = 1\nname = \"R\"\n"),
        ("territories/lens/territory.toml", record),
    ]);
    let workspace = workspace::load(&Folder::at(&root), Some(Language::French), Language::French);
    let counts = |years| {
        let facts = gathered("levers", &asked(&workspace, years)).facts;
        ["obstacles", "lifted"].map(|key| facts["total"][key].as_u64().expect("a count"))
    };
    assert_eq!(counts(Some((2019, 2019))), [0, 0]);
    assert_eq!(counts(Some((2020, 2020))), [1, 0]);
    assert_eq!(counts(Some((2021, 2021))), [1, 0]);
    assert_eq!(counts(Some((2022, 2022))), [1, 1]);
    assert_eq!(counts(Some((2023, 2023))), [0, 0]);
    assert_eq!(
        counts(None),
        [2, 1],
        "one without a date is told where no day is asked for"
    );
}

/// A question about one territory.
fn of_territory<'n>(workspace: &'n Workspace, id: &str) -> Question<'n> {
    Question {
        territory: Some(id.into()),
        ..asked(workspace, None)
    }
}

#[test]
fn sheets_of_all_territories_add_up() {
    for root in WORKSPACES {
        let workspace = workspace(root);
        for record in &workspace.network.territories {
            let facts = gathered("territory", &of_territory(&workspace, record.id.as_str()));
            facts.all_tables().for_each(adds_up);
            let families = facts.facts["families"].as_array().expect("a list");
            let partners: usize = families.iter().map(|family| rows(family, "partners")).sum();
            assert_eq!(facts.facts["partners"], partners, "{}", record.id);
        }
    }
}

#[test]
fn the_sheet_of_the_region_holds_every_dynamic_written_inside_it() {
    let workspace = workspace("examples/hauts-de-demain");
    let facts = gathered("territory", &of_territory(&workspace, "hauts-de-demain")).facts;
    let mut written: Vec<String> = files("examples/hauts-de-demain", "dynamics")
        .iter()
        .map(|(path, _)| {
            path.file_stem()
                .expect("a name")
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    let told = facts["dynamics"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|fact| fact["id"].as_str().expect("an id"));
    let mut told: Vec<&str> = told.collect();
    written.sort_unstable();
    told.sort_unstable();
    assert_eq!(told, written);
}

/// The first four digits of a date, as serde read it.
fn year_of(value: &Value) -> Option<u16> {
    let text = value
        .as_str()
        .map(str::to_owned)
        .or_else(|| value.as_u64().map(|number| number.to_string()));
    text.and_then(|text| text.get(..4)?.parse().ok())
}

/// Whether a dynamic counts in a year, judged here by its file and the words of the vocabulary
/// alone.
fn counts(record: &Value, words: &Value, year: u16) -> bool {
    let apart = |list: &str, key: &str| {
        record[key]
            .as_str()
            .is_some_and(|word| words[list][word]["counts"] == Value::Bool(false))
    };
    let seen: Vec<u16> = record["seen"].as_array().map_or(Vec::new(), |years| {
        years.iter().filter_map(year_of).collect()
    });
    let (from, to) = (year_of(&record["from"]), year_of(&record["to"]));
    let last = to
        .or_else(|| from.and(seen.iter().max().copied()))
        .unwrap_or(9999);
    let lives = match (from, to) {
        (Some(from), _) => from <= year && year <= last.max(from),
        (None, Some(to)) => seen.iter().min().copied().unwrap_or(to) <= year && year <= to,
        (None, None) => seen.contains(&year),
    };
    let told = !record["theme"].is_null() && record["part_of"].is_null();
    told && lives && !apart("network_roles", "network_role") && !apart("forms", "form")
}

#[test]
fn themes_add_up_and_agree_with_the_files() {
    let vocabulary = std::fs::read_to_string(at_root("schemas/vocabulary.toml")).expect("words");
    let words = plain_table(DeTable::parse(&vocabulary).expect("TOML").get_ref());
    for root in WORKSPACES {
        let (workspace, records) = (workspace(root), files(root, "dynamics"));
        for year in 2016..=2025_u16 {
            let facts = gathered("theme", &asked(&workspace, Some((year, year))));
            facts.all_tables().for_each(adds_up);
            let counted: Vec<_> = records
                .iter()
                .filter(|(_, record)| counts(record, &words, year))
                .collect();
            assert_eq!(facts.facts["total"], counted.len(), "{root} in {year}");
            for theme in facts.facts["themes"].as_array().expect("a list") {
                let own = counted
                    .iter()
                    .filter(|(_, record)| record["theme"] == theme["id"])
                    .count();
                assert_eq!(theme["dynamics"], own, "{root} in {year}: {}", theme["id"]);
            }
        }
        growth_adds_up(
            &gathered("theme", &asked(&workspace, Some((2016, 2025)))).facts,
            root,
        );
    }
}

/// What was there, and what began or was seen from then on, less what ended or was not seen after,
/// is what goes on: by theme, and from year to year.
fn growth_adds_up(facts: &Value, root: &str) {
    let number = |fact: &Value, key: &str| fact[key].as_u64().expect("a count");
    for theme in facts["themes"].as_array().expect("a list") {
        let there = number(theme, "before") + number(theme, "began") + number(theme, "appeared");
        assert_eq!(
            there - number(theme, "ended") - number(theme, "unattested"),
            number(theme, "going_on"),
            "{root}: {theme}"
        );
    }
    for pair in facts["years"].as_array().expect("a list").windows(2) {
        assert_eq!(
            number(&pair[0], "going_on") + number(&pair[1], "began") + number(&pair[1], "appeared"),
            number(&pair[1], "active"),
            "{root}"
        );
    }
}

#[test]
fn a_dynamic_that_continues_one_of_another_theme_is_a_change() {
    let workspace = workspace("examples/hauts-de-demain");
    let facts = gathered("theme", &asked(&workspace, None)).facts;
    let changed = |before: &str, after: &str| {
        let passages = facts["passages"].as_array().expect("a list");
        let found = passages
            .iter()
            .find(|fact| fact["before_id"] == before && fact["after_id"] == after);
        found.expect("a passage")["changed"] == Value::Bool(true)
    };
    assert!(changed("fabrique-amienoise", "seconde-manche"));
    assert!(!changed("fabrique-amienoise", "verte-fabrique"));
}

/// A workspace where much ends or is silent.
fn ageing() -> PathBuf {
    let territory = "name = \"Lens | Liévin, « le pays »\"\nkind = \"commune\"\ncode = \"62498\"\n\
        followed = { from = 2019 }\ncontacts = [{ role = \"charge-de-territoire\", person = \"p-001\" }]\n\
        [agreements.soon]\nfrom = 2024\nto = \"2027-02\"\nsubject = \"Achats; lieux, \\\\ récits, et une phrase assez longue pour être pliée à l'accent près\"\n";
    let followed_up = "name = \"Arras\"\nkind = \"commune\"\ncode = \"62041\"\n\
        [agreements.first]\nfrom = 2020\nto = 2022\n[agreements.next]\nfrom = 2023\nto = 2035\n";
    let actor = "name = \"A\"\nkind = \"association\"\n\
        statuses = [{ is = \"esus\", from = 2019, to = 2024 }, { is = \"scic\", to = 2020 }, { is = \"scic\", from = 2021 }]\n\
        waivers = [{ check = \"orphan-actor\", because = \"b\", by = \"le bureau\", until = 2026-12-01 }]\n";
    let silent = "name = \"Sans nouvelles\"\ntheme = \"mise-en-recit\"\nseen = [2021]\n";
    let golden =
        "name = \"Vivante\"\ntheme = \"mise-en-recit\"\nfrom = 2020\n[years.2026]\nnote = \"n\"\n";
    let ended = "name = \"Finie\"\ntheme = \"mise-en-recit\"\nfrom = 2015\nto = 2018\n";
    crate::workspace::with(&[
        ("apes.toml", "format = 1\nname = \"R\"\n"),
        ("territories/lens/territory.toml", territory),
        ("territories/arras/territory.toml", followed_up),
        ("territories/lens/actors/a.toml", actor),
        ("territories/lens/dynamics/silent.toml", silent),
        ("territories/lens/dynamics/fresh.toml", golden),
        ("territories/lens/dynamics/ended.toml", ended),
    ])
}

fn told<'f>(facts: &'f Value, list: &str, key: &str) -> Vec<&'f str> {
    facts[list]
        .as_array()
        .expect("a list")
        .iter()
        .map(|fact| fact[key].as_str().expect("a text"))
        .collect()
}

#[test]
fn what_ends_and_what_is_silent_is_told_once_to_its_day() {
    let root = ageing();
    let workspace = workspace::load(&Folder::at(&root), Some(Language::French), Language::French);
    let facts = gathered("freshness", &asked(&workspace, None));
    facts.all_tables().for_each(adds_up);
    assert_eq!(
        told(&facts.facts, "deadlines", "key"),
        ["esus", "orphan-actor", "soon"]
    );
    assert_eq!(
        told(&facts.facts, "deadlines", "day"),
        ["2024-12-31", "2026-12-01", "2027-02-28"]
    );
    assert_eq!(told(&facts.facts, "silent", "id"), ["silent"]);
    let roles = told(&facts.facts, "contacts", "role");
    assert_eq!(
        roles.len(),
        1,
        "one contact stands for a person of whom nothing is known"
    );
    let narrow = gathered(
        "freshness",
        &Question {
            within: 2,
            ..asked(&workspace, None)
        },
    );
    assert_eq!(
        told(&narrow.facts, "deadlines", "key"),
        ["esus", "orphan-actor"]
    );
}

#[test]
#[expect(
    clippy::too_many_lines,
    reason = "one scene: its records, then what is counted"
)]
fn calendars_are_read_by_others_as_meant() {
    use icalendar::{Calendar, Component, DatePerhapsTime};
    let root = ageing();
    let workspace = workspace::load(&Folder::at(&root), Some(Language::French), Language::French);
    let agenda = gathered("freshness", &asked(&workspace, None))
        .agenda
        .expect("days to come");
    let text = apes::renderers::ics::render(&agenda);
    assert!(
        text.split_terminator("\r\n")
            .all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])),
        "{text}"
    );
    let calendar: Calendar = text.parse().expect("a calendar");
    let events: Vec<&icalendar::Event> = calendar
        .components
        .iter()
        .filter_map(|part| part.as_event())
        .collect();
    assert_eq!(events.len(), agenda.events.len());
    assert_eq!(events.len(), 2);
    for (read, meant) in events.iter().zip(&agenda.events) {
        let day = meant.day;
        let stamp = read.get_timestamp().expect("a stamp");
        assert_eq!(stamp.format("%Y-%m-%d").to_string(), TODAY.to_string());
        assert_eq!(read.get_uid(), Some(&*meant.id));
        assert_eq!(read.get_summary(), Some(&*meant.summary));
        assert_eq!(read.get_description(), Some(&*meant.description));
        let Some(DatePerhapsTime::Date(start)) = read.get_start() else {
            panic!("{:?}", read.get_start())
        };
        assert_eq!(start.to_string(), day.to_string());
        let Some(DatePerhapsTime::Date(end)) = read.get_end() else {
            panic!("{:?}", read.get_end())
        };
        assert_eq!(end.to_string(), day.next().to_string());
    }
    let later = Question {
        made_on: apes::calendar::Day::first_of(2027),
        ..asked(&workspace, None)
    };
    let again = gathered("freshness", &later).agenda.expect("days to come");
    let names = |agenda: &apes::views::view::Agenda| {
        agenda
            .events
            .iter()
            .map(|event| event.id.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        names(&agenda),
        names(&again),
        "names stay the same from day to day"
    );
}
