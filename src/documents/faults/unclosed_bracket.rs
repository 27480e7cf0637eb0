//! `unclosed-bracket`: a bracket or brace that is opened and never closed.

use super::fault::{Fault, Trouble, line_above};
use crate::diagnostic::{Finding, Rule, Severity, Writing};
use crate::documents::line::{Piece, What, pieces};
use crate::documents::{Reading, Syntax};
use crate::language::Both;
use crate::sources::Span;
use crate::{example, say};

/// The fault.
pub const FAULT: Fault = Fault {
    rule: Rule {
        name: "unclosed-bracket",
        severity: Severity::Error,
        because: Both {
            fr: "sans le crochet ou l'accolade de fin, tout ce qui suit semble encore dedans",
            en: "without its closing bracket or brace, all that follows seems to be inside still",
        },
        example: example!("documents", "unclosed-bracket"),
    },
    recognise,
};

fn recognise(trouble: &Trouble) -> Option<Finding> {
    if trouble.wanted.is_some() {
        return None;
    }
    match trouble.reading.syntax {
        Syntax::Toml => heading(trouble).or_else(|| toml_value(trouble)),
        Syntax::Yaml => yaml_value(trouble),
    }
}

/// `[partners` without its end.
fn heading(trouble: &Trouble) -> Option<Finding> {
    let pieces = trouble.pieces();
    let is = |sign: char| move |piece: &&Piece| piece.what == What::Sign(sign);
    let open = pieces.iter().take_while(is('[')).count();
    let closed = pieces.iter().filter(is(']')).count();
    let told = trouble.message.contains("unclosed table") || trouble.message.contains("unclosed array table");
    if open == 0 || closed >= open || !told {
        return None;
    }
    let end = pieces.iter().rfind(|piece| piece.what != What::Comment)?.span.end;
    Some(tell(trouble.reading, pieces[0].span, end, &"]".repeat(open - closed)))
}

/// A list or an inline table that swallows the next key or heading.
fn toml_value(trouble: &Trouble) -> Option<Finding> {
    let blank = trouble.line().trim().is_empty() || trouble.at.start >= trouble.reading.text().len();
    if !blank && !begins_anew(trouble.line()) {
        return None;
    }
    let mut line = trouble.line_above()?;
    let last = line;
    for _ in 0..LINES {
        if let Some(open) = open_bracket(trouble.reading, line.start) {
            let brace = trouble.slice(open) == "{";
            if brace && !IN_BRACES.iter().any(|words| trouble.message.contains(words)) {
                return None;
            }
            let end = last_piece_end(trouble.reading, if brace { line } else { last })?;
            return Some(tell(trouble.reading, open, end, if brace { " }" } else { "]" }));
        }
        if begins_anew(trouble.slice(line)) && !blank {
            return None;
        }
        line = line_above(trouble.reading, line)?;
    }
    None
}

/// YAML names the bracket, or stumbles over the colon of the next line.
fn yaml_value(trouble: &Trouble) -> Option<Finding> {
    let reading = trouble.reading;
    let line = if trouble.message.contains("unclosed bracket") {
        trouble.line_span()
    } else if trouble.message.contains("illegal placement of ':'") {
        trouble.line_above()?
    } else {
        return None;
    };
    let open = open_bracket(reading, line.start)?;
    let close = if trouble.slice(open) == "{" { "}" } else { "]" };
    Some(tell(reading, open, last_piece_end(reading, line)?, close))
}

/// Whether a line looks like `key = …` or `[heading]`.
fn begins_anew(line: &str) -> bool {
    let key = |key: &str| {
        let key = key.trim();
        !key.is_empty()
            && key.chars().all(|sign| sign.is_alphanumeric() || matches!(sign, '_' | '-' | '.' | '"'))
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
    pieces.iter().rfind(|piece| piece.what != What::Comment).map(|piece| piece.span.end)
}

fn tell(reading: &Reading, open: Span, end: usize, close: &str) -> Finding {
    let language = reading.language;
    let sign = reading.source.slice(open);
    reading
        .finding(
            &FAULT.rule,
            open,
            say!(language, fr: "ce `{sign}` n'est jamais refermé", en: "this `{sign}` is never closed"),
        )
        .label(say!(language, fr: "ouvert ici", en: "opened here"))
        .help(say!(language, fr: "le refermer", en: "close it"))
        .edit(reading.place(Span::new(end, end)), Writing::Raw(close.to_owned()))
}

/// What the parser says where an inline table went on too long; it may lawfully go on over several lines.
const IN_BRACES: [&str; 3] = ["missing comma", "missing key for inline table", "unclosed inline table"];

/// How far above its consequences an open bracket is looked for.
const LINES: usize = 200;
