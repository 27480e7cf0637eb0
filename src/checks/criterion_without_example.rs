//! `criterion-without-example`: a criterion without an example that passes, or one that does not.

use crate::checks::{Check, Context};
use crate::diagnostic::{At, Place};
use crate::{rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "criterion-without-example", Warning,
        fr: "deux exemples, l'un qui passe et l'autre non, disent à tous ce que la règle \
            demande, et prouvent qu'elle le demande",
        en: "two examples, one that passes and one that does not, tell everybody what the rule \
            asks, and prove that it asks it"),
    run,
};

fn run(context: &mut Context) {
    let language = context.language;
    for (id, criterion) in &context.network.charter.criteria {
        let sentence = match (criterion.right.is_empty(), criterion.wrong.is_empty()) {
            (true, true) => say!(language,
                fr: "ce critère n'a pas d'exemple",
                en: "this criterion has no example"),
            (true, false) => say!(language,
                fr: "ce critère ne montre aucune fiche qu'il laisse passer",
                en: "this criterion shows no record that passes"),
            (false, true) => say!(language,
                fr: "ce critère ne montre aucune fiche où il trouve à redire",
                en: "this criterion shows no record that does not pass"),
            (false, false) => continue,
        };
        let (file, route) = context.network.charter.place(id, "");
        let place = Place {
            file,
            at: At::Key(route),
        };
        let missing = if criterion.right.is_empty() {
            "right"
        } else {
            "wrong"
        };
        let finding = context
            .find_at(&CHECK.rule, place, sentence)
            .help(say!(language,
            fr: "écrire sous ce critère `[[criteria.{id}.{missing}]]`, puis `record = {{ … }}`",
            en: "below this criterion write `[[criteria.{id}.{missing}]]`, then \
                `record = {{ … }}`"));
        context.report(finding);
    }
}
