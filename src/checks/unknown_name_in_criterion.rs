//! `unknown-name-in-criterion`: an expression of the charter names what no record, word or list has.

use crate::charter::{Astray, Faulty};
use crate::checks::criteria::tell_faults;
use crate::checks::{Bench, Check};
use crate::diagnostic::{At, Place, Rule, Severity, Writing};
use crate::language::Both;
use crate::records::To;
use crate::{example, route, say};

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
    if !bench.network.knows_all(To::Principle) {
        // What the base has is only unread.
        return;
    }
    let language = bench.language;
    let astray = bench.network.charter.astray.iter().filter(|astray| !astray.dated_principle);
    for Astray { file, table, id, near, .. } in astray {
        let place = Place { file: file.clone(), at: At::Key(route![*table, id]) };
        let sentence = if *table == "struck" {
            say!(language,
                fr: "la charte dont celle-ci part n'a ni critère ni principe `{id}`",
                en: "the charter that this one starts from has neither a criterion nor a principle `{id}`")
        } else {
            say!(language,
                fr: "la charte dont celle-ci part n'a pas de critère `{id}`",
                en: "the charter that this one starts from has no criterion `{id}`")
        };
        let finding = bench.find_at(&CHECK.rule, place.clone(), sentence);
        bench.tell(match near {
            Some(near) => finding
                .help(say!(language, fr: "un nom proche existe", en: "a near name exists"))
                .edit(place, Writing::Text(near.clone())),
            None => finding,
        });
    }
}
