//! `unknown-source`: a record rests on a source that `sources.toml` does not know.

use crate::checks::{Bench, Check};
use crate::diagnostic::{Rule, Severity, Writing};
use crate::language::Both;
use crate::records::To;
use crate::{example, say};

/// The check.
pub const CHECK: Check = Check {
    rule: Rule {
        name: "unknown-source",
        severity: Severity::Error,
        because: Both {
            fr: "chaque fait se suit jusqu'à sa source, sinon il ne vaut pas plus qu'une rumeur",
            en: "each fact is followed to its source, or it is worth no more than a rumour",
        },
        example: example!("checks", "unknown-source"),
    },
    run,
};

fn run(bench: &mut Bench) {
    let (network, language) = (bench.network, bench.language);
    for dangling in network.dangling.iter().filter(|dangling| dangling.to == To::Source) {
        if !network.knows_all(dangling.to) {
            bench.held_back += 1;
            continue;
        }
        let text = &dangling.text;
        let in_place = bench.code(&dangling.place.file, "{ title = \"…\", url = \"…\" }");
        let finding = bench
            .find_at(
                &CHECK.rule,
                dangling.place.clone(),
                say!(language,
                fr: "la source `{text}` n'est pas dans `territories/sources.toml`",
                en: "the source `{text}` is not in `territories/sources.toml`"),
            )
            .label(say!(language, fr: "citée ici", en: "cited here"));
        let known = network.sources.keys().map(crate::records::SourceId::as_str);
        let finding = match bench.nearest(text, known) {
            Some(near) => finding
                .help(say!(language, fr: "une source de nom proche existe", en: "a source with a near name exists"))
                .edit(dangling.place.clone(), Writing::Text(near.to_owned())),
            None => finding.help(say!(language,
                fr: "l'ajouter à `territories/sources.toml` sous `[{text}]`, ou l'écrire sur place\u{a0}: `{in_place}`",
                en: "add it to `territories/sources.toml` under `[{text}]`, or write it in place: `{in_place}`")),
        };
        bench.tell(finding);
    }
}
