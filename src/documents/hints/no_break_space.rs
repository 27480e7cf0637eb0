//! `no-break-space`: a space that no keyboard shows, where an ordinary one is wanted.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::line_tokens::{What, is_hidden_space};
use crate::documents::{ScalarForm, Reading, Syntax};
use crate::sources::Span;
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "no-break-space", Error,
        fr: "il ressemble à l'espace ordinaire, mais aucun lecteur ne l'accepte autour des \
            signes",
        en: "it looks like the ordinary space, but no reader takes it around signs"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let reading = failure.reading;
    if failure.wanted.is_some() {
        let plain = failure.bare().trim_matches(is_hidden_space);
        let fits = plain != failure.bare() && FORMS.iter().any(|form| failure.wants(*form, plain));
        return report(reading, &at_edges(reading, failure.value)).filter(|_| fits);
    }
    let hidden: Vec<Span> = match reading.syntax {
        Syntax::Toml => {
            let words = failure
                .pieces()
                .into_iter()
                .filter(|piece| piece.what == What::Word);
            words
                .flat_map(|word| at_edges(reading, word.span))
                .collect()
        }
        Syntax::Yaml => {
            let here = around_colon(reading, failure.line_span());
            failure
                .line_above()
                .into_iter()
                .flat_map(|line| around_colon(reading, line))
                .chain(here)
                .collect()
        }
    };
    report(reading, &hidden)
}

const FORMS: [ScalarForm; 3] = [ScalarForm::Plain, ScalarForm::Date, ScalarForm::Text];

/// Looks at the edges of a key.
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
                en: "a no-break space slipped in here"),
            say!(language,
                fr: "se voit comme un espace, n'en est pas un",
                en: "looks like a space and is none"),
        )
    } else {
        (
            say!(language,
                fr: "un caractère invisible s'est glissé ici",
                en: "an invisible character slipped in here"),
            say!(language, fr: "ne se voit pas, mais se lit", en: "is not seen, but read"),
        )
    };
    let finding = reading
        .finding(&HINT.rule, first, sentence)
        .label(label)
        .help(say!(language,
            fr: "mettre à la place un espace ordinaire, ou rien",
            en: "put an ordinary space instead, or nothing"));
    Some(hidden.iter().fold(finding, |finding, span| {
        let wide = reading.source.slice(*span).starts_with(char::is_whitespace);
        finding.edit(
            reading.place(*span),
            Writing::Raw(if wide { " " } else { "" }.to_owned()),
        )
    }))
}

/// The hidden spaces at both ends of a word.
fn at_edges(reading: &Reading, word: Span) -> Vec<Span> {
    let text = reading.source.slice(word);
    let first = text.len() - text.trim_start_matches(is_hidden_space).len();
    let last = text.trim_end_matches(is_hidden_space).len();
    in_text(reading, word, |place| place < first || place >= last)
}

/// The hidden spaces that indent a line of YAML, follow its dash, or follow its first colon.
fn around_colon(reading: &Reading, line: Span) -> Vec<Span> {
    let text = reading.source.slice(line);
    let indent = text.len() - text.trim_start().len();
    let dash = text[indent..].starts_with('-').then_some(indent + 1);
    let colon = text.find(':').map(|colon| colon + 1);
    in_text(reading, line, |place| {
        place < indent || Some(place) == dash || Some(place) == colon
    })
}

fn in_text(reading: &Reading, span: Span, wanted: impl Fn(usize) -> bool) -> Vec<Span> {
    let text = reading.source.slice(span);
    let hidden = text
        .char_indices()
        .filter(|(place, character)| is_hidden_space(*character) && wanted(*place));
    hidden
        .map(|(place, found)| Span::new(span.start + place, span.start + place + found.len_utf8()))
        .collect()
}
