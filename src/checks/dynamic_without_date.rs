//! `dynamic-without-date`: a dynamic that would count if it had a date.

use crate::checks::{Check, Context};
use crate::diagnostic::At;
use crate::network::Countability;
use crate::{rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "dynamic-without-date", Warning,
        fr: "une dynamique compte pour les années où l'on sait qu'elle a vécu\u{202f}; sans \
            date, pour aucune",
        en: "a dynamic counts for the years in which it is known to have lived; without a date, \
            for none"),
    run,
};

fn run(context: &mut Context) {
    let (network, language) = (context.network, context.language);
    let undated = network
        .dynamics
        .iter()
        .filter(|record| network.countability(record) == Countability::WithoutDate);
    for dynamic in undated {
        let (from, seen) = (
            context.code(&dynamic.file, "from = 2021"),
            context.code(&dynamic.file, "seen = [2021]"),
        );
        let sentence = say!(language,
            fr: "cette dynamique n'a aucune date\u{a0}: elle ne compte pour aucune année",
            en: "this dynamic has no date: it counts for no year");
        let finding = context
            .find(&CHECK.rule, dynamic, At::File, sentence)
            .help(say!(language,
            fr: "ajouter `{from}` si l'on sait quand elle a commencé, ou `{seen}` avec les années \
                où une source la montre",
            en: "add `{from}` where it is known when it began, or `{seen}` with the years in which \
                a source shows it"));
        context.report(finding);
    }
}
