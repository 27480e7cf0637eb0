//! Published figures and numbers in prose against the records: compared, corrected, frozen.

use std::path::Path;

use crate::commands::apes;
use crate::golden::{at_root, text_of};
use crate::workspace::{ValidatedFolder, copy, write};

/// Runs the program; returns its exit code and all that it prints.
fn run(words: &[&str]) -> (i32, String) {
    let output = apes(words);
    let printed = [output.stdout, output.stderr]
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        .concat();
    (output.status.code().unwrap_or(-1), printed)
}

fn example() -> std::path::PathBuf {
    copy(&at_root("examples/hauts-de-demain"))
}

fn text(path: &Path) -> String {
    std::fs::read_to_string(path).expect("a text")
}

#[test]
fn a_year_that_agrees_ends_with_0_and_one_that_does_not_with_1() {
    let root = example();
    let place = root.to_str().expect("a path");
    let (code, printed) = run(&["--root", place, "--lang", "en", "reconcile", "2024"]);
    assert_eq!(code, 0, "{printed}");
    assert!(
        printed.contains("6 + 3 + 21 + 2 + 2 + 6 + 3 + 2 + 3 = 48 ✓"),
        "{printed}"
    );
    assert!(printed.contains("quoted, not countable"), "{printed}");
    let path = "territories/hauts-de-demain/published/bilan-2021.toml";
    let published = text(&root.join(path));
    let unexplained = published.replace("\"published-total-differs\"", "\"orphan-actor\"");
    write(&root, path, unexplained.as_bytes());
    let (code, printed) = run(&["--root", place, "--lang", "en", "reconcile", "2021"]);
    assert_eq!(code, 1, "{printed}");
    assert!(
        printed.contains("halle-aux-possibles"),
        "the dynamic without a date is the first suspect: {printed}"
    );
}

#[test]
fn a_partial_year_is_known_by_count_alone_and_a_year_without_figures_says_so() {
    let (code, printed) = run(&["--lang", "fr", "reconcile", "2020"]);
    assert!(
        code == 0 && printed.contains("46 connus par leur seul nombre"),
        "{printed}"
    );
    let (code, printed) = run(&["--lang", "fr", "reconcile", "2013"]);
    assert!(
        code == 0 && printed.contains("Rien n'a été publié pour 2013"),
        "{printed}"
    );
}

#[test]
fn frozen_figures_are_a_valid_record_and_are_never_written_twice() {
    let root = example();
    let place = root.to_str().expect("a path");
    let (code, printed) = run(&[
        "--root",
        place,
        "reconcile",
        "2024",
        "--freeze",
        "--source",
        "bilan-20244",
    ]);
    assert!(code == 2 && printed.contains("bilan-2024"), "{printed}");
    let (code, printed) = run(&[
        "--root",
        place,
        "reconcile",
        "2024",
        "--freeze",
        "--source",
        "bilan-2024",
    ]);
    assert_eq!(code, 0, "{printed}");
    let path = root.join("territories/hauts-de-demain/published/fiches-2024.toml");
    let frozen = text(&path);
    assert!(
        frozen.contains("at = 2024-12-31") && frozen.contains("records = \"complete\""),
        "{frozen}"
    );
    let before = ValidatedFolder::of(
        &at_root("examples/hauts-de-demain"),
        apes::language::Language::French,
    );
    let after = ValidatedFolder::of(&root, apes::language::Language::French);
    assert_eq!(before.names(), after.names(), "{frozen}\n{}", after.human());
    let (code, printed) = run(&["--root", place, "reconcile", "2024", "--freeze"]);
    assert_eq!(code, 2, "{printed}");
    assert_eq!(text(&path), frozen, "what was frozen stays");
    let (code, printed) = run(&["--root", place, "reconcile", "2025", "--freeze"]);
    assert_eq!(code, 0, "{printed}");
    let after = ValidatedFolder::of(&root, apes::language::Language::French);
    assert_eq!(
        before.names(),
        after.names(),
        "a source in place is a source: {}",
        after.human()
    );
    let (code, _) = run(&["--root", place, "reconcile", "2027", "--freeze"]);
    assert_eq!(code, 2, "a year that has not begun");
}

/// Compares the numbers of a text with the records of a workspace.
fn run_prose(root: &Path, file: &Path, options: &[&str]) -> (i32, String) {
    let [root, file] = [root, file].map(|path| path.to_str().expect("a path"));
    run(&[&["--root", root, "reconcile", "--prose", file], options].concat())
}

#[test]
fn numbers_in_prose_are_compared_and_corrected() {
    let root = copy(&at_root("tests/checks/number-in-prose-differs/wrong"));
    let path = "territories/pays-du-coquelicot/texts/2022/dynamiques.md";
    let file = root.join(path);
    let was = text(&file);
    let (code, printed) = run_prose(&root, &file, &[]);
    assert!(
        code == 1 && printed.contains("number-in-prose-differs"),
        "{printed}"
    );
    assert_eq!(text(&file), was, "nothing is written unasked");
    let (code, printed) = run_prose(&root, &file, &["--fix"]);
    assert_eq!(
        code, 1,
        "a number in words is left to its writer: {printed}"
    );
    let letter = root.join("lettre.md");
    let numbers = text(&file).replace("-->deux", "-->");
    write(&root, "lettre.md", numbers.as_bytes());
    // The name of `--fix` before it was called as checks call it.
    let (code, printed) = run_prose(&root, &letter, &["--mend"]);
    assert_eq!(code, 0, "{printed}");
    let right = text_of(&format!(
        "tests/checks/number-in-prose-differs/right/{path}"
    ));
    assert_eq!(text(&letter), right.replace("**2**", "2"));
    let (code, printed) = run_prose(&root, &letter, &["--format", "json"]);
    assert!(
        code == 0 && serde_json::from_str::<serde_json::Value>(&printed).is_ok(),
        "{printed}"
    );
}

#[test]
fn a_text_that_does_not_exist_is_an_error() {
    let (code, _) = run_prose(&at_root(""), Path::new("/nulle/part.md"), &[]);
    assert_eq!(code, 2);
}
