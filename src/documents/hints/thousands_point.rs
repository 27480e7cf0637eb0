//! `thousands-point`: a point before three digits, read as that of the decimals.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::Hint;
use crate::documents::reading::Reading;
use crate::documents::schema::schemas::Schemas;
use crate::documents::schema::shape::Shape;
use crate::documents::spelling::number;
use crate::sources::Span;
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "thousands-point", Warning,
        fr: "dans un fichier, le point précède les décimales\u{a0}: un point de milliers divise \
            le nombre par mille",
        en: "in a file, a point comes before decimals: a point for thousands divides the number \
            by a thousand"),
    diagnose: |_| None,
};

/// Looks at a number that can be read. Euros have two decimals at most; days and hours may have
/// three, but nobody writes three zeros behind a point.
#[must_use]
pub fn scan(reading: &Reading, span: Span, text: &str, shape: &Shape) -> Option<Finding> {
    // Cheap tests first: hardly any number has three decimals.
    let (_, decimals) = text.split_once('.').filter(|(_, rest)| rest.len() == 3)?;
    if decimals != "000" && !Schemas::embedded().is_euros(shape) {
        return None;
    }
    let language = reading.language;
    let cents = decimals.trim_end_matches('0').len();
    let read = language.decimal(text.parse().ok()?, cents);
    let finding = reading
        .finding(
            &HINT.rule,
            span,
            say!(language,
                fr: "un point devant trois chiffres\u{a0}: ce nombre se lit {read}",
                en: "a point before three digits: this number is read as {read}"),
        )
        .label(say!(language, fr: "lu {read}", en: "read as {read}"));
    let Some(thousands) = number(text).and_then(|found| found.as_thousands()) else {
        return Some(finding.help(say!(language,
            fr: "garder deux décimales au plus",
            en: "keep two decimals at most")));
    };
    Some(
        finding
            .help(say!(language,
                fr: "s'il s'agit de milliers, écrire `{thousands}`, d'un seul tenant",
                en: "for thousands, write `{thousands}`, without any sign"))
            .edit(reading.place(span), Writing::Raw(thousands)),
    )
}
