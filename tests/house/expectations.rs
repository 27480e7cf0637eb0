//! What is said of wrong records, of checks and of faults of writing alike, is as expected in both languages.

use apes::checks::CHECKS;
use apes::documents::hints::HINTS;
use apes::language::Language;

use crate::golden::{assert_golden, at_root};
use crate::workspace::{ValidatedFolder, absent, files};

/// Every rule with the family of its fixtures.
fn rules() -> impl Iterator<Item = (&'static str, &'static str)> {
    let checks = CHECKS.iter().map(|check| ("checks", check.rule.name));
    checks.chain(HINTS.iter().map(|fault| ("documents", fault.rule.name)))
}

#[test]
fn wrong_records_are_told_as_expected() {
    for (family, name) in rules() {
        let fixture = format!("tests/{family}/{name}");
        for language in [Language::French, Language::English] {
            let said = ValidatedFolder::of(&at_root(&fixture).join("wrong"), language).human();
            assert_golden(
                &format!("{fixture}/expected.{}.txt", language.code()),
                &said,
            );
        }
    }
}

#[test]
fn right_folders_hold_only_what_differs() {
    for (family, name) in rules() {
        let fixture = at_root("tests").join(family).join(name);
        let (wrong, right) = (files(&fixture.join("wrong")), files(&fixture.join("right")));
        assert!(!right.is_empty(), "{name} has no right records");
        for (path, bytes) in &right {
            let same = wrong.get(path) == Some(bytes);
            assert!(
                !same,
                "{name}: {path} is the same in wrong/, leave it out of right/"
            );
        }
        for path in absent(&fixture) {
            assert!(
                wrong.contains_key(&path),
                "{name}: absent.txt names {path}, which wrong/ does not hold"
            );
            assert!(
                !right.contains_key(&path),
                "{name}: absent.txt names {path}, which right/ holds"
            );
        }
    }
}

/// Files shown of one right example, and lines of one file.
const SHOWN: (usize, usize) = (3, 12);

#[test]
fn right_records_are_shown_as_they_are() {
    let shown = rules()
        .map(|(family, name)| format!("## {name}\n{}\n", right(&format!("tests/{family}/{name}"))));
    assert_golden("tests/right_examples.txt", &shown.collect::<String>());
}

/// What differs in the right records from the wrong ones, file by file.
fn right(fixture: &str) -> String {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let (wrong, right) = (
        files(&at_root(fixture).join("wrong")),
        files(&at_root(fixture).join("right")),
    );
    let before = |path: &str| wrong.get(path).map(|bytes| text(bytes)).unwrap_or_default();
    let shown = right
        .iter()
        .map(|(path, bytes)| excerpt(path, &before(path), &text(bytes)));
    shown.take(SHOWN.0).collect()
}

/// The lines of a right text that a wrong one does not have, or those around what it has too many.
fn excerpt(path: &str, wrong: &str, right: &str) -> String {
    let (before, after): (Vec<&str>, Vec<&str>) =
        (wrong.lines().collect(), right.lines().collect());
    let start = before
        .iter()
        .zip(&after)
        .take_while(|(one, other)| one == other)
        .count();
    let least = before.len().min(after.len()) - start;
    let same = before
        .iter()
        .rev()
        .zip(after.iter().rev())
        .take(least)
        .take_while(|(one, other)| one == other);
    let end = after.len() - same.count();
    let (start, end) = if start < end {
        (start, end)
    } else {
        (start.saturating_sub(1), after.len().min(end + 1))
    };
    let lines = after[start..end].iter().take(SHOWN.1).enumerate();
    let lines: String = lines
        .map(|(at, line)| {
            format!("{:>4} | {line}", start + at + 1)
                .trim_end()
                .to_owned()
                + "\n"
        })
        .collect();
    format!(" --> {path}\n{lines}\n")
}
