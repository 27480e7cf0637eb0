//! `published-parts-do-not-sum`: dynamics by theme that do not add up to the published total.

use crate::checks::{Check, Context};
use crate::diagnostic::At;
use crate::records::Precision;
use crate::{route, rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "published-parts-do-not-sum", Error,
        fr: "un total publié se vérifie par ses parts, comme un solde par ses écritures",
        en: "a published total is proved by its parts, as a balance is by its entries"),
    run,
};

fn run(context: &mut Context) {
    let language = context.language;
    for record in &context.network.published {
        let parts = &record.body.dynamics_by_theme;
        let Some(total) = record
            .body
            .figures
            .get("dynamics")
            .filter(|_| !parts.is_empty() && record.intact)
        else {
            continue;
        };
        let sum: f64 = parts.values().map(|part| part.value).sum();
        let exact =
            parts.values().all(|part| part.is == Precision::Exact) && total.is == Precision::Exact;
        if !exact || (sum - total.value).abs() < 0.5 {
            continue;
        }
        let (shown, total) = (
            parts
                .values()
                .map(|part| part.value.to_string())
                .collect::<Vec<_>>()
                .join(" + "),
            total.value,
        );
        let about = context.code(&record.file, "{ value = 48, is = \"about\" }");
        let finding = context
            .find(
                &CHECK.rule,
                record,
                At::Key(route!["dynamics_by_theme"]),
                say!(language,
                fr: "la somme des parts est {sum}, le total publié est {total}",
                en: "the parts add up to {sum}, the published total is {total}"),
            )
            .label(format!("{shown} = {sum}"))
            .beside(
                record.at(At::Value(route!["figures", "dynamics"])),
                say!(language, fr: "total publié", en: "published total"),
            )
            .help(say!(language,
                fr: "corriger une part ou le total, ou dire que l'un est approché\u{a0}: `{about}`",
                en: "correct a part or the total, or say that one is approximate: `{about}`"));
        context.report(finding);
    }
}
