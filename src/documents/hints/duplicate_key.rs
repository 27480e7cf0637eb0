//! `duplicate-key`: the same key twice in one table, where the second would silently win or lose.

use crate::diagnostic::{Finding, Writing};
use crate::documents::Reading;
use crate::documents::hints::hint::{Hint, ParseFailure, value_on_line};
use crate::documents::toml::first_mention;
use crate::sources::Span;
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "duplicate-key", Error,
        fr: "de deux valeurs pour une même clé, aucun lecteur ne sait laquelle est la bonne",
        en: "of two values for one key, no reader knows which is right"),
    diagnose,
};

/// TOML's parser says that a key is duplicate but not where it stood first.
fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let told = ["duplicate key", "cannot extend"]
        .iter()
        .any(|words| failure.message.contains(words));
    if !failure.breaks_toml() || !told {
        return None;
    }
    let first = first_mention(failure.reading, failure.at)?;
    let key = failure.slice(failure.at).trim_matches(['"', '\'']);
    Some(report(failure.reading, key, first, failure.at))
}

/// Tells a key given twice, showing both places.
#[must_use]
pub fn report(reading: &Reading, key: &str, first: Span, second: Span) -> Finding {
    let language = reading.language;
    let line = reading.source.line_span(second.start);
    let same = says_the_same(reading, reading.source.line_span(first.start), line);
    let finding = reading
        .finding(
            &HINT.rule,
            second,
            say!(language, fr: "la clé `{key}` est donnée deux fois", en: "the key `{key}` is \
                given twice"),
        )
        .label(say!(language, fr: "et encore ici", en: "and again here"))
        .beside(
            reading.place(first),
            say!(language, fr: "une première fois ici", en: "here first"),
        );
    if same {
        let whole = Span::new(line.start, (line.end + 1).min(reading.text().len()));
        return finding
            .help(say!(language,
                fr: "effacer la seconde, qui dit la même chose",
                en: "delete the second, which says the same"))
            .edit(reading.place(whole), Writing::Raw(String::new()));
    }
    finding.help(say!(language,
        fr: "garder la bonne des deux lignes et effacer l'autre",
        en: "keep the right one of the two lines and delete the other"))
}

/// Whether two lines are alike, and the whole of what they say stands on them.
fn says_the_same(reading: &Reading, first: Span, second: Span) -> bool {
    let text = reading.source.slice(second);
    let indent = |line: &str| line.len() - line.trim_start().len();
    let below = reading
        .source
        .slice(reading.source.line_span(second.end + 1));
    let value = value_on_line(reading, second).map_or("", |value| reading.source.slice(value));
    let count = |signs: [char; 2]| value.matches(signs).count();
    let ended = !value.is_empty()
        && !value.starts_with(['|', '>'])
        && !value.contains("\"\"\"")
        && !value.contains("'''")
        && count(['[', '{']) == count([']', '}'])
        && indent(below) <= indent(text);
    ended && first != second && reading.source.slice(first).trim() == text.trim()
}
