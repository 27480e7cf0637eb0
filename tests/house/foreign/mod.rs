//! Texts that others wrote to break programs, through every text of a record and every output.

mod commonmark;
mod findings;
mod naughty;
mod page;

use std::path::PathBuf;

/// The lines or strings of a file in `tests/texts`.
fn foreign(name: &str) -> Vec<String> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("tests/texts")
        .join(name);
    let text = std::fs::read_to_string(path).expect("a file of texts");
    if name.contains(".json") {
        serde_json::from_str(&text).expect("a list of texts")
    } else {
        text.lines().map(str::to_owned).collect()
    }
}
