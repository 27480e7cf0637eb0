//! `unclosed-quote`: a quote that is opened and never closed.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::line_tokens::{TokenKind, tokens_of_line};
use crate::documents::reading::Reading;
use crate::sources::Span;
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "unclosed-quote", Error,
        fr: "sans le second guillemet, le lecteur ne sait pas où le texte finit",
        en: "without the second quote, a reader does not know where the text ends"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    if failure.is_toml_error() {
        return report(failure.reading, failure.error_span.start);
    }
    if !failure.is_yaml_error() || !failure.message.contains("quoted") {
        return None;
    }
    // The YAML parser may stop on the next line only.
    report(failure.reading, failure.error_span.start)
        .or_else(|| report(failure.reading, failure.line_above()?.start))
}

/// Reports a quote without its second on the line of a byte.
fn report(reading: &Reading, offset: usize) -> Option<Finding> {
    let tokens = tokens_of_line(reading, offset);
    let open = tokens
        .iter()
        .find(|token| token.kind == TokenKind::Quoted { closed: false })?
        .span;
    let written = reading.source.slice(open);
    let quote = written
        .chars()
        .next()
        .filter(|quote| matches!(quote, '"' | '\''))?;
    if written.starts_with(&quote.to_string().repeat(3)) {
        return None;
    }
    let has_brackets = tokens
        .iter()
        .any(|token| matches!(token.kind, TokenKind::Sign('[' | '{')));
    let end = open.start + quoted_part(written, has_brackets).len();
    let language = reading.language;
    Some(
        reading
            .finding(
                &HINT.rule,
                Span::new(open.start, open.start + 1),
                say!(language,
                    fr: "ce guillemet n'est jamais refermé",
                    en: "this quote is never closed"),
            )
            .label(say!(language, fr: "ouvert ici", en: "opened here"))
            .help(say!(language,
                fr: "le refermer à la fin du texte",
                en: "close it at the end of the text"))
            .edit(
                reading.place(Span::at(end)),
                Writing::Raw(quote.to_string()),
            ),
    )
}

/// The rest of a line without a comment, and without a comma or the brackets around the text.
fn quoted_part(rest: &str, has_brackets: bool) -> &str {
    let text = rest.split(" # ").next().unwrap_or_default().trim_end();
    if has_brackets {
        text.trim_end_matches([']', '}', ',', ' '])
    } else {
        text.trim_end_matches(',')
    }
}
