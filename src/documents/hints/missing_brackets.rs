//! `missing-brackets`: one value or several, where a list in brackets is expected.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure, unquoted_form};
use crate::documents::line_tokens::{Token, TokenKind};
use crate::documents::spelling::{as_id, number};
use crate::documents::syntax::Syntax;
use crate::documents::tree::{ScalarForm, Value};
use crate::sources::{Cut, Span};
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "missing-brackets", Error,
        fr: "une liste se met entre crochets, même avec un seul élément, pour qu'on puisse la \
            compter",
        en: "a list is written in brackets, even with a single item, so that it can be counted"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let (whole, list) = if failure.expected.is_some() {
        list_of_value(failure)?
    } else {
        list_of_line(failure)?
    };
    let (reading, language) = (failure.reading, failure.reading.language);
    Some(
        reading
            .finding(
                &HINT.rule,
                whole,
                say!(language, fr: "une liste est attendue ici", en: "a list is expected here"),
            )
            .label(say!(language, fr: "sans crochets", en: "without brackets"))
            .help(say!(language, fr: "mettre des crochets autour", en: "put brackets around it"))
            .edit(reading.place(whole), Writing::Raw(list)),
    )
}

/// The values of `seen = 2021, 2023` in TOML, as a list.
fn list_of_line(failure: &ParseFailure) -> Option<(Span, String)> {
    let tokens = failure.tokens();
    let sign = tokens
        .iter()
        .position(|token| token.kind == TokenKind::Sign('='))?;
    let values: Vec<Token> = tokens
        .behind(sign + 1)
        .iter()
        .copied()
        .take_while(|token| token.kind != TokenKind::Comment)
        .collect();
    if !failure.is_toml_error() || sign != 1 || !are_separated(failure, &values) {
        return None;
    }
    let whole = Span::new(values.first()?.span.start, values.last()?.span.end);
    Some((whole, format!("[{}]", failure.slice(whole))))
}

/// Whether tokens are two values or more with a comma between each two.
fn are_separated(failure: &ParseFailure, tokens: &[Token]) -> bool {
    tokens.len() >= 3
        && tokens.len() % 2 == 1
        && tokens.iter().enumerate().all(|(index, token)| {
            let is_value = index % 2 == 0;
            match token.kind {
                TokenKind::Sign(',') => !is_value,
                TokenKind::Quoted { closed } => is_value && closed,
                TokenKind::Word => {
                    is_value
                        && number(failure.slice(token.span))
                            .is_some_and(|number| number.unit.is_empty())
                }
                _ => false,
            }
        })
}

/// A value that would fit as an item, or several ids or numbers with commas between them, as a
/// list.
fn list_of_value(failure: &ParseFailure) -> Option<(Span, String)> {
    let text = failure.unquoted();
    let words: Vec<&str> = text.split(',').map(str::trim).collect();
    let lines: Vec<&str> = text
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    let list = if words.len() > 1 && words.iter().all(|word| !word.contains(' ')) {
        list_of(failure, &words)
    } else {
        None
    };
    let list = list
        .or_else(|| list_of(failure, &lines).filter(|_| lines.len() > 1 && !failure.is_unquoted()))
        .or_else(|| list_of_one(failure))?;
    Some((failure.value_span, format!("[{list}]")))
}

/// The items of a list, if all would fit: numbers as they are, all else in quotes.
fn list_of(failure: &ParseFailure, items: &[&str]) -> Option<String> {
    let mut list = Vec::with_capacity(items.len());
    for item in items {
        let form = unquoted_form(item);
        if !failure.accepts_in_list(form, item) {
            return None;
        }
        list.push(match form {
            ScalarForm::Text => failure.reading.syntax.quote(item),
            _ => (*item).to_owned(),
        });
    }
    Some(list.join(", "))
}

/// The value itself as the only item, as it is written where that is possible inside brackets.
fn list_of_one(failure: &ParseFailure) -> Option<String> {
    let Some(Value::Scalar(form, text)) = failure.value else {
        return None;
    };
    if !failure.accepts_in_list(*form, text) {
        return None;
    }
    if failure.slice(failure.owner) == "sources" && as_id(text).as_deref() != Some(text) {
        // In quotes alone, a title would be taken for the id of a source.
        let key = if text.contains("://") { "url" } else { "title" };
        let sign = match failure.reading.syntax {
            Syntax::Toml => " =",
            Syntax::Yaml => ":",
        };
        let text = failure.reading.syntax.quote(text);
        return Some(format!("{{ {key}{sign} {text} }}"));
    }
    let written = failure.value_text();
    let is_whole = match failure.reading.syntax {
        Syntax::Toml => true,
        Syntax::Yaml if failure.is_unquoted() => !written.contains([',', '[', ']', '{', '}', '\n']),
        Syntax::Yaml => written.starts_with(['"', '\'']),
    };
    Some(if is_whole {
        written.to_owned()
    } else {
        failure.reading.syntax.quote(text)
    })
}
