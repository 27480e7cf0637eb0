//! Findings in the formats of forges and servers, read as these read them.

mod environment;
mod github;
mod junit;
mod reports;

use crate::commands::apes;
use crate::golden::at_root;

/// Workspaces that show all kinds of findings.
fn roots() -> Vec<String> {
    let mut roots = vec![".".to_owned(), "examples/hauts-de-demain".to_owned()];
    for family in ["tests/checks", "tests/documents"] {
        for entry in std::fs::read_dir(at_root(family)).expect("fixtures") {
            let name = entry.expect("an entry").file_name();
            roots.push(format!("{family}/{}/wrong", name.to_string_lossy()));
        }
    }
    roots.sort();
    roots
}

/// The findings of a workspace in a format.
fn findings(root: &str, format: &str) -> String {
    let output = apes(&["validate", "--root", root, "--format", format]);
    String::from_utf8(output.stdout).expect("UTF-8")
}
