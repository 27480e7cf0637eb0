//! `unreadable-criterion`: an expression of the charter uses what a criterion may not use, or cannot be read at all.

use crate::charter::{CRITERIA, Faulty};
use crate::checks::criteria::{CHARTER, tell_faults};
use crate::checks::{Bench, Check};
use crate::diagnostic::{At, Place, Rule, Severity};
use crate::language::Both;
use crate::{example, route, say};

/// The check.
pub const CHECK: Check = Check {
    rule: Rule {
        name: "unreadable-criterion",
        severity: Severity::Error,
        because: Both {
            fr: "une règle que l'on ne peut pas lire n'est appliquée à personne",
            en: "a rule that cannot be read is asked of nobody",
        },
        example: example!("checks", "unreadable-criterion"),
    },
    run,
};

fn run(bench: &mut Bench) {
    tell_faults(bench, &CHECK.rule, Faulty::Unreadable);
    let beyond = bench.law().beyond;
    if beyond > 0 {
        let place = Place { file: CHARTER.into(), at: At::Key(route!["criteria"]) };
        let sentence = say!(bench.language,
            fr: "une charte a {CRITERIA} critères au plus\u{a0}: les {beyond} derniers ne sont pas lus",
            en: "a charter has {CRITERIA} criteria at most: the last {beyond} are not read");
        bench.tell(bench.find_at(&CHECK.rule, place, sentence));
    }
}
