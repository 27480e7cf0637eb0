//! `unclosed-bracket`: a bracket or brace that is opened and never closed.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure, line_above};
use crate::documents::line_tokens::{Token, TokenKind, tokens_of_line};
use crate::documents::reading::Reading;
use crate::documents::syntax::Syntax;
use crate::sources::Span;
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "unclosed-bracket", Error,
        fr: "sans le crochet ou l'accolade de fin, tout ce qui suit est lu comme son contenu",
        en: "without the closing bracket or brace, everything that follows is read as its content"),
    diagnose,
};

/// Messages of the TOML parser about an inline table without its closing brace. Any other error
/// may be inside a table that is closed, since TOML 1.1 allows tables over several lines.
const INLINE_TABLE_MESSAGES: [&str; 3] = [
    "missing comma",
    "missing key for inline table",
    "unclosed inline table",
];

/// Lines above the error in which an open bracket is searched: more than a list in a record has,
/// and few enough that a file of open brackets is searched quickly.
const LINES: usize = 200;

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    if failure.expected.is_some() {
        return None;
    }
    match failure.reading.syntax {
        Syntax::Toml => heading(failure).or_else(|| toml_value(failure)),
        Syntax::Yaml => yaml_value(failure),
    }
}

/// Reports `[partners` without its closing bracket.
fn heading(failure: &ParseFailure) -> Option<Finding> {
    let tokens = failure.tokens();
    let open = tokens
        .iter()
        .take_while(|token| token.kind == TokenKind::Sign('['))
        .count();
    let closed = tokens
        .iter()
        .filter(|token| token.kind == TokenKind::Sign(']'))
        .count();
    let is_unclosed = failure.message.contains("unclosed table")
        || failure.message.contains("unclosed array table");
    if open == 0 || closed >= open || !is_unclosed {
        return None;
    }
    let end = tokens
        .iter()
        .rfind(|token| token.kind != TokenKind::Comment)?
        .span
        .end;
    Some(report(
        failure.reading,
        tokens.first()?.span,
        end,
        &"]".repeat(open - closed),
    ))
}

/// Reports a list or an inline table that goes on into the next key or heading.
fn toml_value(failure: &ParseFailure) -> Option<Finding> {
    let is_blank = failure.line().trim().is_empty()
        || failure.error_span.start >= failure.reading.text().len();
    if !is_blank && !is_key_or_heading(failure.line()) {
        return None;
    }
    let last = failure.line_above()?;
    let mut line = last;
    for _ in 0..LINES {
        let open = open_brackets(failure.reading, line.start);
        if !open.is_empty() {
            return value_with_open_brackets(failure, &open, line, last);
        }
        if is_key_or_heading(failure.slice(line)) && !is_blank {
            return None;
        }
        line = line_above(failure.reading, line)?;
    }
    None
}

/// Reports the first of the brackets that are open on `line`. A brace is closed on that line, a
/// square bracket on the last line before the error, since lists often have several lines and
/// tables hardly ever.
fn value_with_open_brackets(
    failure: &ParseFailure,
    open: &[Span],
    line: Span,
    last: Span,
) -> Option<Finding> {
    let is_brace = failure.slice(*open.last()?) == "{";
    let is_in_table = INLINE_TABLE_MESSAGES
        .iter()
        .any(|message| failure.message.contains(message));
    if is_brace && !is_in_table {
        return None;
    }
    let (space, last_line) = if is_brace { (" ", line) } else { ("", last) };
    let end = end_of_last_token(failure.reading, last_line)?;
    let close = format!("{space}{}", closing(failure.reading, open));
    Some(report(failure.reading, *open.first()?, end, &close))
}

/// The brackets that close open ones, the innermost first.
fn closing(reading: &Reading, open: &[Span]) -> String {
    let signs = open.iter().rev().map(|span| reading.source.slice(*span));
    signs
        .map(|sign| if sign == "{" { '}' } else { ']' })
        .collect()
}

/// Reports a bracket that the YAML parser names, or that makes it stop at the colon of the next
/// line.
fn yaml_value(failure: &ParseFailure) -> Option<Finding> {
    let reading = failure.reading;
    let line = if failure.message.contains("unclosed bracket") {
        failure.line_span()
    } else if failure.message.contains("illegal placement of ':'") {
        failure.line_above()?
    } else {
        return None;
    };
    let open = open_brackets(reading, line.start);
    let end = end_of_last_token(reading, line)?;
    // A value is missing too, or is on the next line.
    if failure.slice(Span::new(line.start, end)).ends_with(':') {
        return None;
    }
    Some(report(
        reading,
        *open.first()?,
        end,
        &closing(reading, &open),
    ))
}

/// Whether a line looks like `key = …` or `[heading]`.
fn is_key_or_heading(line: &str) -> bool {
    let line = line.split(" #").next().unwrap_or_default();
    let is_heading = line.starts_with('[') && line.trim_end().ends_with(']') && !line.contains(',');
    is_heading
        || line
            .split_once('=')
            .is_some_and(|(before, _)| is_key(before.trim()))
}

fn is_key(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|sign| sign.is_alphanumeric() || matches!(sign, '_' | '-' | '.' | '"'))
}

/// The brackets of a line that the line does not close, the outermost first.
fn open_brackets(reading: &Reading, offset: usize) -> Vec<Span> {
    let mut open = Vec::new();
    for Token { kind, span } in tokens_of_line(reading, offset) {
        match kind {
            TokenKind::Sign('[' | '{') => open.push(span),
            TokenKind::Sign(']' | '}') => drop(open.pop()),
            _ => {}
        }
    }
    open
}

/// The end of the last token of a line that is not a comment.
fn end_of_last_token(reading: &Reading, line: Span) -> Option<usize> {
    let tokens = tokens_of_line(reading, line.start);
    tokens
        .iter()
        .rfind(|token| token.kind != TokenKind::Comment)
        .map(|token| token.span.end)
}

fn report(reading: &Reading, open: Span, end: usize, close: &str) -> Finding {
    let language = reading.language;
    let sign = reading.source.slice(open);
    reading
        .finding(
            &HINT.rule,
            open,
            say!(language,
                fr: "ce `{sign}` n'est jamais refermé",
                en: "this `{sign}` is never closed"),
        )
        .label(say!(language, fr: "ouvert ici", en: "opened here"))
        .help(say!(language, fr: "le refermer", en: "close it"))
        .edit(reading.place(Span::at(end)), Writing::Raw(close.to_owned()))
}
