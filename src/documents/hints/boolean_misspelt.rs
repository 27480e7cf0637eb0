//! `boolean-misspelt`: `oui`, `vrai` or `True`, where `true` or `false` is wanted.

use crate::diagnostic::{Finding, Writing};
use crate::documents::ScalarForm;
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::{rule, say};

/// The fault.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "boolean-misspelt", Error,
        fr: "une réponse par oui ou par non s'écrit `true` ou `false`, la même pour tous",
        en: "an answer by yes or no is written `true` or `false`, the same for everyone"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let answer = match failure.bare().to_lowercase().as_str() {
        "oui" | "vrai" | "yes" | "on" | "true" => "true",
        "non" | "faux" | "no" | "off" | "false" => "false",
        _ => return None,
    };
    let misspelt =
        failure.text() != answer && (failure.wanted.is_some() || failure.text() == failure.bare());
    if failure.breaks_yaml() || !misspelt || !failure.wants(ScalarForm::Boolean, answer) {
        return None;
    }
    let (reading, language) = (failure.reading, failure.reading.language);
    Some(
        reading
            .finding(
                &HINT.rule,
                failure.value,
                say!(language,
                    fr: "oui et non s'écrivent `true` et `false`",
                    en: "yes and no are written `true` and `false`"),
            )
            .label(say!(language, fr: "veut dire `{answer}`", en: "means `{answer}`"))
            .help(say!(language,
                fr: "écrire `{answer}`, sans guillemets",
                en: "write `{answer}`, without quotes"))
            .edit(
                reading.place(failure.value),
                Writing::Raw(answer.to_owned()),
            ),
    )
}
