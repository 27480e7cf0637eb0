//! The READMEs show what happens: their console blocks run in order, in a copy of the workspace.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::commands::apes;
use crate::golden::{assert_golden, at_root, text_of};
use crate::workspace::{folder, write};

/// A line that matches any lines.
const LEFT_OUT: &str = "…";

/// The command that is not run again from inside itself.
const TESTS: &str = "cargo test";

#[test]
fn the_readme_shows_what_happens() {
    read_along("README.md", &workspace());
}

#[test]
fn le_lisezmoi_montre_ce_qui_se_passe() {
    read_along("README.fr.md", &workspace());
}

#[test]
fn the_pages_about_changes_show_what_happens() {
    read_along("docs/fr/changes.md", &workspace());
    read_along("docs/en/changes.md", &workspace());
}

#[test]
fn the_first_hour_begins_in_an_empty_folder_and_shows_what_happens() {
    read_along("docs/fr/premiere-heure.md", &folder());
    read_along("docs/en/first-hour.md", &folder());
}

#[test]
fn the_pages_about_validation_show_what_happens() {
    read_along("docs/fr/validate.md", &workspace());
    read_along("docs/en/validate.md", &workspace());
}

#[test]
fn the_pages_about_finding_show_what_happens() {
    read_along("docs/fr/finding.md", &workspace());
    read_along("docs/en/finding.md", &workspace());
}

/// Reads a page from top to bottom: writes the files that it shows, runs the commands that it shows.
fn read_along(page: &str, root: &Path) {
    let text = text_of(page);
    let mut lines = text.lines();
    let mut out: Vec<String> = Vec::new();
    while let Some(line) = lines.next() {
        out.push(line.to_owned());
        let Some(info) = line.strip_prefix("```").filter(|info| !info.is_empty()) else {
            continue;
        };
        let block: Vec<&str> = lines
            .by_ref()
            .take_while(|line| !line.starts_with("```"))
            .collect();
        match info.split_once(' ') {
            Some((_, path)) => write(root, path, (block.join("\n") + "\n").as_bytes()),
            None if info == "console" => {
                out.extend(run_again(&block, root));
                out.push("```".to_owned());
                continue;
            }
            None => {}
        }
        out.extend(block.iter().map(|line| (*line).to_owned()));
        out.push("```".to_owned());
    }
    assert_golden(page, &(out.join("\n") + "\n"));
}

/// The workspace of the project, copied so that a story may change it.
fn workspace() -> PathBuf {
    let root = folder();
    for part in ["apes.toml", "schemas", "territories"] {
        for entry in walkdir::WalkDir::new(at_root(part))
            .into_iter()
            .filter_map(Result::ok)
        {
            if entry.file_type().is_file() {
                let below = entry
                    .path()
                    .strip_prefix(at_root(""))
                    .expect("below the root");
                write(
                    &root,
                    &below.to_string_lossy(),
                    &std::fs::read(entry.path()).expect("a readable file"),
                );
            }
        }
    }
    root
}

/// A block with the present output of its commands.
fn run_again(block: &[&str], root: &Path) -> Vec<String> {
    let mut out = Vec::new();
    let mut rest = block;
    while let Some((line, after)) = rest.split_first() {
        let length = after
            .iter()
            .take_while(|line| !line.starts_with("$ "))
            .count();
        let (shown, next) = after.split_at(length);
        out.push((*line).to_owned());
        let command = line
            .strip_prefix("$ ")
            .expect("a console block begins with a command");
        let printed = printed(command, root).unwrap_or_default();
        let now = printed.iter().map(String::as_str).collect::<Vec<_>>();
        let kept = command == TESTS || matches(&now, shown);
        out.extend(
            if kept { shown } else { &now }
                .iter()
                .map(|line| (*line).to_owned()),
        );
        rest = next;
    }
    out
}

/// The output of a command; `None` for `cargo test`, which is running now.
fn printed(command: &str, root: &Path) -> Option<Vec<String>> {
    if command == TESTS {
        return None;
    }
    let words = command
        .strip_prefix("cargo run --release -- ")
        .or_else(|| command.strip_prefix("apes "));
    let words = words.unwrap_or_else(|| panic!("`{command}` is no command of ours"));
    let run = Command::new(env!("CARGO_BIN_EXE_apes"))
        .args(spelled(words))
        .current_dir(root)
        .env_clear()
        .env("GIT_DIR", "none")
        .env("SOURCE_DATE_EPOCH", "1795305600")
        .output()
        .expect("the program runs");
    let printed = [run.stdout, run.stderr]
        .map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
        .concat();
    Some(printed.trim_end().lines().map(str::to_owned).collect())
}

/// The words of a command, as a shell reads them: spaces inside quotes are no ends of words.
pub fn spelled(command: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut is_quoted = false;
    for sign in command.chars() {
        match (sign, words.last_mut()) {
            ('"', _) => is_quoted = !is_quoted,
            (' ', _) if !is_quoted => words.push(String::new()),
            (_, Some(word)) => word.push(sign),
            _ => {}
        }
    }
    words
}

/// Whether the output is what the page shows, some lines left out.
fn matches(printed: &[&str], shown: &[&str]) -> bool {
    match shown.split_first() {
        None => printed.is_empty(),
        Some((&LEFT_OUT, rest)) => (0..=printed.len()).any(|from| matches(&printed[from..], rest)),
        Some((first, rest)) => printed
            .split_first()
            .is_some_and(|(one, more)| one == first && matches(more, rest)),
    }
}

#[test]
fn the_pictures_are_fresh() {
    for (page, language, picture) in [
        ("README.fr.md", "fr", "docs/carte-2016-2025.svg"),
        ("README.md", "en", "docs/map-2016-2025.svg"),
    ] {
        let map = apes(&[
            "report",
            "map",
            "--years",
            "2016..2025",
            "--format",
            "svg",
            "--lang",
            language,
        ]);
        let map = String::from_utf8_lossy(&map.stdout).into_owned();
        assert!(
            map.starts_with("<svg") || map.starts_with("<?xml"),
            "the map is no picture"
        );
        assert_golden(picture, &map);
        assert!(
            text_of(page).contains(&format!("({picture})")),
            "{page} does not show {picture}"
        );
    }
}

#[test]
fn the_tests_named_in_the_readmes_are_those_of_the_gate() {
    let gate = text_of(".ci/run");
    for page in ["README.md", "README.fr.md"] {
        let text = text_of(page);
        let shown = text
            .split("```console\n")
            .find_map(|block| block.strip_prefix("$ cargo test\n"));
        let shown = shown
            .unwrap_or_else(|| panic!("{page} does not show cargo test"))
            .split("```")
            .next();
        assert!(
            shown.is_some_and(|shown| shown.contains("test result: ok.")),
            "{page}"
        );
        assert!(
            gate.lines().any(|line| line.ends_with(" cargo test")),
            ".ci/run does not run `cargo test`"
        );
    }
}

#[test]
fn the_targets_of_links_exist() {
    let link = regex::Regex::new(r"\]\(([^)#:]+)(?:#[^)]*)?\)").expect("a pattern");
    for page in [
        "README.md",
        "README.fr.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
        "LICENCE-OUVERTE.md",
    ] {
        for target in link
            .captures_iter(&text_of(page))
            .map(|captures| captures[1].to_owned())
        {
            assert!(at_root(&target).exists(), "{page} points to {target}");
        }
    }
    for page in walkdir::WalkDir::new(at_root("docs"))
        .into_iter()
        .filter_map(Result::ok)
    {
        let text = std::fs::read_to_string(page.path()).unwrap_or_default();
        let folder = page.path().parent().unwrap_or(page.path());
        if page.path().extension().is_some_and(|ending| ending == "md") {
            for target in link
                .captures_iter(&text)
                .map(|captures| captures[1].to_owned())
            {
                assert!(
                    folder.join(&target).exists(),
                    "{} points to {target}",
                    page.path().display()
                );
            }
        }
    }
}
