//! What `apes validate` prints: what matters first, bounded, and nothing that was not asked for.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value as Json;

use crate::commands::apes;
use crate::golden::assert_golden;
use crate::workspace::{ValidatedFolder, folder, write};

const EXAMPLE: &str = "examples/hauts-de-demain";

fn printed(words: &[&str]) -> String {
    let output = apes(&[&["validate"], words].concat());
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn the_real_records_fit_a_screen_or_two() {
    for root in [".", EXAMPLE] {
        for language in ["fr", "en"] {
            let text = printed(&["--root", root, "--lang", language]);
            assert!(
                text.lines().count() <= 80,
                "{root}: {} lines",
                text.lines().count()
            );
        }
    }
}

#[test]
fn each_check_shows_three_findings_its_reason_once_and_counts_the_rest() {
    let text = printed(&["--lang", "fr", "--level", "note"]);
    let json: Json = serde_json::from_str(&printed(&["--format", "json"])).expect("JSON");
    let findings = json["findings"].as_array().expect("findings");
    let mut checks: Vec<&str> = findings
        .iter()
        .filter_map(|one| one["name"].as_str())
        .collect();
    checks.sort_unstable();
    for same in checks.chunk_by(|one, other| one == other) {
        let (name, count) = (same[0], same.len());
        let shown = text.matches(&format!("[{name}]: ")).count();
        assert!((1..=3).contains(&shown), "{name}: {shown}");
        let row = format!("{count:>5}  ");
        let is_counted = text
            .lines()
            .any(|line| line.starts_with(&row) && line.ends_with(&format!("  {name}")));
        assert!(is_counted, "{name} is not counted\n{text}");
        if count > 3 {
            let rest = format!(
                "{} de plus\u{a0}: `apes validate --all --only {name}`",
                count - 3
            );
            assert!(text.contains(&rest), "{rest}\n{text}");
        }
    }
    let reasons: Vec<&str> = text
        .lines()
        .filter(|line| line.contains("= parce que"))
        .collect();
    let mut unique = reasons.clone();
    unique.sort_unstable();
    unique.dedup();
    assert!(
        unique.len() == reasons.len() && reasons.len() > 3,
        "{reasons:#?}"
    );
}

#[test]
fn notes_are_counted_and_shown_when_asked_for() {
    let plain = printed(&["--lang", "fr"]);
    assert!(!plain.contains("note["), "{plain}");
    assert!(plain.contains("`--level note`"), "{plain}");
    assert!(printed(&["--lang", "fr", "--level", "note"]).contains("note["));
    assert!(!printed(&["--lang", "fr", "--level", "error"]).contains("avertissement["));
    let all = printed(&["--lang", "fr", "--all"]);
    let excerpts = all
        .lines()
        .filter(|line| line.trim_start().starts_with("--> "))
        .count();
    let json: Json = serde_json::from_str(&printed(&["--format", "json"])).expect("JSON");
    assert_eq!(Some(excerpts), json["findings"].as_array().map(Vec::len));
}

#[test]
fn statistics_alone_and_quiet_are_short() {
    let text = printed(&["--lang", "fr", "--statistics"]);
    assert!(
        !text.contains("-->") && text.contains("orphan-actor"),
        "{text}"
    );
    let quiet = printed(&["--lang", "fr", "-q"]);
    assert!(
        quiet.lines().all(|line| line.contains(": avertissement[")),
        "{quiet}"
    );
    assert_eq!(
        printed(&["--root", EXAMPLE, "-q"]),
        "",
        "notes alone are a success"
    );
}

#[test]
fn files_are_named_from_where_the_reader_stands() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for (here, wanted) in [
        ("territories/amiens", "actors/beefast.toml:1:1"),
        (
            "territories/guise/dynamics",
            "../../amiens/actors/beefast.toml:1:1",
        ),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_apes"))
            .args(["validate", "--format", "short", "--only", "orphan-actor"])
            .current_dir(root.join(here))
            .env_clear()
            .output()
            .expect("the program runs");
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        assert!(text.starts_with(wanted), "{text}");
    }
}

/// A workspace with one file of very many faults, and many files with one.
fn very_faulty() -> PathBuf {
    let root = folder();
    write(
        &root,
        "apes.toml",
        b"format = 1\nname = \"R\"\nlanguage = \"fr\"\n",
    );
    let territory = "name = \"Lens\"\nkind = \"commune\"\ncode = \"62498\"\n";
    write(
        &root,
        "territories/lens/territory.toml",
        territory.as_bytes(),
    );
    let mut bad = "name = \"Mal\"\nkind = \"association\"\n".to_owned();
    for index in 0..4_000 {
        bad += &format!("cle{index} = \"{}\"\n", "x".repeat(150));
    }
    write(&root, "territories/lens/actors/00-mal.toml", bad.as_bytes());
    for index in 0..1_500 {
        let text = format!("name = \"A{index}\"\nkind = \"mot{index}\"\n");
        write(
            &root,
            &format!("territories/lens/actors/a{index}.toml"),
            text.as_bytes(),
        );
    }
    root
}

#[test]
fn output_is_bounded_unless_all_is_asked_for() {
    let root = very_faulty();
    let root = root.to_str().expect("a path");
    let total = ValidatedFolder::of(Path::new(root), apes::language::Language::French);
    let total = total.findings.len();
    assert!(total > 1_500, "{total}");
    let json: Json =
        serde_json::from_str(&printed(&["--root", root, "--format", "json"])).expect("JSON");
    let rows = json["findings"].as_array().expect("findings");
    assert!(
        rows.len() <= 1_000 && json["truncated"].as_u64() > Some(500),
        "{}",
        rows.len()
    );
    let of_file: Vec<&Json> = rows
        .iter()
        .filter(|row| row["place"]["file"] == "territories/lens/actors/00-mal.toml")
        .collect();
    let bytes = serde_json::to_string_pretty(&of_file).expect("JSON").len();
    assert!(!of_file.is_empty() && bytes <= 64_000, "{bytes}");
    let short = printed(&["--root", root, "--format", "short"]);
    assert!(short.lines().count() <= 1_001, "{}", short.lines().count());
    let about: usize = short
        .lines()
        .filter(|line| line.contains("00-mal.toml"))
        .map(str::len)
        .sum();
    assert!(about <= 64_000, "{about}");
    assert!(short.contains("`--all`"), "the rest is counted");
    let human = printed(&["--root", root]);
    assert!(
        human.len() < 1_000_000 && human.contains("de plus"),
        "{}",
        human.len()
    );
    let all: Json = serde_json::from_str(&printed(&["--root", root, "--format", "json", "--all"]))
        .expect("JSON");
    assert_eq!(all["truncated"], 0);
    assert!(all["findings"].as_array().map(Vec::len) >= Some(total));
}

#[test]
fn what_is_denied_fails_and_nothing_else_does() {
    for (words, code) in [
        (&[][..], 0),
        (&["--deny", "warnings"], 1),
        (&["--deny", "notes"], 1),
        (&["--deny", "orphan-actor"], 1),
        (&["--deny", "unknown-actor"], 0),
        (&["--deny", "no-such-check"], 2),
    ] {
        let output = apes(&[&["validate"], words].concat());
        assert_eq!(output.status.code(), Some(code), "{words:?}");
    }
}

const ACTOR: &str = "territories/lens/actors/a.toml";
const OTHER: &str = "territories/lens/actors/b.toml";

/// A workspace with one fault, and a list of known findings beside it, which is not written yet.
struct Known(PathBuf);

impl Known {
    fn new() -> Self {
        let root = folder();
        let territory = "name = \"Lens\"\nkind = \"commune\"\ncode = \"62498\"\n";
        write(
            &root,
            "apes.toml",
            b"format = 1\nname = \"R\"\nlanguage = \"fr\"\n",
        );
        write(
            &root,
            "territories/lens/territory.toml",
            territory.as_bytes(),
        );
        write(&root, ACTOR, b"name = \"A\"\nkind = \"associatio\"\n");
        Self(root)
    }

    fn run(&self, words: &[&str]) -> (Option<i32>, String) {
        let list = self.0.join("known.tsv");
        let (root, list) = (self.0.to_string_lossy(), list.to_string_lossy());
        let all = ["validate", "--root", &root, "--baseline", &list];
        let output = apes(&[&all[..], words].concat());
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        (output.status.code(), text)
    }

    fn list(&self) -> String {
        std::fs::read_to_string(self.0.join("known.tsv")).expect("the list")
    }
}

#[test]
fn a_list_of_known_findings_does_not_grow() {
    let known = Known::new();
    assert_eq!(known.run(&[]).0, Some(2), "there is no list yet");
    assert_eq!(known.run(&["--write-baseline"]).0, Some(0));
    assert_eq!(known.run(&[]).0, Some(0), "all is known");
    assert_eq!(known.run(&["--lang", "en"]).0, Some(0), "in every language");
    let before = known.list();
    write(&known.0, OTHER, b"name = \"B\"\nkind = \"associatio\"\n");
    assert_eq!(known.run(&[]).0, Some(1), "another fault is new");
    known.run(&["--write-baseline"]);
    assert_eq!(known.list(), before);
}

#[test]
fn what_is_mended_must_leave_the_list() {
    let known = Known::new();
    known.run(&["--write-baseline"]);
    let before = known.list();
    write(&known.0, ACTOR, b"name = \"A\"\nkind = \"association\"\n");
    let (code, text) = known.run(&[]);
    assert_eq!(code, Some(1), "{text}");
    let is_told = text.contains("[stale-baseline-entry]") && text.contains("known.tsv:");
    assert!(is_told, "{text}");
    let partial = known.run(&["--only", "unknown-word"]);
    assert_eq!(partial.0, Some(0), "what is not looked at is not stale");
    known.run(&["--write-baseline"]);
    let after = known.list();
    assert!(
        !after.contains("unknown-word") && after.len() < before.len(),
        "{after}"
    );
    assert_eq!(known.run(&[]).0, Some(0));
}

#[test]
fn an_entry_that_is_no_longer_found_is_explained_by_its_example() {
    let fixture = "tests/baseline/stale-baseline-entry";
    let (root, list) = (
        format!("{fixture}/wrong"),
        format!("{fixture}/wrong/known.tsv"),
    );
    for language in ["fr", "en"] {
        let text = printed(&["--root", &root, "--baseline", &list, "--lang", language]);
        let (finding, _) = text.split_once("\n\n").expect("a finding");
        assert!(finding.contains("[stale-baseline-entry]"), "{text}");
        // Paths of examples are those below their workspace.
        let finding = finding.replace(&format!("{root}/"), "") + "\n";
        assert_golden(&format!("{fixture}/expected.{language}.txt"), &finding);
    }
}
