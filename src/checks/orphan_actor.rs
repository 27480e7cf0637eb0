//! `orphan-actor`: an actor that takes part in nothing.

use crate::checks::{Check, Context};
use crate::diagnostic::At;
use crate::{rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "orphan-actor", Warning,
        fr: "un acteur se connaît par ce à quoi il prend part",
        en: "an actor is known by what it takes part in"),
    run,
};

fn run(context: &mut Context) {
    let (network, language) = (context.network, context.language);
    let orphans = network.actors.iter().filter(|actor| {
        let body = &actor.body;
        body.member.0.is_empty() && body.governs.is_none() && !network.is_mentioned(actor)
    });
    if !network.is_intact() {
        context.held_back += orphans.count();
        return;
    }
    for actor in orphans {
        let finding = context
            .find(
                &CHECK.rule,
                actor,
                At::File,
                say!(language,
                fr: "cet acteur ne prend part à rien\u{a0}: ni adhésion, ni dynamique, ni \
                    collectif, ni convention",
                en: "this actor takes part in nothing: no membership, dynamic, collective or \
                    agreement"),
            )
            .help(say!(language,
                fr: "le nommer parmi les `[partners]` d'une dynamique, ou dater son adhésion avec \
                    `member`",
                en: "name it among the `[partners]` of a dynamic, or date its membership with \
                    `member`"));
        context.report(finding);
    }
}
