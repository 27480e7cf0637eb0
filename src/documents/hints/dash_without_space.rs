//! `dash-without-space`: a dash glued to the item of a YAML list.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::{ScalarForm, Syntax};
use crate::sources::Span;
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "dash-without-space", Error,
        fr: "en YAML, un tiret n'ouvre un élément de liste que suivi d'un espace",
        en: "in YAML a dash opens an item of a list only with a space behind it"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let (reading, language, text) = (failure.reading, failure.reading.language, failure.text());
    let items: Vec<&str> = text.lines().map(str::trim).collect();
    let dashed = items
        .iter()
        .all(|item| item.starts_with('-') && !item.starts_with("- "));
    let fits = items
        .iter()
        .all(|item| failure.wants_list_of(ScalarForm::Plain, item.trim_start_matches('-')));
    if reading.syntax != Syntax::Yaml || !dashed || !fits {
        return None;
    }
    let finding = reading
        .finding(
            &HINT.rule,
            Span::new(
                failure.value.start,
                failure.value.start + items.first()?.len(),
            ),
            say!(language, fr: "un espace manque après le tiret", en: "a space is missing behind \
                the dash"),
        )
        .label(
            say!(language, fr: "lu comme un texte, non comme une liste", en: "read as a text, not \
                as a list"),
        )
        .help(
            say!(language, fr: "mettre un espace après chaque tiret", en: "put a space behind \
            each dash"),
        );
    let lines = text.match_indices('-').filter(|(place, _)| {
        text[..*place]
            .lines()
            .next_back()
            .is_none_or(|line| line.trim().is_empty())
            || text[..*place].ends_with('\n')
    });
    Some(lines.fold(finding, |finding, (place, _)| {
        let end = failure.value.start + place + 1;
        finding.edit(
            reading.place(Span::new(end, end)),
            Writing::Raw(" ".to_owned()),
        )
    }))
}
