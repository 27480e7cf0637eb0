//! Lists that a person narrows: conditions, columns and their order, and ids that are never folded.

use serde_json::Value as Json;

use super::{json, run, run_in, said};
use crate::golden::at_root;

/// The values of a key in the records of an answer.
fn values(answer: &Json, key: &str) -> Vec<String> {
    let rows = answer["records"].as_array().expect("records");
    let text = |row: &Json| row[key].as_str().unwrap_or_default().to_owned();
    rows.iter().map(text).collect()
}

#[test]
fn kinds_are_known_by_their_french_names() {
    for (french, english) in [
        ("territoires", "territories"),
        ("acteurs", "actors"),
        ("dynamiques", "dynamics"),
        ("publications", "published"),
    ] {
        let [asked, known] = [french, english].map(|kind| json(&["list", kind]));
        assert!(!values(&known, "id").is_empty(), "{english}");
        assert_eq!(asked, known, "{french}");
    }
}

#[test]
fn a_condition_selects_the_records_that_meet_it() {
    let all = json(&["list", "actors"]);
    let kinds = values(&all, "actor_kind");
    for (condition, kind) in [
        ("actor.kind == 'association'", "association"),
        ("kind == 'association'", "association"),
        (
            "kind in ['association'] and not (kind == 'commune')",
            "association",
        ),
    ] {
        let some = json(&["list", "actors", "--where", condition]);
        let found = values(&some, "actor_kind");
        let expected = kinds.iter().filter(|it| *it == kind).count();
        assert!(
            expected > 5 && found.iter().all(|it| it == kind),
            "{condition}"
        );
        assert_eq!((found.len(), &some["where"]), (expected, &condition.into()));
        assert_eq!(some["of"], kinds.len(), "{condition}");
    }
    let counted = json(&[
        "list",
        "dynamics",
        "--where",
        "counted",
        "--theme",
        "transition-ecologique",
    ]);
    let rows = counted["records"].as_array().expect("records");
    assert!(!rows.is_empty());
    for row in rows {
        assert_eq!(
            (&row["counted"], &row["reason"]),
            (&true.into(), &Json::Null)
        );
        assert_eq!(row["theme"], "transition-ecologique");
    }
    let published = json(&["list", "published", "--where", "at < 2021 and figures.id"]);
    assert!(
        values(&published, "at")
            .iter()
            .all(|at| at.as_str() < "2021")
    );
    // The stage is that of the day asked.
    let stage = |year| {
        let words = ["list", "territories", "--where", "stage", "--year", year];
        values(&json(&words), "id").len()
    };
    assert!(stage("2010") < stage("2025"));
}

#[test]
fn errors_of_an_expression_are_shown_at_their_place() {
    for (words, french, english) in [
        (
            ["list", "actors", "--where", "kind == 'comune'"],
            &["--where:1:9", "comune", "`'commune'`"],
            &["--where:1:9", "comune", "`'commune'`"],
        ),
        (
            [
                "list",
                "actors",
                "--where",
                "is_member and knd == 'commune'",
            ],
            &["--where:1:15", "knd", "actor"],
            &["--where:1:15", "knd", "actor"],
        ),
        (
            ["list", "dynamics", "--where", "from = 2020"],
            &["--where:1:6", "n'est pas une comparaison", "écrire `==`"],
            &["--where:1:6", "is not a comparison", "write `==`"],
        ),
        (
            ["list", "dynamics", "--columns", "id,purpose"],
            &["--columns:1:1", "tableau", "`purpose.needs`"],
            &["--columns:1:1", "table", "`purpose.needs`"],
        ),
        (
            ["list", "dynamics", "--sort", "-count(partners"],
            &["--sort:1:7", "incomplète", "count(partners"],
            &["--sort:1:7", "incomplete", "count(partners"],
        ),
    ] {
        for (language, told) in [("fr", french), ("en", english)] {
            let (out, error, code) = run(&[&words[..], &["--lang", language]].concat());
            assert_eq!((out.as_str(), code), ("", 2), "{words:?}");
            for part in told {
                assert!(error.contains(part), "{words:?} {part}: {error}");
            }
        }
    }
}

#[test]
fn an_unknown_column_names_a_near_one_or_all() {
    let (_, error, code) = run(&["list", "actors", "--columns", "id,knid", "--lang", "fr"]);
    assert_eq!(code, 2);
    assert!(
        error.contains("`knid`") && error.contains("`kind`"),
        "{error}"
    );
    let (_, error, _) = run(&["list", "dynamics", "--sort", "territoryy", "--lang", "en"]);
    assert!(error.contains("did you mean `territory`"), "{error}");
    let (_, error, _) = run(&["list", "actors", "--columns", "qqqqqqqq", "--lang", "en"]);
    assert!(
        error.contains("territory.code") && error.contains("legal"),
        "{error}"
    );
}

#[test]
fn columns_are_shown_as_asked_in_every_format() {
    let words = [
        "list",
        "actors",
        "--where",
        "dynamics",
        "--columns",
        "id, kind,count(dynamics),is_member, territory.code",
        "--sort",
        "-count(dynamics),id",
    ];
    let answer = json(&words);
    let columns = [
        "id",
        "kind",
        "count(dynamics)",
        "is_member",
        "territory.code",
    ];
    assert_eq!(answer["columns"], Json::from(columns.to_vec()));
    let rows = answer["records"].as_array().expect("records");
    let counts: Vec<u64> = rows
        .iter()
        .map(|row| row["count(dynamics)"].as_u64().expect("a count"))
        .collect();
    assert!(counts.len() > 10 && counts.is_sorted_by(|one, next| one >= next));
    for row in rows {
        let keys: Vec<&String> = row.as_object().expect("an object").keys().collect();
        assert_eq!(keys, columns);
        assert!(row["is_member"].is_boolean());
    }
    let [french, english] =
        ["fr", "en"].map(|it| said(&[&words[..], &["--format", "csv", "--lang", it]].concat()));
    assert_eq!(
        french, english,
        "a CSV of columns is the same in both languages"
    );
    assert!(french.starts_with("id,kind,count(dynamics),is_member,territory.code\r\n"));
    let has = |cell: &str| french.contains(&format!(",{cell},"));
    assert!(
        (has("true") || has("false")) && !has("oui") && !has("non"),
        "{french}"
    );
}

#[test]
fn columns_are_read_in_the_language_of_the_reader() {
    let words = [
        "list",
        "actors",
        "--columns",
        "id,kind,count(dynamics),is_member",
    ];
    let table = said(&[&words[..], &["--format", "table", "--lang", "fr"]].concat());
    assert!(
        table.contains("count(dynamics)") && table.contains("non"),
        "{table}"
    );
    let page = said(&[&words[..], &["--format", "md", "--lang", "en"]].concat());
    assert!(
        page.contains("| id | kind |") && page.contains(" no |"),
        "{page}"
    );
}

#[test]
fn a_list_is_sorted_by_size_rank_and_alphabet_with_absent_values_last() {
    let sorted = |sort: &str| {
        json(&[
            "list",
            "dynamics",
            "--sort",
            sort,
            "--columns",
            "theme,from",
        ])
    };
    let dates = values(&sorted("-from"), "from");
    let known: Vec<&String> = dates.iter().filter(|date| !date.is_empty()).collect();
    assert!(
        known.is_sorted_by(|one, next| one[..4] >= next[..4]),
        "{dates:?}"
    );
    assert!(
        dates
            .iter()
            .rev()
            .take(dates.len() - known.len())
            .all(String::is_empty)
    );
    // Themes stand in the order of the vocabulary, which is not that of the alphabet.
    let themes = values(&sorted("theme"), "theme");
    let order = values(&json(&["words", "themes"]), "id");
    let ranks: Vec<usize> = themes
        .iter()
        .filter_map(|theme| order.iter().position(|it| it == theme))
        .collect();
    assert!(ranks.len() > 20 && ranks.is_sorted(), "{themes:?}");
    assert!(!themes.is_sorted());
}

#[test]
fn ids_are_never_folded() {
    for kind in ["territories", "actors", "dynamics", "published"] {
        let ids = values(&json(&["list", kind]), "id");
        for columns in [40, 60, 80, 100, 140] {
            let (text, ..) = run_in(&at_root(""), columns, &["list", kind]);
            let firsts: Vec<&str> = text
                .lines()
                .filter_map(|line| line.split_whitespace().next())
                .collect();
            for id in &ids {
                assert!(
                    firsts.contains(&id.as_str()),
                    "{kind} {columns}: {id}\n{text}"
                );
            }
        }
    }
    let (narrow, ..) = run_in(&at_root(""), 60, &["list", "dynamics", "--lang", "fr"]);
    assert!(narrow.contains("faute de place"), "{narrow}");
}
