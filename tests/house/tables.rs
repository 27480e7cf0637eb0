//! Tables for other programs: each report and list in both dialects, read by a naive reader.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::commands::apes;
use crate::golden::at_root;
use crate::workspace::folder;

const EXAMPLE: &str = "examples/hauts-de-demain";

/// Reports and lists with a year that has content.
const PRINTED: [&[&str]; 20] = [
    &["report", "annual", "--year", "2024"],
    &["report", "charter", "--year", "2024"],
    &["report", "economy", "--year", "2024"],
    &["report", "freshness"],
    &["report", "funder", "--year", "2024"],
    &["report", "levers", "--year", "2024"],
    &["report", "map", "--year", "2024"],
    &["report", "network", "--year", "2024"],
    &["report", "process", "--year", "2024"],
    &["report", "theme", "--year", "2024"],
    &["report", "territory", "--territory", "lens-lievin"],
    &["list", "territories"],
    &["list", "actors"],
    &["list", "dynamics"],
    &["list", "published"],
    &["show", "dynamic/seconde-manche", "--sources"],
    &["charter"],
    &["charter", "test"],
    &["reconcile", "2021"],
    &["reconcile", "2024"],
];

/// Standard output, standard error and exit code of the program in the example or in the records.
fn run(root: &str, words: &[&str], more: &[&str]) -> (String, String, i32) {
    let root = at_root(root);
    let root = root.to_str().expect("a path");
    let output = apes(&[words, &["--root", root], more].concat());
    let [out, error] =
        [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).expect("UTF-8"));
    (out, error, output.status.code().unwrap_or(-1))
}

/// The rows of a CSV, by a reader of our own that knows quotes and one separator.
fn read(csv: &str, separator: char) -> Vec<Vec<String>> {
    let mut rows = vec![vec![String::new()]];
    let mut in_quotes = false;
    let mut characters = csv
        .strip_prefix('\u{feff}')
        .unwrap_or(csv)
        .chars()
        .peekable();
    while let Some(character) = characters.next() {
        let row = rows.last_mut().expect("a row");
        let cell = row.last_mut().expect("a cell");
        match character {
            '"' if in_quotes && characters.peek() == Some(&'"') => {
                characters.next();
                cell.push('"');
            }
            '"' => in_quotes = !in_quotes,
            it if it == separator && !in_quotes => row.push(String::new()),
            '\r' if !in_quotes => {
                assert_eq!(characters.next(), Some('\n'), "CR LF");
                rows.push(vec![String::new()]);
            }
            '\n' if !in_quotes => panic!("a line that ends without CR"),
            other => cell.push(other),
        }
    }
    assert_eq!(rows.pop(), Some(vec![String::new()]), "the last row ends");
    rows
}

/// All tables of an output, by name.
fn tables(root: &str, words: &[&str], more: &[&str]) -> BTreeMap<String, String> {
    let target = folder();
    let place = format!("{}/", target.join("tables").display());
    let (_, error, code) = run(root, words, &[&["--output", &place], more].concat());
    assert!(code < 2 && error.is_empty(), "{words:?}: {code} {error}");
    let files = std::fs::read_dir(&place).expect("a folder");
    files
        .map(|file| {
            let path = file.expect("a file").path();
            let name = path
                .file_stem()
                .expect("a name")
                .to_string_lossy()
                .into_owned();
            let (_, name) = name.split_once('-').expect("report-table");
            (
                name.to_owned(),
                std::fs::read_to_string(&path).expect("a text"),
            )
        })
        .collect()
}

/// Whether a cell is a number in a dialect: digits with at most one decimal mark and a hyphen.
fn is_number(cell: &str, point: char) -> bool {
    let digits = cell.strip_prefix('-').unwrap_or(cell);
    let (whole, decimals) = digits.split_once(point).unwrap_or((digits, "0"));
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|it| it.is_ascii_digit());
    are_digits(whole) && are_digits(decimals)
}

/// What may stand in columns of numbers and of dates by the last word of their English names.
const NUMBERS: [&str; 34] = [
    "published",
    "recorded_low",
    "recorded_high",
    "gap",
    "dynamics",
    "partners",
    "inhabitants",
    "count",
    "target",
    "value",
    "planned_euros",
    "actual_euros",
    "hours",
    "days",
    "amount_euros",
    "asked_euros",
    "paid_euros",
    "gap_euros",
    "kilometres",
    "size",
    "members",
    "years",
    "families",
    "territories",
    "mentions",
    "obstacles",
    "levers",
    "tools",
    "stage_number",
    "recorded",
    "known_by_count",
    "signatories",
    "pieces_of_evidence",
    "days_given",
];

/// Headings that French and English spell alike; all others are in the language asked.
const COGNATES: [&str; 13] = [
    "action_id",
    "action",
    "publication_id",
    "publication",
    "source_id",
    "source",
    "sources",
    "nature_id",
    "nature",
    "redistribution_euros",
    "mentions",
    "date",
    "condition",
];

#[test]
fn every_table_is_tidy_in_both_dialects_and_languages() {
    for root in [EXAMPLE, ""] {
        for words in PRINTED {
            if root.is_empty()
                && words
                    .iter()
                    .any(|it| ["lens-lievin", "dynamic/seconde-manche"].contains(it))
            {
                continue;
            }
            let english = tables(root, words, &["--lang", "en"]);
            let french = tables(root, words, &["--lang", "fr"]);
            let excel = tables(root, words, &["--lang", "en", "--dialect", "excel-fr"]);
            let names: Vec<&String> = english.keys().collect();
            assert_eq!(names, french.keys().collect::<Vec<_>>(), "names are stable");
            for (name, csv) in &english {
                let place = format!("{root} {words:?} {name}");
                let rows = read(csv, ',');
                look_at_headings(&place, &rows[0], root == EXAMPLE);
                look_at_rows(&place, &rows, '.');
                let told = read(&french[name], ',');
                assert_eq!(told.len(), rows.len(), "{place}: as many rows in French");
                let same = told[0].iter().filter(|it| rows[0].contains(it));
                for heading in same {
                    assert!(COGNATES.contains(&heading.as_str()), "{place}: {heading}");
                }
                assert!(excel[name].starts_with('\u{feff}'), "{place}: a mark");
                let same = read(&excel[name], ';');
                look_at_rows(&place, &same, ',');
                compare(&place, &rows, &same);
            }
        }
    }
}

/// Headings are there, once each, without spaces, and an id stands beside what it names.
fn look_at_headings(place: &str, headings: &[String], is_invented: bool) {
    let once: BTreeSet<&String> = headings.iter().collect();
    assert_eq!(once.len(), headings.len(), "{place}: {headings:?}");
    for heading in headings {
        let is_name = heading
            .chars()
            .all(|it| it.is_ascii_lowercase() || "_0123456789".contains(it));
        assert!(
            is_name && heading.parse::<u64>().is_err(),
            "{place}: {heading}"
        );
    }
    for named in [
        "theme",
        "territory",
        "actor",
        "dynamic",
        "stage",
        "role",
        "family",
        "figure",
    ] {
        if headings.iter().any(|it| it == named) {
            assert!(
                headings.contains(&format!("{named}_id")),
                "{place}: {named} without id"
            );
        }
    }
    let marked = headings.iter().any(|it| it == "invented");
    assert_eq!(
        marked, is_invented,
        "{place}: the mark of an invented network"
    );
}

/// Each row is as long as the headings; numbers are numbers; no row is a total.
fn look_at_rows(place: &str, rows: &[Vec<String>], point: char) {
    let headings = &rows[0];
    for row in &rows[1..] {
        assert_eq!(row.len(), headings.len(), "{place}: {row:?}");
        assert!(!row.iter().any(|it| it == "total"), "{place}: {row:?}");
        for (heading, cell) in headings.iter().zip(row) {
            if NUMBERS.contains(&heading.as_str()) && !cell.is_empty() && !place.contains("sources")
            {
                assert!(is_number(cell, point), "{place}: {heading} = {cell}");
            }
        }
    }
}

/// Both dialects say the same: numbers and dates differ by their marks alone.
fn compare(place: &str, open: &[Vec<String>], excel: &[Vec<String>]) {
    assert_eq!(open.len(), excel.len(), "{place}");
    for (one, other) in open.iter().zip(excel) {
        assert_eq!(one.len(), other.len(), "{place}");
        for (one, other) in one.iter().zip(other) {
            let is_same = one == other
                || is_number(one, '.') && one.replace('.', ",") == *other
                || one.split('-').rev().collect::<Vec<_>>().join("/") == *other
                // An apostrophe before what the other separator would cut.
                || one.replace('\'', "") == other.replace('\'', "");
            assert!(is_same, "{place}: {one} | {other}");
        }
    }
}

#[test]
fn what_is_counted_agrees_with_the_records() {
    let ties = tables(
        EXAMPLE,
        &["report", "network", "--year", "2024"],
        &["--lang", "en"],
    );
    let rows = read(&ties["ties"], ',');
    let column = |name: &str| rows[0].iter().position(|it| it == name).expect(name);
    let (dynamic, actor, role) = (column("dynamic_id"), column("actor_id"), column("role_id"));
    assert_eq!(
        rows.len() - 1,
        partnerships(&at_root(EXAMPLE)),
        "one row a partnership"
    );
    assert!(
        rows[1..]
            .iter()
            .all(|row| !row[dynamic].is_empty() && !row[actor].is_empty())
    );
    assert!(
        rows[1..].iter().any(|row| row[role] == "porteur"),
        "roles are ids"
    );
    let dynamics = read(&ties["dynamics"], ',');
    assert_eq!(dynamics.len() - 1, 48);
}

/// The partnerships of the dynamics that the network's report counts in JSON.
fn partnerships(root: &Path) -> usize {
    let root = root.to_str().expect("a path");
    let output = apes(&[
        "report", "network", "--year", "2024", "--root", root, "--format", "json",
    ]);
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    usize::try_from(json["facts"]["partnerships"].as_u64().expect("a number")).expect("small")
}

#[test]
fn an_approximate_number_says_so_beside_it() {
    let annual = tables(
        EXAMPLE,
        &["report", "annual", "--year", "2024"],
        &["--lang", "fr"],
    );
    let rows = read(&annual["figures"], ',');
    let column = |name: &str| rows[0].iter().position(|it| it == name).expect(name);
    let (value, precision) = (column("publié"), column("publié_précision"));
    let about = rows.iter().find(|row| row[value] == "1900").expect("1900");
    assert_eq!(about[precision], "about");
    let published = tables(EXAMPLE, &["list", "published"], &["--lang", "en"]);
    let rows = read(&published["figures"], ',');
    let precisions: BTreeSet<&str> = rows[1..]
        .iter()
        .map(|row| {
            row[rows[0]
                .iter()
                .position(|it| it == "published_precision")
                .expect("it")]
            .as_str()
        })
        .collect();
    assert!(
        precisions.contains("about") && precisions.contains("exact"),
        "{precisions:?}"
    );
}

#[test]
fn one_table_is_chosen_by_name_and_an_unknown_name_lists_them() {
    let words = ["report", "network", "--year", "2024"];
    let (csv, told, _) = run(EXAMPLE, &words, &["--format", "csv", "--lang", "en"]);
    assert!(
        csv.starts_with("dynamic_id,dynamic,actor_id,actor,role_id"),
        "{csv}"
    );
    assert!(
        told.contains("ties") && told.contains("--table") && told.contains("apart"),
        "{told}"
    );
    let (csv, told, code) = run(EXAMPLE, &words, &["--table", "apart", "--lang", "en"]);
    assert!(csv.starts_with("member_id,member"), "{csv}");
    assert_eq!((told.as_str(), code), ("", 0));
    let (csv, told, code) = run(EXAMPLE, &words, &["--table", "liens", "--lang", "fr"]);
    assert_eq!((csv.as_str(), code), ("", 2));
    assert!(
        told.contains("liens") && told.contains("ties, actors"),
        "{told}"
    );
    let (_, told, code) = run(EXAMPLE, &words, &["--table", "ties", "--format", "md"]);
    assert!(code == 2 && told.contains("--table"), "{told}");
    let (_, told, _) = run(EXAMPLE, &words, &["--format", "csv", "--quiet"]);
    assert_eq!(told, "");
}
