//! `code-of-another-kind`: an official code that exists, but names an area of another kind.

use crate::checks::{Check, Context};
use crate::diagnostic::{At, Finding};
use crate::geography::{self, Area, AreaLevel};
use crate::language::Language;
use crate::network::{DanglingMention, Network};
use crate::records::{List, Target};
use crate::{route, rule, say};

/// The check.
pub const CHECK: Check = Check {
    rule: rule!("checks", "code-of-another-kind", Error,
        fr: "un code officiel ne vaut que pour son échelon\u{a0}: 32 est à la fois les \
            Hauts-de-France et le Gers",
        en: "an official code holds for its level only: 32 is both the region Hauts-de-France \
            and the department of Gers"),
    run,
};

fn run(context: &mut Context) {
    let (network, language) = (context.network, context.language);
    for territory in &network.territories {
        let kind = territory.body.kind.as_str();
        let (Some(code), Some(level)) =
            (territory.body.code.as_deref(), AreaLevel::from_word(kind))
        else {
            continue;
        };
        if geography::is_of_level(level, code) || geography::former(Some(level), code).is_some() {
            continue;
        }
        let Some(area) = geography::official(code).next() else {
            continue;
        };
        let declared = kind_label(network, kind, language);
        let actual = area_label(network, &area, language);
        let finding = context
            .find(
                &CHECK.rule,
                territory,
                At::Value(route!["code"]),
                say!(language,
                fr: "le code `{code}` n'est pas celui d'un territoire de ce type\u{a0}: {declared}",
                en: "the code `{code}` is not that of a territory of this kind: {declared}"),
            )
            .label(actual)
            .beside(
                territory.at(At::Value(route!["kind"])),
                say!(language, fr: "type déclaré", en: "declared kind"),
            )
            .help(say!(language,
                fr: "corriger le code ou le type",
                en: "correct the code or the kind"));
        context.report(finding);
    }
    for dangling in network
        .dangling
        .iter()
        .filter(|dangling| dangling.to == Target::Commune)
    {
        if let Some(area) = geography::official(&dangling.text).next() {
            let finding = describe_wider_area(context, dangling, &area);
            context.report(finding);
        }
    }
}

/// The finding of a place on the map, which must be a commune, with the code of a wider area.
fn describe_wider_area(context: &Context, dangling: &DanglingMention, area: &Area) -> Finding {
    let (language, text) = (context.language, &dangling.text);
    context
        .find_at(
            &CHECK.rule,
            dangling.place.clone(),
            say!(language,
            fr: "`{text}` n'est pas le code d'une commune",
            en: "`{text}` is not the code of a commune"),
        )
        .label(area_label(context.network, area, language))
        .help(say!(language,
            fr: "donner le code de la commune, en cinq caractères\u{202f}; un territoire plus \
                large s'indique dans `also_in`",
            en: "give the code of the commune, in five characters; a wider territory goes in \
                `also_in`"))
}

fn kind_label(network: &Network, kind: &str, language: Language) -> String {
    network
        .vocabulary
        .label(List::TerritoryKinds, kind, language)
        .to_owned()
}

fn area_label(network: &Network, area: &Area, language: Language) -> String {
    let kind = kind_label(network, area.level.word(), language);
    let name = area.label();
    say!(language, fr: "code de\u{a0}: {name} ({kind})", en: "the code of {name} ({kind})")
}
