//! `years-in-words`: `2023-2025` or `2024 et 2025` where years are listed one by one.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::tree::ScalarForm;
use crate::sources::Span;
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "years-in-words", Error,
        fr: "chaque année où la chose a été vue compte pour elle-même, et s'écrit donc à part",
        en: "each year in which it was seen counts by itself, and is therefore written apart"),
    diagnose,
};

/// Most years between two that are written out: more were hardly seen one by one.
const MOST_YEARS: u16 = 50;

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let years = years(failure.unquoted())?;
    let list: Vec<String> = years.iter().map(u16::to_string).collect();
    let list = list.join(", ");
    let replacement = replacement(failure, &list)?;
    let (reading, language) = (failure.reading, failure.reading.language);
    let sentence = say!(language,
        fr: "plusieurs années s'écrivent l'une après l'autre, entre crochets",
        en: "several years are written one after the other, in brackets");
    Some(
        reading
            .finding(&HINT.rule, failure.value_span, sentence)
            .help(say!(language,
                fr: "écrire chaque année\u{202f}; une durée s'écrit plutôt avec `from` et `to`",
                en: "write each year; a span of time is rather written with `from` and `to`"))
            .edit(reading.place(failure.value_span), Writing::Raw(replacement)),
    )
}

/// The list, in brackets unless the value is inside some, where years are listed.
fn replacement(failure: &ParseFailure, list: &str) -> Option<String> {
    let line = failure.line_span();
    let before = Span::new(line.start, failure.value_span.start.max(line.start));
    let before = failure.slice(before).trim_end();
    let is_inside = before.ends_with(['[', ',']);
    let is_listed = match failure.expected {
        Some(_) if is_inside => failure.accepts(ScalarForm::Integer, "2024"),
        Some(_) => failure.accepts_in_list(ScalarForm::Integer, "2024"),
        // The key of a syntax error is not known, but years are listed under one key only.
        None => failure.is_toml_error() && before.split(' ').next() == Some("seen"),
    };
    is_listed.then(|| {
        if is_inside {
            list.to_owned()
        } else {
            format!("[{list}]")
        }
    })
}

/// The years of `2023-2025`, `2023 à 2025`, `2024 et 2025` or `2021, 2022 et 2024`.
fn years(text: &str) -> Option<Vec<u16>> {
    let text = text.trim().to_lowercase();
    if let Some([first, last]) = ends_of_range(&text) {
        let length = last.checked_sub(first)?;
        return (length <= MOST_YEARS).then(|| (first..=last).collect());
    }
    if !text.contains(|sign: char| sign.is_alphabetic() || "&;/".contains(sign)) {
        // With commas alone, only the brackets are missing.
        return None;
    }
    let listed = [" et ", " and ", " ou ", " & ", " puis ", ";", "/"]
        .iter()
        .fold(text, |text, word| text.replace(word, ","));
    let years: Option<Vec<u16>> = listed.split(',').map(year).collect();
    years.filter(|years| years.len() > 1)
}

/// The first and the last year of a span.
fn ends_of_range(text: &str) -> Option<[u16; 2]> {
    let text = text
        .strip_prefix("de ")
        .or_else(|| text.strip_prefix("from "))
        .unwrap_or(text);
    [" à ", " au ", " to ", " a ", "..", "–", "—", "-"]
        .iter()
        .find_map(|word| {
            let (first, last) = text.split_once(word)?;
            Some([year(first)?, year(last)?])
        })
}

fn year(text: &str) -> Option<u16> {
    let text = text.trim();
    let is_year = text.len() == 4 && text.starts_with(['1', '2']);
    text.parse().ok().filter(|_| is_year)
}
