//! `boolean-misspelt`: `oui`, `vrai` or `True`, where `true` or `false` is wanted.

use crate::diagnostic::{Finding, Writing};
use crate::documents::hints::hint::{Hint, ParseFailure};
use crate::documents::tree::ScalarForm;
use crate::{rule, say};

/// The hint.
pub const HINT: Hint = Hint {
    rule: rule!("documents", "boolean-misspelt", Error,
        fr: "une réponse par oui ou par non s'écrit `true` ou `false`, de la même façon pour tous",
        en: "a yes-or-no answer is written `true` or `false`, the same way by everyone"),
    diagnose,
};

fn diagnose(failure: &ParseFailure) -> Option<Finding> {
    let answer = match failure.unquoted().to_lowercase().as_str() {
        "oui" | "vrai" | "yes" | "on" | "true" => "true",
        "non" | "faux" | "no" | "off" | "false" => "false",
        _ => return None,
    };
    let text = failure.value_text();
    // Where the text cannot be read, a quoted answer may be a text that was meant.
    let is_misspelt = text != answer && (failure.expected.is_some() || text == failure.unquoted());
    if failure.is_yaml_error() || !is_misspelt || !failure.accepts(ScalarForm::Boolean, answer) {
        return None;
    }
    let (reading, language) = (failure.reading, failure.reading.language);
    Some(
        reading
            .finding(
                &HINT.rule,
                failure.value_span,
                say!(language,
                    fr: "oui et non s'écrivent `true` et `false`",
                    en: "yes and no are written `true` and `false`"),
            )
            .label(say!(language, fr: "veut dire `{answer}`", en: "means `{answer}`"))
            .help(say!(language,
                fr: "écrire `{answer}`, sans guillemets",
                en: "write `{answer}`, without quotes"))
            .edit(
                reading.place(failure.value_span),
                Writing::Raw(answer.to_owned()),
            ),
    )
}
