//! `item-among-keys`: a YAML dash with the indentation of keys, where no list can begin.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure, line_above};
use crate::sources::Span;
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "item-among-keys", Error,
        fr: "un tiret annonce un élément de liste, et une liste se place sous sa clé",
        en: "a dash begins a list item, and a list is placed below its key"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let (reading, language) = (failure.reading, failure.reading.language);
    let (line, text) = (failure.line_span(), failure.line());
    let item = text.trim_start().strip_prefix(['-', '–', '—', '•', '*'])?;
    let dash = Span::new(line.start + indentation(text), line.end - item.len());
    let is_apart = item.is_empty() || item.starts_with(' ');
    if !failure.is_yaml_error() || !is_apart || !is_among_keys(failure, indentation(text)) {
        return None;
    }
    let finding = reading.finding(
        &HINT.rule,
        dash,
        say!(language, fr: "ce tiret se trouve parmi des clés", en: "this dash is among keys"),
    );
    Some(if item.trim().is_empty() {
        let next = (line.end + 1).min(reading.text().len());
        finding
            .help(say!(language, fr: "effacer cette ligne vide", en: "delete this empty line"))
            .edit(
                reading.place(Span::new(line.start, next)),
                Writing::Raw(String::new()),
            )
    } else if is_key(item.trim_start()) {
        let end = dash.end + indentation(item);
        finding
            .help(say!(language,
                fr: "ôter le tiret, si c'est une clé",
                en: "remove the dash if this is a key"))
            .edit(
                reading.place(Span::new(dash.start, end)),
                Writing::Raw(String::new()),
            )
    } else {
        finding.help(say!(language,
            fr: "mettre cet élément sous la clé de la liste dont il fait partie",
            en: "put this item below the key of the list that it belongs to"))
    })
}

fn is_key(text: &str) -> bool {
    text.split_once(':')
        .is_some_and(|(key, _)| !key.contains(' ') && !key.is_empty())
}

/// Whether the nearest line above that is not indented deeper is a key with its value, indented
/// alike.
fn is_among_keys(failure: &ParseFailure, indent: usize) -> bool {
    let mut line = failure.line_span();
    while let Some(above) = line_above(failure.reading, line) {
        let text = failure.slice(above);
        if indentation(text) <= indent {
            return indentation(text) == indent
                && !text.trim().starts_with("- ")
                && text.contains(": ");
        }
        line = above;
    }
    false
}

fn indentation(line: &str) -> usize {
    line.len() - line.trim_start().len()
}
