//! `missing-comma`: two items of a list without a comma between them.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::line_tokens::{Token, TokenKind, tokens_of_line};
use crate::sources::{Cut, Span};
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "missing-comma", Error,
        fr: "une virgule sépare les éléments d'une liste ou d'un tableau",
        en: "a comma separates the items of a list or a table"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    if !failure.is_toml_error() {
        return None;
    }
    if failure.message.contains("missing comma") {
        let end = end_of_item(failure)?;
        return Some(report(failure, end, &[end]));
    }
    let ends = ends_of_years(failure)?;
    let is_in_list = failure
        .tokens()
        .iter()
        .any(|token| token.kind == TokenKind::Sign('['));
    let first = *ends.first()?;
    is_in_list.then(|| report(failure, first, &ends))
}

/// The end of the last token before the error, on its line or the line above.
fn end_of_item(failure: &ParseFailure) -> Option<usize> {
    let error = failure.error_span.start;
    end_of_last_token(&failure.tokens(), error).or_else(|| {
        // A key at the beginning of a line follows no item: a bracket above is open.
        if failure.line().starts_with(char::is_alphanumeric) {
            return None;
        }
        let above = tokens_of_line(failure.reading, failure.line_above()?.start);
        end_of_last_token(&above, error)
    })
}

fn end_of_last_token(tokens: &[Token], before: usize) -> Option<usize> {
    tokens
        .iter()
        .rfind(|token| token.kind != TokenKind::Comment && token.span.end <= before)
        .map(|token| token.span.end)
}

/// The ends of the years in `2021 2023`, except the last one.
fn ends_of_years(failure: &ParseFailure) -> Option<Vec<usize>> {
    let text = failure.value_text();
    let words: Vec<&str> = text.split_ascii_whitespace().collect();
    let are_years = words
        .iter()
        .all(|word| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()));
    if words.len() < 2 || !are_years {
        return None;
    }
    let ends = words
        .before(words.len() - 1)
        .iter()
        .scan(0, |offset, word| {
            *offset += text.behind(*offset).find(word)? + word.len();
            Some(failure.value_span.start + *offset)
        });
    Some(ends.collect())
}

/// Reports that commas are missing behind `ends`, and shows the first.
fn report(failure: &ParseFailure, first: usize, ends: &[usize]) -> Finding {
    let (reading, language) = (failure.reading, failure.reading.language);
    let start = reading.text().floor_char_boundary(first.saturating_sub(1));
    let shown = Span::new(start, first);
    let finding = reading
        .finding(
            &HINT.rule,
            shown,
            say!(language,
            fr: "une virgule manque ici",
            en: "a comma is missing here"),
        )
        .label(say!(language,
            fr: "l'élément suivant commence sans être séparé",
            en: "the next item begins without a separator"))
        .help(say!(language, fr: "ajouter la virgule", en: "add the comma"));
    // A bracket typed twice: with a comma it would be a list in a list.
    if reading.text().before(first).ends_with("[[]") {
        return finding;
    }
    // A semicolon there stands for the comma.
    let rest = reading.text().behind(first);
    let blank = rest.len() - rest.trim_start_matches(' ').len();
    if rest.behind(blank).starts_with(';') {
        let sign = Span::new(first, first + blank + 1);
        return finding.edit(reading.place(sign), Writing::Raw(",".to_owned()));
    }
    ends.iter().fold(finding, |finding, end| {
        finding.edit(reading.place(Span::at(*end)), Writing::Raw(",".to_owned()))
    })
}
