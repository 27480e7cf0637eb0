//! `unknown-base`: a charter or a vocabulary whose base does not exist, or is itself.

use crate::checks::{Check, Context};
use crate::diagnostic::{At, Place, nearest};
use crate::network::{InvalidBase, InvalidBaseReason};
use crate::{route, rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "unknown-base", Error,
        fr: "ce qu'une charte ou un vocabulaire reprend d'un autre manque tout entier, si cet \
            autre n'est pas là",
        en: "all that a charter or a vocabulary takes over from another is missing where that \
            other is not there"),
    run,
};

fn run(context: &mut Context) {
    let language = context.language;
    for InvalidBase { file, named, why } in &context.network.bases {
        let place = Place {
            file: file.clone(),
            at: At::Value(route!["base"]),
        };
        let sentence = match why {
            InvalidBaseReason::Unknown => say!(language,
                fr: "il n'y a pas de base `{named}`",
                en: "there is no base `{named}`"),
            InvalidBaseReason::Circle => say!(language,
                fr: "`{named}` part, au bout du compte, de ce fichier-ci",
                en: "`{named}` starts, in the end, from this very file"),
            InvalidBaseReason::TooDeep => say!(language,
                fr: "trop de fichiers partent ainsi l'un de l'autre",
                en: "too many files start from one another in this way"),
        };
        let finding = context.find_at(&CHECK.rule, place.clone(), sentence);
        context.report(match (why, nearest(named, ["apes"])) {
            (InvalidBaseReason::Unknown, Some(name)) => finding.suggest(language, place, name),
            _ => finding.help(say!(language,
                fr: "écrire `apes`, ou le chemin d'un autre fichier de cet espace de travail",
                en: "write `apes`, or the path of another file of this workspace")),
        });
    }
}
