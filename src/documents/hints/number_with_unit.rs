//! `number-with-unit`: a number with its unit behind it.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::spelling::number;
use crate::sources::Span;
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "number-with-unit", Error,
        fr: "l'unité est connue par la clé : `amount` est en euros, `days` en jours",
        en: "the unit is known by the key: `amount` is in euros, `days` in days"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let found = number(failure.bare())
        .filter(|found| UNITS.contains(&found.unit.to_lowercase().as_str()))?;
    if failure.breaks_yaml() || !failure.wants_number(&found.plain) {
        return None;
    }
    let (reading, language, unit) = (failure.reading, failure.reading.language, found.unit);
    let end = failure.value.start + failure.text().rfind(unit).unwrap_or_default();
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
            .help(say!(language, fr: "garder le nombre seul", en: "keep the number alone"))
            .edit(reading.place(failure.value), Writing::Raw(found.plain)),
    )
}

/// Units that leave the number as it is: thousands of euros are not among them.
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
