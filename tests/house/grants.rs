//! The report on one grant: chosen by its name, told over its own years, each figure with its record and its source.

use std::path::Path;
use std::process::{Command, Output};

use apes::calendar::DateRange;
use apes::language::Language;
use apes::sources::Folder;
use apes::views::VIEWS;
use apes::views::view::{Facts, Question};
use apes::workspace::{self, Workspace};
use serde_json::Value;

use crate::golden::at_root;
use crate::workspace::TODAY;

const EXAMPLE: &str = "examples/hauts-de-demain";

fn workspace(language: Language) -> Workspace {
    workspace::load(&Folder::at(&at_root(EXAMPLE)), Some(language), language)
}

fn on(workspace: &Workspace, grant: (&str, &str), years: Option<DateRange>) -> Facts {
    let day = DateRange {
        first: TODAY,
        last: TODAY,
    };
    let view = VIEWS
        .iter()
        .find(|view| view.name == "funder")
        .expect("the report");
    (view.gather)(&Question {
        grant: Some((grant.0.to_owned(), grant.1.to_owned())),
        asked: years.unwrap_or(day),
        dated: years.is_some(),
        ..Question::on(&workspace.network, workspace.language, TODAY)
    })
}

fn said(words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_apes"))
        .args(["report", "--root"])
        .arg(at_root(EXAMPLE))
        .args(words)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")))
        .env_clear()
        .env("GIT_DIR", "none")
        .env("SOURCE_DATE_EPOCH", "1795305600")
        .output()
        .expect("the program runs")
}

fn told(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn every_figure_of_a_grant_names_its_record_and_its_source_and_adds_up() {
    let workspace = workspace(Language::French);
    let facts = on(&workspace, ("effets-utiles", "petit-caillou-2023"), None);
    let grant = &facts.facts["grants"][0];
    let rows = grant["rows"].as_array().expect("rows");
    let results = grant["results"].as_array().expect("results");
    assert!(!rows.is_empty() && !results.is_empty());
    for row in rows.iter().chain(results) {
        let file = row["file"].as_str().expect("a file");
        assert!(at_root(EXAMPLE).join(file).is_file(), "{file}");
        assert!(
            row["sources"]
                .as_str()
                .is_some_and(|numbers| numbers.starts_with('[')),
            "{row}"
        );
    }
    let sum = |of: &Value, key: &str| -> f64 {
        of.as_array()
            .expect("a list")
            .iter()
            .filter_map(|row| row[key].as_f64())
            .sum()
    };
    for key in ["planned", "actual", "hours"] {
        assert!(
            (sum(&grant["rows"], key) - sum(&grant["means"], key)).abs() < 1e-6,
            "{key}"
        );
    }
    // Its file says 10,000 of this foundation in 2023 and as much in 2024.
    assert_eq!(
        (&grant["paid"], &grant["amount"]),
        (&Value::from(20_000.0), &Value::from(20_000.0))
    );
    assert_eq!(facts.facts["period"], "2023–2024");
}

#[test]
fn a_grant_is_told_over_its_own_years_unless_others_are_asked_for() {
    let workspace = workspace(Language::English);
    let whole = on(&workspace, ("dunkerque", "quais-2022"), None);
    assert!(
        whole.scope[0].starts_with("Period: 2022–2025"),
        "{:?}",
        whole.scope
    );
    assert!(
        whole.scope[1].starts_with("Years by default: 2022–2025, those of dunkerque/quais-2022")
    );
    let one = on(
        &workspace,
        ("dunkerque", "quais-2022"),
        Some(DateRange::years(2024, 2024)),
    );
    assert!(one.scope[0].starts_with("Period: 2024 ") && !one.scope[1].contains("by default"));
    let years = |facts: &Facts| -> Vec<String> {
        let results = facts.facts["grants"][0]["results"]
            .as_array()
            .expect("results");
        results
            .iter()
            .filter_map(|row| Some(row["year"].as_str()?.to_owned()))
            .collect()
    };
    assert!(
        years(&one).iter().all(|year| year == "2024") && years(&whole).len() > years(&one).len()
    );
}

#[test]
fn nothing_is_asked_of_the_money_of_a_call_that_was_refused() {
    let workspace = workspace(Language::English);
    let facts = on(&workspace, ("dunkerque", "lieux-2024"), None);
    let grant = &facts.facts["grants"][0];
    assert_eq!(grant["refused"], "27 June 2024");
    assert_eq!(grant["missing"], serde_json::json!([]), "{grant}");
    let awaited = on(&workspace, ("deuxieme-bobine", "ptce-2026"), None);
    let missing = awaited.facts["grants"][0]["missing"]
        .as_array()
        .expect("a list")
        .clone();
    assert!(
        missing.contains(&Value::from("the funder's answer")),
        "{missing:?}"
    );
}

#[test]
#[expect(clippy::too_many_lines, reason = "a table of cases")]
fn a_grant_is_chosen_by_its_name_or_its_key_and_a_wrong_one_is_refused_with_the_nearest() {
    for name in ["dunkerque/quais-2022", "quais-2022"] {
        let output = said(&[
            "funder",
            "--agreement",
            name,
            "--lang",
            "en",
            "--format",
            "md",
        ]);
        assert!(
            told(&output.stdout).starts_with("# Report · Mutualisations, monnaie du littoral"),
            "{name}"
        );
    }
    let wrong = [
        (
            ["funder", "dunkerque/quais-2202"],
            "aucune convention ni aucun appel ne s'appelle `dunkerque/quais-2202` (vouliez-vous dire `dunkerque/quais-2022`\u{202f}?)",
            "no agreement or call is named `dunkerque/quais-2202` \
                (did you mean `dunkerque/quais-2022`?)",
        ),
        (
            ["funder", "petit-caillou-2024"],
            "`petit-caillou-2024` (vouliez-vous dire `effets-utiles/petit-caillou-2023`\u{202f}?)",
            "`petit-caillou-2024` (did you mean `effets-utiles/petit-caillou-2023`?)",
        ),
        (
            ["funder", "\u{1b}[31mx"],
            "`<U+001B>[31mx`\u{202f}; `apes report funder` les énumère",
            "`apes report funder` lists them",
        ),
        (
            ["annual", "quais-2022"],
            "--agreement choisit une convention ou un appel pour le rapport `funder`",
            "--agreement chooses an agreement or a call for the report `funder`",
        ),
    ];
    for ([report, name], french, english) in wrong {
        for (language, sentence) in [("fr", french), ("en", english)] {
            let output = said(&[report, "--agreement", name, "--lang", language]);
            let said = told(&output.stderr);
            assert!(
                said.contains(sentence) && !said.contains('\u{1b}'),
                "{said}"
            );
            assert_eq!(
                (output.status.code(), told(&output.stdout)),
                (Some(2), String::new())
            );
        }
    }
    let both = said(&[
        "funder",
        "--agreement",
        "quais-2022",
        "--theme",
        "impact-social",
    ]);
    assert_eq!(
        both.status.code(),
        Some(2),
        "a chosen grant is not filtered away"
    );
}
