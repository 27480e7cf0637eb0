//! `unknown-dynamic`: a record names a dynamic without a record.

use crate::checks::{Check, Context};
use crate::records::Target;
use crate::{rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "unknown-dynamic", Error,
        fr: "une dynamique qui en prolonge une autre, ou en fait partie, se compte avec elle",
        en: "a dynamic that continues another, or is part of it, is counted with it"),
    run,
};

fn run(context: &mut Context) {
    let (network, language) = (context.network, context.language);
    for dangling in network
        .dangling
        .iter()
        .filter(|dangling| dangling.to == Target::Dynamic)
    {
        if !network.knows_all(dangling.to) {
            context.held_back += 1;
            continue;
        }
        let text = &dangling.text;
        let finding = context
            .find_at(
                &CHECK.rule,
                dangling.place.clone(),
                say!(language,
                fr: "aucune fiche ne décrit la dynamique `{text}`",
                en: "no record describes the dynamic `{text}`"),
            )
            .label(say!(language, fr: "nommée ici", en: "named here"));
        let known = network.dynamics.iter().map(|dynamic| dynamic.id.as_str());
        let finding = match context.nearest(text, known) {
            Some(name) => finding.suggest(language, dangling.place.clone(), name),
            None => finding.help(say!(language,
                fr: "écrire sa fiche, `dynamics/{text}.toml`",
                en: "write its record, `dynamics/{text}.toml`")),
        };
        context.report(finding);
    }
}
