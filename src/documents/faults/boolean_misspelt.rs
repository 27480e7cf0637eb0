//! `boolean-misspelt`: `oui`, `vrai` or `True`, where `true` or `false` is wanted.

use super::fault::{Fault, Trouble};
use crate::diagnostic::{Finding, Rule, Severity, Writing};
use crate::documents::Form;
use crate::language::Both;
use crate::{example, say};

/// The fault.
pub const FAULT: Fault = Fault {
    rule: Rule {
        name: "boolean-misspelt",
        severity: Severity::Error,
        because: Both {
            fr: "une réponse par oui ou par non s'écrit `true` ou `false`, la même pour tous",
            en: "an answer by yes or no is written `true` or `false`, the same for everyone",
        },
        example: example!("documents", "boolean-misspelt"),
    },
    recognise,
};

fn recognise(trouble: &Trouble) -> Option<Finding> {
    let answer = match trouble.bare().to_lowercase().as_str() {
        "oui" | "vrai" | "yes" | "on" | "true" => "true",
        "non" | "faux" | "no" | "off" | "false" => "false",
        _ => return None,
    };
    let misspelt = trouble.text() != answer && (trouble.wanted.is_some() || trouble.text() == trouble.bare());
    if trouble.breaks_yaml() || !misspelt || !trouble.wants(Form::Boolean, answer) {
        return None;
    }
    let (reading, language) = (trouble.reading, trouble.reading.language);
    Some(
        reading
            .finding(
                &FAULT.rule,
                trouble.value,
                say!(language,
                    fr: "oui et non s'écrivent `true` et `false`",
                    en: "yes and no are written `true` and `false`"),
            )
            .label(say!(language, fr: "veut dire `{answer}`", en: "means `{answer}`"))
            .help(say!(language,
                fr: "écrire `{answer}`, sans guillemets",
                en: "write `{answer}`, without quotes"))
            .edit(reading.place(trouble.value), Writing::Raw(answer.to_owned())),
    )
}
