//! `unknown-person`: a contact names a person whom the private folder does not have.

use crate::checks::{Check, Context};
use crate::records::{PersonId, Target};
use crate::{rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "unknown-person", Error,
        fr: "un contact que personne ne tient laisse écrire à quelqu'un qui n'est plus là",
        en: "a contact that nobody holds lets people write to somebody who is gone"),
    run,
};

fn run(context: &mut Context) {
    let (network, language) = (context.network, context.language);
    let folder = network.settings.people.as_deref().unwrap_or_default();
    let known = network
        .people
        .iter()
        .flat_map(|people| people.persons.keys().map(PersonId::as_str));
    for dangling in network
        .dangling
        .iter()
        .filter(|dangling| dangling.to == Target::Person)
    {
        let text = &dangling.text;
        let sentence = say!(language,
            fr: "le dossier des personnes n'a pas de fiche `{text}`",
            en: "the folder of persons has no file `{text}`");
        let finding = context
            .find_at(&CHECK.rule, dangling.place.clone(), sentence)
            .label(say!(language, fr: "nommée ici", en: "named here"));
        context.report(match context.nearest(text, known.clone()) {
            Some(id) => finding.suggest(language, dangling.place.clone(), id),
            None => finding.help(say!(language,
                fr: "écrire `{folder}/{text}.toml`, ou ne garder que la fonction",
                en: "write `{folder}/{text}.toml`, or keep the role alone")),
        });
    }
}
