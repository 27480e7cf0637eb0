//! What is said of wrong records, of checks and of faults of writing alike, is as expected in both
//! languages.

use std::path::Path;

use apes::checks::CHECKS;
use apes::documents::hints::HINTS;
use apes::language::Language;

use crate::fresh::{hold, text_of};
use crate::workspace::Said;

/// Every rule with the family of its fixtures.
fn rules() -> impl Iterator<Item = (&'static str, &'static str)> {
    let checks = CHECKS.iter().map(|check| ("checks", check.rule.name));
    checks.chain(HINTS.iter().map(|fault| ("documents", fault.rule.name)))
}

#[test]
fn wrong_records_are_told_as_expected() {
    let bless = std::env::var_os("APES_BLESS").is_some();
    for (family, name) in rules() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests")
            .join(family)
            .join(name);
        for language in [Language::French, Language::English] {
            let told = Said::of(&folder.join("wrong"), language).human();
            let expected = folder.join(format!("expected.{}.txt", language.code()));
            if bless {
                std::fs::write(&expected, &told).expect("an expectation that can be written");
            }
            let expected = std::fs::read_to_string(&expected).expect("an expectation");
            assert_eq!(
                told, expected,
                "{name}: read it, then APES_BLESS=1 cargo test"
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
    hold("tests/right.txt", &shown.collect::<String>());
}

/// What differs in the right records from the wrong ones, file by file.
fn right(folder: &str) -> String {
    let below = |part: &str| {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join(folder)
            .join(part);
        let files = walkdir::WalkDir::new(&root)
            .sort_by_file_name()
            .into_iter()
            .filter_map(Result::ok);
        let files = files.filter(|entry| entry.file_type().is_file());
        let path = |entry: walkdir::DirEntry| {
            let path = entry
                .path()
                .strip_prefix(&root)
                .expect("below")
                .to_string_lossy()
                .into_owned();
            path.replace('\\', "/")
        };
        files.map(path).collect::<Vec<_>>()
    };
    let mended = below("right").into_iter().filter_map(|path| {
        let wrong = std::fs::read(
            Path::new(env!("CARGO_MANIFEST_DIR"))
                .join(folder)
                .join("wrong")
                .join(&path),
        );
        let wrong = String::from_utf8_lossy(&wrong.unwrap_or_default()).into_owned();
        let right = text_of(&format!("{folder}/right/{path}"));
        (wrong != right).then(|| excerpt(&path, &wrong, &right))
    });
    mended.take(SHOWN.0).collect()
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
