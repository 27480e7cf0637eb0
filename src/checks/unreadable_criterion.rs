//! `unreadable-criterion`: an expression of the charter that cannot be read or is not allowed.

use crate::charter::{ErrorKind, MAX_CRITERIA};
use crate::checks::criteria::report_criterion_errors;
use crate::checks::{Check, Context};
use crate::diagnostic::{At, Place};
use crate::{route, rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "unreadable-criterion", Error,
        fr: "une règle que l'on ne peut pas lire n'est appliquée à personne",
        en: "a rule that cannot be read is asked of nobody"),
    run,
};

fn run(context: &mut Context) {
    report_criterion_errors(context, &CHECK.rule, ErrorKind::Unreadable);
    let beyond = context.compiled_charter.beyond_limit;
    if beyond > 0 {
        let place = Place {
            file: context.network.charter.file.clone(),
            at: At::Key(route!["criteria"]),
        };
        let sentence = say!(context.language,
            fr: "une charte a {MAX_CRITERIA} critères au plus\u{a0}: les {beyond} derniers ne \
                sont pas lus",
            en: "a charter has {MAX_CRITERIA} criteria at most: the last {beyond} are not read");
        context.report(context.find_at(&CHECK.rule, place, sentence));
    }
}
