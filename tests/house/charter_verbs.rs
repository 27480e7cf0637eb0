//! The verbs of the charter: page, test, amendment, comparison; their screens and exit codes.

use std::path::Path;
use std::process::{Command, Output};

use apes::language::Language;
use apes::renderers::findings::Format;

use crate::golden::{assert_golden, at_root};
use crate::workspace::{TODAY, ValidatedFolder, copy, write};

const REGION: &str = "examples/hauts-de-demain";

/// Runs `apes` on a folder, 80 columns wide, without colour, on a day that is always the same.
fn run(root: &Path, words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_apes"))
        .args(words)
        .args(["--root".as_ref(), root.as_os_str()])
        .current_dir(at_root(""))
        .env_clear()
        .env("GIT_DIR", "none")
        .env("SOURCE_DATE_EPOCH", "1795305600")
        .env("COLUMNS", "80")
        .output()
        .expect("the program runs")
}

fn outcome(root: &Path, words: &[&str]) -> (String, String, Option<i32>) {
    let output = run(root, words);
    let [out, error] =
        [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    (out, error, output.status.code())
}

const FOUR: [&str; 5] = [
    "charter",
    "try",
    "--require",
    "fewer-than-three-families",
    "count(dynamic.families) >= 4",
];

#[test]
fn screens_of_the_example_read_as_expected() {
    let region = at_root(REGION);
    let screens: [(&str, &[&str]); 4] = [
        ("charter", &["charter"]),
        ("test", &["charter", "test"]),
        ("try", &FOUR),
        (
            "report",
            &[
                "report",
                "charter",
                "--year",
                "2024",
                "--territory",
                "dunkerque",
            ],
        ),
    ];
    for (name, words) in screens {
        for language in ["fr", "en"] {
            let (out, error, code) = outcome(&region, &[words, &["--lang", language]].concat());
            assert_eq!((code, error.as_str()), (Some(0), ""), "{name}");
            assert_golden(&format!("tests/law/{name}.{language}.txt"), &out);
        }
    }
}

#[test]
fn other_formats_contain_the_same() {
    let region = at_root(REGION);
    for (format, ending) in [("md", "md"), ("json", "json"), ("csv", "csv")] {
        let (out, _, code) = outcome(
            &region,
            &[&FOUR[..], &["--lang", "en", "--format", format]].concat(),
        );
        assert_eq!(code, Some(0));
        assert_golden(&format!("tests/law/try.en.{ending}"), &out);
    }
    let (html, _, code) = outcome(&region, &["charter", "--format", "html"]);
    assert!(
        code == Some(0) && html.contains("Utilité sociale"),
        "{html}"
    );
}

#[test]
fn a_faulty_amendment_is_underlined_where_it_was_typed() {
    let region = at_root(REGION);
    let id = "fewer-than-three-families";
    let wrong: [(&str, &str, &str); 3] = [
        (
            "--require",
            "count(dynamic.familles) >= 4",
            "              ^^^^^^^^",
        ),
        ("--require", "count(dynamic.families) >=", "expression"),
        ("--if", "dynamic.reached('mise-en-resau')", "mise-en-reseau"),
    ];
    for (option, expression, wanted) in wrong {
        for language in ["fr", "en"] {
            let (out, error, code) = outcome(
                &region,
                &["charter", "try", option, id, expression, "--lang", language],
            );
            assert_eq!((code, out.as_str()), (Some(2), ""), "{expression}");
            assert!(
                error.contains(wanted) && error.contains(&format!("--> {option} {id}:1:")),
                "{error}"
            );
        }
    }
    let (_, error, code) = outcome(
        &region,
        &[
            "charter",
            "try",
            "--require",
            "fewer-than-tree-families",
            "dynamic.id",
        ],
    );
    assert!(
        code == Some(2) && error.contains("fewer-than-three-families"),
        "{error}"
    );
}

#[test]
fn criteria_that_a_vote_would_not_change_are_listed() {
    let same = [
        "charter",
        "try",
        "--require",
        "need-unnamed",
        "dynamic.purpose.needs",
        "--lang",
        "en",
    ];
    let (out, _, code) = outcome(&at_root(REGION), &same);
    assert!(
        code == Some(0) && out.contains("is the same as today's charter"),
        "{out}"
    );
    let less = [
        "charter",
        "try",
        "--require",
        "fewer-than-three-families",
        "count(dynamic.families) >= 2",
        "--lang",
        "en",
    ];
    let (out, ..) = outcome(&at_root(REGION), &less);
    assert!(
        out.contains("fails → passes") && out.contains("from passing to failing: 0;"),
        "{out}"
    );
}

#[test]
fn an_example_that_says_otherwise_ends_the_test_with_1() {
    let root = copy(&at_root("tests/checks/example-comes-out-otherwise/wrong"));
    write(&root, "apes.toml", b"format = 1\nname = \"R\"\n");
    let (out, _, code) = outcome(&root, &["charter", "test", "--lang", "en"]);
    assert!(code == Some(1) && out.contains("example differs"), "{out}");
}

#[test]
fn a_proposed_file_is_checked_before_it_is_tried() {
    let region = at_root(REGION);
    let root = copy(&region);
    let charter = std::fs::read_to_string(at_root("schemas/charter.toml")).expect("a charter");
    let path = root.join("proposed.toml");
    let file = path.to_string_lossy().into_owned();
    write(
        &root,
        "proposed.toml",
        charter
            .replace(
                "count(dynamic.families) >= 3",
                "count(dynamic.families) >= 4",
            )
            .as_bytes(),
    );
    let (out, error, code) = outcome(&root, &["charter", "try", &file, "--lang", "en"]);
    assert_eq!((code, error.as_str()), (Some(0), ""));
    let (typed, ..) = outcome(&root, &[&FOUR[..], &["--lang", "en"]].concat());
    assert_eq!(out, typed);
    write(
        &root,
        "proposed.toml",
        charter
            .replace("dynamic.families", "dynamic.familles")
            .as_bytes(),
    );
    let (out, error, code) = outcome(&root, &["charter", "try", &file, "--lang", "en"]);
    assert_eq!((code, out.as_str()), (Some(2), ""));
    assert!(
        error.contains("proposed.toml:") && error.contains("^^^^^^^^"),
        "{error}"
    );
}

const SISTER: &str = "tests/law/sister";

#[test]
fn a_sister_network_is_validated_by_the_charter_as_it_changed_it() {
    for language in [Language::French, Language::English] {
        let outcome = ValidatedFolder::whole(&at_root(SISTER), language, TODAY);
        assert_eq!(outcome.missed, Vec::<String>::new());
        assert_golden(
            &format!("{SISTER}/expected.{}.txt", language.code()),
            &outcome.human(),
        );
        let text = outcome.text(Format::Short);
        assert!(
            text.contains("fewer-than-three-families") && text.contains("waste-untold"),
            "{text}"
        );
        assert!(
            !text.contains("need-identified-with-nobody") && !text.contains("unknown-word"),
            "{text}"
        );
    }
    let (page, _, code) = outcome(&at_root(SISTER), &["charter", "--lang", "en"]);
    assert_eq!(code, Some(0));
    assert!(
        page.contains("`need-identified-with-nobody` is not kept: needs are told"),
        "{page}"
    );
    assert!(
        page.contains("`fewer-than-three-families` is amended: `level`, `requires`"),
        "{page}"
    );
    let (out, _, code) = outcome(&at_root(SISTER), &["charter", "test", "--lang", "en"]);
    assert_eq!(code, Some(0), "{out}");
}

#[test]
fn a_criterion_struck_with_a_date_was_in_force_before() {
    let in_force = |year: &str| {
        let (json, ..) = outcome(
            &at_root(SISTER),
            &["charter", "--year", year, "--format", "json"],
        );
        let facts: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        let all = facts["facts"]["criteria"]
            .as_array()
            .expect("criteria")
            .clone();
        all.iter()
            .find(|one| one["id"] == "solution-unnamed")
            .map(|one| one["in_force"].clone())
    };
    assert_eq!(in_force("2025"), Some(serde_json::Value::Bool(true)));
    assert_eq!(in_force("2026"), Some(serde_json::Value::Bool(false)));
}

#[test]
fn two_charters_are_compared() {
    for language in ["fr", "en"] {
        let words = ["charter", "compare", "apes", SISTER, "--lang", language];
        let output = crate::commands::apes(&words);
        assert_eq!(output.status.code(), Some(0));
        assert_golden(
            &format!("tests/law/compare.{language}.txt"),
            &String::from_utf8_lossy(&output.stdout),
        );
    }
    let same = crate::commands::apes(&["charter", "compare", SISTER, SISTER, "--lang", "en"]);
    assert!(String::from_utf8_lossy(&same.stdout).contains("The same criteria."));
    let none = crate::commands::apes(&[
        "charter",
        "compare",
        "apes",
        "no-such-thing",
        "--lang",
        "en",
    ]);
    assert_eq!(none.status.code(), Some(2));
}

#[test]
fn names_that_the_base_does_not_have_are_underlined_in_the_patch() {
    let root = copy(&at_root(SISTER));
    let patch = std::fs::read_to_string(root.join("schemas/charter.toml")).expect("a charter");
    let patch = patch.replace("struck.solution-unnamed", "struck.solution-unamed");
    let patch = patch.replace(
        "count(dynamic.families) >= 4",
        "count(dynamic.familles) >= 4",
    );
    write(&root, "schemas/charter.toml", patch.as_bytes());
    let (out, _, code) = outcome(
        &root,
        &[
            "validate",
            "--only",
            "unknown-name-in-criterion",
            "--lang",
            "en",
        ],
    );
    assert_eq!(code, Some(1), "{out}");
    for wanted in [
        "schemas/charter.toml:14:",
        "`familles`",
        "nor a principle `solution-unamed`",
        "solution-unnamed",
    ] {
        assert!(out.contains(wanted), "{wanted}: {out}");
    }
}

#[test]
fn half_a_charter_is_not_presented_as_the_whole() {
    for (file, text) in [
        ("schemas/charter.toml", "base = \"apes\"\n[criteria.x\n"),
        ("schemas/charter.toml", "base = \"aps\"\n"),
        (
            "schemas/vocabulary.toml",
            "base = \"apes\"\n[themes.x]\nfr = 1\n",
        ),
    ] {
        let root = copy(&at_root(SISTER));
        write(&root, file, text.as_bytes());
        for words in [&["charter"][..], &["charter", "test"], &FOUR] {
            let (out, error, code) = outcome(&root, &[words, &["--lang", "en"]].concat());
            assert!(
                code == Some(2) && out.is_empty() && error.contains(file),
                "{words:?}: {error}{out}"
            );
        }
    }
}

#[test]
fn an_option_that_would_be_ignored_is_refused() {
    for option in ["--theme", "--territory", "--year"] {
        let output = crate::commands::apes(&[
            "charter", "compare", "apes", SISTER, option, "2024", "--lang", "en",
        ]);
        assert_eq!(output.status.code(), Some(2), "{option}");
    }
}
