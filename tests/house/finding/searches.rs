//! Searches: records by words, one record by its name, words of the vocabulary, official codes.

use std::process::Command;

use super::{json, run, run_in, said};
use crate::workspace::{folder, with};

fn first(words: &[&str]) -> String {
    let found = json(words);
    let record = &found["records"][0];
    let text = |key: &str| record[key].as_str().unwrap_or_default().to_owned();
    format!("{}/{}", text("kind"), text("id"))
}

#[test]
fn records_are_found_whatever_case_accents_and_one_slip() {
    for (words, record) in [
        (
            &["find", "manufacture", "COQUELICOT"][..],
            "actor/manufacture-du-coquelicot",
        ),
        (
            &["find", "epicerie arrageoise"],
            "actor/epicerie-cooperative-arrageoise",
        ),
        (&["find", "coqelicot"], "territory/cc-pays-du-coquelicot"),
        (&["find", "tilt"], "actor/tilt"),
        (&["find", "tlit"], "actor/tilt"),
        (&["find", "248000747"], "territory/cc-pays-du-coquelicot"),
        (
            &["find", "Hénin-Carvin", "déchets"],
            "dynamic/henin-carvin-dechets",
        ),
    ] {
        assert_eq!(first(words), record, "{words:?}");
    }
    let found = json(&["find", "tilt"]);
    assert_eq!(found["records"][0]["found_in"], serde_json::json!(["name"]));
    let scores: Vec<u64> = found["records"]
        .as_array()
        .expect("records")
        .iter()
        .map(|row| row["score"].as_u64().expect("a score"))
        .collect();
    assert!(scores.is_sorted_by(|one, next| one >= next));
    let none = said(&["find", "zzyzx", "--lang", "fr"]);
    assert!(none.contains("0 fiche"), "{none}");
    let many = said(&["find", "lille", "--lang", "en"]);
    assert!(many.contains("20 of ") && many.contains("--all"), "{many}");
    let all = json(&["find", "lille", "--all"]);
    assert_eq!(all["of"], all["records"].as_array().map_or(0, Vec::len));
}

#[test]
fn a_word_that_is_somewhere_is_not_taken_for_a_slip_of_another() {
    let root = with(&[
        (
            "territories/lens/territory.toml",
            "name = \"Lens\"\nkind = \"commune\"\ncode = \"62498\"\n",
        ),
        (
            "territories/lens/actors/sens.toml",
            "name = \"Sens\"\nkind = \"association\"\n",
        ),
    ]);
    let (out, ..) = run_in(&root, 80, &["find", "sens", "--format", "jsonl"]);
    assert_eq!(out.lines().count(), 1, "{out}");
    let (out, ..) = run_in(&root, 80, &["find", "sans", "--format", "jsonl"]);
    assert_eq!(out.lines().count(), 1, "one letter wrong: {out}");
}

#[test]
fn a_record_is_opened_by_its_name_where_only_one_has_it() {
    for name in ["Tilt", "TILT", "actor/Tilt", "actor/tilt"] {
        assert!(said(&["show", name]).contains("actor/tilt"), "{name}");
    }
    assert!(said(&["show", "la manufacture du coquelicot"]).contains("manufacture-du-coquelicot"));
    let (_, error, code) = run(&["show", "La Bon'Mine", "--lang", "fr"]);
    let both = error.contains("plusieurs fiches") && error.contains("actor/");
    assert!(code == 2 && both || code == 0, "{error}");
    let (_, error, code) = run(&["show", "tillt", "--lang", "fr"]);
    assert!(code == 2 && error.contains("`tilt`"), "{error}");
}

#[test]
fn words_are_shown_in_their_order_with_both_languages() {
    let lists = said(&["words", "--lang", "fr"]);
    assert!(
        lists.contains("actor_kinds") && lists.contains("themes"),
        "{lists}"
    );
    let kinds = said(&["words", "actor-kinds", "--lang", "en"]);
    assert!(
        kinds.contains("cooperative") && kinds.contains("Association"),
        "{kinds}"
    );
    let (_, error, code) = run(&["words", "cooperative", "--lang", "fr"]);
    assert!(
        code == 2 && error.contains("apes words actor_kinds"),
        "{error}"
    );
    let (_, error, code) = run(&["words", "theme", "--lang", "en"]);
    assert!(
        code == 2 && error.contains("did you mean `themes`"),
        "{error}"
    );
}

#[test]
fn own_words_are_marked() {
    let vocabulary = "base = \"apes\"\n\n[themes.numerique-libre]\nfr = \"Numérique libre\"\nen = \
        \"Free software\"\n";
    let root = with(&[
        ("apes.toml", "format = 1\nname = \"Essai\"\n"),
        ("schemas/vocabulary.toml", vocabulary),
    ]);
    let (out, ..) = run_in(&root, 100, &["words", "themes", "--format", "json"]);
    let found: serde_json::Value = serde_json::from_str(&out).expect("JSON");
    let rows = found["records"].as_array().expect("words");
    let own: Vec<_> = rows.iter().filter(|row| row["own"] == true).collect();
    assert!(
        rows.len() > 5 && own.len() == 1 && own[0]["id"] == "numerique-libre",
        "{out}"
    );
    let (text, ..) = run_in(&root, 100, &["words", "themes", "--lang", "fr"]);
    assert!(text.contains("propre à ce réseau"), "{text}");
}

#[test]
fn codes_tell_what_is_around_and_what_became_of_them() {
    let redon = &json(&["code", "redon"])["records"][0];
    assert_eq!(redon["code"], "35236");
    assert_eq!(redon["around"]["epci"]["code"], "243500741");
    assert_eq!(redon["around"]["region"]["name"], "Bretagne");
    let picardie = json(&["code", "picardie"])["records"][0].clone();
    assert_eq!(
        (&picardie["code"], &picardie["is_today"]),
        (&"22".into(), &false.into())
    );
    assert_eq!(picardie["succeeded_by"]["code"], "32");
    // One letter is wrong; a code is written with spaces; an area that merged others.
    assert_eq!(
        json(&["code", "Henin-Beaumomt"])["records"][0]["code"],
        "62427"
    );
    assert_eq!(
        json(&["code", "243", "500", "741"])["records"][0]["name"],
        "CA Redon Agglomération"
    );
    let region = json(&["code", "hauts-de-france"])["records"][0].clone();
    let before = region["predecessors"].as_array().expect("regions");
    assert!(
        before.iter().any(|it| it["name"] == "Picardie"),
        "{before:?}"
    );
    assert_eq!(region["territory"], "hauts-de-france");
    let text = said(&["code", "Redon", "--lang", "fr"]);
    assert!(
        text.contains("35236") && text.contains("Ille-et-Vilaine"),
        "{text}"
    );
}

#[test]
fn a_postal_code_is_told_from_an_official_one() {
    let postal = said(&["code", "56230", "--lang", "fr"]);
    assert!(
        postal.contains("code postal") && postal.contains("56230"),
        "{postal}"
    );
    let (_, error, code) = run(&["code", "35600", "--lang", "fr"]);
    assert!(code == 2 && error.contains("code postal"), "{error}");
    let (_, error, code) = run(&["code", "Zzyzx", "--lang", "en"]);
    assert!(code == 2 && error.contains("no official area"), "{error}");
}

#[test]
fn words_and_codes_need_no_workspace() {
    for words in [&["words", "themes"][..], &["words"], &["code", "redon"]] {
        let output = Command::new(env!("CARGO_BIN_EXE_apes"))
            .args(words)
            .current_dir(folder())
            .env_clear()
            .output()
            .expect("the program runs");
        let error = String::from_utf8_lossy(&output.stderr);
        assert!(
            output.status.success() && !output.stdout.is_empty(),
            "{words:?}: {error}"
        );
    }
}
