//! Finding records, words and codes: lists, answers for programs, searches, likely duplicates.

mod answers;
mod duplicates;
mod lists;
mod searches;

use std::path::Path;
use std::process::Command;

use crate::golden::at_root;

/// Both workspaces that are shipped.
const WORKSPACES: [&str; 2] = ["", "examples/hauts-de-demain"];

/// Standard output, standard error and exit code in a workspace on a day that is always the same.
fn run_in(root: &Path, columns: usize, words: &[&str]) -> (String, String, i32) {
    let output = Command::new(env!("CARGO_BIN_EXE_apes"))
        .args(words)
        .arg("--root")
        .arg(root)
        .env_clear()
        .env("COLUMNS", columns.to_string())
        .env("SOURCE_DATE_EPOCH", "1795305600")
        .output()
        .expect("the program runs");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    let code = output.status.code().unwrap_or(-1);
    (text(output.stdout), text(output.stderr), code)
}

fn run(words: &[&str]) -> (String, String, i32) {
    run_in(&at_root(""), 100, words)
}

/// Standard output of a run that succeeds.
fn said(words: &[&str]) -> String {
    let (out, error, code) = run(words);
    assert_eq!(code, 0, "{words:?}: {error}");
    out
}

fn json(words: &[&str]) -> serde_json::Value {
    let text = said(&[words, &["--format", "json"]].concat());
    serde_json::from_str(&text).expect("JSON")
}
