//! `number-with-unit`: a number with its unit behind it.

use super::fault::{Fault, Trouble};
use crate::diagnostic::{Finding, Rule, Severity, Writing};
use crate::documents::spelling::number;
use crate::language::Both;
use crate::sources::Span;
use crate::{example, say};

/// The fault.
pub const FAULT: Fault = Fault {
    rule: Rule {
        name: "number-with-unit",
        severity: Severity::Error,
        because: Both {
            fr: "l'unité est connue par la clé : `amount` est en euros, `days` en jours",
            en: "the unit is known by the key: `amount` is in euros, `days` in days",
        },
        example: example!("documents", "number-with-unit"),
    },
    recognise,
};

fn recognise(trouble: &Trouble) -> Option<Finding> {
    let found = number(trouble.bare()).filter(|found| UNITS.contains(&found.unit.to_lowercase().as_str()))?;
    if trouble.breaks_yaml() || !trouble.wants_number(&found.plain) {
        return None;
    }
    let (reading, language, unit) = (trouble.reading, trouble.reading.language, found.unit);
    let end = trouble.value.start + trouble.text().rfind(unit).unwrap_or_default();
    Some(
        reading
            .finding(
                &FAULT.rule,
                Span::new(end, end + unit.len()),
                say!(language,
                    fr: "un nombre s'écrit sans son unité",
                    en: "a number is written without its unit"),
            )
            .label(say!(language, fr: "l'unité ne se note pas", en: "the unit is not written"))
            .help(say!(language, fr: "garder le nombre seul", en: "keep the number alone"))
            .edit(reading.place(trouble.value), Writing::Raw(found.plain)),
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
