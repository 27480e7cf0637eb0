//! `item-among-keys`: in YAML, a dash at the height of keys, where no list can begin.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure, line_above};
use crate::sources::Span;
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "item-among-keys", Error,
        fr: "un tiret est l'élément d'une liste, et une liste se range sous sa clé",
        en: "a dash is the item of a list, and a list lies below its key"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let (reading, language, line) = (
        failure.reading,
        failure.reading.language,
        failure.line_span(),
    );
    let text = failure.line();
    let indent = text.len() - text.trim_start().len();
    let item = text.trim_start().strip_prefix(['-', '–', '—', '•', '*'])?;
    let dash = Span::new(line.start + indent, line.end - item.len());
    let key = item
        .trim_start()
        .split_once(':')
        .is_some_and(|(key, _)| !key.contains(' ') && !key.is_empty());
    let spaced = item.is_empty() || item.starts_with(' ');
    if !failure.breaks_yaml() || !spaced || !is_among_keys(failure, indent) {
        return None;
    }
    let finding = reading.finding(
        &HINT.rule,
        dash,
        say!(language, fr: "ce tiret se trouve parmi des clés", en: "this dash stands among keys"),
    );
    Some(if item.trim().is_empty() {
        let next = (line.end + 1).min(reading.text().len());
        finding
            .help(say!(language, fr: "effacer cette ligne vide", en: "delete this empty line"))
            .edit(
                reading.place(Span::new(line.start, next)),
                Writing::Raw(String::new()),
            )
    } else if key {
        let end = dash.end + item.len() - item.trim_start().len();
        finding
            .help(
                say!(language, fr: "ôter le tiret, si c'est une clé", en: "take the dash away, \
                if this is a key"),
            )
            .edit(
                reading.place(Span::new(dash.start, end)),
                Writing::Raw(String::new()),
            )
    } else {
        finding.help(say!(language,
            fr: "mettre cet élément sous la clé dont il est la liste",
            en: "put this item below the key whose list it belongs to"))
    })
}

/// Whether the nearest line above that is as high is a key with its value.
fn is_among_keys(failure: &ParseFailure, indent: usize) -> bool {
    let mut line = failure.line_span();
    while let Some(above) = line_above(failure.reading, line) {
        let text = failure.slice(above);
        let height = text.len() - text.trim_start().len();
        if height <= indent {
            return height == indent && !text.trim().starts_with("- ") && text.contains(": ");
        }
        line = above;
    }
    false
}
