//! `criterion-without-example`: a criterion that nobody has seen let a record pass, or stop one.

use crate::checks::{Check, Context};
use crate::diagnostic::{At, Place, Rule, Severity};
use crate::language::Bilingual;
use crate::{example, say};

/// The check.
pub const CHECK: Check = Check {
    rule: Rule {
        name: "criterion-without-example",
        severity: Severity::Warning,
        because: Bilingual {
            fr: "deux exemples, l'un qui passe et l'autre non, disent à tous ce que la règle \
                demande, et prouvent qu'elle le demande",
            en: "two examples, one that passes and one that does not, tell everybody what the rule \
                asks, and prove that it asks it",
        },
        example: example!("checks", "criterion-without-example"),
    },
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
                en: "this criterion shows no record that it lets pass"),
            (false, true) => say!(language,
                fr: "ce critère ne montre aucune fiche où il trouve à redire",
                en: "this criterion shows no record in which it finds something"),
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
        let finding = context.find_at(&CHECK.rule, place, sentence).help(say!(language,
            fr: "écrire sous ce critère `[[criteria.{id}.{missing}]]`, puis `record = {{ … }}`",
            en: "below this criterion write `[[criteria.{id}.{missing}]]`, then `record = {{ … }}`"));
        context.report(finding);
    }
}
