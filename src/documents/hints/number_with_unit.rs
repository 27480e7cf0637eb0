//! `number-with-unit`: a number with its unit behind it.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::spelling::number;
use crate::sources::Span;
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "number-with-unit", Error,
        fr: "l'unité est connue par la clé : `amount` est en euros, `days` en jours",
        en: "the key implies the unit: `amount` is in euros, `days` in days"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let found = number(failure.unquoted())
        .filter(|found| UNITS.contains(&found.unit.to_lowercase().as_str()))?;
    let spelled = failure.spelled(&found);
    if failure.is_yaml_error() || !failure.accepts_number(&spelled) {
        return None;
    }
    let (reading, language, unit) = (failure.reading, failure.reading.language, found.unit);
    let end = failure.value_span.start + failure.value_text().rfind(unit).unwrap_or_default();
    Some(
        reading
            .finding(
                &HINT.rule,
                Span::new(end, end + unit.len()),
                say!(language,
                    fr: "un nombre s'écrit sans son unité",
                    en: "a number is written without its unit"),
            )
            .label(say!(language, fr: "l'unité ne se note pas", en: "the unit is not written"))
            .help(say!(language, fr: "garder le nombre seul", en: "keep only the number"))
            .edit(reading.place(failure.value_span), Writing::Raw(spelled)),
    )
}

/// The units that the keys imply. Multiples, such as thousands of euros, are not among them: there
/// the number itself would have to change.
const UNITS: &[&str] = &[
    "€",
    "eur",
    "euro",
    "euros",
    "%",
    "j",
    "jour",
    "jours",
    "day",
    "days",
    "h",
    "heure",
    "heures",
    "hour",
    "hours",
    "an",
    "ans",
    "etp",
    "personne",
    "personnes",
    "habitant",
    "habitants",
    "salarié",
    "salariés",
    "salarié·es",
    "salarié.e.s",
    "adhérent",
    "adhérents",
    "emploi",
    "emplois",
    "people",
    "members",
];
