//! The charter read aloud, put to the proof, amended on trial and compared: screens as expected, answers to the machine.

use std::path::Path;
use std::process::{Command, Output};

use crate::fresh::{at_root, hold};
use crate::workspace::{copy, write};

const REGION: &str = "examples/hauts-de-demain";

/// Runs `apes` on a folder, 80 columns wide, without colour, on a day that is always the same.
fn on(root: &Path, words: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_apes"))
        .args(words)
        .args(["--root".as_ref(), root.as_os_str()])
        .current_dir(at_root(""))
        .env_clear()
        .env("SOURCE_DATE_EPOCH", "1795305600")
        .env("COLUMNS", "80")
        .output()
        .expect("the program runs")
}

fn said(root: &Path, words: &[&str]) -> (String, String, Option<i32>) {
    let output = on(root, words);
    let [out, error] =
        [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    (out, error, output.status.code())
}

const FOUR: [&str; 5] =
    ["charter", "try", "--require", "fewer-than-three-families", "count(dynamic.families) >= 4"];

#[test]
fn screens_of_the_example_read_as_expected() {
    let region = at_root(REGION);
    let screens: [(&str, &[&str]); 4] = [
        ("charter", &["charter"]),
        ("test", &["charter", "test"]),
        ("try", &FOUR),
        ("report", &["report", "charter", "--year", "2024", "--territory", "dunkerque"]),
    ];
    for (name, words) in screens {
        for language in ["fr", "en"] {
            let (out, error, code) = said(&region, &[words, &["--lang", language]].concat());
            assert_eq!((code, error.as_str()), (Some(0), ""), "{name}");
            hold(&format!("tests/law/{name}.{language}.txt"), &out);
        }
    }
}

#[test]
fn other_forms_hold_the_same() {
    let region = at_root(REGION);
    for (format, ending) in [("md", "md"), ("json", "json"), ("csv", "csv")] {
        let (out, _, code) = said(&region, &[&FOUR[..], &["--lang", "en", "--format", format]].concat());
        assert_eq!(code, Some(0));
        hold(&format!("tests/law/try.en.{ending}"), &out);
    }
    let (html, _, code) = said(&region, &["charter", "--format", "html"]);
    assert!(code == Some(0) && html.contains("Utilité sociale"), "{html}");
}

#[test]
fn a_faulty_amendment_is_underlined_where_it_was_typed() {
    let region = at_root(REGION);
    let id = "fewer-than-three-families";
    let wrong: [(&str, &str, &str); 3] = [
        ("--require", "count(dynamic.familles) >= 4", "              ^^^^^^^^"),
        ("--require", "count(dynamic.families) >=", "expression"),
        ("--if", "dynamic.reached('mise-en-resau')", "mise-en-reseau"),
    ];
    for (option, expression, wanted) in wrong {
        for language in ["fr", "en"] {
            let (out, error, code) =
                said(&region, &["charter", "try", option, id, expression, "--lang", language]);
            assert_eq!((code, out.as_str()), (Some(2), ""), "{expression}");
            assert!(error.contains(wanted) && error.contains(&format!("--> {option} {id}:1:")), "{error}");
        }
    }
    let (_, error, code) =
        said(&region, &["charter", "try", "--require", "fewer-than-tree-families", "dynamic.id"]);
    assert!(code == Some(2) && error.contains("fewer-than-three-families"), "{error}");
}

#[test]
fn what_a_vote_would_not_change_is_said() {
    let same = ["charter", "try", "--require", "need-unnamed", "dynamic.purpose.needs", "--lang", "en"];
    let (out, _, code) = said(&at_root(REGION), &same);
    assert!(code == Some(0) && out.contains("says the same as the charter of today"), "{out}");
    let less = [
        "charter",
        "try",
        "--require",
        "fewer-than-three-families",
        "count(dynamic.families) >= 2",
        "--lang",
        "en",
    ];
    let (out, ..) = said(&at_root(REGION), &less);
    assert!(out.contains("fails → holds") && out.contains("from holding to failing: 0;"), "{out}");
}

#[test]
fn an_example_that_says_otherwise_ends_the_test_with_1() {
    let root = copy(&at_root("tests/checks/example-comes-out-otherwise/wrong"));
    let (out, _, code) = said(&root, &["charter", "test", "--lang", "en"]);
    assert!(code == Some(1) && out.contains("example differs"), "{out}");
}

#[test]
fn a_proposed_file_is_judged_before_it_is_tried() {
    let region = at_root(REGION);
    let root = copy(&region);
    let charter = std::fs::read_to_string(at_root("schemas/charter.toml")).expect("a charter");
    let path = root.join("proposed.toml");
    let file = path.to_string_lossy().into_owned();
    write(
        &root,
        "proposed.toml",
        charter.replace("count(dynamic.families) >= 3", "count(dynamic.families) >= 4").as_bytes(),
    );
    let (out, error, code) = said(&root, &["charter", "try", &file, "--lang", "en"]);
    assert_eq!((code, error.as_str()), (Some(0), ""));
    let (typed, ..) = said(&root, &[&FOUR[..], &["--lang", "en"]].concat());
    assert_eq!(out, typed);
    write(&root, "proposed.toml", charter.replace("dynamic.families", "dynamic.familles").as_bytes());
    let (out, error, code) = said(&root, &["charter", "try", &file, "--lang", "en"]);
    assert_eq!((code, out.as_str()), (Some(2), ""));
    assert!(error.contains("proposed.toml:") && error.contains("^^^^^^^^"), "{error}");
}
