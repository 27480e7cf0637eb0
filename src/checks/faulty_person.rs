//! `faulty-person`: a person's file that cannot be read, so that nothing of it is shown.

use crate::checks::{Check, Context};
use crate::diagnostic::{At, Place};
use crate::{route, rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "faulty-person", Error,
        fr: "un accord mal écrit se lit comme un refus, et ce que dit la fiche d'une personne \
            ne s'affiche pas",
        en: "a consent that is badly written reads as a refusal, and what a person's file says \
            is not displayed"),
    run,
};

fn run(context: &mut Context) {
    let (network, language) = (context.network, context.language);
    let place = Place {
        file: "apes.toml".into(),
        at: At::Value(route!["people"]),
    };
    let is_unread = network
        .people
        .as_ref()
        .is_some_and(|people| people.unread.is_some());
    if is_unread {
        let folder = network.settings.people.as_deref().unwrap_or_default();
        let sentence = say!(language,
            fr: "le dossier des personnes `{folder}` ne peut pas être lu en entier\u{a0}: ni leurs \
                fiches, ni les contacts qui les nomment ne sont contrôlés",
            en: "the folder of persons `{folder}` cannot be read whole: neither their files nor \
                the contacts that name them are checked");
        let finding = context
            .find_at(&CHECK.rule, place.clone(), sentence)
            .label(say!(language, fr: "nommé ici", en: "named here"))
            .help(say!(language,
                fr: "vérifier les droits, et que ce soit un dossier et non un lien",
                en: "check permissions, and that it is a folder rather than a link"));
        context.report(finding);
    }
    for fault in network.people.iter().flat_map(|people| &people.faults) {
        let (file, rule) = (&fault.file, &fault.rule);
        let line = fault
            .line
            .map(|line| say!(language, fr: " à la ligne {line}", en: " on line {line}"))
            .unwrap_or_default();
        let sentence = say!(language,
            fr: "`{file}` a une faute{line}\u{a0}: `{rule}`",
            en: "`{file}` has a fault{line}: `{rule}`");
        let finding = context
            .find_at(&CHECK.rule, place.clone(), sentence)
            .label(say!(language, fr: "dans ce dossier", en: "in this folder"))
            .help(say!(language,
                fr: "ouvrir cette fiche et la corriger\u{202f}; `apes explain {rule}` dit de quoi \
                    il s'agit",
                en: "open this file and correct it; `apes explain {rule}` says what the fault is"));
        context.report(finding);
    }
}
