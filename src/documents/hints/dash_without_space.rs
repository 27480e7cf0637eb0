//! `dash-without-space`: a dash without a space before the item of a YAML list.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure, unquoted_form};
use crate::documents::syntax::Syntax;
use crate::sources::{Cut, Span};
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "dash-without-space", Error,
        fr: "en YAML, un tiret n'ouvre un élément de liste que suivi d'un espace",
        en: "in YAML, a dash begins a list item only if a space follows it"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let (reading, language, text) = (
        failure.reading,
        failure.reading.language,
        failure.value_text(),
    );
    let items: Vec<&str> = text.lines().map(str::trim).collect();
    let are_dashed = items
        .iter()
        .all(|item| item.starts_with('-') && !item.starts_with("- "));
    let would_fit = items.iter().all(|item| {
        let item = item.trim_start_matches('-');
        if item.starts_with(['[', '{']) {
            return false;
        }
        failure.accepts_in_list(unquoted_form(item), item)
    });
    // Behind a key on the same line, no dash can begin a list.
    let line = reading.source.line_span(failure.value_span.start);
    let before = failure.slice(Span::new(line.start, failure.value_span.start));
    let is_below_key = before.trim().is_empty();
    if reading.syntax != Syntax::Yaml || !are_dashed || !would_fit || !is_below_key {
        return None;
    }
    let finding = reading
        .finding(
            &HINT.rule,
            Span::new(
                failure.value_span.start,
                failure.value_span.start + items.first()?.len(),
            ),
            say!(language,
                fr: "un espace manque après le tiret",
                en: "a space is missing after the dash"),
        )
        .label(say!(language,
            fr: "lu comme un texte, et non comme une liste",
            en: "read as a text, not as a list"))
        .help(say!(language,
            fr: "mettre un espace après chaque tiret",
            en: "put a space after each dash"));
    let dashes = text
        .match_indices('-')
        .map(|(index, _)| index)
        .filter(|index| is_first_of_line(text, *index));
    Some(dashes.fold(finding, |finding, index| {
        let end = Span::at(failure.value_span.start + index + 1);
        finding.edit(reading.place(end), Writing::Raw(" ".to_owned()))
    }))
}

/// Whether only spaces precede a character on its line.
fn is_first_of_line(text: &str, index: usize) -> bool {
    let before = text.before(index);
    before.ends_with('\n')
        || before
            .lines()
            .next_back()
            .is_none_or(|line| line.trim().is_empty())
}
