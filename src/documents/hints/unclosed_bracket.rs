//! `unclosed-bracket`: a bracket or brace that is opened and never closed.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure, line_above};
use crate::documents::line_tokens::{Piece, What, pieces};
use crate::documents::{Reading, Syntax};
use crate::sources::Span;
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "unclosed-bracket", Error,
        fr: "sans le crochet ou l'accolade de fin, tout ce qui suit semble encore dedans",
        en: "without its closing bracket or brace, all that follows seems to be inside still"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    if failure.wanted.is_some() {
        return None;
    }
    match failure.reading.syntax {
        Syntax::Toml => heading(failure).or_else(|| toml_value(failure)),
        Syntax::Yaml => yaml_value(failure),
    }
}

/// `[partners` without its end.
fn heading(failure: &ParseFailure) -> Option<Finding> {
    let pieces = failure.pieces();
    let is = |sign: char| move |piece: &&Piece| piece.what == What::Sign(sign);
    let open = pieces.iter().take_while(is('[')).count();
    let closed = pieces.iter().filter(is(']')).count();
    let told = failure.message.contains("unclosed table")
        || failure.message.contains("unclosed array table");
    if open == 0 || closed >= open || !told {
        return None;
    }
    let end = pieces
        .iter()
        .rfind(|piece| piece.what != What::Comment)?
        .span
        .end;
    Some(report(
        failure.reading,
        pieces[0].span,
        end,
        &"]".repeat(open - closed),
    ))
}

/// A list or an inline table that swallows the next key or heading.
fn toml_value(failure: &ParseFailure) -> Option<Finding> {
    let blank =
        failure.line().trim().is_empty() || failure.at.start >= failure.reading.text().len();
    if !blank && !begins_anew(failure.line()) {
        return None;
    }
    let mut line = failure.line_above()?;
    let last = line;
    for _ in 0..LINES {
        if let Some(open) = open_bracket(failure.reading, line.start) {
            let brace = failure.slice(open) == "{";
            if brace
                && !IN_BRACES
                    .iter()
                    .any(|words| failure.message.contains(words))
            {
                return None;
            }
            let end = last_piece_end(failure.reading, if brace { line } else { last })?;
            return Some(report(
                failure.reading,
                open,
                end,
                if brace { " }" } else { "]" },
            ));
        }
        if begins_anew(failure.slice(line)) && !blank {
            return None;
        }
        line = line_above(failure.reading, line)?;
    }
    None
}

/// YAML names the bracket, or stumbles over the colon of the next line.
fn yaml_value(failure: &ParseFailure) -> Option<Finding> {
    let reading = failure.reading;
    let line = if failure.message.contains("unclosed bracket") {
        failure.line_span()
    } else if failure.message.contains("illegal placement of ':'") {
        failure.line_above()?
    } else {
        return None;
    };
    let open = open_bracket(reading, line.start)?;
    let close = if failure.slice(open) == "{" { "}" } else { "]" };
    Some(report(reading, open, last_piece_end(reading, line)?, close))
}

/// Whether a line looks like `key = …` or `[heading]`.
fn begins_anew(line: &str) -> bool {
    let key = |key: &str| {
        let key = key.trim();
        !key.is_empty()
            && key
                .chars()
                .all(|sign| sign.is_alphanumeric() || matches!(sign, '_' | '-' | '.' | '"'))
    };
    let heading = line.starts_with('[') && line.trim_end().ends_with(']') && !line.contains(',');
    heading || line.split_once('=').is_some_and(|(before, _)| key(before))
}

/// The first bracket of a line that the line does not close.
fn open_bracket(reading: &Reading, offset: usize) -> Option<Span> {
    let mut open = Vec::new();
    for Piece { what, span } in pieces(reading, offset) {
        match what {
            What::Sign('[' | '{') => open.push(span),
            What::Sign(']' | '}') => drop(open.pop()),
            _ => {}
        }
    }
    open.first().copied()
}

fn last_piece_end(reading: &Reading, line: Span) -> Option<usize> {
    let pieces = pieces(reading, line.start);
    pieces
        .iter()
        .rfind(|piece| piece.what != What::Comment)
        .map(|piece| piece.span.end)
}

fn report(reading: &Reading, open: Span, end: usize, close: &str) -> Finding {
    let language = reading.language;
    let sign = reading.source.slice(open);
    reading
        .finding(
            &HINT.rule,
            open,
            say!(language, fr: "ce `{sign}` n'est jamais refermé", en: "this `{sign}` is never \
                closed"),
        )
        .label(say!(language, fr: "ouvert ici", en: "opened here"))
        .help(say!(language, fr: "le refermer", en: "close it"))
        .edit(
            reading.place(Span::new(end, end)),
            Writing::Raw(close.to_owned()),
        )
}

/// What the parser says where an inline table went on too long; it may lawfully go on over several
/// lines.
const IN_BRACES: [&str; 3] = [
    "missing comma",
    "missing key for inline table",
    "unclosed inline table",
];

/// How far above its consequences an open bracket is looked for.
const LINES: usize = 200;
