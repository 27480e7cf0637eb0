//! `no-break-space`: an invisible character where the syntax needs an ordinary space, or none.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::line_tokens::{TokenKind, is_hidden_space};
use crate::documents::reading::Reading;
use crate::documents::syntax::Syntax;
use crate::sources::{Cut, Span};
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "no-break-space", Error,
        fr: "il ressemble à l'espace ordinaire, mais aucun lecteur ne l'accepte autour des \
            signes",
        en: "it looks like an ordinary space, but no reader accepts it around signs"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let reading = failure.reading;
    if failure.expected.is_some() {
        let trimmed = failure.unquoted().trim_matches(is_hidden_space);
        let would_fit = trimmed != failure.unquoted() && failure.accepts_rewritten(trimmed);
        return report(reading, &at_edges(reading, failure.value_span)).filter(|_| would_fit);
    }
    let hidden: Vec<Span> = match reading.syntax {
        Syntax::Toml => failure
            .tokens()
            .into_iter()
            .filter(|token| token.kind == TokenKind::Word)
            .flat_map(|word| at_edges(reading, word.span))
            .collect(),
        // The parser stops at the line, or at the one that follows.
        Syntax::Yaml => failure
            .line_above()
            .into_iter()
            .chain([failure.line_span()])
            .flat_map(|line| around_colon(reading, line))
            .collect(),
    };
    report(reading, &hidden)
}

/// Reports invisible characters at the ends of a key.
#[must_use]
pub fn of_key(reading: &Reading, key: Span) -> Option<Finding> {
    report(reading, &at_edges(reading, key))
}

fn report(reading: &Reading, hidden: &[Span]) -> Option<Finding> {
    let (language, first) = (reading.language, *hidden.first()?);
    let (sentence, label) = if reading.source.slice(first).starts_with(char::is_whitespace) {
        (
            say!(language,
                fr: "un espace insécable s'est glissé ici",
                en: "there is a no-break space here"),
            say!(language,
                fr: "ressemble à un espace ordinaire, mais n'en est pas un",
                en: "looks like an ordinary space but is not"),
        )
    } else {
        (
            say!(language,
                fr: "un caractère invisible s'est glissé ici",
                en: "there is an invisible character here"),
            say!(language, fr: "ne se voit pas, mais est lu", en: "is invisible, but read"),
        )
    };
    let finding = reading
        .finding(&HINT.rule, first, sentence)
        .label(label)
        .help(say!(language,
            fr: "mettre à la place un espace ordinaire, ou rien",
            en: "use an ordinary space instead, or nothing"));
    Some(hidden.iter().fold(finding, |finding, span| {
        let is_space = reading.source.slice(*span).starts_with(char::is_whitespace);
        finding.edit(
            reading.place(*span),
            Writing::Raw(if is_space { " " } else { "" }.to_owned()),
        )
    }))
}

/// The hidden spaces at both ends of a word.
fn at_edges(reading: &Reading, word: Span) -> Vec<Span> {
    let text = reading.source.slice(word);
    let start = text.len() - text.trim_start_matches(is_hidden_space).len();
    let end = text.trim_end_matches(is_hidden_space).len();
    hidden_spaces(reading, word, |index| index < start || index >= end)
}

/// The hidden spaces that indent a line of YAML, follow its dash, or follow its first colon.
fn around_colon(reading: &Reading, line: Span) -> Vec<Span> {
    let text = reading.source.slice(line);
    let indent = text.len() - text.trim_start().len();
    let behind_dash = text.behind(indent).starts_with('-').then_some(indent + 1);
    let behind_colon = text.find(':').map(|colon| colon + 1);
    hidden_spaces(reading, line, |index| {
        index < indent || Some(index) == behind_dash || Some(index) == behind_colon
    })
}

/// The hidden spaces of a span at the offsets that satisfy a condition.
fn hidden_spaces(reading: &Reading, span: Span, condition: impl Fn(usize) -> bool) -> Vec<Span> {
    reading
        .source
        .slice(span)
        .char_indices()
        .filter(|(index, character)| is_hidden_space(*character) && condition(*index))
        .map(|(index, character)| {
            let start = span.start + index;
            Span::new(start, start + character.len_utf8())
        })
        .collect()
}
