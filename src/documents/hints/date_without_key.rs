//! `date-without-key`: a date alone where a period is expected.

use crate::calendar::PartialDate;
use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::schema::schemas::Schemas;
use crate::documents::schema::shape::{Shape, ShapeKind};
use crate::documents::spelling::date_in_syntax;
use crate::documents::syntax::Syntax;
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "date-without-key", Error,
        fr: "une date seule ne dit pas si elle est un début, une fin ou une année où l'on a vu \
            la chose",
        en: "a date alone does not tell whether it is a beginning, an end or a year in which \
            something was seen"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    if !takes_period(failure.expected?) {
        return None;
    }
    let (reading, language, text) = (
        failure.reading,
        failure.reading.language,
        failure.unquoted(),
    );
    let date = PartialDate::parse(text);
    if date.is_none() && !matches!(text, "true" | "false" | "oui" | "non" | "yes" | "no") {
        return None;
    }
    let written = date.unwrap_or(PartialDate::Year(2021));
    let written = date_in_syntax(written, reading.syntax);
    let period = match reading.syntax {
        Syntax::Toml => format!("{{ from = {written} }}"),
        Syntax::Yaml => format!("{{ from: {written} }}"),
    };
    let finding = reading.finding(
        &HINT.rule,
        failure.value_span,
        say!(language,
            fr: "il faut une période\u{a0}: depuis quand, jusqu'à quand, ou vu en quelle année",
            en: "this must be a period: since when, until when, or seen in which year"),
    );
    Some(if date.is_some() {
        finding
            .help(say!(language,
                fr: "écrire `{period}` si c'est le début",
                en: "write `{period}` if that is the beginning"))
            .edit(reading.place(failure.value_span), Writing::Raw(period))
    } else if matches!(text, "false" | "non" | "no") {
        finding.help(say!(language,
            fr: "retirer cette ligne\u{a0}: sans elle, c'est déjà non",
            en: "remove this line: without it, the answer is already no"))
    } else {
        finding.help(say!(language,
            fr: "écrire depuis quand, comme `{period}`",
            en: "write since when, like `{period}`"))
    })
}

/// Whether a shape allows a table with `from` and `seen` that needs no other key.
fn takes_period(shape: &Shape) -> bool {
    let schemas = Schemas::embedded();
    match &shape.kind {
        ShapeKind::ShortOrTable(choices) => choices
            .iter()
            .any(|choice| takes_period(schemas.shape(*choice))),
        ShapeKind::List { items, .. } => takes_period(schemas.shape(*items)),
        ShapeKind::Table(table) => {
            let has = |key: &str| table.keys.iter().any(|(name, _)| name == key);
            has("from") && has("seen") && table.required.is_empty()
        }
        _ => false,
    }
}
