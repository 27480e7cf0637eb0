//! `text-over-lines`: a quoted text over several lines.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::line_tokens::TokenKind;
use crate::sources::Span;
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "text-over-lines", Error,
        fr: "en TOML, un texte tient sur une ligne ; trois guillemets en permettent plusieurs",
        en: "in TOML, a text stays on one line; three quotes allow several"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    if !failure.is_toml_error() {
        return None;
    }
    let open = failure
        .tokens()
        .into_iter()
        .find(|token| token.kind == TokenKind::Quoted { closed: false })?;
    let quote = failure
        .slice(open.span)
        .chars()
        .next()
        .filter(|quote| matches!(quote, '"' | '\''))?;
    let close = closing_quote(failure, quote)?;
    let (reading, language) = (failure.reading, failure.reading.language);
    let triple = Writing::Raw(quote.to_string().repeat(3));
    Some(
        reading
            .finding(
                &HINT.rule,
                open.span,
                say!(language,
                    fr: "ce texte va à la ligne",
                    en: "this text continues on other lines"),
            )
            .label(say!(language, fr: "commence ici", en: "begins here"))
            .beside(
                reading.place(close),
                say!(language, fr: "et finit là", en: "and ends there"),
            )
            .help(say!(language,
                fr: "mettre trois guillemets à chaque bout, ou tout sur une ligne",
                en: "use three quotes at each end, or one line"))
            .edit(
                reading.place(Span::new(open.span.start, open.span.start + 1)),
                triple.clone(),
            )
            .edit(reading.place(close), triple),
    )
}

/// The quote at the end of one of the next lines, above any blank line, key or heading.
fn closing_quote(failure: &ParseFailure, quote: char) -> Option<Span> {
    let mut end = failure.line_span().end;
    for _ in 0..LINES {
        let line = failure.reading.source.line_span(end + 1);
        let text = failure.slice(line).trim_end();
        if line.start <= end
            || text.trim().is_empty()
            || text.contains('=')
            || text.starts_with('[')
        {
            return None;
        }
        if text.ends_with(quote) && text.matches(quote).count() == 1 {
            return Some(Span::new(
                line.start + text.len() - 1,
                line.start + text.len(),
            ));
        }
        end = line.end;
    }
    None
}

/// Lines below the opening quote in which the closing one is searched: more than a text in a
/// record has, and few enough that a file of open quotes is searched quickly.
const LINES: usize = 40;
