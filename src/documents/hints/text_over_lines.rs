//! `text-over-lines`: a quoted text that goes on over several lines.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::line_tokens::What;
use crate::sources::Span;
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "text-over-lines", Error,
        fr: "en TOML, un texte tient sur une ligne ; trois guillemets en permettent plusieurs",
        en: "in TOML a text stays on one line; three quotes allow several"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    if !failure.breaks_toml() {
        return None;
    }
    let open = failure
        .pieces()
        .into_iter()
        .find(|piece| piece.what == What::Quoted { closed: false })?;
    let quote = failure
        .slice(open.span)
        .chars()
        .next()
        .filter(|quote| matches!(quote, '"' | '\''))?;
    let close = last_line(failure, quote)?;
    let (reading, language) = (failure.reading, failure.reading.language);
    let triple = || Writing::Raw(quote.to_string().repeat(3));
    Some(
        reading
            .finding(
                &HINT.rule,
                open.span,
                say!(language, fr: "ce texte va à la ligne", en: "this text goes on over several \
                    lines"),
            )
            .label(say!(language, fr: "commence ici", en: "begins here"))
            .beside(
                reading.place(close),
                say!(language, fr: "et finit là", en: "and ends there"),
            )
            .help(say!(language,
                fr: "trois guillemets à chaque bout, ou tout sur une ligne",
                en: "three quotes at each end, or all on one line"))
            .edit(
                reading.place(Span::new(open.span.start, open.span.start + 1)),
                triple(),
            )
            .edit(reading.place(close), triple()),
    )
}

/// The quote that ends one of the next lines, before any line that looks like a key, a heading or
/// nothing.
fn last_line(failure: &ParseFailure, quote: char) -> Option<Span> {
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

/// How far a closing quote is looked for.
const LINES: usize = 40;
