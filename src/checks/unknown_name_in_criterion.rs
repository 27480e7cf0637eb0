//! `unknown-name-in-criterion`: an expression of the charter names what no record, word or list has.

use crate::charter::Faulty;
use crate::checks::criteria::tell_faults;
use crate::checks::{Bench, Check};
use crate::diagnostic::{Rule, Severity};
use crate::example;
use crate::language::Both;

/// The check.
pub const CHECK: Check = Check {
    rule: Rule {
        name: "unknown-name-in-criterion",
        severity: Severity::Error,
        because: Both {
            fr: "un nom mal écrit dans une règle la rendrait toujours vraie, ou toujours fausse, sans que personne le voie",
            en: "a mistyped name in a rule would make it always true, or always false, unseen by anybody",
        },
        example: example!("checks", "unknown-name-in-criterion"),
    },
    run,
};

fn run(bench: &mut Bench) {
    tell_faults(bench, &CHECK.rule, Faulty::Unknown);
}
