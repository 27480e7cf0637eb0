//! `unknown-name-in-criterion`: an expression of the charter with a name that nothing has.

use crate::charter::{ErrorKind, UnresolvedChange};
use crate::checks::criteria::report_criterion_errors;
use crate::checks::{Check, Context};
use crate::diagnostic::{At, Place};
use crate::records::Target;
use crate::{route, rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "unknown-name-in-criterion", Error,
        fr: "un nom mal écrit dans une règle la rendrait toujours vraie, ou toujours fausse, \
            sans que personne le voie",
        en: "a mistyped name in a rule would make it always true, or always false, unseen by \
            anybody"),
    run,
};

fn run(context: &mut Context) {
    report_criterion_errors(context, &CHECK.rule, ErrorKind::Unknown);
    if !context.network.knows_all(Target::Principle) {
        // A name of the base may only be unread.
        return;
    }
    let language = context.language;
    let unresolved_changes = context
        .network
        .charter
        .unresolved_changes
        .iter()
        .filter(|unresolved_changes| !unresolved_changes.dated_principle);
    for UnresolvedChange {
        file,
        table,
        id,
        nearest: near,
        ..
    } in unresolved_changes
    {
        let place = Place {
            file: file.clone(),
            at: At::Key(route![*table, id]),
        };
        let sentence = if *table == "struck" {
            say!(language,
                fr: "la charte dont celle-ci part n'a ni critère ni principe `{id}`",
                en: "the charter that this one starts from has neither a criterion nor a principle \
                    `{id}`")
        } else {
            say!(language,
                fr: "la charte dont celle-ci part n'a pas de critère `{id}`",
                en: "the charter that this one starts from has no criterion `{id}`")
        };
        let finding = context.find_at(&CHECK.rule, place.clone(), sentence);
        context.report(match near {
            Some(name) => finding.suggest(language, place, name),
            None => finding,
        });
    }
}
