//! Statements: their names, the sources that support them, and those that have no source.

use apes::calendar::{DateRange, Day};
use apes::language::Language;
use apes::sources::Folder;
use apes::views::show::{self, FileContent};
use apes::views::view::Question;
use apes::workspace;
use serde_json::{Value as Json, json};

use crate::workspace::with;

const SOURCES: &str =
    "[leaflet]\ntitle = \"Leaflet\"\nyear = 2020\n[letter]\ntitle = \"Letter\"\nyear = 2015\n";

/// A statement as reports trace it: name, text, sources, inferred.
type Traced = (String, String, Json, bool);

/// Returns the traced statements of a dynamic, with the notes of the report.
fn traced(dynamic: &str) -> (Vec<Traced>, Vec<String>) {
    let file = "territories/t/dynamics/d.toml";
    let root = with(&[(file, dynamic), ("territories/sources.toml", SOURCES)]);
    let folder = Folder::at(&root);
    let workspace = workspace::load(&folder, Some(Language::English), Language::English);
    let day = Day {
        year: 2024,
        month: 1,
        day: 1,
    };
    let question = Question {
        asked: DateRange::years(2024, 2024),
        ..Question::on(&workspace.network, Language::English, day)
    };
    let statements = workspace::statements(&folder, file, Language::English);
    let Ok(subject) = show::find(&workspace.network, "d") else {
        panic!("the dynamic is there")
    };
    let content = FileContent {
        statements: Some(&statements),
        ..FileContent::default()
    };
    let facts = show::gather(&question, subject, &content);
    let rows = facts.facts["records"][0]["statements"]
        .as_array()
        .expect("statements")
        .iter();
    let text = |row: &Json, key: &str| row[key].as_str().expect("a text").to_owned();
    let rows = rows.map(|row| {
        (
            text(row, "statement"),
            text(row, "label"),
            row["sources"].clone(),
            row["inferred"] == true,
        )
    });
    (rows.collect(), facts.notes)
}

fn row(name: &str, says: &str, sources: &[u8], inferred: bool) -> (String, String, Json, bool) {
    (name.to_owned(), says.to_owned(), json!(sources), inferred)
}

#[test]
fn the_most_specific_name_wins_and_statements_without_a_source_are_counted() {
    let (rows, notes) = traced(
        r#"name = "D"
summary = { fr = "Un texte", en = "A text" }
theme = "impact-social"
seen = [2019, 2020]
sources = ["leaflet", { id = "report", title = "Report" }]
inferred = ["theme", "partners"]
levers = [{ kind = "tiers-lieu", seen = [2020], source = "letter" }]
[stages]
sensibilisation = { reached = 2020, evidence = "Said so", inferred = true }
[partners]
a = { name = "A", role = "appui" }
b = { name = "B", role = "appui", source = "letter" }
[years.2020]
figures = { salaries = 3 }
[sourced]
leaflet = ["name", "seen", "partners"]
report = ["name", "seen.2019", "theme"]
"#,
    );
    let expected = [
        row("name", "D", &[1, 2], false),
        row("summary", "A text", &[], false),
        row("theme", "Social impact", &[2], true),
        row("seen.2019", "2019", &[2], false),
        row("seen.2020", "2020", &[1], false),
        row(
            "levers.tiers-lieu",
            "kind: Third place or shared space, seen: 2020",
            &[3],
            false,
        ),
        row(
            "stages.sensibilisation",
            "reached: 2020, evidence: Said so",
            &[],
            true,
        ),
        row("partners.a", "name: A, role: Support", &[1], true),
        row("partners.b", "name: B, role: Support", &[3], false),
        row("years.2020.figures", "salaries: 3", &[], false),
    ];
    assert_eq!(rows, expected);
    assert_eq!(
        notes,
        ["2 statements without a source: to be named in `sourced` or in `inferred`"]
    );
}

#[test]
fn a_single_source_supports_every_statement_without_one() {
    let (rows, notes) = traced(
        "name = \"D\"\nfrom = 2020\nsources = [\"leaflet\"]\ninferred = [\"from\"]\ntools = [{ \
            kind = \"charte\", source = \"letter\" }]\n",
    );
    let expected = [
        row("name", "D", &[1], false),
        row("from", "2020", &[1], true),
        row("tools.charte", "Charter of cooperation", &[2], false),
    ];
    assert_eq!(rows[..2], expected[..2]);
    assert_eq!((&rows[2].0, &rows[2].2), (&expected[2].0, &expected[2].2));
    assert_eq!(notes, Vec::<String>::new());
}

#[test]
fn many_names_are_looked_up_as_few_are() {
    let years = (1900..1940)
        .map(|year| year.to_string())
        .collect::<Vec<_>>();
    let named = years
        .iter()
        .map(|year| format!("\"seen.{year}\""))
        .collect::<Vec<_>>()
        .join(", ");
    for seen in [years.join(", "), "1900".to_owned()] {
        let dynamic = format!(
            "name = \"D\"\nseen = [{seen}]\nsources = [\"leaflet\"]\n[sourced]\nleaflet = \
                [{named}]\n"
        );
        let root = with(&[
            ("territories/t/dynamics/d.toml", &dynamic),
            ("territories/sources.toml", SOURCES),
        ]);
        let workspace = workspace::load(&Folder::at(&root), None, Language::English);
        let unknown: Vec<&str> = workspace.network.dynamics[0]
            .unknown_statements
            .iter()
            .map(|statement| &*statement.name)
            .collect();
        let expected = if seen == "1900" { 39 } else { 0 };
        assert_eq!(unknown.len(), expected, "{unknown:?}");
    }
}
