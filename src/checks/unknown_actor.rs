//! `unknown-actor`: a record names an actor that has none.

use crate::checks::{Bench, Check};
use crate::diagnostic::{Rule, Severity, Writing, nearest};
use crate::language::Both;
use crate::records::To;
use crate::{example, say};

/// The check.
pub const CHECK: Check = Check {
    rule: Rule {
        name: "unknown-actor",
        severity: Severity::Error,
        because: Both {
            fr: "une coopération se lit à travers ses acteurs, et chacun a sa propre fiche",
            en: "a cooperation is read through its actors, and each has its own record",
        },
        example: example!("checks", "unknown-actor"),
    },
    run,
};

fn run(bench: &mut Bench) {
    let (network, language) = (bench.network, bench.language);
    for dangling in network.dangling.iter().filter(|dangling| matches!(dangling.to, To::Actor | To::Teller)) {
        let text = &dangling.text;
        let finding = bench
            .find_at(
                &CHECK.rule,
                dangling.place.clone(),
                say!(language,
                fr: "aucune fiche ne parle de l'acteur `{text}`",
                en: "no record tells of the actor `{text}`"),
            )
            .label(say!(language, fr: "nommé ici", en: "named here"));
        let known = network.actors.iter().map(|actor| actor.id.as_str());
        let finding = match nearest(text, known) {
            Some(near) => finding
                .help(say!(language, fr: "un acteur de nom proche existe", en: "an actor with a near name exists"))
                .edit(dangling.place.clone(), Writing::Text(near.to_owned())),
            None => finding.help(say!(language,
                fr: "écrire sa fiche, `actors/{text}.toml`, ou le nommer sur place : `{text} = {{ name = \"…\", kind = \"…\", role = \"…\" }}`",
                en: "write its record, `actors/{text}.toml`, or name it in place: `{text} = {{ name = \"…\", kind = \"…\", role = \"…\" }}`")),
        };
        bench.tell(finding);
    }
}
