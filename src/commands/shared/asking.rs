//! Questions that a verb asks at a terminal.

use std::io::{BufRead, IsTerminal, Write};

use anyhow::Result;

use crate::language::Language;
use crate::say;

/// Whether somebody is there to answer.
#[must_use]
pub fn is_at_terminal() -> bool {
    std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}

/// Asks a question, and returns the answer; an empty line gives the default. Returns `None` where
/// nobody is there to answer, or nothing is answered.
///
/// # Errors
/// Returns an error if the system refuses to read.
pub fn ask(question: &str, default: Option<&str>, language: Language) -> Result<Option<String>> {
    if !is_at_terminal() {
        return Ok(None);
    }
    let shown = default.map(|default| format!(" [{default}]"));
    let shown = shown.unwrap_or_default();
    let prompt = say!(language, fr: "{question}{shown}\u{a0}: ", en: "{question}{shown}: ");
    let mut out = std::io::stderr().lock();
    // Ignored: a question that cannot be shown is answered by nobody.
    let _ = out.write_all(prompt.as_bytes()).and_then(|()| out.flush());
    let mut line = String::new();
    std::io::stdin().lock().read_line(&mut line)?;
    let answer = line.trim();
    Ok(match (answer, default) {
        ("", default) => default.map(str::to_owned),
        (answer, _) => Some(answer.to_owned()),
    })
}
