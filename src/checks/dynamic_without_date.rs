//! `dynamic-without-date`: a dynamic that would count, if anybody knew when.

use crate::checks::{Bench, Check};
use crate::diagnostic::{At, Rule, Severity};
use crate::language::Both;
use crate::network::Standing;
use crate::{example, say};

/// The check.
pub const CHECK: Check = Check {
    rule: Rule {
        name: "dynamic-without-date",
        severity: Severity::Warning,
        because: Both {
            fr: "une dynamique compte pour les années où l'on sait qu'elle a vécu\u{202f}; sans date, pour aucune",
            en: "a dynamic counts for the years in which it is known to have lived; without a date, for none",
        },
        example: example!("checks", "dynamic-without-date"),
    },
    run,
};

fn run(bench: &mut Bench) {
    let (network, language) = (bench.network, bench.language);
    let undated = network.dynamics.iter().filter(|record| network.standing(record) == Standing::WithoutDate);
    for dynamic in undated {
        let (from, seen) =
            (bench.code(&dynamic.file, "from = 2021"), bench.code(&dynamic.file, "seen = [2021]"));
        let sentence = say!(language,
            fr: "cette dynamique n'a aucune date\u{a0}: elle ne compte pour aucune année",
            en: "this dynamic has no date: it counts for no year");
        let finding = bench.find(&CHECK.rule, dynamic, At::File, sentence).help(say!(language,
            fr: "ajouter `{from}` si l'on sait quand elle a commencé, ou `{seen}` avec les années où une source la montre",
            en: "add `{from}` where it is known when it began, or `{seen}` with the years in which a source shows it"));
        bench.tell(finding);
    }
}
