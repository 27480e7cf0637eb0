//! `apes fix`: what findings propose is applied, and nothing gets worse.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use apes::diagnostic::{Finding, Severity};
use apes::language::Language;

use crate::commands::apes;
use crate::golden::at_root;
use crate::workspace::{TODAY, ValidatedFolder, copy, files, folder, write};

/// Runs the program in a workspace, in English; returns its exit code, what it prints, and what it
/// says.
fn run(root: &Path, words: &[&str]) -> (i32, String, String) {
    let root = root.to_str().expect("a path");
    let output = apes(&[&["--root", root, "--lang", "en"], words].concat());
    let [printed, said] =
        [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    (output.status.code().unwrap_or(-1), printed, said)
}

fn validated(root: &Path) -> ValidatedFolder {
    ValidatedFolder::whole(root, Language::English, TODAY)
}

fn has_edits(finding: &Finding) -> bool {
    finding
        .help
        .as_ref()
        .is_some_and(|help| !help.edits.is_empty())
}

/// Findings by file and name, whatever bytes move.
fn counts<'f>(
    findings: impl Iterator<Item = &'f Finding>,
) -> BTreeMap<(String, String, String), usize> {
    let mut counts = BTreeMap::new();
    for finding in findings {
        let key = (
            finding.primary.place.file.to_string(),
            finding.name.to_string(),
            finding.sentence.clone(),
        );
        *counts.entry(key).or_default() += 1;
    }
    counts
}

/// An invented workspace with defects.
fn defective() -> std::path::PathBuf {
    let root = folder().join("demo");
    let place = root.to_str().expect("a path");
    let made = apes(&[
        "demo",
        "--records",
        "800",
        "--defects",
        "300",
        "--output",
        place,
    ]);
    assert!(made.status.success(), "{made:?}");
    root
}

#[test]
fn nine_in_ten_defects_that_have_an_edit_are_mended_and_none_is_added() {
    let root = defective();
    let before = validated(&root);
    let mendable = counts(before.findings.iter().filter(|finding| has_edits(finding)));
    assert!(
        mendable.len() >= 20,
        "{} findings have an edit",
        mendable.len()
    );
    let (code, printed, said) = run(&root, &["fix"]);
    assert_eq!(code, 1, "errors without an edit are left: {said}");
    assert_eq!(printed, "");
    let after = validated(&root);
    let left = counts(after.findings.iter());
    let mended = mendable
        .keys()
        .filter(|key| !left.contains_key(*key))
        .count();
    assert!(
        mended * 10 >= mendable.len() * 9,
        "{mended} of {} findings were mended:\n{said}",
        mendable.len()
    );
    // A text that could not be read tells more once it is mended; nothing else may be new.
    let known = counts(before.findings.iter());
    let is_error = |finding: &&Finding| has_edits(finding) && finding.severity == Severity::Error;
    let hidden = counts(before.findings.iter().filter(is_error));
    let hidden: BTreeSet<&String> = hidden.keys().map(|(file, ..)| file).collect();
    let added: Vec<_> = left
        .keys()
        .filter(|key| !known.contains_key(*key) && !hidden.contains(&key.0))
        .collect();
    assert!(added.is_empty(), "{added:?}");
    assert!(
        !after.findings.iter().any(has_edits),
        "another round is needed"
    );
    let settled = files(&root);
    run(&root, &["fix"]);
    assert_eq!(files(&root), settled, "a second run changes nothing");
}

#[test]
fn a_trial_writes_nothing_and_shows_a_diff() {
    let root = defective();
    let texts = files(&root);
    let (code, diff, said) = run(&root, &["fix", "--dry-run"]);
    assert_eq!(code, 1, "errors without an edit would be left: {said}");
    assert_eq!(files(&root), texts);
    assert!(diff.starts_with("--- a/territories/"), "{diff}");
    assert!(said.contains("nothing was written"), "{said}");
}

/// The findings of a workspace that propose to change its records alone.
fn mendable(root: &Path) -> BTreeMap<(String, String, String), usize> {
    let before = ValidatedFolder::of(root, Language::English);
    let is_of_records = |finding: &&Finding| {
        let edits = finding.help.iter().flat_map(|help| &help.edits);
        has_edits(finding)
            && edits
                .map(|edit| &edit.place.file)
                .all(|file| file.starts_with("territories/"))
    };
    counts(before.findings.iter().filter(is_of_records))
}

/// The files of a workspace outside the folder of records.
fn outside(root: &Path) -> BTreeMap<String, Vec<u8>> {
    let all = files(root).into_iter();
    all.filter(|(path, _)| !path.starts_with("territories/"))
        .collect()
}

#[test]
fn every_fixture_with_an_edit_is_mended_in_its_records_alone() {
    let mut tried = 0;
    for kind in ["tests/checks", "tests/documents"] {
        let fixtures = std::fs::read_dir(at_root(kind)).expect("fixtures");
        let mut fixtures: Vec<_> = fixtures
            .map(|entry| entry.expect("a fixture").path())
            .collect();
        fixtures.sort();
        for fixture in fixtures {
            let root = copy(&fixture.join("wrong"));
            let mendable = mendable(&root);
            if mendable.is_empty() {
                continue;
            }
            tried += 1;
            let untouched = outside(&root);
            let (_, _, said) = run(&root, &["fix"]);
            let left = counts(
                ValidatedFolder::of(&root, Language::English)
                    .findings
                    .iter(),
            );
            for key in mendable.keys() {
                assert!(
                    !left.contains_key(key),
                    "{}: {key:?}\n{said}",
                    fixture.display()
                );
            }
            assert_eq!(outside(&root), untouched, "{}", fixture.display());
        }
    }
    assert!(tried >= 30, "{tried} fixtures have an edit");
}

const BROKEN: &str = "\u{feff}name = \"Le Cade\"\r\nkind = \"asociation\"\r\nplace = \"02361\" # Guise\r\n\
    website = \"https://example.org\r\nsources = [\"bilan-2024\"]\r\n";

/// A workspace with one actor, whose text has a mark, the line breaks of Windows, and two slips.
fn small() -> std::path::PathBuf {
    let root = folder();
    write(
        &root,
        "apes.toml",
        b"format = 1\nname = \"Trial\"\nlanguage = \"en\"\nterritory = \"guise\"\n",
    );
    write(
        &root,
        "territories/sources.toml",
        b"[bilan-2024]\ntitle = \"Bilan\"\ndocument = \"bilan.pdf\"\nyear = 2024\n",
    );
    write(
        &root,
        "territories/guise/territory.toml",
        b"name = \"Guise\"\nkind = \"commune\"\ncode = \"02361\"\nsources = [\"bilan-2024\"]\n",
    );
    write(&root, ACTOR, BROKEN.as_bytes());
    root
}

const ACTOR: &str = "territories/guise/actors/le-cade.toml";

#[test]
fn marks_comments_and_line_breaks_are_kept_while_layers_of_slips_are_mended() {
    let root = small();
    let (code, _, said) = run(&root, &["fix"]);
    let text = String::from_utf8(files(&root)[ACTOR].clone()).expect("UTF-8");
    assert_eq!(
        text,
        BROKEN
            .replace("asociation", "association")
            .replace("example.org\r", "example.org\"\r"),
        "{said}"
    );
    assert_eq!(code, 0, "{said}");
    assert!(
        said.contains(ACTOR) && said.contains("unclosed-quote"),
        "{said}"
    );
}

#[test]
fn one_check_or_one_file_can_be_chosen() {
    let root = small();
    let (code, _, _) = run(&root, &["fix", "--only", "unknown-word"]);
    assert_eq!(
        code, 0,
        "the selected findings alone decide: a hidden one is not found"
    );
    assert_eq!(files(&root)[ACTOR], BROKEN.as_bytes());
    let territory = root.join("territories/guise/territory.toml");
    run(&root, &["fix", territory.to_str().expect("a path")]);
    assert_eq!(files(&root)[ACTOR], BROKEN.as_bytes());
    run(&root, &["fix", "--only", "unclosed-quote"]);
    let text = String::from_utf8(files(&root)[ACTOR].clone()).expect("UTF-8");
    assert!(
        text.contains("example.org\"") && text.contains("asociation"),
        "{text}"
    );
    let (code, _, said) = run(&root, &["fix", "--only", "unclosed-qoute"]);
    assert!(code == 2 && said.contains("unclosed-quote"), "{said}");
}

#[test]
fn a_key_that_a_record_must_have_stays_at_its_top() {
    let right = "name: Le Moulin\nsummary:\n  fr: Un moulin.\n  en: A mill.\nkind: association\n\
        member: { from: 2021 }\nsources: [{ title: Plaquette }]\n";
    for spoiled in [" kind:", "\tkind:"] {
        let root = small();
        let file = "territories/guise/actors/le-moulin.yaml";
        write(&root, file, right.replace("kind:", spoiled).as_bytes());
        run(&root, &["fix"]);
        let fixed = std::fs::read_to_string(root.join(file)).expect("a record");
        assert_eq!(fixed, right, "{spoiled:?}");
    }
}
