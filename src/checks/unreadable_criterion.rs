//! `unreadable-criterion`: an expression of the charter uses what a criterion may not use, or
//! cannot be read at all.

use crate::charter::{CRITERIA, Faulty};
use crate::checks::criteria::tell_faults;
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
    tell_faults(context, &CHECK.rule, Faulty::Unreadable);
    let beyond = context.law().beyond;
    if beyond > 0 {
        let place = Place {
            file: context.network.charter.file.clone(),
            at: At::Key(route!["criteria"]),
        };
        let sentence = say!(context.language,
            fr: "une charte a {CRITERIA} critères au plus\u{a0}: les {beyond} derniers ne sont pas \
                lus",
            en: "a charter has {CRITERIA} criteria at most: the last {beyond} are not read");
        context.report(context.find_at(&CHECK.rule, place, sentence));
    }
}
