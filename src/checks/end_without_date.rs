//! `end-without-date`: a dynamic that ended on an unknown date.

use crate::checks::{Check, Context};
use crate::diagnostic::At;
use crate::{route, rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "end-without-date", Error,
        fr: "une dynamique finie sans date serait comptée encore chaque année",
        en: "a dynamic that ended without a date would go on being counted every year"),
    run,
};

fn run(context: &mut Context) {
    let language = context.language;
    for dynamic in &context.network.dynamics {
        if dynamic.body.ended.is_some() && dynamic.body.to.is_none() && dynamic.intact {
            let finding = context
                .find(
                    &CHECK.rule,
                    dynamic,
                    At::Value(route!["ended"]),
                    say!(language,
                    fr: "cette dynamique a pris fin, mais sa fin n'est pas datée",
                    en: "this dynamic has ended, but its end has no date"),
                )
                .help(say!(language,
                    fr: "ajouter `to`\u{a0}: une année, un mois ou un jour",
                    en: "add `to`: a year, a month or a day"));
            context.report(finding);
        }
    }
}
