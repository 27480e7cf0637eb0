//! The root of the repository holds what it should, and nothing that was left there.

use std::process::Command;

use crate::golden::at_root;

/// Everything that git keeps at the root.
const ROOT: [&str; 29] = [
    ".ci",
    ".editorconfig",
    ".gitattributes",
    ".gitignore",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "Cargo.lock",
    "Cargo.toml",
    "LICENCE-OUVERTE.md",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    "README.fr.md",
    "README.md",
    "SECURITY.md",
    "apes.toml",
    "benches",
    "clippy.toml",
    "deny.toml",
    "docs",
    "examples",
    "fonts",
    "geography",
    "rustfmt.toml",
    "schemas",
    "src",
    "templates",
    "territories",
    "tests",
];

#[test]
fn the_root_holds_what_it_should() {
    let answer = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard"])
        .current_dir(at_root(""))
        .output();
    // An archive of the sources has no git to ask.
    let Some(answer) = answer.ok().filter(|answer| answer.status.success()) else {
        return;
    };
    let listed = String::from_utf8(answer.stdout).expect("names in UTF-8");
    let mut found: Vec<&str> = listed
        .lines()
        .filter(|path| at_root(path).exists())
        .map(|path| path.split('/').next().unwrap_or(path))
        .collect();
    found.dedup();
    found.sort_unstable();
    found.dedup();
    assert_eq!(found, ROOT);
}
